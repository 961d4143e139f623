"""Every kind of record has its list, search, filters, form, preview, history, usage and chooser."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from museum.collection.models import Artefact, Place, Theme
from museum.desk.roles import EDITORS, record_models, set_up_roles
from tests import builders

pytestmark = pytest.mark.django_db

BUILD = {
    "artefact": builders.artefact,
    "objectname": builders.object_name,
    "person": builders.person,
    "place": builders.place,
    "theme": builders.theme,
    "event": builders.event,
    "collectionset": builders.collection_set,
    "guidedlook": builders.guided_look,
    "recording": builders.recording,
    "statisticseries": builders.series,
    "journey": lambda **fields: builders.journey((builders.place(), builders.place()), **fields),
}
KINDS = sorted(BUILD)
#: A word has no page of its own, and that of a journey does not say its title (test_journeys.py); a series is
#: seen on the map of roads.
PREVIEWED = [kind for kind in KINDS if kind not in ("objectname", "journey", "statisticseries")]


@pytest.fixture(autouse=True)
def curator(client):
    builders.home()
    set_up_roles()
    user = builders.user(EDITORS, language="en")
    client.force_login(user)
    return user


def english(record) -> str:
    """What a record is called in the admin that these tests look at."""
    with override("en"):
        return str(record)


def test_every_record_has_a_viewset():
    assert sorted(model._meta.model_name for model in record_models()) == KINDS
    assert all(hasattr(model, "snippet_viewset") for model in record_models())


def address(record_or_model, name, *args):
    return reverse(record_or_model.snippet_viewset.get_url_name(name), args=args)


@pytest.mark.parametrize("kind", KINDS)
def test_views_of_one_record(client, kind):
    record = BUILD[kind]()
    for name in ("edit", "history", "usage", "inspect", "delete", "copy"):
        response = client.get(address(record, name, record.pk))
        assert response.status_code == 200, name
    html = client.get(address(record, "edit", record.pk)).content.decode()
    assert "data-museum-readiness" in html
    assert "What this is" in html


@pytest.mark.parametrize("kind", KINDS)
def test_empty_form(client, kind):
    model = type(BUILD[kind]())
    assert client.get(address(model, "add")).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_list_search_and_filters(client, kind):
    record = BUILD[kind]()
    draft = BUILD[kind](publish=False)
    model = type(record)
    everything = client.get(address(model, "list")).content.decode()
    assert english(record) in everything
    assert english(draft) in everything
    live = client.get(address(model, "list_results"), {"live": "true"}).content.decode()
    assert address(record, "edit", record.pk) in live
    assert address(draft, "edit", draft.pk) not in live
    found = client.get(address(model, "list"), {"q": english(record)}).content.decode()
    assert english(record) in found
    assert client.get(address(model, "list"), {"live": "¿", "theme": "999999"}).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_more_records_add_no_queries_to_the_list(client, kind, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    model = type([BUILD[kind]() for _ in range(2)][0])
    client.get(address(model, "list"))
    with CaptureQueriesContext(connection) as captured:
        client.get(address(model, "list"))
    few = len(captured)
    assert few
    for _ in range(6):
        BUILD[kind]()
    client.get(address(model, "list"))
    with django_assert_max_num_queries(few):
        client.get(address(model, "list"))


@pytest.mark.parametrize("kind", KINDS)
def test_chooser_lists_and_offers_a_form(client, kind):
    record = BUILD[kind]()
    namespace = type(record).snippet_viewset.chooser_viewset.url_namespace
    response = client.get(reverse(f"{namespace}:choose"))
    html = response.json()["html"]
    assert english(record) in html
    if type(record).snippet_viewset.creation_form:
        assert 'id="tab-create"' in html or "Create" in html


@pytest.mark.parametrize(
    ("model", "data", "live"),
    [
        (Theme, {"name": "Le retour", "language": "fr", "colour": "sea"}, True),
        (Place, {"name": "أڭادير", "language": "ar", "kind": "city", "country": "MA"}, True),
        (Artefact, {"name": "Lampe", "language": "fr", "object_number": "T.7/2", "rights": ""}, False),
    ],
)
def test_created_in_place(client, model, data, live):
    namespace = model.snippet_viewset.chooser_viewset.url_namespace
    answer = client.post(reverse(f"{namespace}:create"), data).json()
    assert answer["step"] == "chosen"
    record = model.objects.get()
    assert english(record) == data["name"]
    assert record.slug
    assert record.live == live, "published at once where it is ready"


def test_created_in_place_twice_gets_another_address(client):
    namespace = Theme.snippet_viewset.chooser_viewset.url_namespace
    for _ in range(2):
        client.post(reverse(f"{namespace}:create"), {"name": "Retour", "language": "fr", "colour": "sea"})
    assert sorted(Theme.objects.values_list("slug", flat=True)) == ["retour", "retour-2"]


def test_an_object_number_that_is_taken_is_told_in_place(client):
    builders.artefact(object_number="T.1", slug="t-1")
    namespace = Artefact.snippet_viewset.chooser_viewset.url_namespace
    data = {"name": "Lampe", "language": "fr", "object_number": "T.1", "rights": ""}
    answer = client.post(reverse(f"{namespace}:create"), data).json()
    assert answer["step"] == "reshow_creation_form"
    assert "Lampe" in answer["htmlFragment"]


def test_numbers_that_make_the_same_address_do_not_collide(client):
    builders.artefact(object_number="T.1", slug="t-1")
    namespace = Artefact.snippet_viewset.chooser_viewset.url_namespace
    data = {"name": "Lampe", "language": "fr", "object_number": "T/1", "rights": ""}
    assert client.post(reverse(f"{namespace}:create"), data).json()["step"] == "chosen"
    assert Artefact.objects.filter(slug="t-1-2").exists()


def test_the_artefact_list_shows_pictures_and_narrows(client):
    theme, other = builders.theme(), builders.theme()
    shown, hidden = builders.artefact(themes=[theme]), builders.artefact(themes=[other])
    results = client.get(address(Artefact, "list_results"), {"themes": theme.pk}).content.decode()
    assert shown.object_number in results
    assert hidden.object_number not in results
    assert "museum-thumbnail" in results
    assert "fill-80x80" in results


def test_artefacts_for_which_nobody_chose_rights(client):
    chosen, blank = builders.artefact(), builders.artefact(publish=False, rights="")
    results = client.get(address(Artefact, "list_results"), {"rights": "none"}).content.decode()
    assert blank.object_number in results
    assert chosen.object_number not in results


def test_the_catalogue_stands_in_the_menu_and_snippets_do_not(client):
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert '"catalogue"' in html
    assert address(Artefact, "list") in html
    assert reverse("wagtailsnippets:index") + '"' not in html


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
@pytest.mark.parametrize("kind", PREVIEWED)
def test_preview_of_a_draft_in_each_language(kind, language):
    from django.test import RequestFactory

    record = BUILD[kind](publish=False)
    request = RequestFactory().get("/")
    html = record.serve_preview(request, language).content.decode()
    assert f'<html lang="{language}"' in html
    with override(language):
        assert str(record) in html


@pytest.mark.parametrize("kind", PREVIEWED)
def test_view_of_a_draft_in_the_admin(client, kind):
    record = BUILD[kind](publish=False)
    response = client.get(address(record, "revisions_view", record.pk, record.latest_revision_id))
    assert response.status_code == 200
    assert english(record) in response.content.decode()


def test_the_page_chooser_of_no_type_is_broken_by_records(client):
    assert Page.objects.exists()
    assert client.get(reverse("wagtailadmin_choose_page")).status_code == 200
