"""An exhibit to walk through: the halls of its rooms, with what the walls need of each work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext

from exhibits.layout import DOOR_WIDTH, Hall, Hanging, Placed, halls_of
from exhibits.rooms import WORDS, Room, Work
from museum.assets.models.models_3d import ENGINE_BYTES
from museum.assets.renditions import Textures, textures_of
from museum.collection.models import Artefact

#: How many things in three dimensions stand in a room from the door on (static/js/room/hang.js lets no more stand at a
#: time), and what engine, pictures and things weigh together at most: with the page itself a first room is 1.5 MB.
THINGS_FIRST, ROOM_BYTES = 3, 1_100_000

_METRES = {"mm": 0.001, "cm": 0.01, "m": 1.0}


@dataclass(frozen=True)
class HungWork:
    """A work of the walk with its place on the wall and what it is seen by."""

    work: Work
    place: Placed
    image: object | None
    model: object | None
    name: str
    facts: str

    @property
    def address(self) -> str:
        """The page of what is shown, or an empty string where it has none."""
        shown = self.work.value.get(self.work.kind) if self.work.kind not in (*WORDS, "image") else None
        if shown is None:
            return ""
        return getattr(shown, "url", "") or shown.get_absolute_url()

    @cached_property
    def textures(self) -> Textures | None:
        """The sizes of its picture that a room hangs, or ``None`` where words hang in its place."""
        return textures_of(self.image) if self.image else None


@dataclass(frozen=True)
class WalkHall:
    """A hall of the walk: its number among all, the room it belongs to, which of the room's halls it is, its works."""

    number: int
    room: Room
    part: int
    parts: int
    plan: Hall
    works: list[HungWork]

    @cached_property
    def bytes(self) -> int:
        """About how much a visitor fetches to stand in it: the engine, the smaller pictures and the first things."""
        return self._picture_bytes + sum(hung.model.file_size for hung in self.things_first)

    @cached_property
    def _picture_bytes(self) -> int:
        return ENGINE_BYTES + sum(hung.textures.bytes for hung in self.works if hung.textures)

    @cached_property
    def things_first(self) -> list[HungWork]:
        """The works whose 3D models stand on their plinths from the door on: the lightest, a few."""
        things = [hung for hung in self.works if hung.model and hung.place.plinth and hung.model.file_size]
        found, weight = [], self._picture_bytes
        for hung in sorted(things, key=lambda hung: hung.model.file_size)[:THINGS_FIRST]:
            weight += hung.model.file_size
            if weight > ROOM_BYTES:
                break
            found.append(hung)
        return found

    @property
    def drawing(self) -> dict:
        """The floor plan in centimetres from its north-west corner, for the SVG of the page."""
        width, depth = self.plan.width * 100, self.plan.depth * 100

        def at(x: float, z: float) -> tuple[int, int]:
            return round(x * 100 + width / 2), round(z * 100 + depth / 2)

        marks = []
        for hung in self.works:
            x, y = at(hung.place.x, hung.place.z)
            # Marks stand a little inside the walls, so that their numbers do not touch them.
            inset = 45
            x, y = (round(min(max(value, inset), most - inset)) for value, most in ((x, width), (y, depth)))
            marks.append({"hung": hung, "x": x, "y": y, "base": y + 14})
        door = DOOR_WIDTH * 100
        return {
            "width": round(width),
            "depth": round(depth),
            "door_start": round((width - door) / 2),
            "door_end": round((width + door) / 2),
            "door": round(door),
            "exit": self.plan.exit is not None,
            "marks": marks,
        }


def halls(rooms: Iterable[Room], *, right_to_left: bool) -> list[WalkHall]:
    """The halls of an exhibit in walking order; the works are those of ``rooms``, in that order and no others."""
    rooms = list(rooms)
    _fetch_dimensions(rooms)
    found: list[WalkHall] = []
    for position, room in enumerate(rooms):
        seen = {work.anchor: _seen(work) for work in room.works}
        hangings = [_hanging(work, *seen[work.anchor]) for work in room.works]
        plans = halls_of(hangings, more=position < len(rooms) - 1, right_to_left=right_to_left)
        works = {work.anchor: work for work in room.works}
        for part, plan in enumerate(plans, start=1):
            hung = [
                HungWork(works[place.key], place, *seen[place.key], *_words(works[place.key])) for place in plan.works
            ]
            found.append(WalkHall(len(found) + 1, room, part, len(plans), plan, hung))
    return found


def _fetch_dimensions(rooms: list[Room]) -> None:
    artefacts = [work.value["artefact"] for room in rooms for work in room.works if work.kind == "artefact"]
    if artefacts:
        prefetch_related_objects(artefacts, "dimensions")


def _seen(work: Work) -> tuple[object | None, object | None]:
    """(image, 3D model) by which a work is seen; either may be missing."""
    shown = work.value.get(work.kind)
    if work.kind == "artefact":
        return shown.image, next(iter(shown.models_3d), None)
    if work.kind == "image":
        return shown, None
    if work.kind in ("story", "panorama"):
        return shown.specific.shown_image, None
    return None, None


def _hanging(work: Work, image, model) -> Hanging:
    if image is None:
        return Hanging(work.anchor, "panel")
    artefact = work.value["artefact"] if work.kind == "artefact" else None
    width = float(image.width_cm) / 100 if image.width_cm else _measured(artefact, "width", "length", "diameter")
    height = None if width else _measured(artefact, "height")
    aspect = image.width / image.height
    if work.kind == "panorama":
        return Hanging(work.anchor, "arch", aspect=aspect)
    if work.kind == "story":
        return Hanging(work.anchor, "picture", width=1.0, aspect=aspect)
    if model is None:
        return Hanging(work.anchor, "picture", width=width, height=height, aspect=aspect)
    depth = _measured(artefact, "depth", "diameter")
    return Hanging(work.anchor, "object", width=width, height=height, depth=depth, aspect=aspect)


def _measured(artefact: Artefact | None, *names: str) -> float | None:
    """The first of these dimensions of the whole artefact that was measured, in metres."""
    if artefact is None:
        return None
    metres = {
        dimension.dimension: float(dimension.value) * _METRES[dimension.unit]
        for dimension in artefact.dimensions.all()
        if dimension.unit in _METRES and not dimension.part
    }
    return next((metres[name] for name in names if name in metres), None)


def _words(work: Work) -> tuple[str, str]:
    """What a work is called, and its facts in a line, in the reader's language."""
    if work.kind == "artefact":
        artefact = work.value["artefact"]
        text = artefact.text_in()
        return (text.title if text else artefact.object_number), artefact.date_phrase
    if work.kind == "image":
        image = work.value["image"]
        return image.words("caption")[0] or image.words("alt")[0], ""
    if work.kind == "text":
        return work.value["title"], ""
    if work.kind == "timeline":
        years = f"{work.value['start']}–{work.value['end']}"
        return (work.value["heading"], years) if work.value["heading"] else (years, "")
    if work.kind == "roads":
        return work.value["heading"] or gettext("Map of roads"), ""
    shown = work.value[work.kind]
    return str(getattr(shown, "title", "") or shown), ""
