"""What of a text answers the query, marked in the original with all its marks and vowels."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from museum.core.terms import words
from museum.search.plan import Plan
from museum.search.wording import SOUND, forms_of, sounds_of

#: Characters of an extract, and of it before the first word that is marked.
EXTRACT, BEFORE = 240, 70


@dataclass(frozen=True)
class Marker:
    """The tokens of a plan, to be found again in a text. ``sounds``: those that only the ear finds."""

    by_token: dict[str, set[int]]
    sounds: dict[str, set[int]]

    @classmethod
    def of(cls, plan: Plan) -> "Marker":
        by_token: dict[str, set[int]] = {}
        heard: dict[str, set[int]] = {}
        for place, group in enumerate(plan.groups):
            by_token.setdefault(group.term.folded, set()).add(place)
            for alternative in group.alternatives:
                for part in alternative:
                    (heard if part.startswith(SOUND) else by_token).setdefault(part, set()).add(place)
        return cls(by_token, heard)

    def groups_in(self, word: str, language: str) -> set[int]:
        """The groups of the plan that a folded word answers."""
        found: set[int] = set()
        for form in forms_of(word, language.split("-")[0]):
            found |= self.by_token.get(form, set())
        if not found and self.sounds:
            for sound in sounds_of(word):
                found |= self.sounds.get(sound, set())
        return found

    def may_answer(self, folded: str) -> int:
        """How many groups a folded text may answer, without looking at its words: at least those it does answer."""
        if self.sounds:
            return 1 + len({place for part, places in self.by_token.items() if part in folded for place in places})
        return len({place for part, places in self.by_token.items() if part in folded for place in places})

    def spans(self, text: str, language: str) -> list[tuple[int, int, set[int]]]:
        """(start, end, groups) of every word of ``text`` that answers."""
        return [
            (word.start, word.end, found)
            for word in words(text)
            if (found := self.groups_in(word.folded, language))
        ]  # fmt: skip


def marked(text: str, spans: Iterable[tuple[int, int, set[int]]]) -> SafeString:
    """``text`` as HTML, the words at ``spans`` marked."""
    pieces, at = [], 0
    for start, end, _groups in spans:
        pieces.append(format_html("{}<mark>{}</mark>", text[at:start], text[start:end]))
        at = end
    return format_html("{}{}", format_html_join("", "{}", ((piece,) for piece in pieces)), text[at:])


def extract(text: str, spans: list[tuple[int, int, set[int]]]) -> SafeString:
    """The part of ``text`` that answers most, cut at words, its answers marked; without spans its beginning."""
    if len(text) <= EXTRACT:
        return marked(text, spans)
    start = _best_start(text, spans)
    end = min(len(text), start + EXTRACT)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + EXTRACT // 2)
    shown = marked(text[start:end], [(a - start, b - start, g) for a, b, g in spans if a >= start and b <= end])
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(text) else "")


def _best_start(text: str, spans) -> int:
    best, best_groups = 0, -1
    for start, _end, _groups in spans[:60]:
        begin = max(0, start - BEFORE)
        within = {group for a, b, groups in spans if begin <= a and b <= begin + EXTRACT for group in groups}
        if len(within) > best_groups:
            best, best_groups = begin, len(within)
    return text.rfind(" ", 0, best) + 1 if best else 0
