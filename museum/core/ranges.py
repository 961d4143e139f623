"""Files answered in parts, so that a player can go to any moment (https://www.rfc-editor.org/rfc/rfc9110#name-range-requests)."""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.utils._os import safe_join
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

_RANGE = re.compile(r"bytes=\s*(\d*)-(\d*)\s*", re.ASCII)
_CHUNK = 64 * 1024
#: Kinds that Python's table lacks on some systems.
_KINDS = {
    ".opus": "audio/ogg",
    ".m4a": "audio/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt",
    ".glb": "model/gltf-binary",
}


class _Part:
    """The bytes of ``file`` from where it stands, ``length`` of them."""

    def __init__(self, file, length: int):
        self.file, self.left = file, length

    def __iter__(self) -> Iterator[bytes]:
        while self.left > 0 and (chunk := self.file.read(min(_CHUNK, self.left))):
            self.left -= len(chunk)
            yield chunk

    def close(self) -> None:
        self.file.close()


def media_type(name: str) -> str:
    """The media type of a file by its name."""
    return _KINDS.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def asked_range(header: str, size: int) -> tuple[int, int] | None:
    """(first, last) byte of a ``Range`` header; ``None`` where the whole is to be sent, ``ValueError`` where there is none.

    A header that is not understood, or that asks for several parts, is answered with the whole, as RFC 9110 allows.
    """
    found = _RANGE.fullmatch(header)
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if first and last and int(last) < int(first):
        return None
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if start >= size or (not first and int(last) == 0):
        raise ValueError(header)
    return start, end


def ranged(request, file, size: int, name: str, modified: float, tag: str = "") -> HttpResponse:
    """``file`` (open, seekable, ``size`` bytes) or the part of it that was asked for: 200, 206, 304 or 416."""
    tag = tag or f'"{int(modified):x}-{size:x}"'
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    matches = request.headers.get("If-None-Match")
    if (
        (tag in (part.strip() for part in matches.split(",")))
        if matches
        else (since is not None and modified < since + 1)
    ):
        file.close()
        return _described(HttpResponseNotModified(), modified, tag)
    header = request.headers.get("Range", "")
    condition = request.headers.get("If-Range")
    if condition and condition not in (tag, http_date(modified)):
        header = ""
    try:
        part = asked_range(header, size) if request.method == "GET" else None
    except ValueError:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    start, end = part or (0, size - 1)
    file.seek(start)
    answer = FileResponse(_Part(file, end - start + 1), status=206 if part else 200, content_type=media_type(name))
    answer.headers["Content-Length"] = str(end - start + 1)
    if part:
        answer.headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    return _described(answer, modified, tag)


def _described(answer: HttpResponse, modified: float, tag: str) -> HttpResponse:
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["Last-Modified"] = http_date(modified)
    answer.headers["ETag"] = tag
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


@require_safe
def serve_media(request, path: str, document_root) -> HttpResponse:
    """A public upload, whole or in part. For ``make run``; in production a web server or S3 does this."""
    try:
        found = Path(safe_join(document_root, path))
        status = found.stat()
        file = found.open("rb")
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    return ranged(request, file, status.st_size, found.name, status.st_mtime)
