"""The deployment files are what the programs that read them take, and name only what the museum knows."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
DEPLOYMENT = ROOT / "docs" / "deployment"
UNITS = sorted((DEPLOYMENT / "systemd").iterdir())
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
TABLE = set(re.findall(r"`([A-Z][A-Z0-9_]+)`", "".join(re.findall(r"^\| `.*$", OPERATIONS, re.MULTILINE))))


def read_by_the_museum() -> set[str]:
    """Every environment variable that settings and server read."""
    found = set()
    for file in [*(ROOT / "museum" / "settings").glob("*.py"), ROOT / "museum" / "server.py"]:
        if file.name not in ("local.py", "test.py"):
            found |= set(re.findall(r"environ(?:\.get\(|\[)\s*[\"']([A-Z][A-Z0-9_]+)[\"']", file.read_text()))
    found |= {f"S3_{which}_{what}" for which in ("PUBLIC", "PRIVATE") for what in ("BUCKET", "PREFIX")}
    return found - {"PROMETHEUS_MULTIPROC_DIR"}


def test_the_table_of_variables_is_the_one_that_the_museum_reads():
    read = read_by_the_museum()
    assert {"DATABASE_URL", "CACHE_URL", "S3_PRIVATE_PREFIX", "WORKER_LEASE"} <= read
    assert read - TABLE == set(), "missing in docs/operations.md"
    # A secret may lie in a file that NAME_FILE names (museum.settings.secrets).
    known = read | {f"{name}_FILE" for name in read} | {"DJANGO_SETTINGS_MODULE"}
    assert TABLE - known == set(), "not read by the museum"


def commands_in(text: str) -> set[str]:
    return set(re.findall(r"manage\.py (\w+)\b(?!\.)", text))


def test_what_is_started_by_the_clock_is_there():
    text = "".join(file.read_text() for file in [*UNITS, ROOT / "compose.yaml", ROOT / "Containerfile"]) + OPERATIONS
    assert {"work", "publish_scheduled", "prune_db_task_results"} <= commands_in(text)
    assert commands_in(text) <= set(get_commands())


def test_units_are_taken_by_systemd(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not installed: its units are left untried")
    for unit in UNITS:
        text = unit.read_text().replace("/srv/rihla/.venv/bin/python", sys.executable)
        (tmp_path / unit.name.replace("@.", "@8000.")).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *sorted(map(str, tmp_path.iterdir()))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    about = [line for line in done.stderr.splitlines() if "rihla" in line]
    assert (done.returncode, about) == (0, []), done.stderr


def test_every_service_is_shut_in():
    services = [unit.read_text() for unit in UNITS if unit.suffix == ".service"]
    for text in services:
        for line in ("User=rihla", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=\n"):
            assert line in text
    timers = {unit.stem for unit in UNITS if unit.suffix == ".timer"}
    assert timers == {unit.stem for unit in UNITS if unit.suffix == ".service" and "@" not in unit.name}


@pytest.mark.parametrize("name", ["nginx.conf", "compose/nginx.conf"])
def test_nginx_takes_its_configuration(tmp_path, name):
    if not shutil.which("nginx"):
        pytest.skip("nginx is not installed: its configuration is left untried")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=museum.example.org"]
        + ["-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    site = (DEPLOYMENT / name).read_text()
    site = re.sub(r"(ssl_certificate_key) \S+;", rf"\1 {key};", site)
    site = re.sub(r"(ssl_certificate) \S+;", rf"\1 {certificate};", site)
    site = re.sub(r"access_log /\S+ museum;", f"access_log {tmp_path}/log museum;", site)
    # The names of the containers are known among themselves alone.
    site = re.sub(r"\b(app1|app2|files):", "127.0.0.1:", site)
    (tmp_path / "site.conf").write_text(site)
    (tmp_path / "nginx.conf").write_text(
        f"error_log {tmp_path}/errors; pid {tmp_path}/pid; events {{}} http {{ include {tmp_path}/site.conf; }}"
    )
    done = subprocess.run(
        ["nginx", "-t", "-q", "-p", str(tmp_path), "-c", "nginx.conf"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())


def test_the_composed_museum_is_set_by_variables_that_the_museum_reads():
    services = COMPOSE["services"]
    assert {"app1", "app2", "worker", "database", "files", "cache", "varnish", "nginx"} <= set(services)
    for name in ("app1", "app2", "worker"):
        assert set(services[name]["environment"]) <= read_by_the_museum()
    container = (ROOT / "Containerfile").read_text()
    set_there = set(re.findall(r"^\s*(?:ENV )?([A-Z][A-Z0-9_]+)=", container, re.MULTILINE))
    assert set_there - {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"} <= TABLE


def test_every_container_is_shut_in():
    for name, service in COMPOSE["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert str(service["user"]).split(":")[0] not in ("root", "0"), name
        assert not str(service.get("image", "")).endswith(":latest"), name
    published = [name for name, service in COMPOSE["services"].items() if "ports" in service]
    assert published == ["nginx"]
    for one in ("database", "cache", "files", "nginx"):
        assert COMPOSE["services"][one]["healthcheck"]["test"]


def test_the_container_takes_what_is_there_and_runs_as_nobody_special():
    text = (ROOT / "Containerfile").read_text()
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE):
        for source in line.split():
            assert (ROOT / source).exists(), source
    assert text.index("\nUSER 10001") > text.index("collectstatic")
    assert "SECRET_KEY=" not in "".join(re.findall(r"^(?:ENV|ARG).*(?:\\\n.*)*", text, re.MULTILINE))
