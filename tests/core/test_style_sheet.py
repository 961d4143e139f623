"""House rules of the style sheet and templates that no other tool looks after."""

import gzip
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CSS = sorted(file for file in (ROOT / "static" / "css").rglob("*.css") if "admin" not in file.parts)
#: Style sheets that stand alone, without layers: of the printed catalogue and of the packed exhibit.
ALONE = ("catalogue.css", "packed.css")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|float:\s*(?:left|right)|text-align:\s*(?:left|right))\s*[:;]"
)


def test_only_logical_properties():
    found = [f"{file.name}: {match[0]}" for file in CSS for match in PHYSICAL.finditer(file.read_text())]
    assert found == []


def test_addresses_stand_only_where_flattening_keeps_them_right():
    found = [
        file.name for file in CSS if file.name not in ("fonts.css", "museum.css", *ALONE) and "url(" in file.read_text()
    ]
    assert found == []


def test_every_component_file_is_imported_once():
    entry = (ROOT / "static" / "css" / "museum.css").read_text()
    for file in CSS:
        if file.name not in ("museum.css", *ALONE):
            path = file.relative_to(ROOT / "static" / "css").as_posix()
            assert entry.count(f'"{path}"') == 1, path


def test_the_style_sheet_is_light():
    whole = "".join(file.read_text() for file in CSS)
    assert len(gzip.compress(whole.encode())) <= 30 * 1024


def test_no_style_attribute_and_no_inline_script_in_public_templates():
    for file in (ROOT / "templates").rglob("*.html"):
        # A packed exhibit is opened from a file, with nothing beside it.
        if "admin" in file.parts or file.name == "packed.html":
            continue
        text = file.read_text()
        assert not re.search(r"\sstyle=", text), file
        assert not re.search(r"<script>|\son\w+=\"", text), file
