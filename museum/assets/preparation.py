"""What visitors are served of a recording, made from its private uploads when it is published.

It is a copy without what a recorder noted in the file (names, titles, the place). Passages kept back are cut out of the
sound itself. Either has a name of its own, and the file that stood there before is deleted first: should the making fail,
nothing is served.
"""

import contextlib
import hashlib
import logging
import os
import tempfile
from pathlib import PurePath

from django.core.files import File

from museum.assets import sound
from museum.assets.models import Recording
from museum.assets.models.recordings import MEASURED, SERVED

logger = logging.getLogger("museum.recordings")

#: Counted up where public files are made in another way: those that stand are then made again.
_EDITION = 2
_LONG_SECONDS = 600
_LONG_FILM_SECONDS = 20


def takes_long(recording: Recording) -> bool:
    """Whether ``prepare`` takes longer than a curator waits: about a second for three minutes of sound, more for film."""
    seconds = recording.duration or 0
    return seconds > _LONG_SECONDS or (recording.is_film and bool(recording.passages) and seconds > _LONG_FILM_SECONDS)


def withdraw(recording: Recording) -> None:
    """Take every public file of ``recording`` away; the only copy of one is first put where the uploads are."""
    changed = _keep_originals(recording)
    for served in SERVED.values():
        changed |= _take_away(recording, served)
    changed["waveform"] = ""
    _store(recording, changed)


def withhold(recording: Recording) -> None:
    """Take away the public files that are not what ``recording`` should serve now. Quick: nothing is made."""
    changed = _keep_originals(recording) if recording.passages else {}
    for original, served in SERVED.items():
        source, public = getattr(recording, original), getattr(recording, served)
        is_right = _key(recording, source) in public.name if source and public else not recording.passages
        if public and not is_right:
            changed |= _take_away(recording, served)
    _store(recording, changed)


def prepare(recording: Recording) -> None:
    """Make the public files of a published recording that are missing, its length and its outline."""
    changed = {}
    for original, served in SERVED.items():
        source = getattr(recording, original)
        if source and not getattr(recording, served):
            changed |= _serve(recording, source, served)
    changed |= _measured(recording) if not changed else {}
    if recording.file and (changed or not recording.waveform or not recording.duration):
        changed |= _looked_at(recording)
    _store(recording, changed)


def _keep_originals(recording) -> dict:
    """Copy public files that have no upload behind them (of recordings older than private uploads)."""
    changed = {}
    for original, served in SERVED.items():
        public = getattr(recording, served)
        if public and not getattr(recording, original) and public.storage.exists(public.name):
            with public.storage.open(public.name) as file:
                getattr(recording, original).save(PurePath(public.name).name, File(file), save=False)
            changed[original] = getattr(recording, original).name
    return changed


def _take_away(recording, served: str) -> dict:
    public = getattr(recording, served)
    if not public:
        return {}
    public.storage.delete(public.name)
    setattr(recording, served, "")
    return {served: "", **({MEASURED[served]: None} if served in MEASURED else {})}


def _key(recording, source) -> str:
    """Stands in the name of a public file: what it was made from and without which passages."""
    told = repr((_EDITION, source.name, [(p.start, p.end, p.tone) for p in recording.passages]))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _serve(recording, source, served: str) -> dict:
    suffix = PurePath(source.name).suffix.lower()
    name = f"{recording.slug[:60]}-{_key(recording, source)}{suffix}"
    try:
        with source.storage.open(source.name) as original, tempfile.NamedTemporaryFile(suffix=suffix) as made:
            if recording.passages:
                sound.without(original, made, source.name, recording.passages)
            else:
                sound.bare(original, made, source.name)
            size = made.seek(0, os.SEEK_END)
            made.seek(0)
            if not _is_wanted(recording, original_of=served):
                return {}
            getattr(recording, served).save(name, File(made), save=False)
    except (sound.Unplayable, FileNotFoundError):
        logger.exception("A public file of the recording %s could not be made; nothing is served.", recording.slug)
        return {}
    return {served: getattr(recording, served).name, **({MEASURED[served]: size} if served in MEASURED else {})}


def _measured(recording) -> dict:
    """The sizes of files that were made before sizes were noted."""
    sizes = {}
    for served, noted in MEASURED.items():
        file = getattr(recording, served)
        if file and getattr(recording, noted) is None:
            with contextlib.suppress(OSError):
                sizes[noted] = file.size
    return sizes


def _is_wanted(recording, original_of: str) -> bool:
    """Whether what was made is still what should be served: a passage may be kept back while a file is being made."""
    [original] = [name for name, served in SERVED.items() if served == original_of]
    now = Recording.objects.filter(pk=recording.pk, live=True).first()
    return bool(now) and _key(now, getattr(now, original)) == _key(recording, getattr(recording, original))


def _looked_at(recording) -> dict:
    """Length and outline of the file that is served."""
    changed = {}
    try:
        with recording.file.storage.open(recording.file.name) as file:
            changed["waveform"] = sound.outline(sound.peaks(file, recording.file.name))
            if not recording.duration:
                changed["duration"] = round(sound.duration(file, recording.file.name)) or None
    except (sound.Unplayable, FileNotFoundError):
        logger.warning("The recording %s has no sound that can be read.", recording.slug)
    return changed


def _store(recording, changed: dict) -> None:
    if changed:
        Recording.objects.filter(pk=recording.pk).update(**changed)
        for name, value in changed.items():
            setattr(recording, name, value)
