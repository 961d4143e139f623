"""What may be uploaded, judged by content and not by name alone."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from museum.assets import gltf

RECORDING_MAX_BYTES = 200 * 1024 * 1024
MODEL_MAX_BYTES = 20 * 1024 * 1024
MODEL_MAX_TRIANGLES = 200_000

# Container signatures: Ogg (RFC 3533), ISO base media (ISO/IEC 14496-12), Matroska/WebM (RFC 9559), ID3 and MPEG audio.
_SIGNATURES = {
    ".opus": [(0, b"OggS")],
    ".ogg": [(0, b"OggS")],
    ".m4a": [(4, b"ftyp")],
    ".mp4": [(4, b"ftyp")],
    ".webm": [(0, b"\x1aE\xdf\xa3")],
    ".mp3": [(0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"\xff\xf2")],
}


def validate_recording(file) -> None:
    """Refuse what is too large, of another kind, or not what its name says."""
    if file.size > RECORDING_MAX_BYTES:
        raise ValidationError(_("This file is larger than 200 MB. Make it smaller and try again."), code="size")
    suffix = PurePath(file.name).suffix.lower()
    if suffix not in _SIGNATURES:
        raise ValidationError(
            _("Choose an Opus, Ogg, M4A or MP3 sound, or an MP4 or WebM film; this is “%(suffix)s”."),
            params={"suffix": suffix or "?"},
            code="kind",
        )
    file.seek(0)
    head = file.read(16)
    file.seek(0)
    if not any(head[start : start + len(magic)] == magic for start, magic in _SIGNATURES[suffix]):
        raise ValidationError(
            _("The content of this file is not what its name says. Export it again from your recorder."),
            code="content",
        )


_UNSHOWABLE = {
    "external": _(
        "This model fetches parts from other files or addresses. Export it as one .glb with everything in it."
    ),
    "extension": _("This model needs an extension of glTF (compression, perhaps). Export it without compression."),
    "sparse": _(
        "This model stores its shape in a way that the viewer does not read. Export it again without animation."
    ),
    "range": _("This model is damaged: it points outside its own file. Export it again."),
    "mode": _(
        "Not everything in this model is made of triangles. Leave out loose points and edges and export it again as triangles."
    ),
    "nodes": _("This model has more than 2,000 parts. Join them in your program and export it again."),
    "texture": _("A picture in this model cannot be read or is larger than 4096 pixels a side. Export it smaller."),
    "images": _(
        "This model has more than 16 pictures on it, or more than 64 megapixels in all. Join them or make them smaller, and "
        "export it again."
    ),
}


def validate_model(file) -> None:
    """Refuse what is too large or is not a glTF 2.0 binary that can be read."""
    if file.size > MODEL_MAX_BYTES:
        raise ValidationError(_("This file is larger than 20 MB. Make it smaller and try again."), code="size")
    file.seek(0)
    data = file.read()
    file.seek(0)
    try:
        contents = gltf.read(data)
    except gltf.Unshowable as fault:
        raise ValidationError(_UNSHOWABLE[fault.reason], code=fault.reason) from None
    except gltf.NotGltf:
        raise ValidationError(
            _("This is not a glTF 2.0 binary (.glb) with a model in it. Export it again from your program."),
            code="content",
        ) from None
    if contents.triangles > MODEL_MAX_TRIANGLES:
        raise ValidationError(
            _("This model has %(count)d triangles; telephones take at most 200,000. Simplify it and try again."),
            params={"count": contents.triangles},
            code="triangles",
        )


def validate_track(file) -> None:
    """Named by migration 0002; timed text is read whole when it is uploaded (museum.assets.timed_text)."""
