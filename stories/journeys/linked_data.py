"""A journey as Linked Art (https://linked.art/model/), CIDOC CRM in JSON-LD: an Activity (E7) whose parts are Moves (E9).

A Move has where it began and ended as far as may be told, its span of time, what was carried (``moved``), how
(``technique``), why and how surely (``classified_as``), and who says so (``referred_to_by``).
"""

from collections.abc import Iterable, Sequence

from stories.journeys.geojson import Absolute, in_languages
from stories.journeys.precision import End
from stories.journeys.shown import ShownLeg

CONTEXT = "https://linked.art/ns/v1/linked-art.json"
PROFILE = f'application/ld+json;profile="{CONTEXT}"'


def activity(
    legs: Sequence[ShownLeg], names: dict[str, str], stories: Iterable, address: str, absolute: Absolute
) -> dict:
    """The document at ``address``. ``names`` call the journey by language, ``stories`` are the pages that tell it."""
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "Activity",
        "_label": names["en"],
        "identified_by": _names(names),
        "part": [_move(leg, address, absolute) for leg in legs],
        "subject_of": [
            {"type": "LinguisticObject", "_label": story.title, "digitally_carried_by": [_page(absolute(story.url))]}
            for story in stories
        ],
    }


def _move(leg: ShownLeg, address: str, absolute: Absolute) -> dict:
    texts = [*leg.words["companions"].items(), *leg.words["note"].items()]
    said = [{"type": "LinguisticObject", "content": text, "language": [_language(code)]} for code, text in texts]
    move = {
        "id": f"{address}#leg-{leg.number}",
        "type": "Move",
        "_label": f"{leg.origin.heading('en')[0]} – {leg.destination.heading('en')[0]}",
        "moved_from": _place(leg.origin, absolute),
        "moved_to": _place(leg.destination, absolute),
        "timespan": _timespan(leg),
        "technique": [_type(leg.get_mode_display)] if leg.mode != "unknown" else [],
        "classified_as": [
            *([_type(leg.get_motive_display)] if leg.motive != "unknown" else []),
            _type(leg.get_certainty_display),
        ],
        "moved": [
            {
                "id": absolute(artefact.get_absolute_url()),
                "type": "HumanMadeObject",
                "_label": artefact.heading("en")[0],
            }
            for artefact in leg.carried
        ],
        "referred_to_by": [*said, {"type": "LinguisticObject", "_label": "Source", "content": leg.source}],
    }
    return {key: value for key, value in move.items() if value}


def _place(end: End, absolute: Absolute) -> dict | None:
    if end.is_withheld:
        return None
    found = {"type": "Place", "_label": end.heading("en")[0], "identified_by": _names(end.labels())}
    if end.place:
        found["id"] = absolute(end.url)
        if end.point:
            found["defined_by"] = "POINT({} {})".format(*end.point)
        if end.place.wikidata:
            found["equivalent"] = [{"id": f"http://www.wikidata.org/entity/{end.place.wikidata}", "type": "Place"}]
    return found


def _timespan(leg: ShownLeg) -> dict | None:
    if not leg.date:
        return None
    found = {"type": "TimeSpan", "identified_by": [{"type": "Name", "content": leg.date}]}
    if leg.bounds.earliest:
        found["begin_of_the_begin"] = f"{leg.bounds.earliest.isoformat()}T00:00:00Z"
    if leg.bounds.latest:
        found["end_of_the_end"] = f"{leg.bounds.latest.isoformat()}T23:59:59Z"
    return found


def _type(label) -> dict:
    names = in_languages(label)
    return {"type": "Type", "_label": names["en"], "identified_by": _names(names)}


def _names(names: dict[str, str]) -> list[dict]:
    return [{"type": "Name", "content": text, "language": [_language(code)]} for code, text in names.items()]


def _language(code: str) -> dict:
    return {"type": "Language", "_label": code}


def _page(address: str) -> dict:
    return {"type": "DigitalObject", "format": "text/html", "access_point": [{"id": address, "type": "DigitalObject"}]}
