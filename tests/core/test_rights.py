"""Rights: a closed vocabulary that says in plain words what a visitor may do."""

import pytest
from django.utils.translation import override

from museum.core.rights import STATEMENTS, statement_for


@pytest.mark.parametrize("uri", STATEMENTS)
def test_every_statement_has_plain_words_in_every_language(uri):
    said = set()
    for language in ("fr", "ar", "en"):
        with override(language):
            said.add(str(statement_for(uri).plain_words))
    assert len(said) == 3


def test_unknown_rights_are_nothing():
    assert statement_for("") is None
    assert statement_for("https://example.org/mine") is None
