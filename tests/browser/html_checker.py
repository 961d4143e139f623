"""The Nu HTML checker (npm's vnu-jar, which needs Java), one run over a folder of pages."""

import json
import shutil
import subprocess
from pathlib import Path

JAR = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def missing() -> str | None:
    """What this machine lacks for the checker, as a sentence; None where nothing."""
    if not shutil.which("java"):
        return "The Nu HTML checker was left out: it needs Java (apt-get install default-jre-headless)."
    if not JAR.exists():
        return "The Nu HTML checker was left out: it is in package.json, and npm ci installs it."
    return None


def errors(folder: Path) -> list[str]:
    """Every error in the ``*.html`` files of a folder: file, line, message, extract."""
    done = subprocess.run(
        ["java", "-Xss2m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", "--errors-only", str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    # The report is on standard error, as one object.
    found = json.loads(done.stderr)["messages"]
    return [
        f"{Path(each['url']).name}:{each.get('lastLine')} {each['message']} | {each.get('extract', '').strip()}"
        for each in found
        if each["type"] != "info"
    ]
