"""The version stamp changes with everything that may change what a visitor sees, and with nothing else."""

import threading

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone

from museum.assets.models import MuseumImage
from museum.collection.models import Artefact
from museum.core import stamp as stamps
from museum.core.models import Decision
from museum.core.stamp import StampReader, is_seen, stamp
from tests import builders


def renewed():
    """Have the next decision counted: in a test all is one transaction, in which one decision is enough."""
    connection.run_on_commit.clear()
    return stamp()


@pytest.fixture
def story(db):
    builders.home()
    builders.story_index()
    return builders.story()


DECISIONS = {
    "a page is published": lambda story: story.save_revision().publish(),
    "a page is withdrawn": lambda story: story.unpublish(),
    "a page is deleted": lambda story: story.delete(),
    "a page is moved": lambda story: story.move(story.get_parent().get_parent(), "last-child"),
    "a page is closed to visitors": lambda story: story.view_restrictions.create(restriction_type="login"),
    "a record is published": lambda story: builders.artefact(),
    "a record is withdrawn": lambda story: Artefact.objects.update(live=False) or builders.artefact().unpublish(),
    "an image gets other rights": lambda story: MuseumImage.objects.update(credit="Autre"),
    "an image is withdrawn": lambda story: MuseumImage.objects.update(withdrawn=True),
    "a size of a picture is deleted": lambda story: story.lead_image.renditions.all().delete(),
    "a language is added": lambda story: builders.home("ar"),
}


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_decision_changes_the_stamp(story, decision):
    story.lead_image.get_rendition("width-40")
    before = renewed()
    DECISIONS[decision](story)
    assert stamp() != before


UNSEEN = {
    "a draft is saved": lambda story: story.save_revision(),
    "a draft of a record is saved": lambda story: Artefact.objects.get().save_revision(),
    "somebody signs in": lambda story: Session.objects.create(session_key="k", expire_date=timezone.now()),
    "a size of a picture is made": lambda story: story.lead_image.get_rendition("width-31"),
    "a user is made": lambda story: builders.user(),
}


@pytest.mark.parametrize("act", UNSEEN)
def test_what_no_visitor_sees_leaves_the_stamp(story, act):
    builders.artefact()
    before = renewed()
    UNSEEN[act](story)
    assert stamp() == before


@pytest.mark.parametrize(
    ("sql", "seen"),
    [
        ('UPDATE "wagtailcore_page" SET "live" = %s WHERE "wagtailcore_page"."id" = %s', True),
        ('UPDATE "wagtailcore_page" SET "latest_revision_id" = %s, "draft_title" = %s WHERE "id" = %s', False),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s WHERE "id" = %s', True),
        ("update wagtailcore_page set path = 'x' where id = 3", True),
        ('INSERT OR IGNORE INTO "collection_artefact_themes" ("artefact_id") SELECT 1', True),
        ('DELETE FROM "assets_museumrendition" WHERE "id" IN (1)', True),
        ('INSERT INTO "assets_museumrendition" ("id") VALUES (1)', False),
        ('INSERT INTO "a_table_of_tomorrow" ("id") VALUES (1)', True),
        ('SELECT 1 FROM "wagtailcore_page" FOR UPDATE', False),
        ('INSERT INTO "core_decision" (made_at) VALUES (CURRENT_TIMESTAMP)', False),
        ("SAVEPOINT x", False),
    ],
)
def test_statements_are_told_apart(sql, seen):
    assert is_seen(sql) is seen


@pytest.mark.django_db
def test_a_decision_that_is_taken_back_with_its_transaction_changes_nothing():
    before = renewed()
    with transaction.atomic():
        builders.home()
        assert stamp() != before
        transaction.set_rollback(True)
    assert stamp() == before
    # The one after it is counted again.
    builders.home()
    assert stamp() != before


@pytest.mark.django_db
def test_many_writes_of_one_transaction_are_one_decision():
    renewed()
    before = Decision.objects.count()
    builders.home()
    builders.artefact()
    assert Decision.objects.count() == before + 1


@pytest.mark.django_db
def test_old_decisions_are_forgotten_and_the_stamp_never_comes_again(monkeypatch):
    monkeypatch.setattr(stamps, "KEPT", 4)
    seen = [renewed()]
    for _number in range(30):
        connection.run_on_commit.clear()
        stamps.decided()
        seen.append(stamp())
    assert len(set(seen)) == len(seen)
    assert Decision.objects.count() < 8


@pytest.fixture
def elsewhere(db, on_postgresql):
    """Runs work on a connection of its own, outside the test's transaction; what it decided is taken away at the end."""
    if not on_postgresql:
        pytest.skip("the database of these tests is in this process's memory")
    threads = []

    def run(work):
        def whole():
            try:
                work()
            finally:
                connection.close()

        thread = threading.Thread(target=whole)
        thread.start()
        threads.append(thread)
        return thread

    before = Decision.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    yield run
    run(lambda: Decision.objects.filter(pk__gt=before).delete())
    for thread in threads:
        thread.join(20)


@pytest.fixture
def read(elsewhere):
    reader = StampReader()
    yield reader
    reader._drop()


def test_two_transactions_do_not_wait_for_one_another_and_each_shows_when_committed(elsewhere, read):
    first = read()
    decided, may_end = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            stamps.decided()
            decided.set()
            may_end.wait(20)

    thread = elsewhere(slow)
    assert decided.wait(20)
    assert read() == first
    elsewhere(stamps.decided).join(20)
    second = read()
    assert second != first
    may_end.set()
    thread.join(20)
    assert read() not in (first, second)


def test_the_reader_finds_its_way_back_to_the_database(elsewhere, read):
    first = read()
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
        assert cursor.fetchall()
    assert read() == first
