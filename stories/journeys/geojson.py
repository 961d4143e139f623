"""A journey as GeoJSON (RFC 7946, https://www.rfc-editor.org/rfc/rfc7946): one feature a leg, in order.

The document is in no language: every text that has languages is a map from language to text.
"""

from collections.abc import Callable, Sequence

from django.utils.translation import override

from museum.core.languages import INTERFACE_LANGUAGES
from stories.journeys.precision import End
from stories.journeys.shape import Run, runs
from stories.journeys.shown import ShownLeg

Absolute = Callable[[str], str]


def in_languages(text) -> dict[str, str]:
    """A text of the interface in each of its languages that has a word of its own for it (French where none has)."""
    found = {}
    for code in INTERFACE_LANGUAGES:
        with override(code):
            found[code] = str(text() if callable(text) else text)
    return {code: said for code, said in found.items() if code != "zgh" or said != found["fr"]}


def geometry(leg: ShownLeg) -> dict | None:
    """A line from end to end; ``None`` where one of them is not told or not located."""
    if leg.origin.point is None or leg.destination.point is None:
        return None
    return {"type": "LineString", "coordinates": [list(leg.origin.point), list(leg.destination.point)]}


def feature_collection(legs: Sequence[ShownLeg], address: str, absolute: Absolute) -> dict:
    """The document at ``address``; ``absolute`` makes an address of a path."""
    found = {number: run for run in runs(list(legs)) for number in (leg.number for leg in run.legs)}
    return {
        "type": "FeatureCollection",
        "id": address,
        "features": [_feature(leg, found[leg.number], address, absolute) for leg in legs],
    }


def _feature(leg: ShownLeg, run: Run, address: str, absolute: Absolute) -> dict:
    return {
        "type": "Feature",
        "id": f"{address}#leg-{leg.number}",
        "geometry": geometry(leg),
        "properties": {
            "number": leg.number,
            "from": end(leg.origin, absolute),
            "to": end(leg.destination, absolute),
            "date": leg.date or None,
            "earliest": leg.bounds.earliest.isoformat() if leg.bounds.earliest else None,
            "latest": leg.bounds.latest.isoformat() if leg.bounds.latest else None,
            "mode": _choice(leg.mode, leg.get_mode_display),
            "motive": _choice(leg.motive, leg.get_motive_display),
            "certainty": _choice(leg.certainty, leg.get_certainty_display),
            "course": run.course.value,
            "leads_back": leg.number in run.returning,
            "companions": leg.words["companions"],
            "note": leg.words["note"],
            "carried": [
                {
                    "id": absolute(artefact.get_absolute_url()),
                    "label": {text.language: text.title for text in artefact.texts.all()},
                }
                for artefact in leg.carried
            ],
            "source": leg.source,
        },
    }


def end(end: End, absolute: Absolute) -> dict:
    """An end of a leg, as far as it may be told."""
    found = {"label": end.labels(), "withheld": end.is_withheld}
    if end.place:
        found |= {
            "id": absolute(end.url),
            "kind": end.place.kind,
            "coordinates": list(end.point) if end.point else None,
        }
    if country := (end.place.country if end.place else end.country):
        found["country"] = country
    return found


def _choice(value: str, label) -> dict:
    return {"value": value, "label": in_languages(label)}
