"""Whoever watches the museum's numbers hears of a back-up that did not run, and of a broken file."""

from datetime import timedelta

import pytest
from django.utils import timezone

from museum.preservation.models import Run, StoredFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def numbers(client, settings):
    settings.METRICS_TOKEN = "a token of the tests alone"

    def read() -> dict[str, float]:
        text = client.get("/metrics/", headers={"Authorization": f"Bearer {settings.METRICS_TOKEN}"}).content.decode()
        return {
            name: float(value) for name, value in (line.rsplit(" ", 1) for line in text.splitlines() if line[0] != "#")
        }

    return read


def test_the_age_of_the_last_good_back_up_is_told(numbers):
    now = timezone.now()
    assert 'museum_preserved_seconds{kind="backup"}' not in numbers()
    Run.objects.create(kind=Run.Kind.BACKUP, is_good=True, ended_at=now - timedelta(hours=30))
    Run.objects.create(kind=Run.Kind.BACKUP, is_good=False, ended_at=now)
    assert numbers()['museum_preserved_seconds{kind="backup"}'] == pytest.approx(30 * 3600, abs=60)


def test_a_broken_original_is_counted(numbers):
    StoredFile.objects.create(side="private", name="a.jpg", octets=1, sha256="0" * 64, state=StoredFile.State.CHANGED)
    found = numbers()
    assert found['museum_originals{state="changed"}'] == 1
    assert found['museum_originals{state="missing"}'] == 0
