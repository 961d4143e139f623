"""Guided looks: regions of one image in an order, each with what is to be seen there."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField

from museum.collection.blocks import LookStepStreamBlock
from museum.collection.models.base import Record, Words
from museum.core.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES
from museum.core.readiness import Check, image_checks

#: One region is a picture; only from the second on does one look round.
FEWEST_STEPS = 2


class GuidedLook(Record):
    """An image looked at together, region by region; one record for all languages."""

    image = models.ForeignKey(
        "assets.MuseumImage",
        verbose_name=_("image"),
        on_delete=models.CASCADE,
        related_name="guided_looks",
        help_text=_("Large enough to be leaned into: 2,000 pixels or more."),
    )
    steps = StreamField(LookStepStreamBlock(), verbose_name=_("steps"), use_json_field=True, blank=True)

    url_name = "collection:guided_look"
    preview_template = "collection/guided_look.html"

    panels = [
        FieldPanel("image"),
        InlinePanel("texts", heading=_("Title and introduction"), label=_("Words in one language"), min_num=1),
        HelpPanel(template="collection/admin/regions_help.html", heading=_("Where to look")),
        FieldPanel("steps"),
        FieldPanel("sources"),
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("is_demonstration")], heading=_("Address and mark")),
    ]

    class Meta:
        verbose_name = _("guided look")
        verbose_name_plural = _("guided looks")
        ordering = ["slug"]

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "look": self}

    @property
    def shown_image(self):
        """The image as visitors may see it: ``None`` where it was withdrawn."""
        return None if self.image.withdrawn else self.image

    @cached_property
    def title_languages(self) -> list[str]:
        """The interface languages in which it has a title."""
        written = {text.language for text in self.texts.all()}
        return [language for language in INTERFACE_LANGUAGES if language in written]

    def all_words(self) -> list[str]:
        introductions = [text.introduction for text in self.texts.all()]
        return [
            *super().all_words(),
            *introductions,
            *(words for step in self.steps for words in step.value.all_words("text")),
        ]

    def readiness(self) -> list[Check]:
        """A look needs two steps or more, each written in every language that the look has a title in."""
        found = super().readiness()
        if len(self.steps) < FEWEST_STEPS:
            found.append(Check("steps", str(_("Mark two regions of the image or more.")), "steps"))
        for language in self.title_languages:
            missing = [
                str(number) for number, step in enumerate(self.steps, 1) if not step.value.words_in("text", language)
            ]
            if missing:
                message = _("Steps without words in %(language)s: %(steps)s.") % {
                    "language": dict(CONTENT_LANGUAGES)[language],
                    "steps": ", ".join(missing),
                }
                found.append(Check(f"step-{language}", str(message), "steps"))
            if self.image_id:
                found += image_checks(self.image, language, "image")
        return list(dict.fromkeys(found))


class GuidedLookText(Words):
    """The title and introduction of a guided look in one language."""

    guided_look = ParentalKey(GuidedLook, on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(_("title"), max_length=200)
    introduction = models.TextField(
        _("introduction"), blank=True, max_length=600, help_text=_("One or two sentences: what is looked at, and why.")
    )

    panels = [FieldPanel("language"), FieldPanel("title"), FieldPanel("introduction")]

    class Meta:
        verbose_name = _("words")
        constraints = [
            models.UniqueConstraint(fields=["guided_look", "language"], name="guided_look_one_text_a_language")
        ]

    @property
    def heading(self) -> str:
        return self.title
