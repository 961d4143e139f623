"""``manage.py index_search``: the same index as publishing makes, in parts, from where it stopped."""

import pytest
from django.core.management import call_command
from django.db import connection

from museum.search import building
from museum.search.models import SearchBuild, SearchDocument, SearchFacet, SearchName, SearchWord


def everything() -> tuple:
    """All that the search knows, without the keys of its rows."""
    documents = SearchDocument.objects.order_by("reference")
    return (
        list(
            documents.values_list(
                "reference", "kind", "slug", "versions", "names", "texts", "title", "body", "earliest"
            )
        ),
        sorted(SearchFacet.objects.values_list("document__reference", "number")),
        sorted(SearchName.objects.values_list("document__reference", "folded", "position")),
        dict(SearchWord.objects.values_list("word", "frequency")),
    )


def test_a_rebuilt_index_is_the_one_that_publishing_made(museum):
    # The fixture has tied places and persons to it behind the desk's back.
    museum.artefact.save_revision().publish()
    before = everything()
    assert len(before[0]) > 8
    building.build(restart=True)
    after = everything()
    assert after[0] == before[0]
    assert after[1:] == before[1:]


def test_an_interrupted_run_goes_on_where_it_stopped(museum, monkeypatch):
    monkeypatch.setattr(building, "BATCH", 1)
    done = []

    def stop_at_the_second_place(kind, number, total):
        done.append((kind, number))
        if len(done) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        building.build(stop_at_the_second_place, restart=True)
    number = SearchBuild.objects.first().number
    again = []
    building.build(lambda kind, number, total: again.append((kind, number)))
    assert SearchBuild.objects.first().number == number
    assert again[0] not in done
    assert not SearchBuild.objects.filter(done=False).exists()


def test_what_is_no_longer_public_is_taken_out(museum, found):
    type(museum.place).objects.filter(pk=museum.place.pk).update(live=False)
    assert f"place:{museum.place.pk}" in found("agadir")
    building.build()
    assert f"place:{museum.place.pk}" not in found("agadir")


def test_it_says_how_far_it_is(museum, capsys):
    call_command("index_search")
    said = capsys.readouterr().out
    assert "story" in said
    assert "can be found" in said


def test_a_filled_index_can_be_left_alone(museum, capsys):
    call_command("index_search", if_empty=True)
    assert capsys.readouterr().out == ""


def test_the_database_knows_how_much_there_is_after_a_building(museum):
    building.build(restart=True)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [SearchFacet._meta.db_table])
            counted = cursor.fetchone()[0]
        else:
            cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = %s", [SearchFacet._meta.db_table])
            counted = int(cursor.fetchone()[0].split()[0])
    assert counted == SearchFacet.objects.count() > 0
