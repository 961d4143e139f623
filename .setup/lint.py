"""``make lint``: every check that runs no test. With ``--format`` or ``--messages`` it repairs instead."""

import os
import secrets
import subprocess
import sys

import environment
from steps import ROOT, Stop, main, say

DEVELOPMENT = {"DJANGO_SETTINGS_MODULE": "museum.settings.development"}
CODE = ("museum", "stories", "exhibits", ".setup", "manage.py")
# Enough of a failing check to start on.
SHOWN_LINES = 60


def templates():
    return sorted(str(file.relative_to(ROOT)) for file in (ROOT / "templates").rglob("*.html"))


def production():
    """Production settings with a made-up secret and name, for checks alone."""
    return {
        "DJANGO_SETTINGS_MODULE": "museum.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": "museum.example",
    }


def tool(name):
    return str(environment.VENV / "bin" / name)


def manage(*arguments):
    return [str(environment.PYTHON), "manage.py", *arguments]


def checks():
    """Title, command and environment of every check, the quick ones first."""
    return [
        ("ruff", [tool("ruff"), "check", "--quiet", "--output-format", "concise", "."], {}),
        ("ruff format", [tool("ruff"), "format", "--check", "--output-format", "concise", "."], {}),
        ("djade (templates)", [tool("djade"), "--check", *templates()], {}),
        ("import-linter", [tool("lint-imports"), "--no-logo"], {}),
        ("bandit (high severity)", [tool("bandit"), "-q", "-r", *CODE, "--severity-level", "high"], {}),
        ("advisories of packages", [str(environment.PYTHON), str(ROOT / ".setup" / "advisories.py")], {}),
        ("migrations", manage("makemigrations", "--check", "--dry-run"), DEVELOPMENT),
        ("upgrades while the museum is open", manage("check_migrations"), DEVELOPMENT),
        ("message catalogues", manage("update_catalogues", "--check"), DEVELOPMENT),
        ("check --deploy", manage("check", "--deploy", "--fail-level", "WARNING"), production()),
    ]


def passes(command, environ):
    """Run one check; show what it says only where it fails, or what it could not do (lines that begin with "!")."""
    done = subprocess.run(
        command,
        cwd=str(ROOT),
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        lines = done.stdout.rstrip().splitlines()
        say("\n".join(lines[:SHOWN_LINES]))
        if len(lines) > SHOWN_LINES:
            say(f"… and {len(lines) - SHOWN_LINES} more lines: {' '.join(command[:4])} …")
    else:
        for line in done.stdout.splitlines():
            if line.startswith("! "):
                say(line)
    return done.returncode == 0


def lint():
    environment.prepare(developing=True)
    failed = []
    for title, command, environ in checks():
        good = passes(command, environ)
        say(f"  {'ok    ' if good else 'FAILED'}  {title}")
        if not good:
            failed.append(title)
    if failed:
        raise Stop(f"Lint: {', '.join(failed)} failed. `make format` repairs what is only a matter of form.")
    return 0


def repair():
    environment.prepare(developing=True)
    subprocess.run([tool("ruff"), "check", "--fix-only", "--quiet", "."], cwd=str(ROOT), check=False)
    subprocess.run([tool("ruff"), "format", "."], cwd=str(ROOT), check=True)
    # djade ends with 1 when it changed something.
    subprocess.run([tool("djade"), *templates()], cwd=str(ROOT), check=False)
    return 0


def messages():
    environment.prepare(developing=True)
    return subprocess.run(
        manage("update_catalogues"), cwd=str(ROOT), env={**os.environ, **DEVELOPMENT}, check=False
    ).returncode


if __name__ == "__main__":
    main({"--format": repair, "--messages": messages}.get("".join(sys.argv[1:]), lint))
