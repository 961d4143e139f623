"""``make studio``: make the demonstration collection's pictures, models and sounds again, or one by ``ONLY=<key>``.

Blender comes as a Python package for Python 3.11 alone, so the studio has an environment of its own (``.venv-studio``,
about 1.5 GB). Nobody needs it who only runs, tests or develops the museum: what it makes is committed.
"""

import os
import shutil
import subprocess
import sys

from environment import INSTALL_HINTS, works
from steps import ROOT, Stamp, Stop, checksum, main, run, step

VENV = ROOT / ".venv-studio"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "museum" / "demo" / "studio" / "requirements.txt"


def python_for_blender():
    """A Python 3.11, this one or another on PATH."""
    if sys.version_info[:2] == (3, 11):
        return sys.executable
    found = shutil.which("python3.11")
    if not found:
        raise Stop(
            "The studio needs Python 3.11 (Blender's package is made for it alone). Install it, then run this again."
        )
    return found


def install():
    """The studio's own environment, once."""
    python = python_for_blender()
    if not PYTHON.exists() or not works(PYTHON, "-m", "pip", "--version"):
        run([python, "-m", "venv", VENV], "Making .venv-studio")

    def packages():
        run(
            [
                PYTHON,
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "--progress-bar",
                "off",
                "-r",
                REQUIREMENTS,
            ],
            "Installing the studio's packages (Blender among them: 400 MB to fetch)",
            hints=INSTALL_HINTS,
        )

    step("The studio's packages", Stamp(VENV / ".installed", checksum(REQUIREMENTS)), packages)


def studio():
    install()
    only = os.environ.get("ONLY", "").replace(",", " ").split()
    flags = ["--draft"] if os.environ.get("DRAFT") else []
    command = [PYTHON, "-m", "museum.demo.studio", *flags, *(["--only", *only] if only else [])]
    if subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode:
        raise Stop("The studio could not make everything; see above.")


if __name__ == "__main__":
    main(studio)
