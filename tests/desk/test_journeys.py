"""Recording a journey: places typed by any name, mistakes told and nothing lost, a preview that tells no more than allowed."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from museum.collection.models import PlaceName
from museum.desk.roles import EDITORS, set_up_roles
from stories.models import Journey
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    essaouira = builders.place(names={"fr": "Essaouira", "ar": "الصويرة"}, slug="essaouira", country="MA")
    essaouira.names.add(PlaceName(text="Mogador", language="fr", kind="former"))
    essaouira.save()
    return essaouira, builders.place(names={"fr": "Lens"}, slug="lens", country="FR")


@pytest.fixture(autouse=True)
def curator(client):
    builders.home()
    set_up_roles()
    client.force_login(builders.user(EDITORS, language="fr"))


def form(start, end, **changes) -> dict:
    """What the browser sends for a journey of one leg; ``start`` and ``end`` are (typed, chosen key)."""
    leg = {
        "from_place": start[0], "from_place-key": start[1], "to_place": end[0], "to_place-key": end[1],
        "from_precision": "exact", "to_precision": "exact", "date": "1963", "mode": "train", "motive": "labour",
        "certainty": "documented", "documents": streamfield([]), "source": "Un livre, p. 3",
        **{f"{kind}_{code}": "" for kind in ("companions", "note") for code in ("fr", "ar", "en", "zgh")},
    }  # fmt: skip
    return nested_form_data({"title": "Essai", "slug": "essai", "legs": inline_formset([{**leg, **changes}])})


def add() -> str:
    return reverse(Journey.snippet_viewset.get_url_name("add"))


@pytest.mark.parametrize("typed", ["Mogador", "الصويرة", "صويرة", "essaouira", "MOGADOR "])
def test_a_place_is_typed_by_any_of_its_names(client, places, typed):
    answer = client.post(add(), form((typed, ""), ("Lens", "")))
    assert answer.status_code == 302
    leg = Journey.objects.get().legs.get()
    assert (leg.from_place, leg.to_place) == places


def test_a_place_that_was_chosen_counts_only_while_its_name_stands(client, places):
    essaouira, lens = places
    client.post(add(), form(("Essaouira", essaouira.pk), ("Essaouira", lens.pk)))
    leg = Journey.objects.get().legs.get()
    assert (leg.from_place, leg.to_place) == (essaouira, essaouira)


def test_a_name_that_nobody_knows_is_refused_with_the_nearest_and_stays_typed(client, places):
    answer = client.post(add(), form(("Esaouirra", ""), ("Nulle-Part-Xyz", "")))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert not Journey.objects.exists()
    assert "Aucun lieu ne s’appelle « Esaouirra ». Vouliez-vous dire : Essaouira ?" in page
    assert "Aucun lieu ne s’appelle « Nulle-Part-Xyz »." in page
    assert 'value="Esaouirra"' in page
    assert 'value="Nulle-Part-Xyz"' in page
    assert 'value="Un livre, p. 3"' in page


def test_a_leg_needs_both_its_places(client, places):
    answer = client.post(add(), form(("", ""), ("Lens", "")))
    assert answer.status_code == 200
    assert not Journey.objects.exists()


def test_the_form_shows_places_by_name_in_the_curators_language(client, places):
    journey = builders.journey(places)
    page = client.get(reverse(Journey.snippet_viewset.get_url_name("edit"), args=[journey.pk])).content.decode()
    assert 'value="Essaouira"' in page
    assert f'name="legs-0-from_place-key" value="{places[0].pk}"' in page


def test_curators_are_offered_drafts_and_readers_are_not(client, places):
    builders.place(publish=False, names={"fr": "Zagora"}, slug="zagora")
    desk = client.get(reverse("museum_suggest_places"), {"q": "zago"})
    assert [row["label"] for row in desk.json()["suggestions"]] == ["Zagora"]
    assert client.get("/fr/places/suggest/", {"q": "zago"}).json() == {"suggestions": []}
    client.logout()
    assert client.get(reverse("museum_suggest_places"), {"q": "zago"}).status_code == 302


@pytest.mark.parametrize("mode", ["fr", "ar", "en"])
def test_the_preview_draws_what_is_typed_as_readers_may_see_it(client, places, mode):
    address = reverse(Journey.snippet_viewset.get_url_name("preview_on_add"))
    client.post(address, form(("Mogador", ""), ("Lens", ""), from_precision="country"))
    page = client.get(address, {"mode": mode, "in_preview_panel": "true"}).content.decode()
    assert page.count('class="journey__leg ') == 1
    for name in ("Essaouira", "Mogador", "الصويرة", "essaouira"):
        assert name not in page
    assert {"fr": "Maroc", "ar": "المغرب", "en": "Morocco"}[mode] in page
