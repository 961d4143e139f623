"""What a page shows, noted while it is rendered: what a visitor takes along who keeps the page, and how much that is.

Sizes are those noted when the files were made; no storage is asked.
"""

from dataclasses import dataclass, field

from museum.assets.renditions import estimated_bytes


@dataclass
class Carried:
    """Addresses of pictures and sounds with their bytes."""

    pictures: dict[str, int] = field(default_factory=dict)
    sounds: dict[str, int] = field(default_factory=dict)

    @property
    def picture_bytes(self) -> int:
        return sum(self.pictures.values())

    @property
    def sound_bytes(self) -> int:
        return sum(self.sounds.values())


def carried(request) -> Carried:
    """What the answer to ``request`` shows so far."""
    if not hasattr(request, "_carried"):
        request._carried = Carried()
    return request._carried


def note_picture(request, url: str, width: int, height: int, byte_size: int | None = None) -> None:
    """A picture is shown; one that was never measured is estimated by its pixels. No request: nobody takes it along."""
    if request is not None:
        carried(request).pictures[url] = byte_size or estimated_bytes(width, height)


def note_sound(request, recording) -> None:
    """A recording is played on this page."""
    file = recording.file_to_keep
    if request is not None and file:
        carried(request).sounds[file.url] = file.byte_size or 0
