"""Processes are killed, the database and the storage go away: nothing is half written, and the museum goes on by itself.

Meanwhile one curator uploads pictures, another publishes and withdraws a story, a third loads a spreadsheet of numbers,
and a worker cuts the pictures into tiles. Each tries again what was not confirmed.
"""

import contextlib
import itertools
import os
import random
import re
import signal
import threading
import time
from ast import literal_eval
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from tests import builders, servers
from tests.s3_server import running, weed
from tests.servers import patiently
from tests.serving.conftest import FURNISH

UPLOADS = 14
PASSWORD = "a long enough password of the tests"
PEOPLE = f"""
from django.contrib.auth import get_user_model
from stories.models import StoryPage
from tests import builders
get_user_model().objects.create_superuser("curator", "curator@example.org", {PASSWORD!r})
for name in ("Ici", "Ailleurs"):
    builders.place(names={{"fr": name}})
story = StoryPage.objects.filter(locale__language_code="fr").order_by("pk").first()
print("furnished", story.pk, builders.series().pk)
"""
YEARS = range(1960, 1990)
#: What stands in the database and in the storage: how many pictures, of how many the file or its pyramid is missing or short,
#: whether the tree is sound, the numbers that were loaded, and the states of the work in the background.
LOOK = """
from io import BytesIO
from PIL import Image
from django.core.files.storage import storages
from django_tasks_db.models import DBTaskResult
from museum.assets.models import MuseumImage
from museum.iiif.pyramids import pyramid_name
from stories.models import Flow
from wagtail.models import Page
lost = 0
images = MuseumImage.objects.filter(title__startswith="Lampe")
for image in images:
    with image.file.open("rb") as file:
        data = file.read()
    Image.open(BytesIO(data)).load()
    lost += len(data) != image.file_size or not storages["private"].exists(pyramid_name(image))
numbers = sorted(Flow.objects.values_list("number", flat=True))
states = set(DBTaskResult.objects.order_by().values_list("status", flat=True))
print("looked", repr((images.count(), lost, Page.find_problems() == ([], [], [], [], []), numbers, states)))
"""
WAITING = """
from django_tasks_db.models import DBTaskResult
print("waiting", DBTaskResult.objects.filter(status__in=["READY", "RUNNING"]).count())
"""
#: Work that failed is tried again at once instead of after its pause.
HURRY = "from django_tasks_db.models import DBTaskResult; DBTaskResult.objects.filter(status='READY').update(run_after='1970-01-01T00:00Z')"


class Desk:
    """A curator's browser."""

    def __init__(self, port: int):
        self.root = f"http://localhost:{port}"
        self.session = requests.Session()
        self.session.headers["Referer"] = f"{self.root}/admin/"
        assert self.post("/admin/login/", username="curator", password=PASSWORD).status_code == 302

    def post(self, path: str, page: str = "", files=None, **fields) -> requests.Response:
        """The answer to a form that is sent with the token of its page."""
        seen = self.session.get(f"{self.root}{page or path}", timeout=120)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', seen.text)
        if token is None:
            return seen
        return self.session.post(
            f"{self.root}{path}", data={"csrfmiddlewaretoken": token[1], **fields}, files=files, timeout=120,
            allow_redirects=False,
        )  # fmt: skip


class Storm:
    """Three curators and a worker of a museum, until all pictures are uploaded."""

    def __init__(self, museum: servers.Museum, port: int):
        self.museum, self.port = museum, port
        self.promised, self.loaded, self.statuses, self.odd = [], 0, set(), []
        self._over = threading.Event()

    def _tries(self, act: Callable[[], requests.Response]) -> bool:
        """Whether the museum confirmed; what else it answered is noted."""
        try:
            answer = act()
        except requests.RequestException:
            time.sleep(0.3)
            return False
        self.statuses.add(answer.status_code)
        # A form that is shown again is no error: to withdraw what is withdrawn already, after a lost answer.
        if answer.status_code not in (200, 302, 503) or "/login/" in answer.headers.get("Location", ""):
            self.odd.append((answer.status_code, answer.url, answer.text[:2000]))
        if answer.status_code == 503:
            time.sleep(0.3)
        return answer.status_code == 302

    def _upload(self) -> None:
        desk = Desk(self.port)
        for number in range(UPLOADS):
            picture = ("lampe.png", builders.picture_bytes(2200, 300 + number), "image/png")

            def send(picture=picture, number=number):
                return desk.post("/admin/images/add/", files={"file": picture}, title=f"Lampe {number}")

            until = time.monotonic() + 240
            while not self._tries(send):
                assert time.monotonic() < until, "the museum did not come back"
            self.promised.append(number)

    def _publish(self) -> None:
        desk = Desk(self.port)
        for act in itertools.cycle(("unpublish", "publish")):
            if self._over.is_set():
                return
            self._tries(lambda act=act: desk.post(f"/admin/bulk/wagtailcore/page/{act}/?id={self.museum.story}"))

    def _load(self) -> None:
        desk = Desk(self.port)
        for edition in itertools.count(1):
            if self._over.is_set():
                return
            rows = "\n".join(f"Ici;Ailleurs;{year};{1000 * edition}" for year in YEARS)
            content = ("flows.csv", f"de;vers;année;nombre\n{rows}\n".encode(), "text/csv")
            where = []

            def check(content=content, where=where):
                answer = desk.post(f"/admin/statistics/{self.museum.series}/load/", files={"file": content})
                where[:] = [answer.headers.get("Location")]
                return answer

            if self._tries(check) and self._tries(lambda where=where: desk.post(f"{where[0]}confirm/", where[0])):
                self.loaded = edition

    def rages(self, trouble: Callable[["Storm"], None]) -> None:
        """Have ``trouble`` while they work; then everything must stand, and all work be done."""
        worker = self.museum.hire()
        uploading = threading.Thread(target=self._upload)
        others = [threading.Thread(target=work) for work in (self._publish, self._load)]
        try:
            for thread in (uploading, *others):
                thread.start()
            trouble(self)
            uploading.join()
            self._over.set()
            for thread in others:
                thread.join()
            self._stands()
            assert worker.poll() is None, "the worker died"
        finally:
            self._over.set()
            worker.kill()
            worker.wait()

    def _stands(self) -> None:
        assert len(self.promised) == UPLOADS
        assert not self.odd, self.odd[0]
        assert 302 in self.statuses
        assert self.loaded, "no spreadsheet was loaded"
        self.museum.manage("shell", "-c", HURRY)
        assert patiently(lambda: "waiting 0" in self.museum.manage("shell", "-c", WAITING), 120), "work is left"
        found = self.museum.manage("shell", "-c", LOOK).split("looked", 1)[1]
        rows, lost, sound, numbers, states = literal_eval(found.strip())
        # A picture whose answer was lost may stand twice, and none that was promised is missing.
        assert rows >= UPLOADS
        assert (lost, sound) == (0, True)
        assert states == {"SUCCESSFUL"}
        # One edition of the numbers, whole, and none older than the last that was confirmed.
        assert len(numbers) == len(YEARS)
        assert len(set(numbers)) == 1
        assert numbers[0] >= 1000 * self.loaded
        assert servers.fetch(self.port, "/fr/").status == 200

    @property
    def is_over(self) -> bool:
        return len(self.promised) == UPLOADS

    def wait_for(self, promised: int) -> None:
        """Until so many pictures are uploaded."""
        patiently(lambda: len(self.promised) >= promised, 240)


@contextlib.contextmanager
def at_work(state: Path, **environ: str) -> Iterator[servers.Museum]:
    """A museum of its own, for what a storm leaves; who works in it, and on what."""
    with servers.museum(state, FURNISH, pages=True, WORKER_LEASE="3", **environ) as museum:
        museum.story, museum.series = museum.manage("shell", "-c", PEOPLE).split("furnished", 1)[1].split()
        yield museum


@pytest.fixture
def desks(tmp_path) -> Iterator[servers.Museum]:
    """A museum on files of this machine."""
    with at_work(tmp_path / "museum") as museum:
        yield museum


def children(parent: int) -> list[int]:
    """The worker processes of a server."""
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="workers are found in Linux's /proc")
def test_workers_killed_in_the_middle_of_it_lose_nothing(desks):
    port = desks.start(WEB_CONCURRENCY="2")
    server, killed = desks.processes[-1].pid, []

    def kill(storm: Storm) -> None:
        # In the middle of some work, and seldom enough that some is done in between.
        while not storm.is_over:
            time.sleep(0.1)
            if len(storm.promised) >= 2 * (len(killed) + 1) and (workers := children(server)):
                time.sleep(random.uniform(0, 0.4))
                os.kill(random.choice(workers), signal.SIGKILL)
                killed.append(1)

    Storm(desks, port).rages(kill)
    assert len(killed) >= 3


def test_a_database_that_restarts_in_the_middle_of_it_loses_nothing(desks, doors_of):
    doors = doors_of(desks)

    def restart(storm: Storm) -> None:
        for number in range(1, 5):
            storm.wait_for(3 * number - 1)
            time.sleep(random.uniform(0, 0.4))
            doors(False)
            time.sleep(2)
            doors(True)

    Storm(desks, desks.start(WEB_CONCURRENCY="2")).rages(restart)


@pytest.mark.skipif(weed() is None, reason="no S3 server is installed here")
def test_a_storage_that_is_gone_for_half_a_minute_loses_nothing(tmp_path):
    with running(readable_by_all="public") as s3:
        with at_work(tmp_path / "museum", **s3.environment) as museum:

            def take_away(storm: Storm) -> None:
                storm.wait_for(4)
                s3.stop()
                until = time.monotonic() + 30
                while time.monotonic() < until:
                    # Visitors hear nothing of it.
                    assert servers.fetch(storm.port, "/fr/").status == 200
                    time.sleep(1)
                assert len(storm.promised) < UPLOADS
                s3.start()

            storm = Storm(museum, museum.start(WEB_CONCURRENCY="2"))
            storm.rages(take_away)
            assert 503 in storm.statuses
