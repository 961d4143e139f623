"""``manage.py check_live``: what is live without being ready. For a nightly run."""

from django.core.management.base import BaseCommand
from django.utils.translation import override
from wagtail.models import Page

from museum.core.models import BasePage
from museum.core.readiness import blocking
from museum.desk.roles import record_models


def live_but_not_ready():
    """Yield (thing, missing checks) for every live page and record that would not pass the gate today."""
    for page in Page.objects.live().specific().iterator(chunk_size=200):
        if isinstance(page, BasePage) and (missing := blocking(page.readiness())):
            yield page, missing
    for model in record_models():
        for record in model.objects.filter(live=True).iterator(chunk_size=200):
            if missing := blocking(record.readiness()):
                yield record, missing


class Command(BaseCommand):
    """The safety net under the gate: a licence withdrawn, a row changed by hand, a rule made stricter."""

    help = "List what is live without being ready; fails where there is something, so that a nightly run is noticed."

    def add_arguments(self, parser):
        """``--language``: in which the sentences are."""
        parser.add_argument("--language", default="fr", choices=["fr", "ar", "en"])

    def handle(self, *args, language="fr", **options):
        """Print one line a thing; exit with 1 where there is any."""
        count = 0
        with override(language):
            for thing, missing in live_but_not_ready():
                count += 1
                kind = thing._meta.verbose_name
                self.stdout.write(f"{kind} {thing.pk} “{thing}”: " + " ".join(check.message for check in missing))
        if count:
            self.stderr.write(f"{count} live without being ready")
            raise SystemExit(1)
        self.stdout.write("Everything live is ready")
