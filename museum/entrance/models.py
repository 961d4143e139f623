"""The entrance: home page and plain pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.models import BasePage


class HomePage(BasePage):
    """One scene, one sentence, then three doors: a road, an object, a voice."""

    scene_sentence = models.CharField(
        _("sentence"),
        max_length=200,
        blank=True,
        help_text=_("The sentence over the scene. The lead image is the scene."),
    )
    scene_caption = models.CharField(_("caption of the scene"), max_length=300, blank=True)
    road_heading = models.CharField(_("heading"), max_length=160, blank=True)
    road_text = models.TextField(_("text"), blank=True)
    object_heading = models.CharField(_("heading"), max_length=160, blank=True)
    object_text = models.TextField(_("text"), blank=True)
    featured_artefact = models.ForeignKey(
        "collection.Artefact",
        verbose_name=_("object"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    voice_heading = models.CharField(_("heading"), max_length=160, blank=True)
    voice_text = models.TextField(_("text"), blank=True)
    featured_recording = models.ForeignKey(
        "assets.Recording",
        verbose_name=_("recording"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    featured_story = models.ForeignKey(
        "stories.StoryPage",
        verbose_name=_("story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    whats_on_heading = models.CharField(_("heading over what is on"), max_length=160, blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["stories.StoryIndexPage", "exhibits.ExhibitIndexPage", "entrance.PlainPage"]
    schema_type = "WebSite"

    content_panels = [
        HelpPanel(
            _(
                "The museum's entrance in one language: a scene with one sentence, then three doors: a road, an object, "
                "a voice. What you leave blank is not shown. Each language has its own home page."
            ),
            heading=_("What this page is"),
        ),
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("scene_sentence"), FieldPanel("scene_caption")], heading=_("The scene")),
        MultiFieldPanel(
            [
                FieldPanel("road_heading"),
                FieldPanel("road_text"),
                PageChooserPanel("featured_story", "stories.StoryPage"),
            ],
            heading=_("First door: a road"),
        ),
        MultiFieldPanel(
            [FieldPanel("object_heading"), FieldPanel("object_text"), FieldPanel("featured_artefact")],
            heading=_("Second door: an object"),
        ),
        MultiFieldPanel(
            [FieldPanel("voice_heading"), FieldPanel("voice_text"), FieldPanel("featured_recording")],
            heading=_("Third door: a voice"),
        ),
        FieldPanel("whats_on_heading"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        from museum.entrance.home import home_context

        return {**super().get_context(request, *args, **kwargs), **home_context(self)}


class PlainPage(BasePage):
    """A page of plain text: about, privacy, accessibility, legal."""

    body = RichTextField(_("text"), blank=True, features=["h2", "h3", *RICH_TEXT_FEATURES])
    show_in_footer = models.BooleanField(_("show in the footer"), default=True)
    is_contact = models.BooleanField(
        _("says how to reach the museum"),
        default=False,
        help_text=_("Offered to visitors who do not find what they look for."),
    )

    parent_page_types = ["entrance.HomePage", "entrance.PlainPage"]
    subpage_types = ["entrance.PlainPage"]
    schema_type = "WebPage"
    needs_summary = False

    content_panels = [
        HelpPanel(
            _(
                "Plain text: about the museum, privacy, accessibility, legal. It can stand in the footer (tab “Promote”)."
            ),
            heading=_("What this page is"),
        ),
        *BasePage.content_panels,
        FieldPanel("body"),
        *BasePage.source_panels,
    ]
    promote_panels = [*BasePage.promote_panels, FieldPanel("show_in_footer"), FieldPanel("is_contact")]
    search_fields = BasePage.search_fields + [index.SearchField("body")]

    class Meta:
        verbose_name = _("plain page")
