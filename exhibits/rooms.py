"""The walk through an exhibit: rooms and works in order, with stable addresses.

Everything that shows an exhibit (reading page, plan, and whatever skin comes) reads this list and no other.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Work:
    """One work: its number in the exhibit, its kind ("artefact", "image", "story", "recording", "panorama", "text", "timeline",
    "roads"), its block."""

    number: int
    kind: str
    value: Any
    block: Any
    anchor: str


@dataclass(frozen=True)
class Room:
    """One room: its number, its words and colour, its works, its anchor on the page."""

    number: int
    title: str
    wall_text: Any
    colour: str
    anchor: str
    works: list[Work] = field(default_factory=list)


#: Works that are words of their own and show no record or page that could go.
WORDS = ("text", "timeline", "roads")


def anchor_of(block_id: str) -> str:
    """The stable fragment of a block: it survives reordering, editing and translation."""
    return (block_id or "").replace("-", "")[:8]


def _is_gone(block) -> bool:
    """Whether what the block shows was deleted or is no longer public."""
    if block.block_type in WORDS:
        return False
    shown = block.value.get(block.block_type)
    return shown is None or not getattr(shown, "live", True)


def rooms_of(stream) -> list[Room]:
    """The rooms of a StreamField of ``RoomBlock``; works whose record is gone or unpublished are left out."""
    rooms, number = [], 0
    for position, room in enumerate(stream, start=1):
        works = []
        for block in room.value["works"]:
            if _is_gone(block):
                continue
            number += 1
            works.append(Work(number, block.block_type, block.value, block, f"work-{anchor_of(block.id)}"))
        rooms.append(
            Room(
                number=position,
                title=room.value["title"],
                wall_text=room.value["wall_text"],
                colour=room.value["colour"],
                anchor=f"room-{anchor_of(room.id)}",
                works=works,
            )
        )
    return rooms
