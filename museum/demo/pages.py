"""Loading the demonstration pages: stories, exhibits, plain pages, and the words of the home pages."""

import json
import uuid

from wagtail.models import Locale

from exhibits.models import ExhibitIndexPage, ExhibitPage, PanoramaPage
from museum.demo.content import LANGUAGES, PANORAMAS, in_languages, read, read_folder, stream_sources
from museum.demo.ledger import Ledger
from museum.demo.records import found, publish
from museum.entrance.models import HomePage, PlainPage
from stories.models import Journey, Leg, StoryIndexPage, StoryPage, StoryStop

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://rihla.example/demonstration")

#: The fields of a home page that the demonstration fills and empties.
HOME_FIELDS = (
    "scene_sentence",
    "scene_caption",
    "road_heading",
    "road_text",
    "object_heading",
    "object_text",
    "voice_heading",
    "voice_text",
    "whats_on_heading",
)


def _id(*parts) -> str:
    """A block's identifier: the same at every load and in every language, so that addresses last."""
    return str(uuid.uuid5(_NAMESPACE, "/".join(str(part) for part in parts)))


def _add(parent, page, key: str, ledger: Ledger):
    """Hang ``page`` under ``parent`` as a translation of its sisters, and publish it."""
    page.translation_key = uuid.UUID(_id(key.rsplit("/", 1)[0]))
    page.locale = parent.locale
    page.is_demonstration = True
    page.live = False
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()
    return ledger.add(key, page)


def load_journeys(ledger: Ledger) -> None:
    """The journeys that the stories tell, leg by leg, once for all languages."""
    for row in read_folder("stories"):
        key = f"journey/{row['key']}"
        if key in ledger or not row.get("journey"):
            continue
        journey = Journey(title=row["languages"]["fr"]["title"], slug=row["key"], is_demonstration=True)
        journey.legs = [
            Leg(
                from_place=ledger.get(f"place/{leg['from']}"),
                to_place=ledger.get(f"place/{leg['to']}"),
                date=str(leg.get("date") or ""),
                mode=leg["mode"],
                motive=leg["motive"],
                certainty=leg["certainty"],
                documents=[("artefact", thing) for thing in found(ledger, "artefact", leg.get("documents"))],
                source=leg["source"],
                sort_order=order,
                **{f"note_{language}": text for language, text in in_languages(leg.get("note"))},
            )
            for order, leg in enumerate(row["journey"]["legs"])
        ]
        ledger.add(key, publish(journey))


def load_stories(ledger: Ledger) -> None:
    """Documentary stories, one page a language."""
    for row in read_folder("stories"):
        for language in LANGUAGES:
            key = f"story/{row['key']}/{language}"
            parent = StoryIndexPage.objects.filter(locale__language_code=language).first()
            text = row["languages"].get(language)
            if key in ledger or not parent or not text:
                continue
            page = StoryPage(
                title=text["title"],
                slug=text["slug"],
                summary=text["summary"].strip()[:300],
                subject=text.get("subject") or "",
                period=str(row.get("period") or ""),
                lead_image=ledger.get(f"image/{row['lead_image']}"),
                journey=ledger.get(f"journey/{row['key']}"),
                content_advisory=text.get("content_advisory") or "",
                sources=stream_sources(row.get("sources")),
                body=[
                    {"type": kind, "value": value, "id": _id(row["key"], "body", position)}
                    for position, block in enumerate(text["body"])
                    for kind, value in [_story_block(ledger, block)]
                    if value is not None
                ],
            )
            page.road = [
                StoryStop(place=place, date=str(stop.get("date") or ""), sort_order=order)
                for order, stop in enumerate(row.get("road") or [])
                if (place := ledger.get(f"place/{stop['place']}"))
            ]
            page.themes = found(ledger, "theme", row.get("themes"))
            page.persons = found(ledger, "person", row.get("persons"))
            page.places = found(ledger, "place", row.get("places"))
            _add(parent, page, key, ledger)


def _pk(ledger: Ledger, kind: str, key: str) -> int | None:
    thing = ledger.get(f"{kind}/{key}")
    return thing.pk if thing else None


def _story_block(ledger: Ledger, block: dict) -> tuple[str, object]:
    """(block type, raw value) of one block of a content file; the value is ``None`` where what it shows is missing."""
    [(kind, value)] = block.items()
    if kind in ("heading", "text"):
        return kind, value
    if kind == "quotation":
        names = ("text", "language", "translation", "attribution", "source")
        return kind, {name: value.get(name) or "" for name in names}
    if kind == "image":
        image = _pk(ledger, "image", value["image"])
        return kind, image and {"image": image, "caption": value.get("caption") or "", "alternative_text": ""}
    if kind == "pair":
        first, second = _pk(ledger, "image", value["first"]), _pk(ledger, "image", value["second"])
        words = {name: value.get(name) or "" for name in ("first_label", "second_label", "caption")}
        mode = value.get("mode") or "side"
        return kind, first and second and {"first": first, "second": second, "mode": mode, **words}
    if kind == "gallery":
        images = [pk for pk in (_pk(ledger, "image", key) for key in value["images"]) if pk]
        return kind, images and {
            "images": [{"type": "item", "value": pk, "id": _id("gallery", pk)} for pk in images],
            "caption": value.get("caption") or "",
        }
    if kind in ("artefact", "recording", "look"):
        chosen = _pk(ledger, kind, value[kind])
        return kind, chosen and {kind: chosen, "note": value.get("note") or ""}
    if kind == "figure":
        return kind, {name: str(value[name]) for name in ("value", "label", "year", "definition", "source")}
    if kind == "place":
        place = _pk(ledger, "place", value["place"])
        return kind, place and {"place": place, "text": value.get("text") or ""}
    if kind == "timeline":
        theme = _pk(ledger, "theme", value["theme"]) if value.get("theme") else None
        return kind, {
            "heading": value.get("heading") or "",
            "start": value["start"],
            "end": value["end"],
            "kinds": value.get("kinds") or ["event"],
            "theme": theme,
            "place": _pk(ledger, "place", value["place"]) if value.get("place") else None,
        }
    if kind == "roads":
        chosen = {name: value.get(name) for name in ("origin", "destination", "theme")}
        kinds = {"origin": "place", "destination": "place", "theme": "theme"}
        return kind, {
            "heading": value.get("heading") or "",
            "show": value.get("show") or "journeys",
            "start": value.get("start"),
            "end": value.get("end"),
            **{name: key and _pk(ledger, kinds[name], key) for name, key in chosen.items()},
        }
    raise ValueError(f"unknown block in the demonstration texts: {kind}")


def load_panoramas(ledger: Ledger) -> None:
    """Panoramas, one page a language; where each find stands was noted when the picture was made."""
    for row in read_folder("panoramas"):
        placed = PANORAMAS / f"{row['key']}.json"
        if not placed.exists():
            continue
        directions = json.loads(placed.read_text(encoding="utf-8"))
        for language in LANGUAGES:
            key = f"panorama/{row['key']}/{language}"
            parent = ExhibitIndexPage.objects.filter(locale__language_code=language).first()
            if key in ledger or not parent:
                continue
            page = PanoramaPage(
                title=row["title"][language],
                slug=row["slug"][language],
                summary=row["caption"][language][:300],
                text=row["text"][language],
                lead_image=ledger.get(f"image/{row['key']}"),
                panorama=ledger.get(f"image/{row['key']}-all-round"),
                sources=stream_sources(row.get("sources")),
                finds=[
                    {
                        "type": "find",
                        "id": _id(row["key"], find["key"]),
                        "value": {
                            "title": find["title"][language],
                            "text": find["text"][language],
                            "yaw": directions[find["key"]]["yaw"],
                            "pitch": directions[find["key"]]["pitch"],
                            "artefact": _pk(ledger, "artefact", find.get("artefact")),
                            "recording": _pk(ledger, "recording", find.get("recording")),
                        },
                    }
                    for find in row["finds"]
                ],
            )
            page.themes = found(ledger, "theme", row.get("themes"))
            _add(parent, page, key, ledger)


def load_exhibits(ledger: Ledger) -> None:
    """Exhibits with their rooms, one page a language."""
    for row in read_folder("exhibits"):
        for language in LANGUAGES:
            key = f"exhibit/{row['key']}/{language}"
            parent = ExhibitIndexPage.objects.filter(locale__language_code=language).first()
            text = row["languages"].get(language)
            if key in ledger or not parent or not text:
                continue
            page = ExhibitPage(
                title=text["title"],
                slug=text["slug"],
                summary=text["summary"].strip()[:300],
                introduction=text["introduction"],
                colour=row["colour"],
                lead_image=ledger.get(f"image/{row['lead_image']}"),
                sources=stream_sources(row.get("sources")),
                rooms=[
                    {
                        "type": "room",
                        "id": _id(row["key"], room["key"]),
                        "value": {
                            "title": text["rooms"][room["key"]]["title"],
                            "wall_text": text["rooms"][room["key"]]["wall_text"],
                            "colour": room["colour"],
                            "works": [
                                {"type": kind, "value": value, "id": _id(row["key"], room["key"], work["key"])}
                                for work in room["works"]
                                for kind, value in [
                                    _work(
                                        ledger, work, text["rooms"][room["key"]]["works"].get(work["key"], {}), language
                                    )
                                ]
                                if value is not None
                            ],
                        },
                    }
                    for room in row["rooms"]
                ],
            )
            page.themes = found(ledger, "theme", row.get("themes"))
            _add(parent, page, key, ledger)


def _work(ledger: Ledger, work: dict, words: dict, language: str) -> tuple[str, dict | None]:
    kind = next(name for name in ("artefact", "image", "story", "recording", "panorama", "text") if name in work)
    label = words.get("label") or ""
    if kind == "text":
        return kind, {"title": words.get("title") or "", "text": label}
    key = f"{work[kind]}/{language}" if kind in ("story", "panorama") else work[kind]
    chosen = _pk(ledger, kind, key)
    return kind, {kind: chosen, "label": label} if chosen else None


def load_plain_pages(ledger: Ledger) -> None:
    """About, privacy, accessibility, legal."""
    for row in read_folder("pages"):
        for language in LANGUAGES:
            key = f"page/{row['key']}/{language}"
            parent = HomePage.objects.filter(locale__language_code=language).first()
            text = row["languages"].get(language)
            if key in ledger or not parent or not text or parent.get_children().filter(slug=text["slug"]).exists():
                continue
            page = PlainPage(
                title=text["title"], slug=text["slug"], summary=(text.get("summary") or "")[:300], body=text["body"]
            )
            _add(parent, page, key, ledger)


def load_home(ledger: Ledger) -> None:
    """The words of the home pages, where nobody has written any."""
    row = read("home")
    if not row:
        return
    for locale in Locale.objects.all():
        language = locale.language_code
        key, page = f"home/{language}", HomePage.objects.filter(locale=locale).first()
        words = row["languages"].get(language) or {}
        if key in ledger or page is None or page.scene_sentence or page.lead_image_id:
            continue
        for name in HOME_FIELDS:
            setattr(page, name, words.get(name) or "")
        page.title = words.get("title") or page.title
        page.summary = (words.get("summary") or words.get("scene_sentence") or page.summary)[:300]
        page.lead_image = ledger.get(f"image/{row['scene_image']}")
        page.featured_artefact = ledger.get(f"artefact/{row['object']}")
        page.featured_recording = ledger.get(f"recording/{row['recording']}")
        page.featured_story = ledger.get(f"story/{row['story']}/{language if language in LANGUAGES else 'fr'}")
        page.is_demonstration = True
        page.save_revision().publish()
        ledger.add(key, page)
