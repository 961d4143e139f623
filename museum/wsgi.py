"""The WSGI entry point of the museum."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "museum.settings.production")

application = get_wsgi_application()
