"""The Nu HTML checker finds no error on the pages of the small museum, nor on the page shown when all else fails."""

import pytest
from django.template import loader

from tests.browser import html_checker
from tests.pages.conftest import addresses

pytestmark = pytest.mark.skipif(bool(html_checker.missing()), reason=html_checker.missing() or "")


def test_no_page_has_an_error(client, museum, tmp_path):
    for language in ("fr", "ar", "en", "zgh"):
        pages = {**addresses(museum, language), "unknown page": f"/{language}/nowhere/"}
        for kind, address in pages.items():
            html = client.get(address, follow=True).content
            (tmp_path / f"{language}-{kind.replace(' ', '-')}.html").write_bytes(html)
    (tmp_path / "500.html").write_text(loader.get_template("500.html").render({}), encoding="utf-8")
    assert html_checker.errors(tmp_path) == []
