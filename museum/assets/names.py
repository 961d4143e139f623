"""Names of uploaded files that nobody can guess: a draft's picture is not found by trying what it may be called."""

import re
import secrets
from pathlib import PurePath

from anyascii import anyascii
from django.utils.deconstruct import deconstructible

#: Letters of the part made by chance: 80 bits. Wagtail cuts the name of a rendition to sixteen letters at the least, from its
#: end; so this part stands first.
CHANCE = 16
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_LONGEST_STEM = 40
_MADE = re.compile(rf"[a-z2-7]{{{CHANCE}}}(-|\.|$)")


def unguessable(name: str) -> str:
    """A file's name with a part made by chance before it, in ASCII, its suffix as it was."""
    path = PurePath(name.replace("\\", "/"))
    stem = re.sub(r"[^a-z0-9]+", "-", anyascii(path.stem).lower()).strip("-")[:_LONGEST_STEM].strip("-")
    chance = "".join(secrets.choice(_ALPHABET) for _ in range(CHANCE))
    suffix = re.sub(r"[^a-z0-9.]", "", path.suffix.lower())
    return f"{chance}-{stem}{suffix}" if stem else f"{chance}{suffix}"


def is_unguessable(name: str) -> bool:
    """Whether a file's name begins with a part made by chance; files older than this rule have none."""
    return bool(_MADE.match(PurePath(name).name))


@deconstructible
class Unguessable:
    """``upload_to`` of a field: a folder, and in it names that nobody can guess."""

    def __init__(self, folder: str):
        self.folder = folder

    def __call__(self, instance, filename: str) -> str:
        return f"{self.folder}/{unguessable(filename)}"

    def __eq__(self, other) -> bool:
        return isinstance(other, Unguessable) and self.folder == other.folder

    __hash__ = None
