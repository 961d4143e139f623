"""Back-up and restore of many records and large files: memory that does not grow, equal checksums.

``RECORDS=10000 GIGABYTES=5 make bench`` measures a large museum; by default a smaller museum, for every day.
"""

import os
import random
import shutil
import sys
import time
from pathlib import Path

import pytest

from museum.preservation.bags import checksum_of
from tests.preservation.museums import Museum

pytestmark = [pytest.mark.bench, pytest.mark.django_db]

RECORDS = int(os.environ.get("RECORDS", "1000"))
OCTETS = int(float(os.environ.get("GIGABYTES", "0.25")) * 1e9)
FILE_OCTETS = 50_000_000
MOST_MEGABYTES = 300


def measured(museum: Museum, *arguments: str) -> tuple[float, float]:
    """Run a command; (seconds, megabytes of memory at its height)."""
    begun = time.monotonic()
    process = museum.begin("manage.py", *arguments)
    said = process.stdout.read()
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, said[-4000:]
    return time.monotonic() - begun, usage.ru_maxrss / 1024


def fill(museum: Museum) -> None:
    """Records, and large originals that nobody could compress."""
    museum.manage("make_artefacts", str(RECORDS))
    folder = museum.media / "private" / "documents"
    folder.mkdir(parents=True)
    chance = random.Random(1963)
    for number in range(max(OCTETS // FILE_OCTETS, 1)):
        with (folder / f"large-{number:04}.pdf").open("wb") as file:
            for _piece in range(FILE_OCTETS // 1_000_000):
                file.write(chance.randbytes(1_000_000))


def checksums(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): checksum_of(file) for file in folder.rglob("*") if file.is_file()}


def test_memory_stays_and_checksums_are_equal(migrated, tmp_path):
    museum, other = migrated.twin(tmp_path / "museum"), migrated.twin(tmp_path / "other")
    fill(museum)
    bag = tmp_path / "bag"
    for name, who, *arguments in (("backup", museum, "backup"), ("restore", other, "restore")):
        seconds, megabytes = measured(who, *arguments, str(bag))
        sys.stdout.write(
            f"{name}: {RECORDS} records, {OCTETS / 1e9:.2f} GB: {seconds:.0f} s, {megabytes:.0f} MB at most\n"
        )
        assert megabytes <= MOST_MEGABYTES
    assert checksums(museum.media) == checksums(other.media)
    assert museum.seen(pages=False)["rows"] == other.seen(pages=False)["rows"]
    shutil.rmtree(tmp_path)
