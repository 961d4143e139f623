"""Where files lie on this machine: each whole or not at all, and the private ones without an address."""

import contextlib
import os
import re
import secrets

from django.core.files.storage import FileSystemStorage
from django.utils.encoding import filepath_to_uri

from museum.assets.originals import KeepsOriginals

#: What a file is called while it is being written; one that a power cut left lies beside the others and is nobody's.
PART = ".part-"
#: A name that is an address as it stands.
_PLAIN = re.compile(r"[\w.-][\w./-]*", re.ASCII).fullmatch


class NoPublicAddress(ValueError, NotImplementedError, AttributeError):
    """A private file was asked for its address.

    Three kinds of error at once, because three kinds of caller ask: Django's file systems raise the first, Wagtail's
    document view expects the second, form widgets ask with a default and expect the third.
    """


class WholeFileStorage(FileSystemStorage):
    """A folder in which a file has its name only when all of it is written."""

    def _save(self, name, content):
        """Write under another name first: a full disk or a killed process leaves no half of a file."""
        folder, _slash, _name = name.rpartition("/")
        part = f"{folder}/{PART}{secrets.token_hex(8)}".lstrip("/")
        try:
            super()._save(part, content)
            while True:
                try:
                    self._give_name(part, name)
                    return name
                except FileExistsError:
                    name = self.get_available_name(name)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(self.path(part))

    def _give_name(self, part: str, name: str) -> None:
        """Raises ``FileExistsError`` where somebody else was given the name meanwhile."""
        try:
            os.link(self.path(part), self.path(name))
        except (PermissionError, NotImplementedError):
            # A file system without hard links.
            if os.path.lexists(self.path(name)):
                raise FileExistsError(name) from None
            os.rename(self.path(part), self.path(name))


class PublicStorage(KeepsOriginals, WholeFileStorage):
    """The folder that visitors are served from."""

    side = "public"

    def url(self, name):
        """Its address. The museum gave the name, so that it only has to be put behind ``MEDIA_URL``: Django resolves it as
        any address, which takes a page of pictures, some hundred of them, a fifth of its time."""
        return self.base_url + (name if _PLAIN(name) else filepath_to_uri(name).lstrip("/"))


class PrivateStorage(KeepsOriginals, WholeFileStorage):
    """A folder outside what is served. Django would otherwise make addresses from ``MEDIA_URL``."""

    side = "private"

    def url(self, name):
        """There is none."""
        raise NoPublicAddress("This file is private and has no address.")
