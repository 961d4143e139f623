"""What waits for somebody: drafts, missed schedules, live things that lack something, missing translations.

Each list is one query of at most ``LIMIT`` rows, whatever the size of the museum.
"""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from exhibits.models import ExhibitPage
from museum.assets.models import MuseumImage
from museum.collection.models import Artefact
from museum.desk.roles import record_models
from museum.entrance.models import PlainPage
from stories.models import StoryPage

LIMIT = 6
#: The languages every story and exhibit should have; Tamazight comes where it can.
WANTED_LANGUAGES = ("fr", "ar", "en")
#: The schedule runs every few minutes; what is an hour late will not come by itself.
LATE = datetime.timedelta(hours=1)


def draft_pages(user):
    """Pages with something that is not published, newest first, of those ``user`` may work on."""
    pages = page_permission_policy.instances_user_has_any_permission_for(user, {"add", "change", "publish"})
    return (
        pages.filter(Q(live=False) | Q(has_unpublished_changes=True), depth__gt=1, expired=False)
        .select_related("locale", "content_type")
        .order_by("-latest_revision_created_at")[:LIMIT]
    )


def draft_records(user):
    """The latest revisions of records that are not published."""
    wanted = Q(pk__in=[])
    for model in record_models():
        if user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}"):
            wanted |= Q(
                content_type=ContentType.objects.get_for_model(model),
                pk__in=model.objects.filter(live=False).values("latest_revision_id"),
            )
    return (
        Revision.objects.filter(wanted).select_related("content_type").defer("content").order_by("-created_at")[:LIMIT]
    )


def missed_schedules():
    """Revisions whose hour has passed and that are still not published."""
    return (
        Revision.objects.filter(approved_go_live_at__lt=timezone.now() - LATE)
        .select_related("content_type")
        .defer("content")
        .order_by("approved_go_live_at")[:LIMIT]
    )


def missing_translations():
    """Live stories, exhibits and plain pages that some reader cannot have in their language.

    One page a work (the oldest), with ``missing``: the languages in which no version exists, drafts included.
    """
    types = ContentType.objects.get_for_models(StoryPage, ExhibitPage, PlainPage).values()
    same = Page.objects.filter(translation_key=OuterRef("translation_key"))
    pages = Page.objects.live().filter(content_type__in=types)
    has = {f"has_{code}": Exists(same.filter(locale__language_code=code)) for code in WANTED_LANGUAGES}
    incomplete = Q(*((name, False) for name in has), _connector=Q.OR)
    older = same.filter(live=True, pk__lt=OuterRef("pk"))
    found = (
        pages.annotate(**has)
        .filter(incomplete)
        .filter(~Exists(older))
        .select_related("locale", "content_type")
        .order_by("-last_published_at")[:LIMIT]
    )
    for page in found:
        page.missing = [code for code in WANTED_LANGUAGES if not getattr(page, f"has_{code}")]
    return found


def _without_words(prefix: str = "") -> Q:
    """Pages whose lead image has no alternative text in the page's own language."""
    found = Q()
    for code in ("fr", "ar", "en", "zgh"):
        found |= Q(**{"locale__language_code": code, f"lead_image__alt_{code}": ""})
    return found


def unready_pages():
    """Live stories and exhibits that would not pass the gate today, as far as the database can tell by itself.

    ``manage.py check_live`` looks at everything; this is quick enough for every visit of the dashboard.
    """
    lacking = Q(summary="") | Q(lead_image=None) | Q(lead_image__rights="") | _without_words()
    stories = StoryPage.objects.live().filter(lacking).values("pk")
    exhibits = ExhibitPage.objects.live().filter(lacking).values("pk")
    return (
        Page.objects.filter(Q(pk__in=stories) | Q(pk__in=exhibits))
        .select_related("locale", "content_type")
        .order_by("-last_published_at")[:LIMIT]
    )


def unready_artefacts():
    """Live artefacts without rights, or showing an image without them."""
    return (
        Artefact.objects.filter(live=True)
        .filter(Q(rights="") | Q(media__image__rights=""))
        .distinct()
        .prefetch_related("texts")
        .order_by("object_number")[:LIMIT]
    )


def images_without_words() -> int:
    """How many images have no alternative text in any language, or no rights."""
    return MuseumImage.objects.filter(Q(rights="") | Q(alt_fr="", alt_ar="", alt_en="", alt_zgh="")).count()
