"""What a result shows: its heading in the reader's language, where it leads, why it answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from wagtail.models import Page

from museum.assets.models import MuseumImage
from museum.assets.renditions import fetch_sizes
from museum.assets.timed_text import timecode
from museum.assets.transcripts import plain
from museum.core.addresses import address
from museum.core.dates import decade_of, phrase
from museum.core.languages import current_language, fallbacks
from museum.core.prepared import Prepared
from museum.core.translations import published
from museum.search.documents import SOURCES
from museum.search.highlights import Marker, extract, marked
from museum.search.models import SearchDocument
from museum.search.plan import Plan, bare_name

#: Passages of one recording that a result leads to.
MOMENTS = 3


@dataclass
class Moment:
    """A passage of a recording: when, its address, what is said."""

    time: str
    url: str
    extract: SafeString
    language: str


@dataclass
class Result:
    """One thing found. ``also`` is another name that answered, ``concept`` the word of the same meaning that did,
    ``related`` (kind, name, language) the place, theme or person that it has to do with."""

    document: SearchDocument
    heading: SafeString
    language: str
    url: str
    extract: SafeString = SafeString("")
    extract_language: str = ""
    also: SafeString = SafeString("")
    also_language: str = ""
    concept: str = ""
    related: tuple[str, str, str] | None = None
    moments: list[Moment] = field(default_factory=list)
    image: MuseumImage | None = None

    @property
    def kind(self) -> str:
        return str(SearchDocument.Kind(self.document.kind).label)

    @property
    def date(self) -> str:
        """When, in the reader's language."""
        return phrase(self.document.date)


def address_of(document: SearchDocument) -> str:
    """The public address of a record in the reader's language, as the record itself makes it; a page's is the page's."""
    source = SOURCES[document.kind]
    if source.is_page:
        return ""
    if name := getattr(source.model, "url_name", ""):
        return address(name, document.slug)
    record = source.model(slug=document.slug)
    if document.kind == "event":
        record.decade = decade_of(document.earliest)
    return record.get_absolute_url()


def heading_of(document: SearchDocument, language: str | None = None) -> tuple[str, str]:
    """(title, language) that serve the reader best, or those in ``language``."""
    return heading_among(document.names, language) or (document.slug, "")


def heading_among(names: list, language: str | None = None) -> tuple[str, str] | None:
    """(title, language) among stored names."""
    titles = {}
    for text, own, role, _folded in names:
        if role == "title":
            titles.setdefault(own, text)
    for code in (*([language] if language else []), *fallbacks(), *titles):
        if code in titles:
            return titles[code], code
    return (names[0][0], names[0][1]) if names else None


_IMAGES = Prepared(lambda keys: MuseumImage.objects.filter(pk__in=keys, withdrawn=False))
_PAGES = Prepared(lambda keys: published(Page.objects.filter(pk__in=keys)))


def results_of(documents: list[SearchDocument], plan: Plan, request=None) -> list[Result]:
    """The results to show, in order; three queries, whatever their number."""
    pages = pages_of(documents)
    shown = _IMAGES({document.image_id for document in documents if document.image_id}).rows()
    fetch_sizes(shown)
    images = {image.pk: image for image in shown}
    marker = Marker.of(plan)
    found = []
    for document in documents:
        result = _result(document, marker, plan, pages, request)
        if result is not None:
            result.image = images.get(document.image_id)
            found.append(result)
    return found


def pages_of(documents: Iterable[SearchDocument]) -> dict[int, Page]:
    """The published pages that documents lead to, by key, in one query."""
    keys = {key for document in documents for key in document.versions.values()}
    return {page.pk: page for page in _PAGES(keys).rows()}


def version_for(document: SearchDocument, pages: dict[int, Page], order: Iterable[str] = ()) -> tuple[str, Page | None]:
    """(language, page) of the published version that serves the reader best; ``order`` may put other languages first."""
    for code in (*order, *fallbacks()):
        if page := pages.get(document.versions.get(code)):
            return code, page
    return "", None


def _result(document, marker, plan, pages, request) -> Result | None:
    heading, language = heading_of(document)
    url = address_of(document)
    order = _order_of_languages(document, marker)
    if document.versions:
        code, page = version_for(document, pages, order)
        if page is None:
            return None
        heading, language = heading_of(document, code)
        url = page.get_url(request)
        order = [code, *[other for other in order if other != code]]
    spans = marker.spans(heading, language)
    result = Result(document, marked(heading, spans), language, url or "")
    met = {group for span in spans for group in span[2]}
    _explain_by_name(result, marker, plan, heading, met)
    _explain_by_text(result, marker, order)
    _explain_otherwise(result, plan)
    return result


def _order_of_languages(document, marker: Marker) -> list[str]:
    """The reader's languages, those in which the document answers before those in which it does not."""
    written = [*fallbacks(), *sorted({text[1] for text in document.texts} - set(fallbacks()))]
    answering = {}
    for rows in (document.names, document.texts):
        for row in rows:
            answering[row[1]] = max(answering.get(row[1], 0), marker.may_answer(row[-1]))
    own = current_language()
    if answering.get(own, 0):
        return written
    return sorted(written, key=lambda code: (not answering.get(code), written.index(code)))


def _explain_by_name(result: Result, marker: Marker, plan: Plan, heading: str, met: set[int]) -> None:
    """Another name that answers better than the heading does: "also known as"."""
    best, best_met = None, len(met)
    for text, language, role, folded in result.document.names:
        if text == heading or role == "label" or (role == "title" and result.document.versions):
            continue
        spans = marker.spans(text, language)
        groups = {group for span in spans for group in span[2]}
        whole = bare_name(folded) == plan.bare and not met
        if whole or len(groups) > best_met:
            best, best_met = (text, language, spans), len(groups) + (100 if whole else 0)
    if best:
        text, language, spans = best
        result.also, result.also_language = marked(text, spans), language
        met.update(group for span in spans for group in span[2])


def _explain_by_text(result: Result, marker: Marker, order: list[str]) -> None:
    """The passage that answers most, in the language that serves the reader best; of a recording its moments."""
    rank = {code: place for place, code in enumerate(order)}
    candidates = []
    for place, (text, language, kind, second, folded) in enumerate(result.document.texts):
        may = marker.may_answer(folded)
        if may:
            candidates.append((-may, rank.get(language, 99), kind == "transcript", place, text, language, kind, second))
    candidates.sort(key=lambda row: (row[1], row[0], row[2], row[3]))
    best = None
    for _may, _rank, _is_cue, _place, text, language, kind, second in candidates[:12]:
        spans = marker.spans(text, language)
        groups = {group for span in spans for group in span[2]}
        if not groups:
            continue
        if kind == "transcript" and second is not None:
            if len(result.moments) < MOMENTS and all(moment.language == language for moment in result.moments):
                url = f"{result.url}?read={language}&t={plain(second)}#t{int(second)}"
                result.moments.append(Moment(timecode(second), url, extract(text, spans), language))
        elif best is None or len(groups) > best[0]:
            best = (len(groups), text, spans, language)
    if best:
        _groups, text, spans, language = best
        result.extract, result.extract_language = extract(text, spans), language
    elif not result.moments:
        _begin_with_summary(result, order)


def _begin_with_summary(result: Result, order: list[str]) -> None:
    texts = [text for text in result.document.texts if text[2] != "transcript"]
    first = min(texts, key=lambda text: order.index(text[1]) if text[1] in order else 99, default=None)
    if first:
        result.extract, result.extract_language = extract(first[0], []), first[1]


def _explain_otherwise(result: Result, plan: Plan) -> None:
    """Where a word itself is nowhere in a thing: the word of the same meaning that is, or what the thing has to do with."""
    body = f" {result.document.body} "

    def has(alternative) -> bool:
        return all(f" {part} " in body for part in alternative)

    for group in plan.groups:
        indirect = group.concepts.keys() | group.related.keys()
        if any(has(alternative) for alternative in group.alternatives if alternative not in indirect):
            continue
        meant = next((shown for alternative, shown in group.concepts.items() if has(alternative)), "")
        if meant and not result.concept:
            result.concept = meant
        about = next((named for alternative, named in group.related.items() if has(alternative)), None)
        if about and not meant and not result.related:
            kind, names = about
            if heading := heading_among(names):
                result.related = (str(SearchDocument.Kind(kind).label), *heading)
