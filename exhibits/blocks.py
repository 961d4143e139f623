"""The rooms of an exhibit and the works that hang in them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from museum.core.blocks import RICH_TEXT_FEATURES, ExamplesMixin
from museum.core.chooser_blocks import ImageChooserBlock, PageChooserBlock, SnippetChooserBlock
from museum.core.walls import WallColour
from stories.blocks import RoadMapBlock, TimelineBlock

_PREVIEW = "blocks/previews/exhibit_block.html"


def _label():
    return blocks.RichTextBlock(
        label=_("Label"),
        required=False,
        features=["bold", "italic", "link"],
        help_text=_("20 to 60 words: tell what to look at."),
    )


class ArtefactWorkBlock(ExamplesMixin, blocks.StructBlock):
    """An artefact on the wall or on a plinth."""

    examples = {"artefact": "collection.Artefact"}

    artefact = SnippetChooserBlock("collection.Artefact", label=_("Artefact"))
    label = _label()

    class Meta:
        icon = "tag"
        label = _("Artefact")
        description = _("An object of the collection, with a label written for this room.")
        template = "blocks/works/artefact.html"
        preview_template = _PREVIEW


class ImageWorkBlock(ExamplesMixin, blocks.StructBlock):
    """A picture on the wall."""

    examples = {"image": "assets.MuseumImage"}

    image = ImageChooserBlock(label=_("Image"))
    label = _label()

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture that is not a record of its own.")
        template = "blocks/works/image.html"
        preview_template = _PREVIEW


class StoryWorkBlock(ExamplesMixin, blocks.StructBlock):
    """A story, opened from the wall."""

    examples = {"story": "stories.StoryPage"}

    story = PageChooserBlock("stories.StoryPage", label=_("Story"))
    label = _label()

    class Meta:
        icon = "doc-full"
        label = _("Story")
        description = _("A door to a story of the museum.")
        template = "blocks/works/story.html"
        preview_template = _PREVIEW


class RecordingWorkBlock(ExamplesMixin, blocks.StructBlock):
    """A recording to listen to in the room."""

    examples = {"recording": "assets.Recording"}

    recording = SnippetChooserBlock("assets.Recording", label=_("Recording"))
    label = _label()

    class Meta:
        icon = "media"
        label = _("Recording")
        description = _("A sound or film, with what is heard written out.")
        template = "blocks/works/recording.html"
        preview_template = _PREVIEW


class PanoramaWorkBlock(ExamplesMixin, blocks.StructBlock):
    """A panorama behind an arch of the room."""

    examples = {"panorama": "exhibits.PanoramaPage"}

    panorama = PageChooserBlock("exhibits.PanoramaPage", label=_("Panorama"))
    label = _label()

    class Meta:
        icon = "view"
        label = _("Panorama")
        description = _("A place to stand in, opened from the wall.")
        template = "blocks/works/panorama.html"
        preview_template = _PREVIEW


class TextPanelBlock(blocks.StructBlock):
    """A text on the wall, hung as a work."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "pilcrow"
        label = _("Text panel")
        description = _("A few paragraphs that hang among the works.")
        template = "blocks/works/text.html"
        preview_template = _PREVIEW
        preview_value = {"title": "Cinquante kilomètres", "text": "<p>La route de la côte est pleine.</p>"}


class TimelineWorkBlock(TimelineBlock):
    """A passage of the timeline, hung as a panel."""

    label = _label()

    class Meta:
        template = "blocks/works/timeline.html"
        preview_template = _PREVIEW


class RoadMapWorkBlock(RoadMapBlock):
    """A part of the map of roads, hung as a panel."""

    label = _label()

    class Meta:
        template = "blocks/works/roads.html"
        preview_template = _PREVIEW


class WorkStreamBlock(blocks.StreamBlock):
    """The works of a room, hung in this order."""

    artefact = ArtefactWorkBlock()
    image = ImageWorkBlock()
    story = StoryWorkBlock()
    recording = RecordingWorkBlock()
    panorama = PanoramaWorkBlock()
    text = TextPanelBlock()
    timeline = TimelineWorkBlock()
    roads = RoadMapWorkBlock()

    class Meta:
        required = False
        max_num = 24


class RoomBlock(blocks.StructBlock):
    """A room: a title, a wall text, a colour, and works."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    wall_text = blocks.RichTextBlock(
        label=_("Wall text"), features=RICH_TEXT_FEATURES, help_text=_("50 to 90 words, read standing.")
    )
    colour = blocks.ChoiceBlock(
        choices=WallColour.choices, label=_("Colour of the walls"), default=WallColour.INDIGO.value
    )
    works = WorkStreamBlock(label=_("Works"))

    class Meta:
        icon = "home"
        label = _("Room")
        description = _("A room with its wall text, its colour, and up to 24 works.")
        template = "blocks/room.html"
        preview_template = _PREVIEW
        form_classname = "struct-block room-block"
        preview_value = {
            "title": "La descente",
            "wall_text": "<p>Quatre semaines de formation, puis le fond.</p>",
            "colour": "slate",
            "works": [],
        }


class RoomStreamBlock(blocks.StreamBlock):
    """The rooms of an exhibit in the order of the walk."""

    room = RoomBlock()

    class Meta:
        required = False


class FindBlock(ExamplesMixin, blocks.StructBlock):
    """Something to be found in a panorama, where it is, and what it opens: an artefact, a sound, a story, another place."""

    examples = {"artefact": "collection.Artefact", "recording": "assets.Recording"}

    title = blocks.CharBlock(label=_("What it is"), max_length=160)
    text = blocks.TextBlock(
        label=_("Text"), required=False, max_length=600, help_text=_("20 to 50 words: what to look at.")
    )
    yaw = blocks.FloatBlock(
        label=_("Degrees to the right"),
        min_value=-180,
        max_value=180,
        help_text=_("From the middle of the picture: -180 to 180."),
    )
    pitch = blocks.FloatBlock(
        label=_("Degrees up"), min_value=-90, max_value=90, help_text=_("From the horizon: -90 to 90.")
    )
    artefact = SnippetChooserBlock("collection.Artefact", label=_("Artefact"), required=False)
    recording = SnippetChooserBlock("assets.Recording", label=_("Recording"), required=False)
    story = PageChooserBlock("stories.StoryPage", label=_("Story"), required=False)
    panorama = PageChooserBlock("exhibits.PanoramaPage", label=_("Another panorama"), required=False)

    class Meta:
        icon = "search"
        label = _("Something to find")
        description = _("A thing in the picture, where it stands, and what it opens.")
        template = "blocks/find.html"
        preview_template = _PREVIEW
        preview_value = {"title": "Le crochet 417", "text": "", "yaw": 12.0, "pitch": -8.0}


class FindStreamBlock(blocks.StreamBlock):
    """What is to be found, in the order of a walk of the eye."""

    find = FindBlock()

    class Meta:
        required = False
        max_num = 24
