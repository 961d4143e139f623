"""What every page and record shares: sources, an advisory, the demonstration mark, the gate."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, PreviewableMixin
from wagtail.search import index

from museum.core.blocks import SourceStreamBlock
from museum.core.folding import fold
from museum.core.languages import best_text, current_language
from museum.core.panels import ReadinessPanel
from museum.core.readiness import Check, PublicationGate, image_checks
from museum.core.streams import chosen_in
from museum.core.translations import language_of


class Decision(models.Model):
    """Something that a visitor may see has been changed: the rows behind the version stamp (museum.core.stamp)."""

    made_at = models.DateTimeField()

    seen_by_visitors = False
    wagtail_reference_index_ignore = True


class Worker(models.Model):
    """A worker of the background and when it last gave a sign of life (museum.core.worker)."""

    name = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    seen_by_visitors = False
    wagtail_reference_index_ignore = True


class SourcesMixin(models.Model):
    """Sources as a historian would set them, on any page or record."""

    sources = StreamField(
        SourceStreamBlock(),
        blank=True,
        use_json_field=True,
        verbose_name=_("sources"),
        help_text=_("Where each fact comes from. They are printed at the end, in this order."),
    )

    class Meta:
        abstract = True


class LanguageFieldsMixin:
    """A model whose words stand in fields named by kind and language (``alt_fr``, ``alt_ar`` …)."""

    def words(self, kind: str, language: str | None = None) -> tuple[str, str]:
        """(text, language tag) of ``kind`` that serves the reader best; maybe empty."""
        return best_text(lambda code: getattr(self, f"{kind}_{code}", ""), language)


class DemonstrationMixin(models.Model):
    """The mark of the demonstration collection; readers always see it."""

    is_demonstration = models.BooleanField(
        _("demonstration"),
        default=False,
        db_index=True,
        help_text=_("Part of the demonstration collection. Readers see a notice."),
    )

    class Meta:
        abstract = True


class PreviewInLanguagesMixin(PreviewableMixin):
    """A record is previewed as readers of each language will see it, the editor's own first."""

    preview_modes = [("fr", "Français"), ("ar", "العربية"), ("en", "English")]

    class Meta:
        abstract = True

    @property
    def default_preview_mode(self) -> str:
        """The language in which the editor reads the admin."""
        language = current_language()
        return language if language in dict(self.preview_modes) else "fr"

    def serve_preview(self, request, mode_name):
        """The preview in the language ``mode_name``, rendered before the language changes back."""
        with override(mode_name or self.default_preview_mode):
            response = super().serve_preview(request, mode_name)
            return response.render() if hasattr(response, "render") else response


class RowsAtOnce:
    """Mixin, the first of a page or record: made of a row of the database, it is not asked for children among the values.

    ``ClusterableModel`` looks for them for each object, which takes as long as all its fields do, and Wagtail's ``Page``
    only gives what is new its type.
    """

    def __init__(self, *args, **kwargs):
        if args and not kwargs:
            models.Model.__init__(self, *args)
        else:
            super().__init__(*args, **kwargs)


class BasePage(RowsAtOnce, PublicationGate, SourcesMixin, DemonstrationMixin, Page):
    """The page that every page of the museum is made of."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=300,
        help_text=_("One or two sentences for lists, search engines and shared links."),
    )
    lead_image = models.ForeignKey(
        "assets.MuseumImage",
        verbose_name=_("lead image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The picture on the wall of this page, in lists and in shared links."),
    )
    content_advisory = models.CharField(
        _("content advisory"),
        blank=True,
        max_length=300,
        help_text=_("Said before anything else is shown: violence, grief, insulting words of the time."),
    )

    #: The word used for this kind of page in lists and structured data; see museum.core.structured_data.
    schema_type = "WebPage"
    #: Whether publication needs a summary and a lead image.
    needs_summary = True
    needs_lead_image = False

    search_fields = Page.search_fields + [
        index.SearchField("summary"),
        index.SearchField("folded_words"),
        index.FilterField("is_demonstration"),
    ]
    content_panels = [
        ReadinessPanel(),
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("summary"), FieldPanel("lead_image"), FieldPanel("content_advisory")],
            heading=_("At a glance"),
        ),
    ]
    source_panels = [FieldPanel("sources")]
    settings_panels = Page.settings_panels + [FieldPanel("is_demonstration")]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        """Wagtail's context; the request remembers its page for what surrounds it (languages, navigation)."""
        request.museum_page = self
        return super().get_context(request, *args, **kwargs)

    def folded_words(self) -> str:
        """The title and summary as the search folds them."""
        return fold(f"{self.title} {self.summary}")

    @property
    def shown_image(self):
        """The lead image as visitors may see it: ``None`` where it was withdrawn."""
        return None if self.lead_image is None or self.lead_image.withdrawn else self.lead_image

    @cached_property
    def language(self) -> str:
        """The language tag of this page."""
        return language_of(self)

    def readiness(self) -> list[Check]:
        """A page needs a summary, and pictures that say what they show and who may use them."""
        found = super().readiness()
        if self.needs_summary and not self.summary.strip():
            found.append(Check("summary", str(_("Write a summary of one or two sentences.")), "summary"))
        if self.needs_lead_image and not self.lead_image_id:
            found.append(Check("lead_image", str(_("Choose a lead image.")), "lead_image"))
        found += image_checks(self.lead_image, self.language, "lead_image")
        for image, field in self.images_shown():
            found += image_checks(image, self.language, field)
        return found

    def images_shown(self):
        """Pairs (image, field name) of the pictures that the page's own text shows."""
        return []


def images_in_stream(value, field: str):
    """Pairs (image, field) of every image chosen in a StreamField value, at any depth."""
    image_model = get_image_model()
    return ((chosen, field) for chosen in chosen_in(value) if isinstance(chosen, image_model))
