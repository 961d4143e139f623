"""Administrators see the work in the background, why it failed, and have it tried again."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from museum.core import worker
from museum.core.models import Worker
from museum.core.retries import Retries
from museum.core.tasks import tell_front_cache
from museum.desk.roles import ADMINISTRATORS, EDITORS, set_up_roles
from tests import builders

pytestmark = pytest.mark.django_db
ADDRESS = "http://cache.example/"


def task(path: str = "museum.assets.tasks.prepare_recording", **fields) -> DBTaskResult:
    return DBTaskResult.objects.create(
        **{"args_kwargs": {"args": [7], "kwargs": {}}, "task_path": path, "backend_name": "background",
           "run_after": get_date_max(), "exception_class_path": "", "traceback": "", **fields}
    )  # fmt: skip


@pytest.fixture
def administrator(client):
    builders.all_homes()
    set_up_roles()
    client.force_login(builders.user(ADMINISTRATORS, language="en"))


def failed(**fields) -> DBTaskResult:
    row = task(worker_ids=["w"] * 8, **fields)
    worker.put_back(row, ValueError("the film <cannot> be read"))
    return row


def test_a_failure_is_told_with_the_last_line_of_its_error(client, administrator):
    assert failed().status == "FAILED"
    html = client.get(reverse("museum_background")).content.decode()
    assert "ValueError: the film &lt;cannot&gt; be read" in html
    assert "Failed (1)" in html
    assert "8 / 8" in html
    assert "No worker is there" in html
    Worker.objects.create(name="w", seen_at=timezone.now())
    assert "One worker is there" in client.get(reverse("museum_background")).content.decode()
    dashboard = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "One piece of work in the background failed." in dashboard


def test_a_failed_task_is_given_all_its_attempts_again(client, administrator):
    row = failed()
    client.post(reverse("museum_background_again", args=[row.pk]))
    row.refresh_from_db()
    assert (row.status, row.worker_ids) == ("READY", [])
    assert DBTaskResult.objects.ready().get() == row


def test_what_is_done_is_left_alone(client, administrator):
    row = task(status="SUCCESSFUL")
    client.post(reverse("museum_background_again", args=[row.pk]))
    row.refresh_from_db()
    assert row.status == "SUCCESSFUL"
    assert client.get(reverse("museum_background_again", args=[row.pk])).status_code == 405


def test_an_editor_does_not_see_it(client):
    builders.all_homes()
    set_up_roles()
    client.force_login(builders.user(EDITORS, language="en"))
    row = failed()
    assert reverse("museum_background") not in client.get(reverse("wagtailadmin_home")).content.decode()
    for response in (
        client.get(reverse("museum_background")), client.post(reverse("museum_background_again", args=[row.pk])),
    ):  # fmt: skip
        assert response.status_code in (302, 403)
    row.refresh_from_db()
    assert row.status == "FAILED"


@pytest.mark.parametrize("query", ["?state=waiting", "?state=nonsense&page=x", "?page=99999999999999999999"])
def test_the_report_takes_any_question(client, administrator, query):
    task(path="museum.gone.tasks.unknown")
    html = client.get(reverse("museum_background") + query).content.decode()
    assert "unknown" in html


def test_a_failure_waits_longer_each_time_and_is_final_at_last():
    row = task(worker_ids=["a"])
    worker.put_back(row, ValueError())
    first = row.run_after - timezone.now()
    row.worker_ids = ["a"] * 5
    worker.put_back(row, ValueError())
    assert row.status == "READY"
    assert row.run_after - timezone.now() > 8 * first
    assert Retries(longest=300, first=2).pause(1000) <= 360


def test_a_cache_in_front_is_told_until_it_takes_it_and_waits_once():
    path = tell_front_cache.module_path
    row = task(path=path, worker_ids=["w"] * 100, args_kwargs={"args": [ADDRESS], "kwargs": {}})
    worker.put_back(row, ValueError())
    assert row.status == "READY"
    worker.enqueue_once(tell_front_cache, ADDRESS)
    assert DBTaskResult.objects.count() == 1


def test_only_the_task_of_a_silent_worker_is_taken_up(settings):
    Worker.objects.create(name="alive", seen_at=timezone.now())
    Worker.objects.create(name="silent", seen_at=timezone.now() - datetime.timedelta(seconds=settings.WORKER_LEASE + 5))
    rows = {name: task(status="RUNNING", worker_ids=[name]) for name in ("alive", "silent", "unknown")}
    assert worker.take_up() == 2
    for row in rows.values():
        row.refresh_from_db()
    assert [row.status for row in rows.values()] == ["RUNNING", "READY", "READY"]
    assert "WorkerDied" in rows["silent"].traceback
