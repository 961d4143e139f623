"""Languages: direction, fall-backs, folding, Tifinagh."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import override

from museum.core.folding import fold
from museum.core.languages import best, direction
from museum.core.text import without_controls
from museum.core.tifinagh import to_latin


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", "rtl"),
        ("ary", "rtl"),
        ("ary-Latn", "ltr"),
        ("he", "rtl"),
        ("fr", "ltr"),
        ("zgh", "ltr"),
        ("shi-Arab", "rtl"),
    ],
)
def test_direction_follows_script_then_language(tag, expected):
    assert direction(tag) == expected


def test_a_reader_gets_their_language_or_the_nearest():
    words = [SimpleNamespace(language=code) for code in ("nl", "en", "fr")]
    assert best(words, "en").language == "en"
    assert best(words, "ar").language == "fr"
    assert best(words[:1], "ar").language == "nl"
    assert best([], "ar") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أڭادير", "أكادير"),
        ("مدرسة", "مدرسه"),
        ("سُوس", "سوس"),
        ("Kénitra", "kenitra"),
        ("L’Argentière", "l'argentiere"),
        ("ⴰⴳⴰⴷⵉⵔ", "agadir"),
        ("١٩٦٣", "1963"),
        ("cœur", "coeur"),
        ("Saint-Étienne", "saint etienne"),
    ],
)
def test_spellings_that_mean_the_same_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


def test_folding_keeps_different_words_apart():
    assert fold("Fès") != fold("Fez")
    assert fold("بركان") != fold("بركات")


def test_tifinagh_is_read_letter_by_letter():
    assert to_latin("ⵜⴰⵎⴰⵣⵉⵖⵜ, 1963") == "tamaziɣt, 1963"


def test_controls_and_overrides_are_taken_out_and_letters_stay():
    assert without_controls("ab\u202ecd\x00\ud800é\nأ") == "abcdé\nأ"


def test_a_fall_back_in_tamazight_says_that_it_is_french():
    template = Template("{% load language %}{% translate 'Sources' %}|{% translate 'Sources' as x %}{{ x }}")
    with override("zgh"):
        marked, bare = template.render(Context()).split("|")
    assert marked == f'<span lang="fr" dir="ltr">{bare}</span>'


def test_tamazight_words_are_not_marked():
    with override("zgh"):
        rendered = Template("{% load language %}{% translate 'Language' %}").render(Context())
    assert rendered == "ⵜⵓⵜⵍⴰⵢⵜ"


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_nothing_is_marked_in_the_other_languages(language):
    with override(language):
        assert "<span" not in Template("{% load language %}{% translate 'Sources' %}").render(Context())


def test_one_template_says_each_thing_in_every_language_in_turn():
    template = Template(
        "{% load language %}{% translate 'Sources' %}|{% translate 'Sources' as x %}{{ x }}|{% translate word %}|"
        "{% translate ':' context 'between a label and what it labels' %}|{% translate '100 %' noop %}"
    )
    said = {}
    for word in ("Stories", "Themes"):
        for language in ("fr", "ar", "en", "fr"):
            with override(language):
                said[word, language] = template.render(Context({"word": word})).split("|")
    assert said["Stories", "fr"] == ["Sources", "Sources", "Récits", "\N{NO-BREAK SPACE}:", "100 %"]
    assert said["Themes", "fr"][2] == "Thèmes"
    assert said["Stories", "ar"] == ["المصادر", "المصادر", "الحكايات", ":", "100 %"]
    assert said["Themes", "en"] == ["Sources", "Sources", "Themes", ":", "100 %"]
