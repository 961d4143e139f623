"""The WSGI entry point of the museum."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "museum.settings.production")

from museum.core import metrics  # noqa: E402
from museum.core.health import Alive  # noqa: E402
from museum.core.observed import Observed  # noqa: E402
from museum.core.page_cache import PageCache  # noqa: E402

application = get_wsgi_application()
if settings.PAGE_CACHE_BYTES:
    application = PageCache(application)
if settings.LOG_REQUESTS or metrics.is_on():
    application = Observed(application)
application = Alive(application)
