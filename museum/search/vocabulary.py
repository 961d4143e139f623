"""The words of the index: how many documents have each, how people write them, and which are like a misspelt one."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db.models import F

from museum.core.prepared import Prepared
from museum.core.terms import words
from museum.core.tifinagh import has_tifinagh
from museum.search.models import SearchDocument, SearchGram, SearchWord
from museum.search.wording import LONGEST_WORD, RELATED, token

BATCH = 500
#: Shorter words have too few neighbours that are not other words.
SHORTEST = 3


def grams_of(word: str) -> set[str]:
    """The trigrams of a word, its two ends marked."""
    marked = f"_{word}_"
    return {marked[place : place + 3] for place in range(len(marked) - 2)}


def change(before: Iterable[str], after: Iterable[tuple[SearchDocument, str]]) -> None:
    """Count out the words of what documents held before (their indexed words), and in those of what they hold now."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for text in before:
        counts.subtract(_tokens(text))
    for document, text in after:
        counts.update(_tokens(text))
        shown = _written(document) | shown
    changes: dict[int, list[str]] = {}
    for word, count in counts.items():
        if count:
            changes.setdefault(count, []).append(word)
    known: set[str] = set()
    for count, changed in changes.items():
        for chunk in _chunks(changed):
            rows = SearchWord.objects.filter(word__in=chunk)
            known.update(rows.values_list("word", flat=True))
            rows.update(frequency=F("frequency") + count)
    if any(count < 0 for count in changes):
        SearchWord.objects.filter(frequency__lte=0).delete()
    _add((word, shown.get(word, ""), count) for word, count in counts.items() if count > 0 and word not in known)


def _chunks(items: list) -> Iterator[list]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def rebuild() -> int:
    """Count every word of every document anew; returns how many words there are."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for document in SearchDocument.objects.only("body", "names", "texts").iterator(BATCH):
        counts.update(_tokens(document.body))
        for word, form in _written(document).items():
            if word not in shown or form.islower():
                shown[word] = form
    SearchWord.objects.all().delete()
    _add((word, shown.get(word, ""), count) for word, count in counts.items())
    return len(counts)


def _tokens(text: str) -> set[str]:
    return {word for word in text.split() if not word.startswith(RELATED)}


def _written(document: SearchDocument) -> dict[str, str]:
    """How the words of a document are written there: in small letters where they are anywhere, Tifinagh in Latin."""
    found: dict[str, str] = {}
    for text in (*(name[0] for name in document.names), *(passage[0] for passage in document.texts)):
        for word in words(text):
            form, key = text[word.start : word.end][:48], token(word.folded)
            form = key if has_tifinagh(form) else form
            if key not in found or form.islower():
                found[key] = form
    return found


def _add(rows: Iterable[tuple[str, str, int]]) -> None:
    made = SearchWord.objects.bulk_create(
        (SearchWord(word=word, shown=form, frequency=count) for word, form, count in rows), BATCH
    )
    SearchGram.objects.bulk_create(
        (
            SearchGram(word=row, gram=gram)
            for row in made
            if row.shown and SHORTEST <= len(row.word) <= LONGEST_WORD and not row.word.isdigit()
            for gram in sorted(grams_of(row.word))
        ),
        5 * BATCH,
    )


#: Words with how many documents have each, and how they are written; those that none has are missing.
KNOWN = Prepared(
    lambda words: SearchWord.objects.filter(word__in=words, frequency__gt=0).values_list("word", "frequency", "shown")
)
