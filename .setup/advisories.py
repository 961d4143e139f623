"""Known holes in the packages that the museum stands on: asked of the advisory services of PyPI and npm.

Ends with 1 where PyPI's knows one, or npm's one that is high or critical. Where a service cannot be reached it says so, in a
line that begins with "!", and goes on: a machine without network must be able to check its code.
"""

import json
import subprocess
import sys

import environment
from steps import ROOT, say

WITHIN_SECONDS = 120
UNREACHABLE = "! {name}: no advisory service could be reached from here; the packages were NOT checked for known holes."


def output(command, env=None):
    """What a command printed, or nothing where it did not end in time."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=str(ROOT),
            env=env,
            capture_output=True,
            text=True,
            timeout=WITHIN_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def parsed(text):
    """JSON, or nothing where it is none."""
    try:
        return json.loads(text)
    except ValueError:
        return {}


def python_holes():
    """One line for each known hole in a pinned Python package; ``None`` where nobody could be asked."""
    command = [environment.VENV / "bin" / "pip-audit", "-r", "requirements-dev.txt", "--no-deps", "--disable-pip"]
    told = parsed(output([*command, "--format", "json", "--progress-spinner", "off"]))
    packages = told.get("dependencies", [])
    asked = [package for package in packages if "skip_reason" not in package]
    # A mirror without advisories answers that it knows of no such package.
    if len(asked) < len(packages) / 2 or not packages:
        return None
    return [f"{p['name']} {p['version']}: {hole['id']}" for p in asked for hole in p.get("vulns", [])]


def browser_holes():
    """One line for each high or critical hole in an npm package; ``None`` where nobody could be asked."""
    command, path = environment.npm_command()
    env = {"PATH": path} if path else None
    told = parsed(output([*command, "audit", "--json", "--audit=true"], env))
    if "vulnerabilities" not in told:
        return None
    return [
        f"{name}: {hole['severity']}"
        for name, hole in told["vulnerabilities"].items()
        if hole["severity"] in ("high", "critical")
    ]


def main():
    failed = False
    for name, holes in (("Python packages", python_holes()), ("npm packages", browser_holes())):
        if holes is None:
            say(UNREACHABLE.format(name=name))
            continue
        failed |= bool(holes)
        for hole in holes:
            say(f"{name}: {hole}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
