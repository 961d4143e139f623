"""The small museum of the page tests, searched."""

import pytest
from django.utils.translation import override

from museum.search.query import Search
from tests.pages.conftest import built_museum, museum  # noqa: F401 (fixtures)


@pytest.fixture
def found():
    """A search as a visitor makes it: ``found("valise", type="story")`` gives the references of what answers."""

    def search(text: str = "", language: str = "fr", **parameters) -> list[str]:
        with override(language):
            return [document.reference for document in Search({"q": text, **parameters}).documents]

    return search
