"""An index added while the museum is open (https://www.postgresql.org/docs/current/sql-createindex.html, CONCURRENTLY)."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db.migrations.operations import AddIndex


class AddIndexOnline(AddIndexConcurrently):
    """``AddIndex`` that lets others write meanwhile on PostgreSQL; on SQLite the plain one.

    Its migration needs ``atomic = False`` and holds nothing else.
    """

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Build the index."""
        self._for(schema_editor).database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Drop it."""
        self._for(schema_editor).database_backwards(app_label, schema_editor, from_state, to_state)

    def _for(self, schema_editor):
        kind = AddIndexConcurrently if schema_editor.connection.vendor == "postgresql" else AddIndex
        return kind(self.model_name, self.index)
