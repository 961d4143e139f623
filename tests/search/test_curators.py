"""What curators see of what visitors look for, and what they put first."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from museum.search import asked, promotions
from museum.search.models import SearchedDay, SearchPromotion
from tests import builders


@pytest.fixture(autouse=True)
def nothing_held():
    """No count of another test."""
    asked._held.clear()
    asked._found.clear()


def look_for(client, text, times=1, language="fr", **more):
    for _ in range(times):
        assert client.get(f"/{language}/search/", {"q": text, **more}).status_code == 200


@pytest.fixture
def curator(client):
    """A curator who may put results first, logged in."""
    user = get_user_model().objects.create_user("curator", "c@example.org", "x")
    group = Group.objects.create(name="Test")
    wanted = Permission.objects.filter(codename__in=["access_admin", "change_searchpromotion"])
    group.permissions.add(*wanted)
    user.groups.add(group)
    client.force_login(user)
    return user


def test_what_many_look_for_is_counted_and_what_few_do_is_not_shown(client, museum):
    look_for(client, "Zellige", 5)
    look_for(client, "tajine", 4)
    asked.write()
    assert [(row["query"], row["times"], row["results"]) for row in asked.report()] == [("zellige", 5, 0)]


def test_only_what_nothing_answers(client, museum):
    look_for(client, "agadir", 5)
    look_for(client, "zellige", 5)
    asked.write()
    assert [row["query"] for row in asked.report(missing=True)] == ["zellige"]


@pytest.mark.parametrize(
    "text",
    ["a.b@example.org", "06 12 34 56 78", "+212612345678", "AB123456", "https://example.org/x", "x " * 20, "z" * 70],
)
def test_what_may_name_a_person_is_never_kept(client, museum, text):
    look_for(client, text, 6)
    assert not asked._held
    asked.write()
    assert not SearchedDay.objects.exists()


def test_a_year_is_not_a_number_of_a_person():
    assert asked.may_be_kept("convention de 1963")


def test_a_search_writes_nothing_by_itself(client, museum):
    look_for(client, "zellige", 3)
    assert not SearchedDay.objects.exists()
    look_for(client, "zellige", asked.HELD)
    assert SearchedDay.objects.get().asked >= asked.HELD


def test_turning_pages_and_narrowing_are_not_new_searches(client, museum):
    look_for(client, "agadir", 1, page="2")
    look_for(client, "agadir", 1, type="place")
    assert not asked._held


def test_rows_hold_no_more_than_words_and_counts():
    assert {field.name for field in SearchedDay._meta.fields} == {"id", "day", "query", "language", "asked", "found"}
    assert SearchedDay._meta.get_field("day").get_internal_type() == "DateField"


def test_what_few_asked_is_forgotten(museum):
    today = timezone.localdate()
    old = today - datetime.timedelta(days=asked.RARE_DAYS + 1)
    SearchedDay.objects.create(day=old, query="rare", language="fr", asked=2)
    SearchedDay.objects.create(day=old, query="common", language="fr", asked=9)
    SearchedDay.objects.create(day=today - datetime.timedelta(days=500), query="ancient", language="fr", asked=99)
    asked.forget()
    assert list(SearchedDay.objects.values_list("query", flat=True)) == ["common"]


def test_the_report_and_its_spreadsheet(client, museum, curator):
    SearchedDay.objects.create(day=timezone.localdate(), query="=cmd()", language="ar", asked=7)
    html = client.get("/admin/searches/").content.decode()
    assert "=cmd()" in html
    answer = client.get("/admin/searches/", {"export": "csv", "missing": "1"})
    assert "'=cmd(),ar,7,0" in answer.content.decode("utf-8-sig")


def test_visitors_do_not_see_the_report(client, museum):
    assert client.get("/admin/searches/").status_code == 302


def test_a_result_put_first_stands_first_in_its_language_only(client, museum, curator, found):
    other = builders.place(names={"fr": "Agadir-Ufella", "ar": "أكادير أوفلا"})
    reference = f"person:{museum.person.pk}"
    assert found("agadir")[0] != reference
    change = {"q": "Agadir", "language": "fr", "reference": reference, "change": "promote"}
    assert client.post("/admin/searches/first/change/", change).status_code == 302
    assert found("agadir")[0] == reference
    assert found("agadir", "en")[0] != reference
    assert f"place:{other.pk}" in found("agadir")
    client.post("/admin/searches/first/change/", {**change, "change": "demote"})
    assert found("agadir")[0] != reference


def test_what_does_not_have_the_words_can_be_put_first(museum, found):
    promotions.promote("zellige", "fr", f"artefact:{museum.artefact.pk}")
    assert found("zellige") == [f"artefact:{museum.artefact.pk}"]


def test_a_promoted_thing_that_is_withdrawn_waits(museum, found):
    reference = f"person:{museum.person.pk}"
    promotions.promote("zellige", "fr", reference)
    museum.person.unpublish()
    assert found("zellige") == []
    museum.person.refresh_from_db()
    museum.person.get_latest_revision().publish()
    assert found("zellige") == [reference]


def test_who_may_not_publish_may_not_put_first(client, museum, curator):
    curator.groups.first().permissions.remove(Permission.objects.get(codename="change_searchpromotion"))
    assert client.get("/admin/searches/first/", {"q": "agadir", "language": "fr"}).status_code == 200
    answer = client.post("/admin/searches/first/change/", {"q": "agadir", "language": "fr", "reference": "place:1"})
    assert answer.status_code in (302, 403)
    assert not SearchPromotion.objects.exists()
