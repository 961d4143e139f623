"""Originals as storages see them: what people uploaded, whose checksum is taken as it is written."""

import hashlib

from django.core.files.base import File
from django.dispatch import Signal

#: Sent when an original is written: ``side`` (``public`` or ``private``), ``name``, ``octets``, ``sha256``.
original_stored = Signal()
#: Sent when an original is deleted: ``side``, ``name``.
original_deleted = Signal()

#: Folders of the private storage for what is made from other files: tiles and pyramids, printed and packed exhibits.
DERIVED_FOLDERS = ("iiif/", "catalogues/", "packages/")
#: Folders of the public storage in which uploads lie; all else there is made from originals.
PUBLIC_ORIGINALS = ("models/",)


class KeepsOriginals:
    """A storage that says the checksum of each original that is written to it, and when one is deleted."""

    side = ""

    def is_original(self, name: str) -> bool:
        """Whether a file of this name was uploaded, and is not made from others."""
        if self.side == "private":
            return not name.startswith(DERIVED_FOLDERS)
        return name.startswith(PUBLIC_ORIGINALS)

    def save(self, name, content, max_length=None):
        """Store; of an original the bytes that are stored are hashed first, before any disk or network has had them."""
        is_new = name and self.is_original(name) and not getattr(content, "has_known_checksum", False)
        if not is_new:
            return super().save(name, content, max_length=max_length)
        content = content if hasattr(content, "chunks") else File(content, name)
        digest, octets = hashlib.sha256(), 0
        for chunk in content.chunks():
            data = chunk if isinstance(chunk, bytes) else chunk.encode()
            digest.update(data)
            octets += len(data)
        content.seek(0)
        saved = super().save(name, content, max_length=max_length)
        original_stored.send(type(self), side=self.side, name=saved, octets=octets, sha256=digest.hexdigest())
        return saved

    def delete(self, name):
        """Delete, and say so."""
        super().delete(name)
        if self.is_original(name):
            original_deleted.send(type(self), side=self.side, name=name)
