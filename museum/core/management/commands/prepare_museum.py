"""Bring a database to where the museum can open: migrations, groups, logins, and in a new one the demonstration."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    help = (
        "Migrate, create groups and first logins and, in a database that was empty before, load the "
        "demonstration collection. Doing it again changes nothing that people made."
    )

    def handle(self, **options):
        # A first opening that was interrupted goes on where it stopped; one that ended is never
        # repeated, so that a demonstration collection that was taken out stays out.
        unfinished = self.unfinished_file()
        if not self.has_migrations():
            unfinished.parent.mkdir(parents=True, exist_ok=True)
            unfinished.touch()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", interactive=False, verbosity=1, stdout=self.stdout)
            call_command("index_search", if_empty=True, stdout=self.stdout)
        call_command("setup_museum", stdout=self.stdout)
        call_command("create_curator", stdout=self.stdout)
        if unfinished.exists():
            call_command("demo", "load", stdout=self.stdout)
            unfinished.unlink()

    def has_migrations(self) -> bool:
        """Whether this database has ever been migrated."""
        return "django_migrations" in connection.introspection.table_names()

    def unfinished_file(self) -> Path:
        """The mark of a first opening under way, one a database."""
        named = {name: str(connection.settings_dict.get(name)) for name in ("HOST", "PORT", "NAME")}
        digest = hashlib.sha256(repr(sorted(named.items())).encode()).hexdigest()[:12]
        return Path(settings.STATE_DIR) / f"first-opening-{digest}"
