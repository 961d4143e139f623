"""The museum's files, wherever they lie: on this machine or on S3, through Django's storages alone.

What is made from other files when it is next needed (tiles and pyramids, printed and packed exhibits) is not among them.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.core.files.storage import storages
from django.db.models import FileField

from museum.assets.originals import DERIVED_FOLDERS
from museum.assets.storage import PART
from museum.preservation.bags import BagWriter, Entry
from museum.preservation.progress import Progress

CHUNK = 1024 * 1024
#: The storages by the name of their folder in a package: what visitors are served, and what they are not.
STORAGES = {"public": "default", "private": "private"}


@dataclass(frozen=True)
class StoredName:
    """A file by its side (``public`` or ``private``) and its name in that storage."""

    side: str
    name: str

    @property
    def storage(self):
        return storages[STORAGES[self.side]]

    @property
    def path(self) -> str:
        """Where it lies in a package."""
        return f"media/{self.side}/{self.name}"

    def checksum(self) -> tuple[str, int]:
        """(SHA-256, octets) of what it holds, read as a stream; raises what its storage raises where there is none."""
        digest, octets = hashlib.sha256(), 0
        with self.storage.open(self.name, "rb") as stream:
            for chunk in stream.chunks(CHUNK):
                digest.update(chunk)
                octets += len(chunk)
        return digest.hexdigest(), octets


def all_files() -> Iterator[StoredName]:
    """Every file that is not made from others, in the order of names."""
    for side, alias in STORAGES.items():
        for name in _below(storages[alias], ""):
            yield StoredName(side, name)


def _below(storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(filter(None, files)):
        if not name.startswith(PART):
            yield f"{folder}/{name}" if folder else name
    for name in sorted(filter(None, folders)):
        path = f"{folder}/{name}" if folder else name
        if storage is not storages["private"] or not f"{path}/".startswith(DERIVED_FOLDERS):
            yield from _below(storage, path)


def copy_all(bag: BagWriter, progress: Progress, name_of: Callable[[StoredName], str]) -> None:
    """Copy every file into a bag, under what ``name_of`` calls it; what an interrupted run copied stays while it is the same."""
    total, octets = sum(1 for _file in all_files()), 0
    for number, file in enumerate(all_files(), 1):
        name = name_of(file)
        entry = bag.known(name)
        if entry and _is_unchanged(file, entry):
            bag.keep(entry)
        else:
            try:
                with file.storage.open(file.name, "rb") as stream:
                    entry = bag.add(name, stream)
            except FileNotFoundError:
                # Withdrawn or replaced since the files were listed.
                continue
        octets += entry.plain_octets
        progress.count(number, total, octets)


def _is_unchanged(file: StoredName, entry: Entry) -> bool:
    """Whether a file is still what was copied of it."""
    try:
        return (
            file.storage.size(file.name) == entry.plain_octets
            and file.storage.get_modified_time(file.name).timestamp() < entry.added
        )
    except FileNotFoundError:
        return False


def side_of(storage) -> str:
    """``public`` or ``private``."""
    return "private" if isinstance(storage, type(storages["private"])) else "public"


def file_fields() -> Iterator[tuple[type, FileField]]:
    """Every (model, field) of the museum that names a file, renditions too."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, FileField):
                yield model, field


def named_in_rows() -> Iterator[tuple[type, int, FileField, StoredName]]:
    """(model, key, field, file) of every file that a row names."""
    for model, field in file_fields():
        side = side_of(field.storage)
        rows = model._base_manager.exclude(**{field.name: ""}).exclude(**{field.name: None})
        for pk, name in rows.order_by("pk").values_list("pk", field.name).iterator(chunk_size=2000):
            yield model, pk, field, StoredName(side, name)
