"""What goes into a packed exhibit beside its page: pictures and sounds, chosen while the page is written."""

from dataclasses import dataclass, field
from pathlib import PurePath

from museum.assets.models import MuseumImage, Recording
from museum.assets.sizes import KEPT_SPEC, LIGHT_SPEC
from museum.assets.transcripts import TRANSCRIPT, Row, rows_of
from museum.core.languages import best

#: What a packed exhibit weighs at most, in bytes, its page and the list of its files included.
LIMIT_BYTES = 25_000_000
_FOR_THE_PAGE = 1_500_000


@dataclass
class Carton:
    """Fills up to the limit: what does not fit any more is described in words instead."""

    limit: int = LIMIT_BYTES - _FOR_THE_PAGE
    files: dict[str, object] = field(default_factory=dict)
    bytes: int = 0
    _paths: dict[str, str] = field(default_factory=dict)

    def picture(self, image: MuseumImage | None) -> dict | None:
        """``path``, ``width``, ``height`` of a picture in the carton, or ``None`` where there is none to show."""
        if image is None or image.withdrawn:
            return None
        found = image.get_renditions(KEPT_SPEC, LIGHT_SPEC)
        # Half the carton is left to what is heard and to later rooms.
        rendition = found[KEPT_SPEC] if self.bytes < self.limit / 2 else found[LIGHT_SPEC]
        path = self._put("pictures", rendition.file, rendition.byte_size)
        return {"path": path, "width": rendition.width, "height": rendition.height} if path else None

    def sound(self, recording: Recording) -> str | None:
        """The path of a sound in the carton, or ``None`` of a film, of what is being prepared, of what does not fit."""
        file = recording.file_to_keep
        return self._put("sounds", file, file.byte_size) if file else None

    def transcript(self, recording: Recording) -> list[Row]:
        """What is heard, in the reader's language where it has been translated; empty where it has no times."""
        tracks = recording.public_tracks(*TRANSCRIPT)
        track = best(tracks)
        return [row for row in rows_of(track, None, recording.passages) if not row.gap] if track else []

    def _put(self, folder: str, file, byte_size: int | None) -> str | None:
        if file.name not in self._paths:
            size = byte_size if byte_size is not None else file.size
            if self.bytes + size > self.limit:
                return None
            path = f"{folder}/{len(self.files) + 1:03}{PurePath(file.name).suffix.lower()}"
            self._paths[file.name], self.files[path] = path, file
            self.bytes += size
        return self._paths[file.name]
