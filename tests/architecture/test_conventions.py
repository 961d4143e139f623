"""House rules that no linter knows, each by reading the sources."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("museum", "stories", "exhibits")
MODULES = sorted(
    file for package in PACKAGES for file in (ROOT / package).rglob("*.py") if "migrations" not in file.parts
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "static" / "css").rglob("*.css"))
# Names that say nothing about what is inside.
EMPTY_NAMES = {
    "utils.py",
    "helpers.py",
    "misc.py",
    "common.py",
    "utils",
    "helpers",
    "misc",
    "common",
}


def imported(file: Path) -> set[str]:
    """Dotted names of everything a module imports, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(f"{node.module or ''}.{alias.name}" for alias in node.names)
    return names


def name(file: Path) -> str:
    """A path as a reader of the failure knows it."""
    return str(file.relative_to(ROOT))


def test_sources_are_found():
    assert len(MODULES) > 50
    assert len(TEMPLATES) > 20
    assert len(STYLES) > 5


def test_nobody_imports_wagtail_hooks():
    guilty = [
        name(file)
        for file in MODULES
        if any(target.startswith(PACKAGES) and "wagtail_hooks" in target.split(".") for target in imported(file))
    ]
    assert guilty == []


def test_blocks_never_import_models():
    """A block points at records by a string, so that a floor above can be chosen without importing it."""
    blocks = [file for file in MODULES if file.name == "blocks.py" or "blocks" in file.parts]
    assert blocks
    guilty = [
        f"{name(file)}: {target}"
        for file in blocks
        for target in imported(file)
        if target.startswith(PACKAGES) and "models" in target.split(".")
    ]
    assert guilty == []


def test_names_say_the_subject():
    guilty = [name(file) for file in MODULES if EMPTY_NAMES & set(file.relative_to(ROOT).parts)]
    assert guilty == []


def test_templates_use_the_museums_own_translation_tags():
    """Django's tags do not mark a passage that falls back to French as French; the admin has no Tamazight to fall back from."""
    admin = {"admin", "wagtailadmin", "wagtailimages"}
    guilty = [
        name(file)
        for file in TEMPLATES
        if not admin & set(file.parts) and re.search(r"{%\s*load\s[^%]*\bi18n\b", file.read_text(encoding="utf-8"))
    ]
    assert guilty == []


# A physical side in a property name or as a value; comments are taken out before.
PHYSICAL = re.compile(
    r"(?:^|[;{\s])(?:(?:margin|padding|border|inset)-(?:left|right)|(?:left|right)\s*:|"
    r"(?:float|clear|text-align)\s*:\s*(?:left|right))"
)


def physical_sides(css: str) -> list[str]:
    """Lines that name a physical side, where a logical one would turn with the reading direction."""
    bare = re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), css, flags=re.DOTALL)
    return [line.strip() for line in bare.splitlines() if PHYSICAL.search(line)]


def test_styles_use_logical_sides_only():
    guilty = [f"{name(file)}: {line}" for file in STYLES for line in physical_sides(file.read_text(encoding="utf-8"))]
    assert guilty == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a { margin-left: 1rem }", 1),
        ("a { text-align:right }", 1),
        ("a {\n  left: 0;\n}", 1),
        ("a { margin-inline-start: 1rem; text-align: start; inset-inline-end: 0 }", 0),
        ("/* left: as drawn */ a { color: red }", 0),
    ],
)
def test_physical_sides_are_noticed(css, found):
    assert len(physical_sides(css)) == found


def test_what_set_up_makes_is_not_committed():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    guilty = [
        file
        for file in tracked
        if file.endswith((".mo", ".pyc", ".sqlite3", ".woff", ".woff2"))
        or file.startswith(("node_modules/", ".state/", "media/", ".venv/"))
    ]
    assert tracked
    assert guilty == []


def test_the_lock_file_names_no_download_address():
    lock = (ROOT / "package-lock.json").read_text()
    assert '"integrity"' in lock
    assert '"resolved"' not in lock
