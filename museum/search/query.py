"""One search: what was asked, what answers, a page of it. Everything that the page of the search shows."""

from django.core.cache import cache
from django.core.paginator import Paginator
from django.utils.functional import cached_property

from museum.core.languages import current_language
from museum.core.paging import page_number
from museum.core.prepared import Prepared
from museum.core.terms import words
from museum.core.text import asked
from museum.search import promotions, spelling
from museum.search.facets import Narrowing, facets_of, query_string
from museum.search.matching import Matches, find
from museum.search.models import SearchDocument
from museum.search.plan import Plan, plan_for
from museum.search.ranking import ranked
from museum.search.results import Result, results_of
from museum.search.suggestions import themes_to_begin_with

PAGE_SIZE = 20
#: So many of the first matches are put in order by what they say; beyond them the database's order stands.
RANKED = 200
#: Fewer things than this with every word, whatever the facets leave of them, and those with most of the words are shown
#: after them.
FEW = 10
LONGEST_QUERY = 300
SORTS = ("relevance", "date")
_DOCUMENTS = Prepared(lambda keys: SearchDocument.objects.filter(pk__in=keys))


def _number_of_documents() -> int:
    """How many documents there are, of a minute ago at most: words are weighed by it, and to count them takes long."""
    return cache.get_or_set("search-documents", SearchDocument.objects.count, 60)


class Search:
    """A search as the address says it: ``?q=&type=&theme=&place=&period=&language=&medium=&sort=&page=``."""

    def __init__(self, parameters, request=None):
        self.text = " ".join(asked(parameters, "q", LONGEST_QUERY).split())
        self.narrowing = Narrowing(parameters)
        sort = parameters.get("sort") or ""
        self.sort = sort if sort in SORTS else "relevance"
        self.number = page_number(parameters.get("page"))
        self._request = request

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked."""
        return not self.text and not self.narrowing.chosen

    @cached_property
    def plan(self) -> Plan:
        return plan_for(self.text, current_language(), _number_of_documents()) if self.text else Plan("", "")

    @cached_property
    def promoted(self) -> list[int]:
        """What curators promote for this query, in their order."""
        return promotions.promoted_for(self.plan.whole, current_language()) if self.text else []

    @property
    def every_word(self) -> bool:
        """Whether what is shown has every word; else most of them."""
        return self._answer[1] is None

    @property
    def strict_total(self) -> int:
        """Where what is shown has most of the words: how many things have every one."""
        return self._answer[1] or 0

    @property
    def _matches(self) -> Matches:
        return self._answer[0]

    @cached_property
    def _answer(self) -> tuple[Matches, int | None]:
        """What matches, and how many have every word where that were too few to show them alone."""
        nothing = self.text and not self.plan.groups and not self.promoted
        if self.is_empty or nothing:
            return Matches(), None
        found = self._find(every_word=True)
        if found.without_facets < FEW and len(self.plan.groups) > 1:
            more = self._find(every_word=False)
            if more.total > found.total:
                return more, found.total
        return found, None

    def _find(self, every_word: bool) -> Matches:
        start = (self.number - 1) * PAGE_SIZE
        return find(
            self.plan,
            self.narrowing.chosen,
            every_word=every_word,
            promoted=self.promoted,
            by_date=self.sort == "date",
            start=0 if self._is_ranked else start,
            stop=RANKED if self._is_ranked else start + PAGE_SIZE,
        )

    @property
    def _is_ranked(self) -> bool:
        """Whether this page is one of the first, which are put in order by what they say."""
        return self.sort == "relevance" and bool(self.plan.groups) and (self.number - 1) * PAGE_SIZE < RANKED

    @property
    def total(self) -> int:
        """How many things answer."""
        return self._matches.total

    @cached_property
    def documents(self) -> list[SearchDocument]:
        """The documents of this page, in their order."""
        keys = self._matches.keys
        rows = {row.pk: row for row in _DOCUMENTS(keys).rows()}
        documents = [rows[key] for key in keys if key in rows]
        start = (self.page.number - 1) * PAGE_SIZE
        if self._is_ranked:
            documents = ranked(documents, self.plan, self.promoted)[start : start + PAGE_SIZE]
        return documents

    @cached_property
    def results(self) -> list[Result]:
        return results_of(self.documents, self.plan, self._request)

    @cached_property
    def page(self):
        """The pagination; its things are ``results``."""
        return Paginator(range(self.total), PAGE_SIZE).get_page(self.number)

    @cached_property
    def facets(self) -> list:
        return facets_of(self._matches.counts, self.narrowing, self.address)

    @property
    def chosen(self) -> dict:
        return self.narrowing.chosen

    @property
    def unknown(self) -> list[str]:
        """Facet values that nobody knows, as typed."""
        return self.narrowing.unknown

    @cached_property
    def themes(self) -> list:
        """Ways on for who has not begun, or found nothing."""
        return themes_to_begin_with()

    @cached_property
    def nearest(self) -> list[tuple[str, str]]:
        """Pairs (word, query string) of what is spelt most like the words that nothing has."""
        lost = [word.folded for word in words(self.text)][:2]
        return [
            (shown, query_string({"q": shown}))
            for found in spelling.nearest(lost, more_wrong=1).values()
            for _word, shown, _frequency in found
        ]

    def address(self, **changes) -> str:
        """The query string of this search with ``changes``; the page starts anew."""
        kept = {"q": self.text, **self.narrowing.kept()}
        if self.sort != "relevance":
            kept["sort"] = self.sort
        return query_string({**kept, **changes})

    @property
    def page_query(self) -> str:
        """The query string to put before ``page=…``."""
        return f"{self.address()}&"

    @property
    def shown_text(self) -> str:
        """What was searched for in the end, misspelt words set right."""
        return self.plan.corrected or self.text

    @property
    def without_facets(self) -> str:
        """The query string of the same words without facets."""
        return query_string({"q": self.text})

    @property
    def kept_fields(self) -> list[tuple[str, str]]:
        """What a new search from the form keeps."""
        return list(self.narrowing.kept().items())

    @property
    def is_plain(self) -> bool:
        """Whether this is the entrance of the search, the one page of it that machines are asked to keep."""
        return not self.text and not self.narrowing.asked and self.number == 1 and self.sort == "relevance"

    @property
    def sort_links(self) -> list[dict]:
        return [
            {"name": name, "url": self.address(sort=None if name == "relevance" else name), "chosen": name == self.sort}
            for name in SORTS
        ]
