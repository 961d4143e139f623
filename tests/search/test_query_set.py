"""The query set (queries.yaml) on the demonstration collection: what visitors type finds what they mean, on both databases."""

import hashlib
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils.translation import override

from museum.assets import preparation
from museum.search import building
from museum.search.query import Search

HERE = Path(__file__).parent
QUERIES = yaml.safe_load((HERE / "queries.yaml").read_text(encoding="utf-8"))
FIRST = 10
#: Without the mark a run of this file alone would have no database of its own.
pytestmark = pytest.mark.django_db
RECALL, RECIPROCAL_RANK, SAME = 0.95, 0.8, 0.95


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker) -> Iterator[list[list[str]]]:
    """The first ten of every query as ``kind:slug``, from the demonstration collection; it is gone afterwards."""
    patch = pytest.MonkeyPatch()
    # What is heard needs no preparing for what is written.
    patch.setattr(preparation, "prepare", lambda recording: None)
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("setup_museum", stdout=StringIO())
        call_command("demo", "load", stdout=StringIO())
        # Within one transaction nothing tells the planner of PostgreSQL how much there is by now.
        building.tell_the_planner()
        yield [_answer(row) for row in QUERIES]
        transaction.set_rollback(True)
    patch.undo()


def _answer(row: dict) -> list[str]:
    with override(row["language"]):
        documents = Search({"q": row["query"]}).documents[:FIRST]
    return [f"{document.kind}:{document.slug}" for document in documents]


def test_what_visitors_mean_is_among_the_first_ten(answers):
    found = [
        len(set(row["expected"]) & set(answer)) / len(row["expected"])
        for row, answer in zip(QUERIES, answers, strict=True)
    ]
    lost = [f"{row['query']}: {answer}" for row, answer, part in zip(QUERIES, answers, found, strict=True) if part < 1]
    assert sum(found) / len(found) >= RECALL, "\n".join(lost)


def test_what_visitors_mean_stands_first(answers):
    ranks = [
        next((1 / place for place, thing in enumerate(answer, 1) if thing in row["expected"]), 0)
        for row, answer in zip(QUERIES, answers, strict=True)
    ]
    assert sum(ranks) / len(ranks) >= RECIPROCAL_RANK


def test_both_databases_answer_alike(answers):
    """Each run leaves its answers for the run on the other database, under a name of what they depend on."""
    own, other = ("sqlite", "postgresql") if connection.vendor == "sqlite" else ("postgresql", "sqlite")
    folder = settings.BASE_DIR / ".state"
    folder.mkdir(exist_ok=True)
    (folder / f"answers-{_sources()}-{own}.json").write_text(json.dumps(answers))
    left = folder / f"answers-{_sources()}-{other}.json"
    if not left.exists():
        pytest.skip(f"no run on {other} of the same sources has left its answers yet")
    pairs = list(zip(answers, json.loads(left.read_text()), strict=True))
    assert sum(set(one) == set(two) for one, two in pairs) / len(pairs) >= SAME


def _sources() -> str:
    """A name for everything that the answers depend on."""
    root = Path(settings.BASE_DIR)
    files = [
        HERE / "queries.yaml",
        *(root / "museum" / "search").rglob("*.py"),
        *(root / "museum" / "core").glob("*.py"),
    ]
    files += [*(root / "museum" / "core").glob("*.yaml"), *(root / "museum" / "demo" / "content").rglob("*.yaml")]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
