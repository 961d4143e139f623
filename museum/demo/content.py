"""Reading the demonstration texts: YAML under ``museum/demo/content``, one file a subject or a thing."""

from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "content"
MEDIA = Path(__file__).parent
IMAGES = MEDIA / "images"
FLAT = MEDIA / "flat"
PANORAMAS = MEDIA / "panoramas"
SOUNDS = MEDIA / "sounds"
MODELS = MEDIA / "models"
#: The five pictures of each model, as the curator's desk takes them (static/js/admin/views.js).
SIDES = MEDIA / "sides"

#: The languages that every demonstration text is written in.
LANGUAGES = ("fr", "ar", "en")


@cache
def read(name: str) -> list | dict:
    """The content of ``<name>.yaml``; an empty list where there is none."""
    path = FOLDER / f"{name}.yaml"
    return (yaml.safe_load(path.read_text(encoding="utf-8")) or []) if path.exists() else []


@cache
def read_folder(name: str) -> list[dict]:
    """The content of every file in a folder, in the order of their names; a file holds one mapping or a list of them."""
    rows = []
    for path in sorted((FOLDER / name).glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        rows += content if isinstance(content, list) else [content]
    return rows


def picture(name: str) -> Path | None:
    """The file of a picture: the large one of a flat work where there is one, else the photograph or drawing."""
    return next((path for folder in (FLAT, IMAGES) if (path := folder / name).exists()), None)


def in_languages(mapping: dict | None):
    """Pairs (language, text) of a mapping by language, blank ones left out."""
    return [(language, text) for language, text in (mapping or {}).items() if text]


def stream_sources(sources: list | None) -> list[tuple[str, dict]]:
    """The ``sources`` of a content file as the value of a ``SourceStreamBlock``."""
    names = ("title", "author", "publisher", "date", "url", "note")
    return [("source", {name: str(source.get(name) or "") for name in names}) for source in sources or []]
