"""The Nu HTML checker finds no error on any page of the demonstration museum's types, in any language."""

import pytest

from tests.browser import html_checker
from tests.browser.addresses import LANGUAGES, addresses
from tests.browser.museum_server import read

pytestmark = pytest.mark.skipif(bool(html_checker.missing()), reason=html_checker.missing() or "")


def test_no_page_has_an_error(museum, untranslated, tmp_path):
    pages = {f"{language}-{kind}": path for language in LANGUAGES for kind, path in addresses(language).items()}
    pages["zgh-place-latn"] = f"{addresses('zgh')['place']}?script=latn"
    for title, path in pages.items():
        (tmp_path / f"{title.replace(' ', '-')}.html").write_text(read(museum + path), encoding="utf-8")
    assert html_checker.errors(tmp_path) == []


def test_the_checker_would_notice(tmp_path):
    (tmp_path / "wrong.html").write_text('<!doctype html><html lang="fr"><title>Faux</title><p><div></p></html>')
    assert html_checker.errors(tmp_path)
