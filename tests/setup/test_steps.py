"""The steps of set-up: skipped when nothing changed, done again when something did, failing with a sentence."""

import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / ".setup"))

import environment  # noqa: E402
import steps  # noqa: E402


@pytest.fixture
def source(tmp_path, monkeypatch):
    """A file that a step depends on, in a project of its own."""
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    file = tmp_path / "source.txt"
    file.write_text("one")
    return file


def test_a_step_is_done_again_only_when_its_sources_change(source, tmp_path):
    done = []

    def go():
        stamp = steps.Stamp(tmp_path / "stamps" / "step", steps.checksum(source))
        return steps.step("step", stamp, lambda: done.append(source.read_text()))

    assert go()
    assert not go()
    source.write_text("two")
    assert go()
    assert done == ["one", "two"]


def test_a_step_that_failed_is_done_again(source, tmp_path):
    stamp = steps.Stamp(tmp_path / "step", steps.checksum(source))

    def fail():
        raise steps.Stop("no")

    with pytest.raises(steps.Stop):
        steps.step("step", stamp, fail)
    assert not stamp.holds()


def test_a_failing_command_shows_its_last_lines_and_the_advice_that_fits():
    command = [
        sys.executable,
        "-c",
        "print('ERROR: Failed building wheel for x'); raise SystemExit(1)",
    ]
    with pytest.raises(steps.Stop) as stopped:
        steps.run(command, "Installing", hints=environment.INSTALL_HINTS)
    assert "Failed building wheel for x" in str(stopped.value)
    assert "C compiler" in str(stopped.value)


def test_a_command_that_does_not_exist_is_a_sentence():
    with pytest.raises(steps.Stop, match="could not be started"):
        steps.run(["/no/such/program"], "Installing")


def test_a_machine_without_venv_gets_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "PYTHON", tmp_path / "none")
    monkeypatch.setattr(environment, "works", lambda *command: False)
    with pytest.raises(steps.Stop, match="python3-venv"):
        environment.make_venv()


def test_an_old_python_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))
    with pytest.raises(steps.Stop, match=r"needs Python 3\.11"):
        environment.check_python()


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_pinned_package_takes_the_oldest_python(file):
    oldest = ".".join(map(str, environment.OLDEST_PYTHON)) + ".0"
    pinned = re.findall(r"(?m)^([\w.-]+)(?:\[[^\]]*\])?==(\S+)", (environment.ROOT / file).read_text())
    assert pinned
    refusing = {}
    for name, version in pinned:
        package = metadata.distribution(name)
        assert package.version == version, f"{name} is installed as {package.version}"
        if not SpecifierSet(package.metadata.get("Requires-Python") or "").contains(oldest):
            refusing[name] = package.metadata["Requires-Python"]
    assert refusing == {}
