"""The demonstration collection: complete in three languages, sourced, loaded once, and gone without a trace."""

import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from exhibits.models import ExhibitPage, PanoramaPage
from museum.assets.models import Model3D, MuseumImage, Recording, RecordingTrack
from museum.assets.renditions import picture_filters
from museum.assets.sizes import CARD_SPEC
from museum.collection.models import Artefact, Event, Person, Place, Theme
from museum.entrance.models import HomePage, PlainPage
from stories.models import Journey, Leg, StoryPage
from tests.pages.test_query_counts import BUDGET

LANGUAGES = {"fr", "ar", "en"}

#: Tables that remember that something happened, not what the museum holds.
FRAMEWORK = {"contenttypes.ContentType", "auth.Permission", "sessions.Session"}


def search_entries() -> int:
    """How many things the search index knows, by the database's own count (SQLite keeps words in a table of its own)."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name.startswith("wagtailsearch_")]
        return sum(
            _count(cursor, name)
            for name in tables
            if name in ("wagtailsearch_indexentry", "wagtailsearch_indexentry_fts")
        )


def _count(cursor, table: str) -> int:
    cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
    return cursor.fetchone()[0]


def rows() -> dict[str, int]:
    """How many rows every table has."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.label not in FRAMEWORK
    }


def files() -> set[str]:
    """Every stored file."""
    roots = (Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_MEDIA_ROOT))
    return {str(path) for root in roots for path in root.rglob("*") if path.is_file()}


def run(command: str, *args) -> str:
    out = StringIO()
    call_command(command, *args, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[dict]:
    """A museum with the demonstration collection; what there was before it."""
    with django_db_blocker.unblock(), transaction.atomic():
        run("setup_museum")
        before = {"rows": rows(), "files": files(), "search": search_entries()}
        run("demo", "load")
        assert search_entries() > before["search"]
        yield before
        transaction.set_rollback(True)


def test_it_holds_what_was_promised(loaded, db):
    assert Theme.objects.filter(live=True).count() == 8
    assert Place.objects.filter(live=True).count() >= 60
    assert Event.objects.filter(live=True).count() == 80
    assert Artefact.objects.filter(live=True).count() >= 40
    assert Person.objects.filter(live=True).count() >= 8
    assert Model3D.objects.count() >= 28
    assert Recording.objects.filter(live=True).count() >= 9
    assert RecordingTrack.objects.count() == 3 * 9
    for language in LANGUAGES:
        assert StoryPage.objects.live().filter(locale__language_code=language).count() >= 16
        assert ExhibitPage.objects.live().filter(locale__language_code=language).count() == 8
        assert PanoramaPage.objects.live().filter(locale__language_code=language).count() >= 4
        assert PlainPage.objects.live().filter(locale__language_code=language).count() == 4


@pytest.mark.parametrize("model", [Theme, Event, Artefact])
def test_every_record_is_written_in_three_languages(loaded, db, model):
    for record in model.objects.prefetch_related("texts"):
        assert {text.language for text in record.texts.all() if text.heading.strip()} >= LANGUAGES, record.slug


def test_every_place_has_a_name_in_three_languages(loaded, db):
    for place in Place.objects.prefetch_related("names"):
        assert {name.language for name in place.names.all()} >= LANGUAGES, place.slug


def test_every_image_says_what_it_shows_in_three_languages(loaded, db):
    for image in MuseumImage.objects.all():
        assert all(image.alt_in(language) for language in LANGUAGES), image.title
        assert image.rights


def test_every_story_exhibit_and_artefact_names_its_sources(loaded, db):
    for thing in [*StoryPage.objects.all(), *ExhibitPage.objects.all(), *Artefact.objects.all(), *Event.objects.all()]:
        assert len(thing.sources), str(thing)


def test_every_story_tells_a_journey_whose_legs_have_a_source_and_a_certainty(loaded, db):
    for story in StoryPage.objects.all():
        assert story.journey, story.slug
    for leg in Leg.objects.all():
        assert leg.source.strip(), str(leg)
        assert leg.certainty in Leg.Certainty.values


def test_every_replica_says_that_it_is_modelled_and_of_usual_size(loaded, db):
    words = {"fr": ("numérique", "courantes"), "ar": ("رقمي", "المألوفة"), "en": ("digital", "usual size")}
    for artefact in Artefact.objects.prefetch_related("texts", "media"):
        if artefact.models_3d:
            for text in artefact.texts.all():
                said = f"{text.brief_description} {text.credit_line}"
                assert all(word in said for word in words[text.language]), (artefact.slug, text.language)


def test_no_figure_and_no_quotation_is_without_a_source(loaded, db):
    for story in StoryPage.objects.all():
        for block in story.body:
            if block.block_type in ("figure", "quotation"):
                assert block.value["source"].strip(), (story.slug, block.value)


def test_everything_of_it_carries_the_mark(loaded, db):
    for model in (
        *(Theme, Place, Event, Artefact, Person, MuseumImage, Model3D, Recording),
        *(Journey, StoryPage, ExhibitPage, PanoramaPage, PlainPage),
    ):
        assert not model.objects.filter(is_demonstration=False).exists(), model


def test_the_rooms_of_an_exhibit_have_the_same_addresses_in_every_language(loaded, db):
    for french in ExhibitPage.objects.filter(locale__language_code="fr"):
        walks = [
            [work.anchor for room in version.walk for work in room.works]
            for version in ExhibitPage.objects.filter(translation_key=french.translation_key)
        ]
        assert len(walks) == 3
        assert len(walks[0]) >= 10
        assert walks[0] == walks[1] == walks[2]


@pytest.fixture
def sized(loaded, db) -> Iterator[None]:
    """Every picture in its sizes, as ``make_renditions`` leaves them, without cutting one."""
    model = MuseumImage.get_rendition_model()
    storage = model().file.storage
    name = storage.save("images/no-picture.webp", ContentFile(b"0"))
    specs = [(spec, int(re.search(r"width-(\d+)", spec)[1])) for spec in (*picture_filters(), CARD_SPEC)]
    model.objects.bulk_create(
        model(image=image, filter_spec=spec, focal_point_key="", file=name, width=width, height=width)
        for image in MuseumImage.objects.all()
        for spec, width in specs
    )
    yield
    storage.delete(name)


def public_pages(client) -> list[str]:
    """The paths of everything public in French, as the sitemap names them, and of questions with rich answers."""
    found = []
    for sitemap in re.findall(r"<loc>[^<]*?(/[^</]*)</loc>", client.get("/sitemap.xml").content.decode()):
        found += re.findall(r"<loc>https?://[^</]+(/fr/[^<]*)</loc>", client.get(sitemap).content.decode())
    asked = [
        "routes/?from=casablanca",
        "road/?from=casablanca&to=paris",
        "search/?q=agadir",
        "timeline/?place=casablanca",
    ]
    return list(dict.fromkeys([*found, *(f"/fr/{path}" for path in asked)]))


def queries(client, path: str) -> int:
    # The log holds so many and no more.
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200, path
    return len(captured)


def test_no_page_of_it_asks_the_database_more_than_the_budget(sized, client):
    paths = public_pages(client)
    assert len(paths) > 200
    # What is asked once and kept, as the site itself, counts for no page.
    dear = [path for path in paths if queries(client, path) > BUDGET]
    assert {path: asked for path in dear if (asked := queries(client, path)) > BUDGET} == {}


def test_a_second_load_changes_nothing_and_keeps_what_a_curator_wrote(loaded, db):
    story = StoryPage.objects.filter(locale__language_code="fr").first()
    story.title = "Un titre de conservatrice"
    story.save_revision().publish()
    before, stored = rows(), files()
    assert "0 things added" in run("demo", "load")
    assert (rows(), files()) == (before, stored)
    assert StoryPage.objects.get(pk=story.pk).title == "Un titre de conservatrice"


def test_removal_leaves_not_a_row_nor_a_file(loaded, db, client):
    image = MuseumImage.objects.first()
    image.get_rendition("width-320|format-webp")
    artefact = Artefact.objects.first()
    artefact.save_revision()
    run("demo", "remove")
    left = {label: (loaded["rows"][label], count) for label, count in rows().items() if count != loaded["rows"][label]}
    # A home page's own history stays: the page was there before.
    left = {
        label: pair for label, pair in left.items() if label not in ("wagtailcore.PageLogEntry", "wagtailcore.Revision")
    }
    assert left == {}
    assert search_entries() == loaded["search"]
    assert files() <= loaded["files"]
    assert not HomePage.objects.filter(is_demonstration=True).exists()
    assert client.get("/fr/").status_code == 200
    assert client.get("/ar/collection/").status_code == 200


def test_a_museum_with_things_of_its_own_keeps_them(loaded, db):
    from tests import builders

    own = builders.artefact()
    run("demo", "remove")
    assert Artefact.objects.get().pk == own.pk
