"""Prepared questions answer as the querysets that they are made from do, whatever is asked and however much at once."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from psycopg.types.numeric import Int8
from wagtail.models import Page

from museum.collection.models import Artefact, ArtefactText, Event, Theme
from museum.core.pipelines import Bound, asked_at_once, written_out
from museum.core.prepared import Prepared, ask, run_together
from tests import builders

pytestmark = pytest.mark.django_db
BY_KEY = Prepared(lambda keys: Artefact.objects.filter(pk__in=keys).select_related("object_name"))
BY_SLUG = Prepared(lambda slug: Theme.objects.filter(slug=slug))


@pytest.mark.parametrize("number", range(1, 6))
def test_as_many_as_are_asked_for_are_found(number):
    made = [builders.artefact() for _ in range(5)]
    wanted = {artefact.pk for artefact in made[:number]}
    assert [artefact.pk for artefact in BY_KEY(wanted).rows()] == list(
        Artefact.objects.filter(pk__in=wanted).values_list("pk", flat=True)
    )


def test_objects_come_with_what_was_selected_with_them(django_assert_num_queries):
    artefact = builders.artefact(object_name=builders.object_name())
    with django_assert_num_queries(1):
        (found,) = BY_KEY([artefact.pk]).rows()
        assert (found.pk, found.object_name.pk) == (artefact.pk, artefact.object_name_id)
        assert found._state.db == "default"
        assert not found._state.adding


def test_rows_of_values_are_rows_of_values():
    artefact = builders.artefact()
    plain = Prepared(lambda key: ArtefactText.objects.filter(artefact=key).values_list("language", "title"))
    named = Prepared(lambda key: Artefact.objects.filter(pk=key).values_list("pk", "slug", named=True))
    assert plain(artefact.pk).rows() == list(artefact.texts.values_list("language", "title"))
    assert named(artefact.pk).rows()[0].slug == artefact.slug


def test_nothing_is_asked_for_no_keys(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert BY_KEY([]).rows() == []
        assert ask(BY_KEY([]), BY_KEY(set())) == [[], []]


def test_several_questions_are_one_turn_and_keep_their_order():
    artefact, theme = builders.artefact(), builders.theme()
    questions = BY_SLUG(theme.slug), BY_KEY([]), BY_KEY([artefact.pk]), BY_SLUG("none")
    ask(*questions)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert ask(*questions) == [[theme], [], [artefact], []]
    assert len(asked) == (1 if connection.vendor == "postgresql" else 3)


@pytest.mark.parametrize(
    "text", ["100 % laine", "l'hiver", "'; DROP TABLE x; --", "\ue0000", "-2000000000", "%s", "a;b"]
)
def test_a_text_is_a_value_and_nothing_else(text):
    theme = builders.theme()
    Theme.objects.filter(pk=theme.pk).update(slug=text)
    assert [found.slug for found in BY_SLUG(text).rows()] == [text]
    assert BY_SLUG(f"{text} ").rows() == []


def test_dates_and_universal_keys_are_taken_by_both_databases():
    event, page = builders.event(date="1963-05-21"), builders.story()
    until = Prepared(lambda day, keys: Event.objects.filter(earliest__lte=day, pk__in=keys))
    versions = Prepared(lambda key: Page.objects.filter(translation_key=key).values_list("pk"))
    assert until(datetime.date(1963, 5, 21), [event.pk]).rows() == [event]
    assert until(datetime.date(1963, 5, 20), [event.pk]).rows() == []
    assert versions(page.translation_key).rows() == [(page.pk,)]


def test_what_is_given_by_name_makes_another_question():
    theme = builders.theme()
    by = Prepared(lambda key, *, field: Theme.objects.filter(pk=key).values_list(field))
    assert by(theme.pk, field="slug").rows() == [(theme.slug,)]
    assert by(theme.pk, field="pk").rows() == [(theme.pk,)]


def test_a_value_that_the_database_does_not_get_as_it_is_is_refused():
    with pytest.raises(ValueError, match="plain parameter"):
        Prepared(lambda text: Theme.objects.filter(slug__contains=text))("a").rows()


def test_the_sql_is_written_once():
    made = []

    def make(key):
        made.append(key)
        return Theme.objects.filter(pk=key)

    question = Prepared(make)
    for theme in (builders.theme(), builders.theme()):
        assert question(theme.pk).rows() == [theme]
    assert len(made) == 1


def test_errands_run_in_the_same_turns_and_each_returns_its_own():
    artefact, theme = builders.artefact(), builders.theme()

    def one():
        (found,) = yield [BY_KEY([artefact.pk])]
        (same,) = yield [BY_SLUG(theme.slug)]
        return found, same

    def other():
        found, none = yield [BY_SLUG(theme.slug), BY_SLUG("none")]
        return found + none

    def nothing_to_ask():
        return "nothing"
        yield

    with CaptureQueriesContext(connection) as asked:
        assert run_together(one(), other(), nothing_to_ask()) == [([artefact], [theme]), [theme], "nothing"]
    assert len(asked) == (2 if connection.vendor == "postgresql" else 4)
    assert run_together() == []


def test_constants_are_written_into_a_statement_and_values_are_not():
    sql = "SELECT 'a%%', %s FROM one WHERE two = %s AND three IN (%s, %s)"
    written = written_out(sql, ("l'été 100 %", 7, "place", 8), lambda one: one in ("place", 7))
    assert written == "SELECT 'a%%', 'l''été 100 %%' FROM one WHERE two = %s AND three IN (%s, 8)"


@pytest.mark.parametrize("number", [-(2**63), 2**63 - 1, 2**63, 10**30])
def test_a_number_that_no_row_has_finds_none(number):
    if connection.vendor == "sqlite" and number >= 2**63:
        pytest.skip("SQLite takes no number of more than 64 bits")
    assert BY_KEY([number]).rows() == []


def test_the_server_keeps_what_is_asked_often(on_postgresql):
    if not on_postgresql:
        pytest.skip("SQLite keeps nothing")
    with connection.cursor() as cursor:
        for number in range(4):
            # Keys of other sizes are the same statement.
            ask(BY_KEY([1 << number * 10]), BY_SLUG(f"none {number}"))
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        kept = [statement for (statement,) in cursor.fetchall()]
    assert len([each for each in kept if "collection_artefact" in each]) == 1
    assert len([each for each in kept if "collection_theme" in each]) == 1


def test_what_the_server_keeps_is_asked_anew_where_a_column_was_changed(on_postgresql):
    if not on_postgresql:
        pytest.skip("SQLite keeps nothing")
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE changing (one integer)")
            twice = [Bound("SELECT one FROM changing WHERE one > %s", [Int8(0)])] * 2
            cursor.execute("INSERT INTO changing VALUES (1)")
            for _ in range(4):
                assert asked_at_once(other, twice) == [[(1,)], [(1,)]]
            # The driver forgets what it prepared only where it sees that a table is changed.
            cursor.execute("DO $$ BEGIN ALTER TABLE changing ALTER one TYPE text; END $$")
            cursor.execute("DO $$ BEGIN ALTER TABLE changing ALTER one TYPE bigint USING one::bigint; END $$")
        assert asked_at_once(other, twice) == [[(1,)], [(1,)]]
    finally:
        other.close()
