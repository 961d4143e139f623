"""How each kind of public thing becomes an entry of the search. What is not published becomes none."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from exhibits.models import ExhibitPage, PanoramaPage
from museum.assets.models import Recording
from museum.collection.models import (
    Artefact,
    ArtefactMedium,
    CollectionSet,
    Event,
    GuidedLook,
    Person,
    Place,
    Theme,
)
from museum.collection.models import Name as CatalogueName
from museum.collection.prefetch import fetch_shown
from museum.core.languages import INTERFACE_LANGUAGES
from museum.core.models import BasePage
from museum.core.streams import chosen_in
from museum.core.translations import language_of, published
from museum.entrance.models import PlainPage
from museum.search.journeys import words_of
from museum.search.reading import is_shown, paragraphs, passages_in
from museum.search.wording import Entry, Name, Passage
from stories.models import StoryPage


@dataclass(frozen=True)
class Source:
    """A kind of thing: its model, the rows that visitors may see with all that ``entries`` reads, and how they are read."""

    model: type
    rows: Callable[[], QuerySet]
    entries: Callable[[list], Iterator[Entry]]
    is_page: bool = False


def _texts(record, *fields: str) -> list[Passage]:
    """The words of a record's child rows in every language, the first field as its summary."""
    found = []
    for text in record.texts.all():
        for field in fields:
            kind = "summary" if field == fields[0] else "text"
            found += [Passage(part, text.language, kind) for part in paragraphs(getattr(text, field))]
    return found


def _headings(record) -> list[Name]:
    return [Name(text.heading, text.language) for text in record.texts.all()]


def _authority_names(record) -> list[Name]:
    roles = {CatalogueName.Kind.PREFERRED: "title", CatalogueName.Kind.FORMER: "former"}
    return [Name(name.text, name.language, roles.get(name.kind, "variant")) for name in record.names.all()]


def _entry(kind: str, record, names: list[Name], passages: Iterable[Passage] = (), **more) -> Entry:
    passages = list(passages)
    languages = {passage.language for passage in passages} or {name.language for name in names if name.role == "title"}
    return Entry(
        reference=f"{kind}:{record.pk}",
        kind=kind,
        slug=record.slug,
        names=names,
        passages=passages,
        languages=languages,
        is_demonstration=record.is_demonstration,
        **more,
    )


def _live(rows) -> set[int]:
    return {row.pk for row in rows if row.live}


def _with_wider(places: set[int], within: dict[int, int | None]) -> set[int]:
    """``places`` with those they lie in."""
    found = set()
    for place in places:
        while place and place not in found:
            found.add(place)
            place = within.get(place)
    return found


def _within() -> dict[int, int | None]:
    return dict(Place.objects.filter(live=True).exclude(within=None).values_list("pk", "within"))


def _artefact_rows() -> QuerySet:
    return (
        Artefact.objects.filter(live=True)
        .select_related("object_name", "production_place")
        .prefetch_related(
            "texts",
            "object_name__texts",
            "themes",
            "associated_places__place",
            "associated_persons__person",
            Prefetch("media", ArtefactMedium.objects.select_related("image", "recording")),
        )
    )


def _artefacts(records: list[Artefact]) -> Iterator[Entry]:
    within = _within()
    for record in records:
        places = [link.place for link in record.associated_places.all()]
        places += [record.production_place] if record.production_place else []
        passages = _texts(record, "brief_description", "story", "material", "technique", "credit_line")
        names = [*_headings(record), Name(record.object_number, "", "number")]
        if record.object_name and record.object_name.live:
            names += [Name(text.label, text.language, "label") for text in record.object_name.texts.all()]
        shown = {
            "image": record.images,
            "recording": record.recordings,
            "document": record.documents,
            "model": record.models_3d,
        }
        yield _entry(
            "artefact", record, names, passages,
            related={
                "theme": _live(record.themes.all()),
                "place": _with_wider(_live(places), within),
                "person": _live(link.person for link in record.associated_persons.all()),
            },
            media={medium for medium, things in shown.items() if things},
            earliest=record.earliest, date=record.production_date,
            image_id=record.image.pk if record.image else None,
        )  # fmt: skip


def _persons(records: list[Person]) -> Iterator[Entry]:
    within = _within()
    for record in records:
        yield _entry(
            "person", record, _authority_names(record), _texts(record, "biography"), date=record.born,
            related={
                "theme": _live(record.themes.all()),
                "place": _with_wider(_live(record.places.all()), within),
                "person": {record.pk},
            },
        )  # fmt: skip


def _places(records: list[Place]) -> Iterator[Entry]:
    within = _within()
    for record in records:
        related = {"place": _with_wider({record.pk}, within)}
        yield _entry("place", record, _authority_names(record), _texts(record, "description"), related=related)


def _themes(records: list[Theme]) -> Iterator[Entry]:
    for record in records:
        others = [
            Name(label.strip(), text.language, "label")
            for text in record.texts.all()
            for label in text.alternative_labels.split(",")
            if label.strip()
        ]
        related = {"theme": {record.pk} | _live([record.broader] if record.broader else [])}
        yield _entry("theme", record, [*_headings(record), *others], _texts(record, "description"), related=related)


def _events(records: list[Event]) -> Iterator[Entry]:
    within = _within()
    for record in records:
        yield _entry(
            "event", record, _headings(record), _texts(record, "text"), earliest=record.earliest, date=record.date,
            related={
                "theme": _live(record.themes.all()),
                "place": _with_wider(_live(record.places.all()), within),
            },
        )  # fmt: skip


def _sets(records: list[CollectionSet]) -> Iterator[Entry]:
    for record in records:
        yield _entry("set", record, _headings(record), _texts(record, "description"))


def _looks(records: list[GuidedLook]) -> Iterator[Entry]:
    for record in records:
        passages = _texts(record, "introduction")
        passages += [Passage(text, language) for text, language in passages_in(record.steps, "fr")]
        yield _entry("look", record, _headings(record), passages, media={"image"}, image_id=record.image_id)


def _recordings(records: list[Recording]) -> Iterator[Entry]:
    for record in records:
        names = [Name(text.title, text.language) for text in record.texts.all()]
        names += [Name(text.narrator, text.language, "label") for text in record.texts.all() if text.narrator]
        timed = record.public_tracks("captions", "subtitles", "index")
        passages = _texts(record, "description")
        if not timed and not record.passages:
            passages = _texts(record, "description", "transcript")
        for track in timed:
            passages += _timed(track, record.passages)
        media = {"film" if record.is_film else "recording"}
        yield _entry("recording", record, names, passages, media=media, date=record.recorded)


def _timed(track, withheld) -> Iterator[Passage]:
    """What a track says and when; of an index of subjects each segment in one line."""
    if track.kind == "index":
        for part in track.public_segments(withheld):
            line = " · ".join(filter(None, (part.title, part.synopsis, ", ".join(part.keywords))))
            yield Passage(line, track.language, "transcript", part.start)
        return
    for cue in track.public_cues(withheld):
        if text := " ".join(cue.text.split()):
            yield Passage(text, cue.language or track.language, "transcript", cue.start)


def _page_entries(kind: str, describe) -> Callable[[list], Iterator[Entry]]:
    """Entries of pages: the versions of one page are one entry. ``describe`` adds what a version brings."""

    def entries(pages: list[BasePage]) -> Iterator[Entry]:
        groups: dict = {}
        for page in sorted(pages, key=lambda page: INTERFACE_LANGUAGES.index(language_of(page))):
            groups.setdefault(page.translation_key, []).append(page)
        within = _within()
        for key, versions in groups.items():
            entry = Entry(reference=f"{kind}:{key}", kind=kind, slug=versions[0].slug, names=[])
            entry.related = {"theme": set(), "place": set(), "person": set()}
            for page in versions:
                language = language_of(page)
                entry.names.append(Name(page.title, language))
                entry.versions[language] = page.pk
                entry.languages.add(language)
                entry.is_demonstration |= page.is_demonstration
                entry.image_id = entry.image_id or page.lead_image_id
                entry.passages += [Passage(part, language, "summary") for part in paragraphs(page.summary)]
                describe(entry, page, language)
            entry.related["place"] = _with_wider(entry.related["place"], within)
            yield entry

    return entries


def _add(entry: Entry, language: str, *texts: str) -> None:
    entry.passages += [Passage(part, language) for text in texts for part in paragraphs(text)]


def _add_stream(entry: Entry, stream, language: str) -> None:
    """The words of a StreamField, and which media it shows; everything chosen in it in one query a model."""
    fetch_shown(stream, renditions=False)
    entry.passages += [Passage(text, own) for text, own in passages_in(stream, language)]
    for thing in chosen_in(stream):
        if is_shown(thing):
            name = thing._meta.model_name
            entry.media |= {"museumimage": {"image"}, "recording": {"recording"}}.get(name, set())


def _story(entry: Entry, page: StoryPage, language: str) -> None:
    if page.subject:
        entry.names.append(Name(page.subject, language, "label"))
    _add_stream(entry, page.body, language)
    entry.earliest, entry.date = page.earliest or entry.earliest, page.period or entry.date
    entry.related["theme"] |= _live(page.themes.all())
    entry.related["person"] |= _live(page.persons.all())
    entry.related["place"] |= _live(page.places.all()) | {place.pk for place in page.places_passed}
    # A journey is in every language; the versions of its story mostly share it.
    entry.passages += [passage for passage in words_of(page.shown_legs) if passage not in entry.passages]


def _exhibit(entry: Entry, page: ExhibitPage, language: str) -> None:
    _add(entry, language, page.introduction)
    _add_stream(entry, page.rooms, language)
    entry.related["theme"] |= _live(page.themes.all())


def _panorama(entry: Entry, page: PanoramaPage, language: str) -> None:
    _add(entry, language, page.text)
    _add_stream(entry, page.finds, language)
    entry.media.add("image")
    entry.related["theme"] |= _live(page.themes.all())


def _plain(entry: Entry, page: PlainPage, language: str) -> None:
    _add(entry, language, page.body)


def _records(model, *relations: str) -> Callable[[], QuerySet]:
    return lambda: model.objects.filter(live=True).prefetch_related(*relations)


def _pages(model, *relations: str) -> Callable[[], QuerySet]:
    return lambda: published(model.objects.all()).prefetch_related(*relations)


SOURCES = {
    "place": Source(Place, _records(Place, "names", "texts"), _places),
    "theme": Source(Theme, lambda: _records(Theme, "texts")().select_related("broader"), _themes),
    "person": Source(Person, _records(Person, "names", "texts", "places", "themes"), _persons),
    "event": Source(Event, _records(Event, "texts", "places", "themes"), _events),
    "set": Source(CollectionSet, _records(CollectionSet, "texts"), _sets),
    "look": Source(
        GuidedLook, lambda: _records(GuidedLook, "texts")().filter(image__withdrawn=False), _looks
    ),
    "recording": Source(Recording, _records(Recording, "texts", "tracks"), _recordings),
    "story": Source(StoryPage, _pages(StoryPage, "themes", "persons", "places"), _page_entries("story", _story), True),
    "exhibit": Source(ExhibitPage, _pages(ExhibitPage, "themes"), _page_entries("exhibit", _exhibit), True),
    "panorama": Source(PanoramaPage, _pages(PanoramaPage, "themes"), _page_entries("panorama", _panorama), True),
    "page": Source(PlainPage, _pages(PlainPage), _page_entries("page", _plain), True),
    "artefact": Source(Artefact, _artefact_rows, _artefacts),
}  # fmt: skip

#: The kind of each model that can be found.
KINDS = {source.model: kind for kind, source in SOURCES.items()}
