"""Taking the demonstration collection out, whole, and nothing else."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry, Page, PageLogEntry, ReferenceIndex

from museum.assets.models import Model3D, MuseumImage, Recording
from museum.assets.models.recordings import SERVED
from museum.demo.models import DemonstrationItem
from museum.demo.pages import HOME_FIELDS
from museum.entrance.models import HomePage

#: Pages go before the records they show; narrower things before broader ones; media last.
_ORDER = (
    "exhibit/",
    "panorama/",
    "story/",
    "page/",
    "journey/",
    "series/",
    "look/",
    "artefact/",
    "model/",
    "object-name/",
    "event/",
    "person/",
    "place/",
    "theme/",
    "recording/",
    "image/",
)


def remove() -> int:
    """Delete everything in the ledger with its revisions, log entries, references and files; how many things went."""
    gone = 0
    for item in DemonstrationItem.objects.filter(key__startswith="home/"):
        _empty_home(item)
    for prefix in _ORDER:
        items = DemonstrationItem.objects.filter(key__startswith=prefix).select_related("content_type").order_by("-pk")
        for item in items:
            gone += _delete(item)
    DemonstrationItem.objects.all().delete()
    return gone


def _empty_home(item: DemonstrationItem) -> None:
    """Give a home page back as it was; words that a curator has changed since stay."""
    page = item.item
    if page is None:
        return
    page = HomePage.objects.get(pk=page.pk)
    for name in HOME_FIELDS:
        setattr(page, name, "")
    page.lead_image = page.featured_artefact = page.featured_recording = page.featured_story = None
    page.is_demonstration = False
    page.save_revision().publish()
    latest = page.get_latest_revision()
    page.revisions.exclude(pk=latest.pk).delete()


def _delete(item: DemonstrationItem) -> int:
    thing = item.item
    if thing is None:
        return 0
    content_type, pk = item.content_type, thing.pk
    if isinstance(thing, Page):
        thing = Page.objects.get(pk=pk).specific
        thing.delete()
        PageLogEntry.objects.filter(page_id=pk).delete()
        content_types = [content_type, ContentType.objects.get_for_model(Page)]
    else:
        files = _files_of(thing)
        thing.delete()
        for file in files:
            file.storage.delete(file.name)
        ModelLogEntry.objects.filter(content_type=content_type, object_id=str(pk)).delete()
        content_types = [content_type]
    ReferenceIndex.objects.filter(content_type__in=content_types, object_id=str(pk)).delete()
    return 1


def _files_of(thing) -> list:
    if isinstance(thing, MuseumImage):
        return [thing.file, *(rendition.file for rendition in thing.renditions.all())]
    if isinstance(thing, Recording):
        names = [name for pair in SERVED.items() for name in pair]
        files = [*(getattr(thing, name) for name in names), *(track.file for track in thing.tracks.all())]
        return [file for file in files if file]
    if isinstance(thing, Model3D):
        return [thing.file, *(picture.file for picture in thing.pictures.all())]
    return []
