"""The blocks of a story. Each has a preview (templates/blocks/previews/), a description and help texts."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from museum.core.blocks import RICH_TEXT_FEATURES, ExamplesMixin
from museum.core.chooser_blocks import ImageChooserBlock, SnippetChooserBlock
from museum.core.languages import CONTENT_LANGUAGES

_PREVIEW = "blocks/previews/story_block.html"


class HeadingBlock(blocks.CharBlock):
    """A heading inside the text."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A sentence that opens a new part of the story.")
        template = "blocks/heading.html"
        preview_template = _PREVIEW
        preview_value = "Quatre jours à Casablanca"


class TextBlock(blocks.RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("One or more paragraphs.")
        template = "blocks/text.html"
        preview_template = _PREVIEW
        preview_value = "<p>Le train part à l’aube. Dans la poche, un contrat de dix-huit mois.</p>"


class QuotationBlock(blocks.StructBlock):
    """Somebody's own words, in their language, with their source."""

    text = blocks.TextBlock(label=_("Quotation"), help_text=_("Word for word, in the language it was said in."))
    language = blocks.ChoiceBlock(choices=CONTENT_LANGUAGES, label=_("Language of the quotation"))
    translation = blocks.TextBlock(label=_("Translation"), required=False, help_text=_("In the language of this page."))
    attribution = blocks.CharBlock(label=_("Who said or wrote it"), max_length=200)
    source = blocks.CharBlock(
        label=_("Source"), max_length=300, help_text=_("Where the words can be read or heard. No source, no quotation.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words, with their language and source.")
        template = "blocks/quotation.html"
        preview_template = _PREVIEW
        preview_value = {
            "text": "Ici, les mots de quelqu’un, tels qu’ils ont été dits.",
            "language": "fr",
            "translation": "",
            "attribution": "Qui les a dits",
            "source": "Où on peut les lire ou les entendre",
        }


class ImageBlock(ExamplesMixin, blocks.StructBlock):
    """One picture with its caption."""

    examples = {"image": "assets.MuseumImage"}

    image = ImageChooserBlock(label=_("Image"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=400, help_text=_("Leave blank to use the image's own.")
    )
    alternative_text = blocks.CharBlock(
        label=_("Alternative text here"),
        required=False,
        max_length=400,
        help_text=_("Leave blank to use the image's own; write another where the story looks at something else."),
    )

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A large picture, uncropped.")
        template = "blocks/image.html"
        preview_template = _PREVIEW


class PairBlock(ExamplesMixin, blocks.StructBlock):
    """Two pictures to be seen together."""

    examples = {"first": "assets.MuseumImage", "second": "assets.MuseumImage"}

    first = ImageChooserBlock(label=_("First image"))
    second = ImageChooserBlock(label=_("Second image"))
    first_label = blocks.CharBlock(
        label=_("Under the first"), required=False, max_length=80, help_text=_("A few words: recto, 1963.")
    )
    second_label = blocks.CharBlock(label=_("Under the second"), required=False, max_length=80)
    mode = blocks.ChoiceBlock(
        choices=[("side", _("side by side")), ("slider", _("one over the other, with a slider"))],
        default="side",
        label=_("How they are seen"),
        help_text=_("A slider serves two pictures taken from the same point, of the same shape."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=400)

    class Meta:
        icon = "duplicate"
        label = _("Pair of images")
        description = _("Two pictures to compare, side by side or under a slider: then and now, recto and verso.")
        template = "blocks/pair.html"
        preview_template = _PREVIEW


class GuidedLookBlock(ExamplesMixin, blocks.StructBlock):
    """A document looked at together, region by region."""

    examples = {"look": "collection.GuidedLook"}

    look = SnippetChooserBlock("collection.GuidedLook", label=_("Guided look"))
    note = blocks.CharBlock(
        label=_("Why here"), required=False, max_length=400, help_text=_("A sentence for this story.")
    )

    class Meta:
        icon = "crosshairs"
        label = _("Guided look")
        description = _("A document looked at region by region; its steps are written once, in the catalogue.")
        template = "blocks/guided_look.html"
        preview_template = _PREVIEW


class GalleryBlock(ExamplesMixin, blocks.StructBlock):
    """Several pictures in order."""

    examples = {"images": ["assets.MuseumImage", "assets.MuseumImage", "assets.MuseumImage"]}

    images = blocks.ListBlock(ImageChooserBlock(label=_("Image")), min_num=2, max_num=12, label=_("Images"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=400)

    class Meta:
        icon = "grip"
        label = _("Gallery")
        description = _("Three to twelve pictures in the order of a wall.")
        template = "blocks/gallery.html"
        preview_template = _PREVIEW


class ArtefactBlock(ExamplesMixin, blocks.StructBlock):
    """An artefact of the collection, with its label."""

    examples = {"artefact": "collection.Artefact"}

    artefact = SnippetChooserBlock("collection.Artefact", label=_("Artefact"))
    note = blocks.CharBlock(
        label=_("What to look at"), required=False, max_length=400, help_text=_("A sentence for this story.")
    )

    class Meta:
        icon = "tag"
        label = _("Artefact")
        description = _("An object of the collection; its record is one touch away.")
        template = "blocks/artefact.html"
        preview_template = _PREVIEW


class RecordingBlock(ExamplesMixin, blocks.StructBlock):
    """A recording with its transcript."""

    examples = {"recording": "assets.Recording"}

    recording = SnippetChooserBlock("assets.Recording", label=_("Recording"))
    note = blocks.CharBlock(label=_("What to listen for"), required=False, max_length=400)

    class Meta:
        icon = "media"
        label = _("Recording")
        description = _("A sound or film, with what is heard written out below.")
        template = "blocks/recording.html"
        preview_template = _PREVIEW


class FigureBlock(blocks.StructBlock):
    """A number from the archives: never without year, definition and source."""

    value = blocks.CharBlock(
        label=_("Number or range"), max_length=60, help_text=_("Where sources disagree, the range: 66 000 – 80 000.")
    )
    label = blocks.CharBlock(label=_("What is counted"), max_length=160)
    year = blocks.CharBlock(label=_("Year or years"), max_length=40)
    definition = blocks.CharBlock(
        label=_("Definition"),
        max_length=300,
        help_text=_("By nationality, by birth, by origin: three different counts."),
    )
    source = blocks.CharBlock(label=_("Source"), max_length=300)

    class Meta:
        icon = "order"
        label = _("Figure from the archives")
        description = _("A number with its year, definition, range and source.")
        template = "blocks/figure.html"
        preview_template = _PREVIEW
        preview_value = {
            "value": "66 000 – 80 000",
            "label": "mineurs recrutés",
            "year": "1956–1977",
            "definition": "Estimations selon les sources",
            "source": "GISTI ; Mémomines ; Bladi.net",
        }


class PlaceBlock(ExamplesMixin, blocks.StructBlock):
    """A place, with a few words."""

    examples = {"place": "collection.Place"}

    place = SnippetChooserBlock("collection.Place", label=_("Place"))
    text = blocks.RichTextBlock(label=_("Text"), required=False, features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "site"
        label = _("Place")
        description = _("A place with its names, and what happened there.")
        template = "blocks/place.html"
        preview_template = _PREVIEW


class TimelineBlock(blocks.StructBlock):
    """A passage of the timeline."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=160)
    start = blocks.IntegerBlock(label=_("From year"), min_value=1800, max_value=2200)
    end = blocks.IntegerBlock(label=_("To year"), min_value=1800, max_value=2200)
    kinds = blocks.MultipleChoiceBlock(
        choices=[("event", _("Events")), ("story", _("Stories")), ("artefact", _("Artefacts"))],
        default=["event"],
        label=_("What it shows"),
        widget=CheckboxSelectMultiple,
    )
    theme = SnippetChooserBlock("collection.Theme", label=_("Only this theme"), required=False)
    place = SnippetChooserBlock("collection.Place", label=_("Only this place"), required=False)

    class Meta:
        icon = "history"
        label = _("Timeline passage")
        description = _("What happened between two years, with the stories and objects of that time if you like.")
        template = "blocks/timeline.html"
        preview_template = _PREVIEW
        preview_value = {
            "heading": "",
            "start": 1956,
            "end": 1977,
            "kinds": ["event", "story"],
            "theme": None,
            "place": None,
        }


class RoadMapBlock(blocks.StructBlock):
    """A part of the map of roads."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=160)
    show = blocks.ChoiceBlock(
        choices=[("journeys", _("journeys told here")), ("statistics", _("official statistics"))],
        default="journeys",
        label=_("What is shown"),
        help_text=_("Journeys and statistics are never drawn together."),
    )
    origin = SnippetChooserBlock(
        "collection.Place", label=_("From"), required=False, help_text=_("A region stands for every place in it.")
    )
    destination = SnippetChooserBlock("collection.Place", label=_("To"), required=False)
    start = blocks.IntegerBlock(label=_("From year"), required=False, min_value=1800, max_value=2200)
    end = blocks.IntegerBlock(label=_("To year"), required=False, min_value=1800, max_value=2200)
    theme = SnippetChooserBlock("collection.Theme", label=_("Only this theme"), required=False)

    class Meta:
        icon = "globe"
        label = _("Map of roads")
        description = _("The roads between places, drawn and listed; what is left blank leaves nothing out.")
        template = "blocks/roads.html"
        preview_template = _PREVIEW
        preview_value = {
            "heading": "",
            "show": "journeys",
            "origin": None,
            "destination": None,
            "start": 1956,
            "end": 1977,
            "theme": None,
        }


class StoryStreamBlock(blocks.StreamBlock):
    """Everything a story is told with."""

    heading = HeadingBlock()
    text = TextBlock(features=RICH_TEXT_FEATURES)
    quotation = QuotationBlock()
    image = ImageBlock()
    pair = PairBlock()
    look = GuidedLookBlock()
    gallery = GalleryBlock()
    artefact = ArtefactBlock()
    recording = RecordingBlock()
    figure = FigureBlock()
    place = PlaceBlock()
    timeline = TimelineBlock()
    roads = RoadMapBlock()
