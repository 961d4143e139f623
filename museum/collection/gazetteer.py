"""Places found by any name they have or had, in any script, with the name that was meant.

The names of all published places are held folded in memory and read again when a place was published, changed or
taken back. What was typed may be a whole name, its beginning, a word inside it, something that sounds like it, or the
name with a letter or two wrong; the better way of matching always comes first.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from django.db.models import Count, Max
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext
from rapidfuzz import process
from rapidfuzz.distance import OSA

from museum.collection.models import Place, PlaceName
from museum.core.dates import phrase
from museum.core.languages import CONTENT_LANGUAGES, direction, fallbacks
from museum.core.terms import fold, sounds
from museum.core.text import without_controls

#: Longer than any name; what is typed beyond it is not read.
LONGEST = 80


class Way(IntEnum):
    """How a name was matched, the surest first."""

    EXACT = 0
    BEGINNING = 1
    WORD = 2
    SOUND = 3
    SPELLING = 4


@dataclass(frozen=True)
class KnownName:
    """A name of a place as the gazetteer holds it."""

    place_id: int
    text: str
    language: str
    kind: str
    period: str
    folded: str


@dataclass(frozen=True)
class Match:
    """A place, the name that was found and how; ``kind_of_match`` is a :class:`Way`."""

    place: Place
    name: KnownName
    kind_of_match: Way

    @property
    def is_by_its_heading(self) -> bool:
        """Whether the name found is the one by which the reader knows the place."""
        return self.name.text == self.place.heading()[0]

    def why(self) -> str:
        """Why this place answers what was typed, in the reader's language; empty where its own name says it."""
        if self.kind_of_match == Way.SOUND:
            return gettext("sounds the same")
        if self.kind_of_match == Way.SPELLING:
            return gettext("a spelling close to it")
        if self.is_by_its_heading:
            return ""
        if self.name.kind == PlaceName.Kind.FORMER:
            if period := phrase(self.name.period):
                return gettext("former name, %(period)s") % {"period": period}
            return gettext("former name")
        if self.name.kind == PlaceName.Kind.PREFERRED:
            language = dict(CONTENT_LANGUAGES).get(self.name.language, self.name.language)
            return gettext("name in another language (%(language)s)") % {"language": language}
        return gettext("another name")

    def where(self) -> str:
        """What kind of place it is and in which country, to tell places of one name apart."""
        comma = pgettext("between two facts", ", ")
        return comma.join(filter(None, [str(self.place.get_kind_display()), self.place.country_name]))


class Gazetteer:
    """Folded names to look up in. ``names`` are those of every place that may be found."""

    def __init__(self, names: Iterable[KnownName]):
        self.names = list(names)
        self._starts = sorted((start, n) for n, name in enumerate(self.names) for start in _starts(name.folded))

    @cached_property
    def _keys(self) -> list[str]:
        return [name.folded for name in self.names]

    @cached_property
    def _by_sound(self) -> dict[str, list[int]]:
        by_sound = defaultdict(list)
        for n, name in enumerate(self.names):
            for key in {key for word in name.folded.split(" ") for key in sounds(word)}:
                by_sound[key].append(n)
        return by_sound

    def find(self, text: str) -> Iterator[tuple[Way, KnownName]]:
        """(way, name) of everything that answers ``text``; sounds and spellings only where no letters agree."""
        wanted = fold(without_controls(text[: LONGEST * 4]))[:LONGEST].strip()
        if not wanted:
            return
        found = False
        for asked in dict.fromkeys((wanted, _without_article(wanted))):
            for n, start in self._beginning_with(asked):
                found = True
                folded = self.names[n].folded
                if folded == asked or _without_article(folded) == asked:
                    yield Way.EXACT, self.names[n]
                else:
                    yield (Way.BEGINNING if folded.startswith(start) else Way.WORD), self.names[n]
        if found:
            return
        for n in self._sounding_like(wanted):
            found = True
            yield Way.SOUND, self.names[n]
        if not found:
            yield from self._spelt_like(wanted)

    def _beginning_with(self, asked: str) -> Iterator[tuple[int, str]]:
        at = bisect_left(self._starts, (asked, -1))
        while at < len(self._starts) and self._starts[at][0].startswith(asked):
            yield self._starts[at][1], self._starts[at][0]
            at += 1

    def _sounding_like(self, wanted: str) -> list[int]:
        """The names in which every word of ``wanted`` is heard."""
        heard = [{n for key in sounds(word) for n in self._by_sound.get(key, ())} for word in wanted.split(" ")]
        return sorted(set.intersection(*heard))

    def _spelt_like(self, wanted: str) -> Iterator[tuple[Way, KnownName]]:
        errors = 0 if len(wanted) < 4 else 1 if len(wanted) < 8 else 2
        if not errors:
            return
        for keys in (self._keys, [key[: len(wanted)] for key in self._keys]):
            close = process.extract(wanted, keys, scorer=OSA.distance, score_cutoff=errors, limit=None, processor=None)
            if close:
                yield from ((Way.SPELLING, self.names[n]) for _key, _distance, n in close)
                return


def _without_article(folded: str) -> str:
    """A folded Arabic name without its article: الناظور and ناظور are one."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def _starts(folded: str) -> Iterator[str]:
    """Where a name may be begun to be typed: at each of its words, with or without the article."""
    words = folded.split(" ")
    for k in range(len(words)):
        start = " ".join(words[k:])
        yield start
        if (bare := _without_article(start)) != start:
            yield bare


# One gazetteer for readers and one, with drafts, for curators; each with the stamp of what it was read from.
_held: dict[bool, tuple[tuple, Gazetteer]] = {}


def stamp(drafts: bool = False) -> tuple[int, datetime | None]:
    """Changes whenever a place is published, edited or taken back."""
    places = Place.objects.all() if drafts else Place.objects.filter(live=True)
    return tuple(places.aggregate(count=Count("pk"), newest=Max("updated_at")).values())


def gazetteer(drafts: bool = False) -> Gazetteer:
    """The names of all published places (with ``drafts``, of all places), read from the database only after a change."""
    now = stamp(drafts)
    held = _held.get(drafts)
    if held is None or held[0] != now:
        names = PlaceName.objects.all() if drafts else PlaceName.objects.filter(place__live=True)
        rows = names.order_by("place__slug", "pk").values_list("place_id", "text", "language", "kind", "period")
        held = _held[drafts] = now, Gazetteer(KnownName(*row, folded=fold(row[1])) for row in rows)
    return held[1]


def find_places(text: str, limit: int = 8, drafts: bool = False) -> list[Match]:
    """The places that ``text`` may mean, the likeliest first, each once, with the name that matched.

    Anything may be passed in; what means nothing finds nothing. Readers are shown published places only; ``drafts``
    adds the others, for curators.
    """
    languages = {code: rank for rank, code in enumerate(fallbacks())}
    best: dict[int, tuple] = {}
    for way, name in gazetteer(drafts).find(text):
        rank = (
            way,
            name.kind != PlaceName.Kind.PREFERRED,
            languages.get(name.language, len(languages)),
            len(name.folded),
        )
        if name.place_id not in best or rank < best[name.place_id][0]:
            best[name.place_id] = rank, name
    first = sorted(best.values(), key=lambda found: (found[0][0], found[0][3], found[0], found[1].folded))[:limit]
    places = Place.objects.prefetch_related("names").in_bulk([name.place_id for _rank, name in first])
    return [Match(places[name.place_id], name, rank[0]) for rank, name in first if name.place_id in places]


def place_called(text: str, drafts: bool = False) -> Place | None:
    """The one place that ``text`` names: an address, else the likeliest whole name; ``None`` where none bears it."""
    asked = without_controls(text[:LONGEST]).strip()
    if not asked:
        return None
    places = Place.objects.prefetch_related("names").filter(slug=asked)
    found = places.first() if drafts else places.filter(live=True).first()
    if found:
        return found
    exact = (match.place for match in find_places(asked, limit=1, drafts=drafts) if match.kind_of_match == Way.EXACT)
    return next(exact, None)


def suggestions(text: str, drafts: bool = False) -> list[dict]:
    """What a field offers while a place is typed: ``fill`` (what it then holds), ``key``, the place's heading, what
    kind of place it is and where, and, where another name was meant, that ``name`` and ``why``."""
    matches = find_places(text, drafts=drafts)
    headings = [match.place.heading() for match in matches]
    return [
        {
            "fill": label if [other for other, _code in headings].count(label) == 1 else match.place.slug,
            "key": match.place.pk if drafts else match.place.slug,
            **_said("label", label, language),
            **({} if match.is_by_its_heading else _said("name", match.name.text, match.name.language)),
            "why": match.why(),
            "detail": match.where(),
        }
        for match, (label, language) in zip(matches, headings, strict=True)
    ]


def _said(key: str, text: str, language: str) -> dict:
    """A text with its language and direction, for a script to mark it by."""
    return {key: text, f"{key}_language": language, f"{key}_direction": direction(language)}
