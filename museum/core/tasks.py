"""Work of the whole museum that nobody waits for."""

from django.utils.translation import gettext_lazy as _
from django_tasks import task

from museum.core import front_caches
from museum.core.retries import retried


@task(backend="background")
@retried(_("Tell a cache in front of a decision"), attempts=0, first=2, longest=300, limit=60)
def tell_front_cache(address: str) -> None:
    """Send a front cache that did not answer a new stamp; tried again until it takes it."""
    front_caches.tell(address)
