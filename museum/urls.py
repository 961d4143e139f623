"""The composition root of addresses: every part of the museum by its own URL module."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from museum.core import health, metrics
from museum.core.ranges import serve_media
from museum.entrance import views as entrance_views

handler404 = "museum.entrance.views.page_not_found"
handler500 = "museum.entrance.views.server_error"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("iiif/image/3/", include("museum.iiif.urls")),
    path("health/", health.alive, name="health"),
    path("ready/", health.ready, name="ready"),
    path("metrics/", metrics.view, name="metrics"),
    path("", entrance_views.negotiate, name="negotiate"),
    path("", include("museum.feeds.urls")),
    path("", include("museum.offline.urls")),
    path("", include("museum.assets.urls")),
    path("", include("stories.journeys.urls")),
]

if settings.SERVE_MEDIA:
    urlpatterns += [
        re_path(
            r"^media/(?P<path>(?:images|models|recordings|tracks)/.*)$",
            serve_media,
            {"document_root": settings.MEDIA_ROOT},
        ),
    ]

if settings.DEBUG:
    urlpatterns += [path("styleguide/", entrance_views.styleguide, name="styleguide")]

urlpatterns += i18n_patterns(
    path("", include("museum.collection.urls")),
    path("", include("stories.urls")),
    path("routes/", include("stories.routes.urls")),
    path("", include("museum.assets.language_urls")),
    path("", include("stories.journeys.language_urls")),
    path("", include("museum.feeds.language_urls")),
    path("", include("museum.offline.language_urls")),
    path("", include("museum.search.urls")),
    path("", include("museum.entrance.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
