"""Which exhibits to show on the index."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

from museum.collection.prefetch import as_cards
from museum.core.paging import page_number

PAGE_SIZE = 12


class ExhibitListing:
    """The exhibits for a request, one a translation key, newest first."""

    def __init__(self, parameters, all_exhibits: QuerySet, language: str):
        self.language = language
        self._all = all_exhibits
        self._page = parameters.get("page")

    @cached_property
    def exhibits(self):
        return as_cards(self._all, self.language).order_by("-first_published_at", "title")

    @cached_property
    def page(self):
        """The current page of results."""
        return Paginator(self.exhibits, PAGE_SIZE).get_page(page_number(self._page))
