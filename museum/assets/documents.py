"""What may be uploaded as a document, judged by content: a name alone says nothing."""

import io
import zipfile
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DOCUMENT_MAX_BYTES = 100 * 1024 * 1024
#: What a packed document unpacks to at most, in bytes, and how many times its own size: no bombs.
_UNPACKED_MAX = 1024 * 1024 * 1024
_RATIO_MAX = 200
#: A member that says what a packed document is (ECMA-376, part 2; OpenDocument 1.3, part 2).
_MEMBERS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".odt": "content.xml"}
#: Beginnings by which browsers take text for a page (https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type).
_PAGES = (b"<!doctype", b"<html", b"<head", b"<body", b"<script", b"<svg", b"<?xml", b"<iframe", b"<img", b"<a ")
_HEAD = 1024


def validate_document(file) -> None:
    """Refuse what is too large or not what its name says; timed text is judged again where it is read."""
    if file.size > DOCUMENT_MAX_BYTES:
        raise ValidationError(_("This file is larger than 100 MB. Make it smaller and try again."), code="size")
    suffix = PurePath(file.name).suffix.lower()
    file.seek(0)
    try:
        good = (
            _is_pdf(file)
            if suffix == ".pdf"
            else _is_packed(file, _MEMBERS[suffix])
            if suffix in _MEMBERS
            else _is_text(file)
        )
    finally:
        file.seek(0)
    if not good:
        raise ValidationError(
            _("The content of this file is not what its name says. Export it again from your program."), code="content"
        )


def _is_pdf(file) -> bool:
    """ISO 32000-1, 7.5.2; readers allow the mark within the first kilobyte."""
    return b"%PDF-" in file.read(_HEAD)


def _is_packed(file, member: str) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(file.read())) as packed:
            members = packed.infolist()
            unpacked, own = sum(each.file_size for each in members), max(sum(each.compress_size for each in members), 1)
            is_bomb = unpacked > _UNPACKED_MAX or unpacked / own > _RATIO_MAX
            return member in packed.namelist() and not is_bomb
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _is_text(file) -> bool:
    head = file.read(_HEAD)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return b"\x00" not in head and not start.startswith(_PAGES)
