"""Bags after RFC 8493 (https://www.rfc-editor.org/rfc/rfc8493): written and read as streams, whatever their size.

The Library of Congress's own library moves folders that are there already and has no way to go on after an interruption;
the tests hold every bag written here to its judgement.
"""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from museum.preservation.refusal import Refused
from museum.preservation.sealing import seal

ALGORITHMS = ("sha256", "sha512")
CHUNK = 1024 * 1024
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
#: Where a bag that is not finished keeps its journal; the folder goes when the bag is complete.
UNFINISHED = ".unfinished"
#: In a sealed bag, what says which file is which.
INDEX, SEALED_INDEX = "index.jsonl", "index.jsonl.age"
_COLUMNS = "name, path, octets, sha256, sha512, plain_octets, plain_sha256, added"


@dataclass(frozen=True)
class Entry:
    """A payload file. ``path`` lies below ``data/``; ``name`` and ``plain`` are those of what is in it, the same unless sealed."""

    name: str
    path: str
    octets: int
    sha256: str
    sha512: str
    plain_octets: int
    plain_sha256: str
    added: float


class Hashing:
    """A file-like object that counts and hashes what passes through it, written or read."""

    def __init__(self, stream=None, algorithms=ALGORITHMS):
        self.stream = stream
        self.octets = 0
        self._digests = {name: hashlib.new(name) for name in algorithms}

    def _passes(self, data: bytes) -> None:
        self.octets += len(data)
        for digest in self._digests.values():
            digest.update(data)

    def write(self, data) -> int:
        """Write on, and count."""
        data = bytes(data)
        self._passes(data)
        return self.stream.write(data) if self.stream else len(data)

    def read(self, size: int = -1) -> bytes:
        """Read on, and count."""
        data = self.stream.read(size)
        self._passes(data)
        return data

    def flush(self) -> None:
        """For writers that ask for it."""
        if self.stream:
            self.stream.flush()

    def hex(self, name: str = "sha256") -> str:
        """The checksum of what passed so far."""
        return self._digests[name].hexdigest()


class BagWriter:
    """A bag under way in a folder. What was added stays when the program is interrupted, and need not be added again.

    ``bagit.txt`` is written last: a folder with it holds a whole bag. For ``recipients`` (``museum.preservation.sealing``)
    every payload file is sealed and its name hidden; an index of names, sealed too, is added at the end.
    """

    def __init__(self, folder: Path, recipients: list | None = None):
        """Begin a bag, or go on with one; raises ``Refused`` where the folder holds something else."""
        self.folder = Path(folder)
        self.recipients = recipients or []
        self.scratch = self.folder / UNFINISHED
        if (self.folder / "bagit.txt").exists():
            raise Refused(_("“%(folder)s” holds a finished package. Choose another folder.") % {"folder": folder})
        if self.folder.exists() and any(self.folder.iterdir()) and not self.scratch.exists():
            raise Refused(_("“%(folder)s” is not empty. Choose another folder.") % {"folder": folder})
        self.goes_on = self.scratch.exists()
        self.scratch.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        self._journal = sqlite3.connect(self.scratch / "journal.sqlite3", isolation_level=None)
        self._journal.execute("PRAGMA journal_mode=WAL")
        self._journal.execute("PRAGMA synchronous=NORMAL")
        self._journal.execute(
            "CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY, name TEXT UNIQUE, path TEXT, octets INTEGER,"
            " sha256 TEXT, sha512 TEXT, plain_octets INTEGER, plain_sha256 TEXT, added REAL, run INTEGER)"
        )
        self._journal.execute("CREATE TABLE IF NOT EXISTS begun (sealed INTEGER)")
        self._journal.execute("INSERT INTO begun VALUES (?)", [bool(self.recipients)])
        (kinds,) = self._journal.execute("SELECT count(DISTINCT sealed) FROM begun").fetchone()
        if kinds > 1:
            raise Refused(
                _("What was begun in “%(folder)s” was sealed for other readers. Choose another folder.")
                % {"folder": folder}
            )
        (self._run,) = self._journal.execute("SELECT count(*) FROM begun").fetchone()

    def known(self, name: str) -> Entry | None:
        """What an earlier, interrupted run added under ``name``, if it still lies there whole."""
        row = self._journal.execute(f"SELECT {_COLUMNS} FROM entry WHERE name = ?", [name]).fetchone()
        if row is None:
            return None
        entry = Entry(*row)
        file = self.folder / "data" / entry.path
        return entry if file.is_file() and file.stat().st_size == entry.octets else None

    def has(self, name: str) -> bool:
        """Whether this run added or kept ``name``."""
        row = self._journal.execute("SELECT 1 FROM entry WHERE name = ? AND run = ?", [name, self._run]).fetchone()
        return row is not None

    def keep(self, entry: Entry) -> None:
        """Take what an earlier run added as it is."""
        self._journal.execute("UPDATE entry SET run = ? WHERE name = ?", [self._run, entry.name])

    def add(self, name: str, source: BinaryIO) -> Entry:
        """Add what ``source`` holds from where it stands, under ``name``; what lay there before is replaced."""
        plain = Hashing(source)
        part = self.scratch / "part"
        with part.open("wb") as file:
            stored = Hashing(file)
            if self.recipients:
                seal(plain, stored, self.recipients)
            else:
                shutil.copyfileobj(plain, stored, CHUNK)
        path = self._path_for(name)
        target = self.folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        part.replace(target)
        checksums = (stored.hex("sha256"), stored.hex("sha512"))
        entry = Entry(name, path, stored.octets, *checksums, plain.octets, plain.hex("sha256"), time.time())
        self._journal.execute(
            f"INSERT OR REPLACE INTO entry ({_COLUMNS}, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [*vars(entry).values(), self._run],
        )
        return entry

    def add_text(self, name: str, text: str) -> Entry:
        """Add a text in UTF-8."""
        return self.add(name, io.BytesIO(text.encode()))

    def add_json(self, name: str, value) -> Entry:
        """Add a value as JSON that people can read."""
        return self.add_text(name, json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str) + "\n")

    def add_written(self, name: str, write: Callable[[BinaryIO], object]) -> Entry:
        """Add what ``write`` writes to the stream that it is given."""
        with tempfile.TemporaryFile(dir=self.scratch) as file:
            write(file)
            file.seek(0)
            return self.add(name, file)

    def _path_for(self, name: str) -> str:
        if not self.recipients:
            return name
        if name == INDEX:
            return SEALED_INDEX
        row = self._journal.execute("SELECT path FROM entry WHERE name = ?", [name]).fetchone()
        (last,) = self._journal.execute("SELECT coalesce(max(number), 0) FROM entry").fetchone()
        return row[0] if row else f"sealed/{last + 1:08}.age"

    def entries(self) -> Iterator[Entry]:
        """Everything that this run added or kept, by where it lies."""
        rows = self._journal.execute(f"SELECT {_COLUMNS} FROM entry WHERE run = ? ORDER BY path", [self._run])
        yield from (Entry(*row) for row in rows)

    def finish(self, information: dict[str, str]) -> tuple[int, int]:
        """Forget what this run did not add or keep, write the tag files; returns (files, octets) of the payload."""
        for (path,) in self._journal.execute("SELECT path FROM entry WHERE run != ?", [self._run]).fetchall():
            (self.folder / "data" / path).unlink(missing_ok=True)
            self._journal.execute("DELETE FROM entry WHERE path = ?", [path])
        if self.recipients:
            self.add_written(INDEX, self._write_index)
        (self.folder / "data").mkdir(exist_ok=True)
        files, octets = self._journal.execute("SELECT count(*), coalesce(sum(octets), 0) FROM entry").fetchone()
        for name in ALGORITHMS:
            with (self.folder / f"manifest-{name}.txt").open("w", encoding="utf-8", newline="\n") as manifest:
                for entry in self.entries():
                    manifest.write(f"{getattr(entry, name)}  data/{encoded(entry.path)}\n")
        told = {**information, "Bagging-Date": date.today().isoformat(), "Payload-Oxum": f"{octets}.{files}"}
        lines = "".join(f"{label}: {' '.join(str(value).split())}\n" for label, value in told.items())
        (self.folder / "bag-info.txt").write_text(lines, encoding="utf-8")
        self._write_tag_manifests()
        self._journal.close()
        # What the manifests promise must be on the disk before the declaration says that the bag is whole.
        os.sync()
        (self.folder / "bagit.txt").write_bytes(DECLARATION)
        shutil.rmtree(self.scratch)
        return files, octets

    def close(self) -> None:
        """Leave the bag as it is, to go on with it another time."""
        self._journal.close()

    def _write_index(self, stream) -> None:
        for entry in self.entries():
            told = {"name": entry.name, "path": entry.path, "octets": entry.plain_octets, "sha256": entry.plain_sha256}
            stream.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")

    def _write_tag_manifests(self) -> None:
        names = ["bag-info.txt", *(f"manifest-{name}.txt" for name in ALGORITHMS)]
        for algorithm in ALGORITHMS:
            lines = [f"{hashlib.new(algorithm, DECLARATION).hexdigest()}  bagit.txt\n"]
            for name in names:
                with (self.folder / name).open("rb") as file:
                    lines.append(f"{hashlib.file_digest(file, algorithm).hexdigest()}  {name}\n")
            (self.folder / f"tagmanifest-{algorithm}.txt").write_text("".join(lines), encoding="utf-8")


class Bag:
    """A finished bag, to be read."""

    def __init__(self, folder: Path):
        """Raises ``Refused`` where the folder holds no finished bag."""
        self.folder = Path(folder)
        declaration = self.folder / "bagit.txt"
        if not declaration.is_file():
            if (self.folder / UNFINISHED).exists():
                message = _("The package in “%(folder)s” was never finished: run the command that made it once more.")
            else:
                message = _("There is no package in “%(folder)s”: bagit.txt is missing.")
            raise Refused(message % {"folder": folder})
        self.algorithms = [name for name in ALGORITHMS if (self.folder / f"manifest-{name}.txt").is_file()]
        if not self.algorithms or not declaration.read_bytes().startswith(b"BagIt-Version: "):
            raise Refused(_("“%(folder)s” is not a package that can be read here.") % {"folder": folder})

    @property
    def name(self) -> str:
        """Another for every bag: the start of the checksum of its manifest."""
        with (self.folder / f"manifest-{self.algorithms[0]}.txt").open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]

    @property
    def information(self) -> dict[str, str]:
        """What ``bag-info.txt`` says."""
        lines = (self.folder / "bag-info.txt").read_text(encoding="utf-8").splitlines()
        return dict(line.split(": ", 1) for line in lines if ": " in line)

    @property
    def size(self) -> tuple[int, int]:
        """(files, octets) of the payload as ``bag-info.txt`` promises them; zeros where it does not."""
        octets, _dot, files = self.information.get("Payload-Oxum", "0.0").partition(".")
        return int(files), int(octets)

    def payload(self, algorithm: str = "") -> Iterator[tuple[str, str]]:
        """(path below ``data/``, checksum) of every payload file, as a manifest lists them."""
        for path, checksum in self._manifest(f"manifest-{algorithm or self.algorithms[0]}.txt"):
            if not path.startswith("data/"):
                raise Refused(_("The package lists a file outside its data: %(path)s") % {"path": path})
            yield path.removeprefix("data/"), checksum

    def path(self, name: str) -> Path:
        """Where a payload file lies; raises ``Refused`` for a name that leads out of the bag."""
        found = (self.folder / "data" / name).resolve()
        if (self.folder / "data").resolve() not in found.parents:
            raise Refused(_("The package lists a file outside its data: %(path)s") % {"path": name})
        return found

    def problems(self, progress: Callable[[int, int], None] = lambda files, octets: None) -> Iterator[str]:
        """Read everything; a sentence for each file that is missing, changed or not listed. ``progress(files, octets)``."""
        algorithm = self.algorithms[-1]
        tags = self.folder / f"tagmanifest-{algorithm}.txt"
        if tags.is_file():
            for path, checksum in self._manifest(tags.name):
                if checksum_of(self.folder / path, algorithm) != checksum:
                    yield _("%(path)s is missing or was changed.") % {"path": path}
        listed = octets = 0
        for path, checksum in self.payload(algorithm):
            file = self.path(path)
            if checksum_of(file, algorithm) != checksum:
                yield _("%(path)s is missing or was changed.") % {"path": f"data/{path}"}
            listed += 1
            octets += file.stat().st_size if file.is_file() else 0
            progress(listed, octets)
        there = sum(len(files) for _folder, _folders, files in os.walk(self.folder / "data"))
        if there > listed:
            yield _("%(number)s files lie in the package that its manifest does not list.") % {"number": there - listed}

    def _manifest(self, name: str) -> Iterator[tuple[str, str]]:
        with (self.folder / name).open(encoding="utf-8") as lines:
            for line in lines:
                checksum, path = line.rstrip("\n").split(maxsplit=1)
                yield decoded(path.removeprefix("*")), checksum.lower()


def checksum_of(file: Path, algorithm: str = "sha256") -> str:
    """The checksum of a file on this machine; empty where there is none."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, algorithm).hexdigest()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return ""


def encoded(path: str) -> str:
    """A path as a manifest writes it (RFC 8493, 2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def decoded(path: str) -> str:
    """A path as it was before ``encoded``."""
    for code, sign in (("%0D", "\r"), ("%0d", "\r"), ("%0A", "\n"), ("%0a", "\n"), ("%25", "%")):
        path = path.replace(code, sign)
    return path
