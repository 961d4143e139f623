"""Loading the demonstration records and media."""

from pathlib import Path

from django.core.files import File
from django.utils.text import slugify

from museum.assets import preparation
from museum.assets.models import Model3D, ModelPicture, MuseumImage, Recording, RecordingText, RecordingTrack
from museum.assets.timed_text import Cue, Run, parse, write
from museum.collection.models import (
    Artefact,
    ArtefactMedium,
    ArtefactText,
    AssociatedPerson,
    AssociatedPlace,
    Dimension,
    Event,
    EventText,
    GuidedLook,
    GuidedLookText,
    ObjectName,
    ObjectNameText,
    Person,
    PersonName,
    PersonText,
    Place,
    PlaceName,
    PlaceText,
    Theme,
    ThemeText,
)
from museum.demo.content import (
    LANGUAGES,
    MODELS,
    PANORAMAS,
    SIDES,
    SOUNDS,
    in_languages,
    picture,
    read,
    read_folder,
    stream_sources,
)
from museum.demo.ledger import Ledger


def publish(record):
    """Save a new record with a first revision and make it live."""
    record.live = False
    record.save()
    record.save_revision().publish()
    record.refresh_from_db()
    return record


def load_images(ledger: Ledger) -> None:
    """Images whose files are in ``museum/demo``: drawings, photographs, flat works, and the two pictures of a panorama."""
    for row in read_folder("images"):
        _load_image(ledger, row["key"], row, picture(row["file"]))
    for row in read_folder("panoramas"):
        view = {**row, "alt": row["view_alt"], "caption": row["title"]}
        _load_image(ledger, row["key"], view, picture(row["file"]))
        _load_image(ledger, f"{row['key']}-all-round", row, PANORAMAS / row["file"])


def _load_image(ledger: Ledger, name: str, row: dict, path: Path | None) -> None:
    key = f"image/{name}"
    if key in ledger or path is None or not path.exists():
        return
    image = MuseumImage(
        title=row["caption"]["fr"][:255],
        creator=row.get("creator") or "",
        credit=(row.get("credit") or "")[:200],
        rights=row["rights"],
        width_cm=row.get("scale_cm"),
        is_demonstration=True,
        **{f"alt_{language}": text[:400] for language, text in in_languages(row["alt"])},
        **{f"caption_{language}": text[:400] for language, text in in_languages(row["caption"])},
    )
    with path.open("rb") as file:
        image.file.save(f"demo-{name}{path.suffix}", File(file), save=False)
        image.save()
    ledger.add(key, image)


def load_recordings(ledger: Ledger) -> None:
    """Recordings whose files are in ``museum/demo/sounds``."""
    for row in read_folder("recordings"):
        key = f"recording/{row['key']}"
        files = [SOUNDS / name for name in _file_names(row)]
        if key in ledger or not files or not all(path.exists() for path in files):
            continue
        recording = Recording(
            slug=row["key"],
            language=row["language"] if row.get("language") not in (None, "", "zxx") else "",
            duration=int(row.get("duration_s") or 0) or None,
            credit=(row.get("credit") or "")[:200],
            creator="Rihla",
            rights=row["rights"],
            is_synthetic=True,
            sources=stream_sources(row.get("sources")),
            is_demonstration=True,
        )
        recording.texts = [
            RecordingText(
                language=language,
                title=title[:200],
                description=(row["descriptions"] or {}).get(language, ""),
                transcript=_transcript(row, language),
            )
            for language, title in in_languages(row["titles"])
        ]
        for field, path in zip(("original", "original_alternative"), files, strict=False):
            with path.open("rb") as file:
                getattr(recording, field).save(f"demo-{path.name}", File(file), save=False)
        recording.tracks = [
            RecordingTrack(
                kind=kind, language=language, text=text, status=RecordingTrack.Status.APPROVED, sort_order=order
            )
            for order, (kind, language, text) in enumerate(_tracks(row))
        ]
        preparation.prepare(publish(recording))
        ledger.add(key, recording)


def _transcript(row: dict, language: str) -> str:
    """The words of a recording; those of a reading stand in passages, under the names of its chapters."""
    if "passages" not in row:
        return _paragraphs(row["transcripts"].get(language, ""))
    chapters = {chapter["at"]: chapter[language] for chapter in row["chapters"]}
    return "".join(
        (f"<p><b>{chapters[number]}</b></p>" if number in chapters else "") + f"<p>{passage[language]}</p>"
        for number, passage in enumerate(row["passages"])
    )


def _tracks(row: dict):
    """Triples (kind, language, WebVTT) of a reading's timed text: in its own language, translated, chapters, index."""
    for language in LANGUAGES if "passages" in row else ():
        words = RecordingTrack.Kind.CAPTIONS if language == row["language"] else RecordingTrack.Kind.SUBTITLES
        text = (SOUNDS / f"{row['key']}.text.{language}.vtt").read_text(encoding="utf-8")
        yield words, language, text
        chapters = SOUNDS / f"{row['key']}.chapters.{language}.vtt"
        yield RecordingTrack.Kind.CHAPTERS, language, chapters.read_text(encoding="utf-8")
        yield RecordingTrack.Kind.INDEX, language, _index(row, language, parse(text))


def _index(row: dict, language: str, cues: list[Cue]) -> str:
    """The index of subjects of a reading: each segment begins with a passage and lasts until the next one begins."""
    starts = [cues[segment["at"]].start for segment in row["index"]]
    ends = [*starts[1:], cues[-1].end]
    words = [segment[language] for segment in row["index"]]
    return write(
        Cue(start, end, "", (Run(f"{word['title']}\n{word['synopsis']}\n# {word['keywords']}"),))
        for start, end, word in zip(starts, ends, words, strict=True)
    )


def _file_names(row) -> list[str]:
    files = row["files"]
    return [str(name) for name in (files.values() if isinstance(files, dict) else files)]


def _paragraphs(text: str) -> str:
    return text if text.lstrip().startswith("<") else "".join(f"<p>{part}</p>" for part in text.split("\n\n") if part)


def load_themes(ledger: Ledger) -> None:
    """Themes, then who is narrower than whom."""
    for row in read("themes"):
        key = f"theme/{row['key']}"
        if key in ledger:
            continue
        theme = Theme(
            slug=row["key"],
            colour=row["colour"],
            seed=row["seed"],
            fold=row["fold"],
            aat=row.get("aat") or "",
            broader=ledger.get(f"theme/{row['parent']}") if row.get("parent") else None,
            sources=stream_sources(row.get("sources")),
            is_demonstration=True,
        )
        theme.texts = [
            ThemeText(
                language=language,
                label=label,
                description=_paragraphs((row["descriptions"] or {}).get(language, "")),
                alternative_labels=", ".join((row.get("alt_labels") or {}).get(language) or [])[:300],
            )
            for language, label in in_languages(row["labels"])
        ]
        ledger.add(key, publish(theme))


def _names(model, row) -> list:
    return [
        model(
            text=name["text"],
            language=name["language"],
            script=name.get("script") or "",
            kind=name.get("kind") or "preferred",
            period=str(name.get("period") or ""),
            note=(name.get("note") or "")[:200],
        )
        for name in row["names"]
    ]


def load_places(ledger: Ledger) -> None:
    """Places, regions first so that towns can lie in them."""
    rows = read("places")
    for row in sorted(rows, key=lambda row: row.get("within") is not None):
        key = f"place/{row['key']}"
        if key in ledger:
            continue
        place = Place(
            slug=row["key"],
            kind=row["kind"],
            country=row.get("country") or "",
            latitude=_decimal(row.get("lat")),
            longitude=_decimal(row.get("lon")),
            precision_km=_decimal(row.get("precision_km")),
            within=ledger.get(f"place/{row['within']}") if row.get("within") else None,
            wikidata=row.get("wikidata") or "",
            geonames=row.get("geonames"),
            sources=stream_sources(row.get("sources")),
            is_demonstration=True,
        )
        place.names = _names(PlaceName, row)
        place.texts = [
            PlaceText(language=language, description=_paragraphs(text))
            for language, text in in_languages(row.get("descriptions"))
        ]
        ledger.add(key, publish(place))


def _decimal(number):
    return None if number is None else str(number)


def load_persons(ledger: Ledger) -> None:
    """Public figures and institutions."""
    for row in read("persons"):
        key = f"person/{row['key']}"
        if key in ledger:
            continue
        person = Person(
            slug=row["key"],
            kind=row["kind"],
            born=str(row.get("born") or ""),
            died=str(row.get("died") or ""),
            wikidata=row.get("wikidata") or "",
            sources=stream_sources(row.get("sources")),
            is_demonstration=True,
        )
        person.names = _names(PersonName, row)
        person.texts = [
            PersonText(language=language, biography=_paragraphs(text)) for language, text in in_languages(row["texts"])
        ]
        person.places = found(ledger, "place", row.get("places"))
        person.themes = found(ledger, "theme", row.get("themes"))
        ledger.add(key, publish(person))


def found(ledger: Ledger, kind: str, keys) -> list:
    """The loaded things of ``kind`` under ``keys``, those that are missing left out."""
    return [thing for thing in (ledger.get(f"{kind}/{key}") for key in keys or []) if thing]


def load_events(ledger: Ledger) -> None:
    """The timeline."""
    for row in read("events"):
        key = f"event/{row['key']}"
        if key in ledger:
            continue
        event = Event(
            slug=row["key"],
            date=str(row["date"]),
            confidence=row.get("confidence") or "high",
            sources=stream_sources(row.get("sources")),
            is_demonstration=True,
        )
        event.texts = [
            EventText(language=language, title=title[:200], text=_paragraphs(row["texts"].get(language, "")))
            for language, title in in_languages(row["titles"])
        ]
        event.places = found(ledger, "place", row.get("places"))
        event.themes = found(ledger, "theme", row.get("themes"))
        ledger.add(key, publish(event))


def load_artefacts(ledger: Ledger) -> None:
    """Artefact records with their images, dimensions and associations."""
    for row in read_folder("artefacts"):
        key = f"artefact/{row['key']}"
        if key in ledger:
            continue
        artefact = Artefact(
            slug=slugify(row["object_number"].replace(".", "-")),
            object_number=row["object_number"],
            object_name=_object_name(ledger, row),
            production_date=str(row.get("production_date") or ""),
            production_place=ledger.get(f"place/{row['production_place']}") if row.get("production_place") else None,
            acquisition_method=row.get("acquisition_method") or "",
            rights=row["rights"],
            sources=stream_sources(row.get("sources")),
            is_demonstration=True,
        )
        artefact.texts = [
            ArtefactText(
                language=language,
                title=text["title"],
                brief_description=text.get("brief_description") or "",
                story=text.get("story") or "",
                material=(text.get("material") or "")[:200],
                technique=(text.get("technique") or "")[:200],
                credit_line=(row.get("credit_line") or {}).get(language, "")[:300],
                content_advisory=(row.get("content_advisory") or {}).get(language, "")[:300],
            )
            for language, text in in_languages(row["texts"])
        ]
        images = found(ledger, "image", [row["image"], *(row.get("detail_images") or [])])
        artefact.media = [ArtefactMedium(image=image, sort_order=order) for order, image in enumerate(images)]
        if model := _model(ledger, row):
            artefact.media.add(ArtefactMedium(model_3d=model, sort_order=len(images)))
        artefact.dimensions = [
            Dimension(
                dimension=d["dimension"],
                value=str(d["value"]),
                unit=d["unit"],
                part=d.get("part") or "",
                sort_order=order,
            )
            for order, d in enumerate(row.get("dimensions") or [])
        ]
        artefact.associated_places = [
            AssociatedPlace(place=place, role=link["role"], sort_order=order)
            for order, link in enumerate(row.get("associated_places") or [])
            if (place := ledger.get(f"place/{link['place']}"))
        ]
        artefact.associated_persons = [
            AssociatedPerson(person=person, role=link["role"], sort_order=order)
            for order, link in enumerate(row.get("associated_persons") or [])
            if (person := ledger.get(f"person/{link['person']}"))
        ]
        artefact.themes = found(ledger, "theme", row.get("themes"))
        ledger.add(key, publish(artefact))


def load_looks(ledger: Ledger) -> None:
    """Guided looks at the flat works."""
    for row in read_folder("looks"):
        key, image = f"look/{row['key']}", ledger.get(f"image/{row['image']}")
        if key in ledger or image is None:
            continue
        look = GuidedLook(
            slug=row["key"],
            image=image,
            sources=stream_sources(row.get("sources")),
            is_demonstration=True,
            steps=[
                (
                    "step",
                    {
                        **dict(zip(("x", "y", "width", "height"), map(float, step["region"]), strict=True)),
                        **{f"text_{language}": text.strip() for language, text in in_languages(step["text"])},
                    },
                )
                for step in row["steps"]
            ],
        )
        look.texts = [
            GuidedLookText(language=language, title=title, introduction=row["introductions"][language])
            for language, title in in_languages(row["titles"])
        ]
        ledger.add(key, publish(look))


def _model(ledger: Ledger, row) -> Model3D | None:
    """The 3D model of an artefact, where the studio has made one."""
    key, path = f"model/{row['key']}", MODELS / f"{row['key']}.glb"
    if key in ledger or not path.exists():
        return ledger.get(key)
    model = Model3D(
        title=row["texts"]["fr"]["title"],
        creator="Rihla",
        credit="Rihla",
        rights=row["rights"],
        is_demonstration=True,
        views=[("view", _view(view)) for view in read("views").get(row["key"], [])],
    )
    with path.open("rb") as file:
        model.file.save(f"demo-{path.name}", File(file), save=False)
        model.save()
    for side in ModelPicture.Side.values:
        if (picture := SIDES / f"{row['key']}-{side}.webp").exists():
            with picture.open("rb") as file:
                ModelPicture.objects.create(model=model, side=side, file=File(file, name=f"demo-{picture.name}"))
    return ledger.add(key, model)


def _view(row: dict) -> dict:
    """A view of an object: where from, and its name and text in each language."""
    turn, rise, near = map(float, row["from"])
    words = {f"{kind}_{language}": text for kind in ("title", "text") for language, text in in_languages(row[kind])}
    return {"turn": turn, "rise": rise, "near": near, **words}


def _object_name(ledger: Ledger, row) -> ObjectName:
    slug = slugify(row["object_name"]["en"])
    key = f"object-name/{slug}"
    if key in ledger:
        return ledger.get(key)
    name = ObjectName(slug=slug, aat=row.get("object_name_aat") or "", is_demonstration=True)
    name.texts = [
        ObjectNameText(language=language, label=label) for language, label in in_languages(row["object_name"])
    ]
    return ledger.add(key, publish(name))
