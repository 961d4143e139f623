"""A finished back-up, open or sealed, read by the names of what is in it."""

import contextlib
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from museum.preservation.bags import SEALED_INDEX, Bag, Hashing
from museum.preservation.refusal import Refused
from museum.preservation.sealing import unseal


@dataclass(frozen=True)
class Member:
    """Something in a package: what it is called, where it lies, the checksum of what is in it."""

    name: str
    path: str
    sha256: str


class Package:
    """The members of a bag by name. ``keys`` open a sealed one."""

    def __init__(self, folder: Path, keys: list | None = None):
        """Raises ``Refused`` where there is no package, or no key for a sealed one."""
        self.bag = Bag(folder)
        self._keys = keys or []
        self.is_sealed = (self.bag.folder / "data" / SEALED_INDEX).is_file()
        if self.is_sealed and not self._keys:
            raise Refused(_("This package is sealed: give the file with the private key by --key."))
        # A database that SQLite keeps on disk and forgets: packages may hold more names than fit into memory.
        self._members = sqlite3.connect("")
        self._members.execute("CREATE TABLE member (name TEXT PRIMARY KEY, path TEXT, sha256 TEXT)")
        self._members.executemany("INSERT INTO member VALUES (?, ?, ?)", self._listed())

    def _listed(self) -> Iterator[tuple[str, str, str]]:
        if not self.is_sealed:
            yield from ((path, path, checksum) for path, checksum in self.bag.payload("sha256"))
            return
        with self._unsealed(SEALED_INDEX) as lines:
            for line in lines:
                told = json.loads(line)
                yield told["name"], told["path"], told["sha256"]

    def members(self, folder: str) -> Iterator[Member]:
        """What lies in ``folder`` (with its slash), in the order of names."""
        rows = self._members.execute(
            "SELECT name, path, sha256 FROM member WHERE name >= ? AND name < ? ORDER BY name",
            [folder, folder + "\U0010ffff"],
        )
        yield from (Member(*row) for row in rows)

    def number(self, folder: str) -> int:
        """How many members lie in ``folder``."""
        return sum(1 for _member in self.members(folder))

    @contextlib.contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """What is called ``name``, to be read as bytes; raises ``Refused`` where nothing is."""
        row = self._members.execute("SELECT path FROM member WHERE name = ?", [name]).fetchone()
        if row is None:
            raise Refused(_("The package lacks “%(name)s”.") % {"name": name})
        if self.is_sealed:
            with self._unsealed(row[0]) as stream:
                yield stream
        else:
            with self.bag.path(row[0]).open("rb") as stream:
                yield stream

    @contextlib.contextmanager
    def _unsealed(self, path: str) -> Iterator[BinaryIO]:
        with tempfile.TemporaryFile() as plain, self.bag.path(path).open("rb") as sealed:
            unseal(sealed, Hashing(plain), self._keys)
            plain.seek(0)
            yield plain

    def json(self, name: str):
        """A member that is JSON."""
        with self.open(name) as stream:
            return json.load(stream)
