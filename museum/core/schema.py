"""What the database has by now: some code runs before all migrations have."""

from django.db.migrations.executor import MigrationExecutor


def has_table(connection, name: str) -> bool:
    """Whether a table has been made; asked of the database until it has, and then remembered with the connection."""
    known = connection.__dict__.setdefault("known_tables", set())
    if name not in known:
        with connection.cursor() as cursor:
            known.update({name}.intersection(connection.introspection.table_names(cursor)))
    return name in known


def waiting_migrations(connection) -> list[str]:
    """The migrations of this version of the museum that have not run; what a later version has run does not count."""
    executor = MigrationExecutor(connection)
    return [str(step) for step, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes())]
