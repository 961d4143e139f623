"""Words of the same meaning that curators add at the desk."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import override

from museum.core.terms import query_terms
from museum.desk.roles import AUTHORS, EDITORS, set_up_roles
from museum.search.concepts import meanings_of
from museum.search.models import SearchConcept

NEW = "/admin/snippets/museum_search/searchconcept/add/"


@pytest.fixture
def desk(client, museum):
    """A function that logs somebody of a role in."""
    set_up_roles()

    def log_in(role):
        user = get_user_model().objects.create_user(role, "c@example.org", "x")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def test_words_written_at_the_desk_join_a_search_at_once(desk, museum, found):
    theme = f"theme:{museum.theme.pk}"
    name = museum.theme.texts.first().label
    assert theme not in found("qwxqwa", "en")
    answer = desk(EDITORS).post(NEW, {"words_fr": name, "words_en": "qwxqwa", "adds_to": ""})
    assert answer.status_code == 302, answer.context["form"].errors
    assert theme in found("qwxqwa", "en")
    SearchConcept.objects.update(words_en="qwxqwb")
    assert theme not in found("qwxqwa", "en")
    assert theme in found("qwxqwb", "en")
    SearchConcept.objects.all().delete()
    assert theme not in found("qwxqwb", "en")


@pytest.mark.django_db
def test_words_are_added_to_a_meaning_that_the_museum_knows():
    SearchConcept.objects.create(adds_to="exile", words_nl="ballingschap")
    [meanings] = meanings_of(query_terms("ballingschap", "fr")).values()
    assert ("غربه",) in [meaning.tokens for meaning in meanings]


@pytest.mark.django_db
def test_what_curators_added_costs_a_search_one_query(django_assert_num_queries):
    SearchConcept.objects.create(words_fr="olive", words_ar="زيتون")
    with django_assert_num_queries(1):
        assert meanings_of(query_terms("olive", "fr"))


def test_entries_stand_one_a_line_and_once():
    concept = SearchConcept(words_fr="olive, olivier ;olive\n\n huile  d’olive", words_ar="زيتون، زيتونة")
    concept.clean()
    assert concept.words_fr == "olive\nolivier\nhuile d’olive"
    assert concept.entries() == {"fr": ["olive", "olivier", "huile d’olive"], "ar": ["زيتون", "زيتونة"]}


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"words_fr": "olive"}, "__all__"),
        ({}, "__all__"),
        ({"adds_to": "exile"}, "__all__"),
        ({"words_fr": "de la", "words_en": "olive"}, "words_fr"),
        ({"words_fr": "!!!", "words_en": "olive"}, "words_fr"),
        ({"words_fr": "un deux trois quatre cinq six", "words_en": "olive"}, "words_fr"),
        ({"words_fr": "x" * 61, "words_en": "olive"}, "words_fr"),
        ({"words_fr": "زيتون", "words_en": "olive"}, "words_fr"),
        ({"words_ar": "olive", "words_en": "olive"}, "words_ar"),
        ({"words_es": "\n".join(f"voz {number}" for number in range(41)), "words_en": "olive"}, "words_es"),
    ],
)
def test_what_finds_nothing_or_everything_is_refused(fields, wrong):
    with pytest.raises(ValidationError) as refused:
        SearchConcept(**fields).full_clean()
    assert list(refused.value.message_dict) == [wrong]


def test_a_refused_form_keeps_what_was_typed(desk):
    with override("fr"):
        answer = desk(EDITORS).post(NEW, {"words_fr": "de", "words_en": "olive", "adds_to": "exile"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "“de”" in html or "« de »" in html
    assert ">\nolive</textarea>" in html
    assert 'value="exile" selected' in html


def test_fields_run_in_the_direction_of_their_language(desk):
    html = desk(EDITORS).get(NEW).content.decode()
    assert 'lang="ary" dir="rtl"' in html
    assert 'lang="ary-Latn" dir="ltr"' in html


def test_who_may_not_publish_may_not_add_words(desk):
    assert desk(AUTHORS).get(NEW).status_code == 302
