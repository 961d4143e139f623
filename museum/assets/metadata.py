"""What a picture file carries beside its pixels: where it was taken is erased, in place, at upload.

EXIF is a TIFF directory (https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf, 4.6); the pointer to its GPS
directory is tag 0x8825 of the first one. Removing that entry and blanking what it pointed to leaves every pixel, the
orientation and the file's length as they were, in JPEG, PNG, WebP, HEIC and AVIF alike. XMP packets repeat the
position as ``exif:GPS…`` attributes or elements; those are blanked too.
"""

import io
import re
import struct
import zlib

from PIL import Image

GPS_POINTER = 0x8825
_TIFF_HEADERS = (b"II*\x00", b"MM\x00*")
# Bytes a value of each TIFF type takes (TIFF 6.0, section 2).
_TYPE_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_XMP_GPS = re.compile(
    rb"""exif:GPS\w+\s*=\s*(?:"[^"]*"|'[^']*')|<exif:GPS(\w+)[^>]*>.*?</exif:GPS\1>|<exif:GPS\w+[^>]*/>""", re.DOTALL
)

_EXIF_SEGMENT = re.compile(rb"\xff\xe1(..)Exif\x00\x00", re.DOTALL)


def has_location(data: bytes) -> bool:
    """Whether a picture's EXIF or XMP says where it was taken."""
    with Image.open(io.BytesIO(data)) as picture:
        return bool(picture.getexif().get_ifd(GPS_POINTER)) or bool(_XMP_GPS.search(_xmp(picture)))


def without_location(data: bytes) -> bytes:
    """The same picture without its position. Files that have none come back untouched.

    Where the position lies in a way that cannot be blanked in place (compressed PNG text, split HEIC items), the
    picture is written anew without any metadata but its orientation and colour profile.
    """
    if not has_location(data):
        return data
    patched = bytearray(data)
    for start in _tiff_starts(data):
        _erase_gps(patched, start)
    for match in _XMP_GPS.finditer(data):
        patched[match.start() : match.end()] = b" " * (match.end() - match.start())
    result = _with_png_checksums(patched) if data.startswith(b"\x89PNG") else bytes(patched)
    return _written_anew(data) if has_location(result) else result


def without_camera_notes(data: bytes) -> bytes:
    """The same bytes, in which every EXIF segment of a JPEG (marker APP1) is blank: for pictures inside another file.

    No length changes, so nothing that points into the file moves. Decoders pass over a segment that says nothing.
    """
    blanked = bytearray(data)
    for match in _EXIF_SEGMENT.finditer(data):
        start = match.end()
        end = min(match.start() + 2 + struct.unpack(">H", match[1])[0], len(data))
        blanked[start:end] = bytes(max(end - start, 0))
    return bytes(blanked)


def drop_notes(picture) -> None:
    """Let an open picture forget what Pillow would write into its copies: EXIF, XMP, comments. The colour profile stays."""
    for name in ("exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif", "comment", "photoshop"):
        picture.info.pop(name, None)
    # Pillow reads EXIF again from here when it saves.
    picture._exif = None


def _xmp(picture) -> bytes:
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return packet.encode() if isinstance(packet, str) else packet


def _tiff_starts(data: bytes) -> list[int]:
    """Where TIFF directories begin in a file: after "Exif" marks (also of embedded pictures), and the main one."""
    starts = {match.end() for match in re.finditer(rb"Exif\x00\x00(?=II\*\x00|MM\x00\*)", data)}
    with Image.open(io.BytesIO(data)) as picture:
        exif = picture.info.get("exif") or b""
    exif = exif.removeprefix(b"Exif\x00\x00")
    if exif[:4] in _TIFF_HEADERS and (position := data.find(exif)) >= 0:
        starts.add(position)
    return sorted(starts)


def _erase_gps(data: bytearray, start: int) -> None:
    """Take the GPS entry out of the first directory of the TIFF at ``start`` and blank its directory and values."""
    order = "<" if data[start : start + 2] == b"II" else ">"

    def number(kind: str, offset: int) -> int:
        return struct.unpack_from(order + kind, data, start + offset)[0]

    try:
        directory = number("I", 4)
        count = number("H", directory)
        entries = directory + 2
        for index in range(count):
            entry = entries + 12 * index
            if number("H", entry) != GPS_POINTER:
                continue
            _blank_directory(data, start, number("I", entry + 8), number)
            after = start + entry + 12
            end = start + entries + 12 * count + 4
            data[start + entry : end] = data[after:end] + bytes(12)
            struct.pack_into(order + "H", data, start + directory, count - 1)
            return
    except struct.error:
        return


def _blank_directory(data: bytearray, start: int, directory: int, number) -> None:
    count = number("H", directory)
    for index in range(count):
        entry = directory + 2 + 12 * index
        size = _TYPE_SIZES.get(number("H", entry + 2), 1) * number("I", entry + 4)
        if size > 4:
            values = start + number("I", entry + 8)
            data[values : values + size] = bytes(len(data[values : values + size]))
    first, last = start + directory, start + directory + 2 + 12 * count
    data[first:last] = bytes(len(data[first:last]))


def _with_png_checksums(data: bytearray) -> bytes:
    """A PNG with the checksum of each chunk made true again (PNG, section 5.3)."""
    position = 8
    while position + 12 <= len(data):
        length = struct.unpack_from(">I", data, position)[0]
        body = data[position + 4 : position + 8 + length]
        struct.pack_into(">I", data, position + 8 + length, zlib.crc32(body))
        position += 12 + length
    return bytes(data)


def _written_anew(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        kept = Image.Exif()
        if orientation := picture.getexif().get(0x0112):
            kept[0x0112] = orientation
        options = {"exif": kept.tobytes()}
        if profile := picture.info.get("icc_profile"):
            options["icc_profile"] = profile
        if picture.format == "JPEG":
            options["quality"] = "keep"
        elif picture.format in {"WEBP", "AVIF", "HEIF"}:
            options["quality"] = 95
        for key in ("xmp", "XML:com.adobe.xmp", "Raw profile type exif"):
            picture.info.pop(key, None)
        picture.save(buffer, picture.format, **options)
    return buffer.getvalue()
