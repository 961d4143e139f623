"""What a story is found by of the journey it tells: never more than readers are told of it."""

from collections.abc import Iterable, Iterator

from django.utils.translation import override

from museum.search.reading import paragraphs
from museum.search.wording import Passage
from stories.journeys.shown import ShownLeg
from stories.models import Leg

#: Languages in which every motive and way has a name of its own.
_NAMED = ("fr", "ar", "en")
_UNKNOWN = {Leg.Motive.UNKNOWN, Leg.Mode.UNKNOWN}


def words_of(legs: Iterable[ShownLeg]) -> Iterator[Passage]:
    """Notes and companions of legs in the languages they are in; motives and ways once for the whole journey.

    Places are not among them: as precisely as they may be told, they are what the story has to do with.
    """
    legs = list(legs)
    for leg in legs:
        for texts in leg.words.values():
            for language, text in texts.items():
                yield from (Passage(part, language) for part in paragraphs(text))
    values = [Leg.Motive(leg.motive) for leg in legs] + [Leg.Mode(leg.mode) for leg in legs]
    known = list(dict.fromkeys(value for value in values if value not in _UNKNOWN))
    for language in _NAMED if known else ():
        with override(language):
            names = ", ".join(str(value.label) for value in known)
        yield Passage(names, language)
