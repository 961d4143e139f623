"""The floors of the house hold: import-linter passes, and fails on what it must fail on."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


def lint(folder: Path) -> subprocess.CompletedProcess:
    """Run import-linter on the packages of a folder."""
    script = Path(sys.executable).parent / "lint-imports"
    return subprocess.run([script, "--no-logo", "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def house(tmp_path) -> Path:
    """A copy of the packages' Python modules and of the contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in CONFIGURATION["root_packages"]:
        shutil.copytree(
            ROOT / package,
            tmp_path / package,
            ignore=lambda folder, names: {
                name for name in names if (Path(folder) / name).is_file() and not name.endswith(".py")
            },
        )
    return tmp_path


def test_the_house_stands_as_it_is(house):
    done = lint(house)
    assert done.returncode == 0, done.stdout


def test_an_import_from_a_floor_above_fails(house):
    (house / "museum" / "core" / "upwards.py").write_text("import museum.collection.models\n")
    done = lint(house)
    assert done.returncode != 0
    assert "museum.core.upwards" in done.stdout


def test_a_package_without_a_floor_fails(house):
    (house / "museum" / "annexe").mkdir()
    (house / "museum" / "annexe" / "__init__.py").touch()
    done = lint(house)
    assert done.returncode != 0
    assert "annexe" in done.stdout


def test_every_package_with_an_app_is_watched():
    """A new package beside ``museum`` must join the contracts as well."""
    found = {
        file.parts[len(ROOT.parts)]
        for file in ROOT.glob("*/**/apps.py")
        if not file.parts[len(ROOT.parts)].startswith((".", "node_modules"))
    }
    assert found == set(CONFIGURATION["root_packages"])


def test_both_contracts_know_the_same_floors():
    """The contract over all packages and the exhaustive one must not drift apart."""
    over_all, exhaustive = (contract["layers"] for contract in CONFIGURATION["contracts"])
    names = {part.strip().removeprefix("museum.") for layer in over_all for part in layer.split("|")}
    inside = {part.strip() for layer in exhaustive for part in layer.split("|")}
    assert names - set(CONFIGURATION["root_packages"]) == inside
