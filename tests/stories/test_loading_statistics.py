"""A curator's spreadsheet: told row by row what is wrong, loaded whole or not at all, idempotent, undone."""

import contextlib
import csv
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from museum.desk.roles import AUTHORS, EDITORS, set_up_roles
from stories.models import Flow, FlowBatch
from stories.routes import batches
from stories.routes.spreadsheet import Unreadable, read
from tests import builders

HEADER = "de;vers;année;nombre;jusqu’à;motif;estimation\n"


@pytest.fixture
def places(db):
    morocco = builders.place(slug="morocco", names={"fr": "Maroc", "ar": "المغرب", "en": "Morocco"})
    agadir = builders.place(slug="agadir", names={"fr": "Agadir", "ar": "أكادير"}, within=morocco)
    france = builders.place(slug="france", names={"fr": "France", "ar": "فرنسا"})
    return {"morocco": morocco, "agadir": agadir, "france": france}


@pytest.fixture
def series(places):
    return builders.series()


def load(series, text):
    batch = batches.check(series, "flows.csv", text.encode(), None)
    batches.apply(batch)
    return FlowBatch.objects.get(pk=batch.pk)


def numbers(series):
    return sorted(
        Flow.objects.filter(series=series).values_list("from_place__slug", "to_place__slug", "date", "motive", "number")
    )


def test_places_by_any_name_numbers_with_spaces_motives_in_words(series):
    reading = read(
        "a.csv", (HEADER + "المغرب;France;1968;12 345;;travail;oui\nagadir;فرنسا;1961/1970;7.000;9000;;\n").encode()
    )
    assert reading.problems == []
    first, second = reading.rows
    assert (first["number"], first["motive"], first["is_estimate"]) == (12345, "labour", True)
    assert (second["number"], second["number_to"], second["motive"]) == (7000, 9000, "")


def test_a_workbook_reads_like_the_same_rows_of_text(series):
    book = Workbook()
    book.active.append(["from", "to", "year", "number"])
    book.active.append(["Maroc", "France", 1968, 84000])
    written = io.BytesIO()
    book.save(written)
    assert (
        read("a.xlsx", written.getvalue()).rows == read("a.csv", b"from,to,year,number\nMaroc,France,1968,84000\n").rows
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Maroc;Frnace;1968;5", "Frnace"),
        ("Maroc;Xqz;1968;5", "Xqz"),
        (";France;1968;5", "lieu"),
        ("Maroc;France;hier;5", "hier"),
        ("Maroc;France;;5", "année"),
        ("Maroc;France;1968;beaucoup", "beaucoup"),
        ("Maroc;France;1968;-5", "-5"),
        ("Maroc;France;1968;0", "Personne"),
        ("Maroc;France;1968;99999999999", "99999999999"),
        ("Maroc;France;1968;50;40", "plus petit"),
        ("Maroc;France;1968;50;;vacances longues", "vacances longues"),
        ("Maroc;France;1968;50;;;peut-être", "peut-être"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_nothing_is_loaded(series, row, reason):
    batch = batches.check(series, "flows.csv", (HEADER + "agadir;France;1968;10\n" + row + "\n").encode(), None)
    [[line, text, why]] = batch.problems
    assert line == 3
    assert reason in why
    batches.apply(batch)
    assert numbers(series) == []
    told = list(csv.reader(io.StringIO(batches.report(batch).lstrip("\ufeff"))))
    assert told[1][0] == "3"
    assert told[1][2] == why


def test_the_same_cell_twice_is_a_problem_of_the_second(series):
    batch = batches.check(series, "f.csv", (HEADER + "Maroc;France;1968;10\nالمغرب;فرنسا;1968;11\n").encode(), None)
    assert [problem[0] for problem in batch.problems] == [3]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"from,to\n",
        b"\xff\xfe\x00",
        b"a;b;c\n1;2;3\n",
        b"from,to,year,number\n",
        b"PK\x03\x04broken",
        b"\0" * 50,
        b"x" * 5_000_000,
    ],
)
def test_what_is_no_spreadsheet_of_flows_is_refused_with_a_sentence(series, content):
    with pytest.raises(Unreadable):
        read("x", content)


def test_a_bomb_is_not_unpacked(series):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 80_000_000)
    with pytest.raises(Unreadable):
        read("x.xlsx", packed.getvalue())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail_otherwise(series, content):
    for start in (b"", b"PK\x03\x04", HEADER.encode()):
        with contextlib.suppress(Unreadable):
            assert isinstance(read("x", start + content).rows, list)


def test_loading_twice_changes_nothing(series):
    text = HEADER + "Maroc;France;1968;84000\nagadir;France;1968;900\n"
    load(series, text)
    before = numbers(series)
    second = batches.check(series, "flows.csv", text.encode(), None)
    seen = batches.preview(second)
    assert (seen.new, seen.changed, seen.same) == (0, 0, 2)
    batches.apply(second)
    assert numbers(series) == before
    assert FlowBatch.objects.get(pk=second.pk).changes == []


def test_a_dry_run_tells_and_changes_nothing(series):
    load(series, HEADER + "Maroc;France;1968;84000\n")
    batch = batches.check(series, "f.csv", (HEADER + "Maroc;France;1968;85000\nagadir;France;1968;3\n").encode(), None)
    seen = batches.preview(batch)
    assert (seen.new, seen.changed, seen.same, seen.withheld) == (1, 1, 0, 1)
    assert numbers(series) == [("morocco", "france", "1968", "", 84000)]


def test_undoing_gives_back_what_stood_before(series):
    load(series, HEADER + "Maroc;France;1968;84000\n")
    before = numbers(series)
    batch = load(series, HEADER + "Maroc;France;1968;85000\nagadir;France;1969;30\n")
    assert numbers(series) != before
    assert batches.undo(batch) == 0
    assert numbers(series) == before
    assert batches.undo(batch) == 0


def test_undoing_leaves_what_a_later_file_has_changed_and_counts_it(series):
    first = load(series, HEADER + "Maroc;France;1968;84000\nagadir;France;1968;100\n")
    load(series, HEADER + "Maroc;France;1968;85000\n")
    assert batches.undo(first) == 1
    assert numbers(series) == [("morocco", "france", "1968", "", 85000)]


def withheld_flows(series):
    return set(Flow.objects.filter(series=series, is_withheld=True).values_list("from_place__slug", flat=True))


def test_what_is_withheld_follows_every_change(series, places):
    load(series, HEADER + "agadir;France;1968;3\n")
    assert withheld_flows(series) == {"agadir"}
    batch = load(series, HEADER + "agadir;France;1968;30\n")
    assert withheld_flows(series) == set()
    batches.undo(batch)
    assert withheld_flows(series) == {"agadir"}


def test_a_place_put_into_a_region_makes_its_numbers_part_of_a_sum(series, places):
    tiznit = builders.place(slug="tiznit", names={"fr": "Tiznit"})
    load(series, HEADER + "Maroc;France;1968;103\nagadir;France;1968;100\nTiznit;France;1968;3\n")
    tiznit.within = places["morocco"]
    tiznit.save()
    assert withheld_flows(series) == {"agadir", "tiznit"}


def test_neither_end_of_a_range_tells_a_small_number(series, places):
    builders.place(slug="tiznit", names={"fr": "Tiznit"}, within=places["morocco"])
    load(series, HEADER + "Maroc;France;1968;100;203\nagadir;France;1968;90;200\nTiznit;France;1968;3\n")
    assert withheld_flows(series) >= {"agadir", "tiznit"}


# In the admin


def upload(client, series, text, name="flows.csv"):
    return client.post(reverse("load_flows", args=[series.pk]), {"file": SimpleUploadedFile(name, text.encode())})


@pytest.fixture
def editor(client, series):
    set_up_roles()
    client.force_login(builders.user(EDITORS, language="fr"))
    return client


def test_an_editor_checks_looks_loads_and_undoes(editor, series):
    seen = editor.get(upload(editor, series, HEADER + "Maroc;France;1968;84000\n").url)
    assert "rien n’a été chargé" in seen.content.decode()
    assert numbers(series) == []
    batch = FlowBatch.objects.get()
    editor.post(reverse("flow_batch_confirm", args=[batch.pk]))
    assert numbers(series) == [("morocco", "france", "1968", "", 84000)]
    page = editor.post(reverse("flow_batch_undo", args=[batch.pk]), follow=True).content.decode()
    assert "comme avant ce fichier" in page
    assert numbers(series) == []
    assert "flows.csv" in editor.get(reverse("load_flows", args=[series.pk])).content.decode()


def test_bad_rows_are_shown_and_can_be_taken_home(editor, series):
    answer = editor.get(upload(editor, series, HEADER + "Maroc;Xqz;1968;5\n").url).content.decode()
    assert "Xqz" in answer
    batch = FlowBatch.objects.get()
    assert reverse("flow_batch_confirm", args=[batch.pk]) not in answer
    report = editor.get(reverse("flow_batch_report", args=[batch.pk]))
    assert report.headers["Content-Type"].startswith("text/csv")
    assert "Xqz" in report.content.decode()


def test_a_file_that_is_none_is_refused_on_the_same_page(editor, series):
    answer = upload(editor, series, "nonsense")
    assert answer.status_code == 422
    assert "La première ligne doit nommer les colonnes" in answer.content.decode()
    assert editor.post(reverse("load_flows", args=[series.pk])).status_code == 422


def test_an_author_may_not_load_into_a_published_series(client, series):
    set_up_roles()
    client.force_login(builders.user(AUTHORS))
    assert upload(client, series, HEADER + "Maroc;France;1968;5\n").status_code in (302, 403)
    assert not FlowBatch.objects.exists()
    draft = builders.series(publish=False)
    assert upload(client, draft, HEADER + "Maroc;France;1968;5\n").status_code == 302
    assert FlowBatch.objects.get().series == draft


def test_the_form_of_a_series_leads_to_its_numbers(editor, series):
    page = editor.get(reverse("wagtailsnippets_stories_statisticseries:edit", args=[series.pk])).content.decode()
    assert reverse("load_flows", args=[series.pk]) in page


@pytest.mark.parametrize("field", ["source", "definition_fr", "rights", "period", "title_fr"])
def test_a_series_without_what_explains_it_is_not_published(places, field):
    from museum.core.readiness import NotReady

    with pytest.raises(NotReady):
        builders.series(**{field: ""})
