"""What is offered while somebody types: things whose name begins so, from any of its words on, then whole words."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.urls import reverse

from museum.core.languages import direction
from museum.core.terms import words
from museum.search.models import SearchDocument, SearchName, SearchWord
from museum.search.results import address_of, heading_of, pages_of, version_for
from museum.search.wording import RELATED, SOUND

OFFERED, WORDS_OFFERED, SHORTEST, LONGEST = 8, 3, 2, 80
_LAST = "\U0010ffff"


def suggestions_for(text: str, request=None) -> list[dict]:
    """Up to eight suggestions, each with the address it leads to, as ``static/js/components/suggest.js`` reads them."""
    text = text[:LONGEST]
    typed = " ".join(word.folded for word in words(text))
    if len(typed) < SHORTEST:
        return []
    names = _names_beginning(typed)
    pages = pages_of([name.document for name in names])
    found = [made for name in names if (made := _thing(name, pages, request))]
    return [*found, *_whole_words(text, typed, WORDS_OFFERED if found else OFFERED)][:OFFERED]


def beginning(rows: QuerySet, field: str, start: str) -> QuerySet:
    """The rows whose ``field`` begins with ``start``, by the field's index on either database."""
    if connection.vendor == "sqlite":
        return rows.filter(**{f"{field}__gte": start, f"{field}__lt": f"{start}{_LAST}"})
    return rows.filter(**{f"{field}__startswith": start})


def _names_beginning(typed: str) -> list[SearchName]:
    """The best names that begin so, each thing once: what is most looked for first, then the shortest."""
    rows = beginning(SearchName.objects.all(), "folded", typed)
    keys = rows.order_by("-weight", Length("folded"), "folded").values_list("pk", flat=True)[: 4 * OFFERED]
    wide = ("document__body", "document__texts", "document__title")
    rows = SearchName.objects.filter(pk__in=list(keys)).select_related("document").defer(*wide)
    best: dict[int, SearchName] = {}
    for name in sorted(rows, key=lambda name: (-name.weight, not name.is_whole, len(name.folded), name.folded)):
        best.setdefault(name.document_id, name)
    return list(best.values())[: OFFERED - 1]


def _thing(name: SearchName, pages, request) -> dict | None:
    document = name.document
    heading, language = heading_of(document)
    url = address_of(document)
    if document.versions:
        code, page = version_for(document, pages)
        if page is None:
            return None
        heading, language = heading_of(document, code)
        url = page.get_url(request)
    text, own, role, _folded = document.names[name.position]
    made = {
        "label": heading,
        "label_language": language,
        "label_direction": direction(language),
        "fill": heading,
        "key": document.reference,
        "detail": document.get_kind_display(),
        "url": url,
    }
    if text != heading and role != "label":
        made |= {"name": text, "name_language": own, "name_direction": direction(own)}
    return made


def _whole_words(text: str, typed: str, most: int) -> Iterable[dict]:
    """The commonest words that the last one typed may become, each with what stands before it."""
    last = words(text)[-1]
    rows = beginning(SearchWord.objects.exclude(shown="").exclude(word=last.folded), "word", last.folded)
    rows = rows.exclude(word__startswith=SOUND).exclude(word__startswith=RELATED)
    for shown in rows.order_by("-frequency", "word").values_list("shown", flat=True)[:most]:
        whole = f"{text[: last.start]}{shown}"
        yield {
            "label": whole,
            "label_language": "",
            "label_direction": "auto",
            "fill": whole,
            "key": "",
            "url": f"{reverse('search:search')}?{_query(whole)}",
        }


def _query(text: str) -> str:
    return urlencode({"q": text})


def themes_to_begin_with() -> list[tuple[str, str, str]]:
    """(name, language, address) of every theme, for a search that has not begun or found nothing."""
    rows = SearchDocument.objects.filter(kind="theme").only("kind", "slug", "names")
    return sorted(((*heading_of(row), address_of(row)) for row in rows), key=lambda row: row[0].casefold())
