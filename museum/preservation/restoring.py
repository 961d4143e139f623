"""A back-up into an empty museum. Nothing is written before everything in the package was read and found whole.

Files go first, each under its old name; then all rows in one transaction, so that there is never half a museum; then what
is made from them. A run that was interrupted goes on: a journal beside the local state says how far it came.
"""

import hashlib
import io
import sqlite3
from collections.abc import Callable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.files import File
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page

from exhibits.models import ExhibitIndexPage
from museum.assets.models import Model3D, MuseumDocument, MuseumImage
from museum.core.schema import waiting_migrations
from museum.entrance.models import HomePage
from museum.preservation import media, rows
from museum.preservation.backing_up import BASE_MAP, CONTENTS, FORMAT
from museum.preservation.packages import Member, Package
from museum.preservation.progress import Progress
from museum.preservation.refusal import Refused
from stories.models import StoryIndexPage

#: What ``setup_museum`` and ``create_curator`` make: a museum with nothing else is empty.
DOORS = (HomePage, StoryIndexPage, ExhibitIndexPage)
FIRST_LOGINS = ("admin", "curator")
#: So many sentences about broken files are enough.
SHOWN = 20


def restore(folder: Path, keys: list | None = None, progress: Progress | None = None) -> tuple[int, int]:
    """Restore the package in ``folder``; returns the (files, octets) of its payload.

    Raises ``Refused`` where this museum is not empty or the package not whole.
    """
    progress = progress or Progress()
    package = Package(folder, keys)
    journal = Journal(package.bag.name)
    try:
        has_rows = journal.says("rows begun") and not is_empty()
        if not has_rows:
            refuse_unless_empty()
            _verify(package, journal, progress)
        contents = package.json(CONTENTS)
        if not has_rows:
            _refuse_unless_known(contents)
            _restore_files(package, journal, progress)
            journal.write("rows begun")
            _restore_rows(package, contents, progress)
        _make_the_rest(progress)
        _tell_of_settings(package, contents, progress)
        journal.forget()
        return package.bag.size
    finally:
        journal.close()


class Journal:
    """How far the restoring of one package into one database came."""

    def __init__(self, name: str):
        place = {key: str(connection.settings_dict.get(key)) for key in ("HOST", "PORT", "NAME")}
        digest = hashlib.sha256(repr((name, sorted(place.items()))).encode()).hexdigest()[:16]
        self._file = Path(settings.STATE_DIR) / f"restoring-{digest}.sqlite3"
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._journal = sqlite3.connect(self._file, isolation_level=None)
        self._journal.execute("PRAGMA journal_mode=WAL")
        self._journal.execute("PRAGMA synchronous=NORMAL")
        self._journal.execute("CREATE TABLE IF NOT EXISTS said (what TEXT PRIMARY KEY)")

    def says(self, what: str) -> bool:
        """Whether ``what`` was written."""
        return self._journal.execute("SELECT 1 FROM said WHERE what = ?", [what]).fetchone() is not None

    def write(self, what: str) -> None:
        """Note ``what``, on the disk."""
        self._journal.execute("INSERT OR IGNORE INTO said VALUES (?)", [what])

    def close(self) -> None:
        """Keep it for the next run."""
        self._journal.close()

    def forget(self) -> None:
        """All is done."""
        self._journal.close()
        for end in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + end).unlink(missing_ok=True)


def is_empty() -> bool:
    """Whether nobody has put anything into this museum yet."""
    try:
        refuse_unless_empty()
    except Refused:
        return False
    return True


def refuse_unless_empty() -> None:
    """Raise ``Refused``, naming what is there, unless this museum holds nothing but its doors and its first logins."""
    if not rows.applied():
        return
    if waiting_migrations(connection):
        raise Refused(
            _("This database has not had all its migrations. Run “manage.py migrate”, or take a new, empty database.")
        )
    found = []
    for model in _holding():
        if number := model._base_manager.count():
            found.append(f"{model._meta.verbose_name_plural}: {number}")
    doors = ContentType.objects.get_for_models(Page, *DOORS).values()
    if number := Page.objects.exclude(content_type__in=doors).count():
        found.append(f"{Page._meta.verbose_name_plural}: {number}")
    if number := get_user_model().objects.exclude(username__in=FIRST_LOGINS).count():
        found.append(f"{get_user_model()._meta.verbose_name_plural}: {number}")
    if found:
        message = _("This museum is not empty (%(found)s). Nothing was changed. Restore into a new, empty database.")
        raise Refused(message % {"found": ", ".join(found)})


def _holding() -> list[type]:
    """Every kind of record and media."""
    records = [m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page)]
    return [*records, MuseumImage, MuseumDocument, Model3D]


def _verify(package: Package, journal: Journal, progress: Progress) -> None:
    if journal.says("verified"):
        return
    progress.say(_("Reading the package and comparing every checksum:"))
    total, _octets = package.bag.size
    broken = list(_some(package.bag.problems(lambda files, octets: progress.count(files, total, octets))))
    if broken:
        message = _("The package is not whole. Nothing was changed.")
        raise Refused("\n".join([message, *broken]))
    journal.write("verified")
    progress.say("  " + _("all equal"))


def _some(problems):
    for number, problem in enumerate(problems):
        if number == SHOWN:
            yield "…"
            return
        yield problem


def _refuse_unless_known(contents: dict) -> None:
    recorded = {tuple(key) for key in contents["migrations"]}
    executor = MigrationExecutor(connection)
    unknown = sorted(recorded - set(executor.loader.graph.nodes))
    if contents["format"] != FORMAT or unknown:
        message = _(
            "The package was made by a newer or another version of the museum. Install that version, then restore."
        )
        raise Refused(message + "".join(f" {app}.{name}" for app, name in unknown[:3]))
    later = set(rows.applied()) - recorded
    if rows.applied() and (later or recorded - set(rows.applied())):
        message = _("The package was made by an older version of the museum. Restore it into a database on which "
                    "“manage.py migrate” has not been run yet: it is then brought up to date.")  # fmt: skip
        raise Refused(message)


def _restore_files(package: Package, journal: Journal, progress: Progress) -> None:
    progress.say(_("The files:"))
    total, octets = package.number("media/"), 0
    for number, member in enumerate(package.members("media/"), 1):
        _folder, side, name = member.name.split("/", 2)
        octets += _restore_file(package, member, media.StoredName(side, name), journal)
        progress.count(number, total, octets)


def _restore_file(package: Package, member: Member, file: media.StoredName, journal: Journal) -> int:
    """Put one file back unless it is there; returns its octets."""
    done, begun = f"done {member.name}", f"begun {member.name}"
    if journal.says(done):
        return 0
    if file.storage.exists(file.name):
        if file.checksum()[0] == member.sha256:
            journal.write(done)
            return 0
        if not journal.says(begun):
            message = _("There is another file called “%(name)s” already. Empty the folder or bucket of uploads first.")
            raise Refused(message % {"name": f"{file.side}/{file.name}"})
        file.storage.delete(file.name)
    journal.write(begun)
    with package.open(member.name) as stream:
        watched = _Watched(stream, file.name)
        saved = file.storage.save(file.name, watched)
    if saved != file.name or not watched.is_whole(member.sha256):
        file.storage.delete(saved)
        raise Refused(_("“%(name)s” could not be stored as it was.") % {"name": member.name})
    journal.write(done)
    return watched.hashed


class _Watched(File):
    """A file that hashes what a storage reads of it for the first time, in whatever way it reads."""

    #: The checksum of its upload comes back with the rows (museum.assets.originals).
    has_known_checksum = True

    def __init__(self, file, name):
        super().__init__(file, name)
        self.hashed = 0
        self._digest = hashlib.sha256()

    def read(self, *size):
        position = self.file.tell()
        data = self.file.read(*size)
        if position == self.hashed:
            self.hashed += len(data)
            self._digest.update(data)
        return data

    def is_whole(self, sha256: str) -> bool:
        return self._digest.hexdigest() == sha256


def _restore_rows(package: Package, contents: dict, progress: Progress) -> None:
    progress.say(_("The database:"))
    nodes = [tuple(key) for key in contents["migrations"]]
    if not rows.applied():
        rows.migrate_to(nodes)
    tables = rows.Tables(nodes)
    try:
        with transaction.atomic():
            tables.empty()
            for table in contents["tables"]:
                with package.open(table["file"]) as stream:
                    lines = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
                    number = rows.read(tables.model(table["table"]), lines)
                if number != table["rows"]:
                    raise Refused(_("The table “%(table)s” is not whole.") % {"table": table["table"]})
            tables.reset_sequences()
            connection.check_constraints()
    except IntegrityError as error:
        raise Refused(
            _("The rows of the package do not fit together; none was kept: %(why)s") % {"why": error}
        ) from error
    progress.say("  " + _("%(rows)s rows in %(tables)s tables") % {
        "rows": sum(table["rows"] for table in contents["tables"]), "tables": len(contents["tables"])
    })  # fmt: skip


def _make_the_rest(progress: Progress) -> None:
    """What is made from rows and files: newer tables, indexes, tiled copies; and nothing remembered from before."""
    steps: list[tuple[str, Callable]] = [
        (_("Migrations since then:"), lambda: call_command("migrate", interactive=False, verbosity=0)),
        (_("The search:"), _index),
        (_("Tiled copies of large pictures:"), lambda: call_command("make_pyramids", stdout=io.StringIO())),
    ]
    ContentType.objects.clear_cache()
    cache.clear()
    for sentence, step in steps:
        progress.say(sentence)
        step()
        progress.say("  " + _("done, after %(seconds)s s") % {"seconds": progress.seconds})
    cache.clear()


def _index() -> None:
    call_command("update_index", verbosity=0, stdout=io.StringIO())
    call_command("index_search", restart=True, stdout=io.StringIO())


def _tell_of_settings(package: Package, contents: dict, progress: Progress) -> None:
    """Say where this installation is set up otherwise; what is in its environment is not changed."""
    for name, was in contents["settings"].items():
        here = getattr(settings, name, None)
        if repr(_as_json(here)) != repr(was):
            progress.say(_("%(name)s was “%(was)s” and is “%(here)s” here.") % {"name": name, "was": was, "here": here})
    if list(package.members(BASE_MAP)):
        progress.say(
            _("The museum had a base map of its own: data/settings/base-map.json. BASE_MAP says where it lies.")
        )


def _as_json(value):
    return [_as_json(one) for one in value] if isinstance(value, (list, tuple)) else value
