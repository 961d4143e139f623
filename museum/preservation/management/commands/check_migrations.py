"""``manage.py check_migrations``: whether every migration can run while the old code serves. Part of ``make lint``."""

from django.core.management.base import BaseCommand, CommandError

from museum.preservation.migration_safety import REASONS, problems


class Command(BaseCommand):
    help = (
        "Refuse migrations that break the code still serving, or that cannot be taken back, without a written reason."
    )
    requires_system_checks = ()

    def handle(self, *args, **options):
        """Print a line for each danger; fail where there is one."""
        found = problems()
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(
                f"{len(found)} dangers. Make the migration in two releases (docs/preservation.md), or write the reason: "
                f'{REASONS} = {{"RemoveField story.motto": "…"}} in the migration.'
            )
        self.stdout.write("Every migration can run while the old code serves.")
