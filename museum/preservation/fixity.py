"""Whether every original is still what was uploaded: each is read whole and its checksum compared.

https://www.dpconline.org/handbook/technical-solutions-and-tools/fixity-and-checksums
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from botocore.exceptions import ClientError
from django.apps import apps
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection, models
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Revision

from museum.assets.originals import original_deleted, original_stored
from museum.core.schema import has_table
from museum.preservation import media
from museum.preservation.models import StoredFile
from museum.preservation.progress import Progress

BATCH = 200
_State = StoredFile.State


@dataclass
class Checked:
    """What a check found: originals read, octets, those whose checksum was first noted now, and what is wrong."""

    files: int = 0
    octets: int = 0
    noted: int = 0
    problems: list[dict] = field(default_factory=list)


def connect() -> None:
    """Called once, when the app is ready: what is uploaded is noted, what is deleted forgotten."""
    original_stored.connect(_stored, dispatch_uid="museum.preservation.stored")
    original_deleted.connect(_deleted, dispatch_uid="museum.preservation.deleted")


def _stored(sender, side, name, octets, sha256, **kwargs):
    # Older migrations of other apps move files before the table is made.
    if has_table(connection, StoredFile._meta.db_table):
        values = {
            "octets": octets,
            "sha256": sha256,
            "noted_at": timezone.now(),
            "state": _State.GOOD,
            "checked_at": None,
        }
        StoredFile.objects.update_or_create(side=side, name=name, defaults=values)


def _deleted(sender, side, name, **kwargs):
    if has_table(connection, StoredFile._meta.db_table):
        StoredFile.objects.filter(side=side, name=name).delete()


def originals() -> Iterator[media.StoredName]:
    """Every file in the storages that was uploaded."""
    return (file for file in media.all_files() if file.storage.is_original(file.name))


def note_missing(progress: Progress | None = None) -> int:
    """Note the checksum of originals that have none (uploaded before there were any); how many those were."""
    noted = 0
    for file in originals():
        if not StoredFile.objects.filter(side=file.side, name=file.name).exists():
            read = _read(file)
            if read:
                StoredFile.objects.create(side=file.side, name=file.name, sha256=read[0], octets=read[1])
                noted += 1
    return noted


def check(progress: Progress | None = None) -> Checked:
    """Read every original; note those that had no checksum, find those that changed or are gone."""
    progress, found = progress or Progress(), Checked()
    found.noted = note_missing()
    total = StoredFile.objects.count()
    progress.say(_("Reading %(total)s originals:") % {"total": total})
    batch = []
    for stored in StoredFile.objects.order_by("pk").iterator(chunk_size=BATCH):
        _look(stored, found)
        batch.append(stored)
        if len(batch) == BATCH:
            _keep(batch)
        progress.count(found.files, total, found.octets)
    _keep(batch)
    for model, pk, _field, file in _named_originals():
        if not StoredFile.objects.filter(side=file.side, name=file.name).exists():
            found.problems.append(_problem(file, _State.MISSING, [model._base_manager.get(pk=pk)]))
    return found


def _look(stored: StoredFile, found: Checked) -> None:
    file = media.StoredName(stored.side, stored.name)
    read = _read(file)
    if read is None:
        stored.state = _State.MISSING
    else:
        stored.state = _State.GOOD if read[0] == stored.sha256 else _State.CHANGED
        found.octets += read[1]
    stored.checked_at = timezone.now()
    found.files += 1
    # Deleted in the museum itself since the list was read: that is not a loss.
    if stored.state != _State.GOOD and StoredFile.objects.filter(pk=stored.pk).exists():
        found.problems.append(_problem(file, stored.state))


def _keep(batch: list) -> None:
    StoredFile.objects.bulk_update(batch, ["state", "checked_at"])
    batch.clear()


def _read(file: media.StoredName) -> tuple[str, int] | None:
    """(SHA-256, octets) of a file; ``None`` where there is none."""
    try:
        return file.checksum()
    except (FileNotFoundError, IsADirectoryError):
        return None
    except ClientError as error:
        if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") == 404:
            return None
        raise


def _named_originals():
    """Files that rows name as uploads."""
    for model, pk, named, file in media.named_in_rows():
        if storages[media.STORAGES[file.side]].is_original(file.name):
            yield model, pk, named, file


def _problem(file: media.StoredName, state: str, things: list | None = None) -> dict:
    things = list(_naming(file)) if things is None else things
    return {"state": str(state), "file": f"{file.side}/{file.name}", "named_by": [_told(thing) for thing in things]}


def _naming(file: media.StoredName) -> Iterator[models.Model]:
    """The records that name a file; else what a draft or an older version of which does."""
    found = False
    for model, named in media.file_fields():
        if media.side_of(named.storage) == file.side:
            for thing in model._base_manager.filter(**{named.name: file.name}):
                found = True
                yield thing
    if found:
        return
    texts = Revision.objects.annotate(text=Cast("content", models.TextField()))
    seen = set()
    for revision in texts.filter(text__contains=file.name).order_by("-created_at")[:20]:
        key = (revision.content_type_id, revision.object_id)
        thing = revision.content_type.model_class()._base_manager.filter(pk=revision.object_id).first()
        if thing and key not in seen:
            seen.add(key)
            yield thing


#: Rows that are edited with the thing that they belong to.
_PARTS = {"assets.RecordingTrack": "recording", "assets.ModelPicture": "model", "assets.MuseumRendition": "image"}


def _told(thing) -> dict:
    """What a thing is, what it is called, and where it is edited."""
    whole = getattr(thing, _PARTS[thing._meta.label]) if thing._meta.label in _PARTS else thing
    address = AdminURLFinder().get_edit_url(whole)
    return {"model": whole._meta.label, "title": str(whole), "pk": whole.pk, "url": address or ""}


def in_words(problems: list[dict]) -> list[dict]:
    """Problems as they are kept, with what is wrong (``said``) and each thing's ``kind`` in the reader's language."""
    labels = dict(_State.choices)
    return [
        problem
        | {"said": labels.get(problem["state"], "")}
        | {"named_by": [thing | {"kind": _kind(thing["model"])} for thing in problem["named_by"]]}
        for problem in problems
    ]


def _kind(label: str) -> str:
    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except LookupError:
        return label


def sentences(problems: list[dict]) -> Iterator[str]:
    """Each problem as a command prints it: file, what is wrong, which record, at which address."""
    for problem in in_words(problems):
        yield f"{problem['file']}: {problem['said']}"
        for thing in problem["named_by"]:
            address = f"{settings.WAGTAILADMIN_BASE_URL}{thing['url']}" if thing["url"] else ""
            yield f"  {thing['kind']} {thing['pk']} “{thing['title']}” {address}".rstrip()
        if not problem["named_by"]:
            yield "  " + _("no record names it")
