"""Message catalogues without gettext: what is extracted, kept, complained about and compiled."""

import gettext

import pytest

from museum.core import catalogues

SOURCE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
a = _("A story")
b = ngettext("%(count)s work", "%(count)s works", 2)
c = pgettext("a month", "May")
d = _(a)
"""
TEMPLATE = """{% load language %}
  <p title='it"s'>{% translate "Skip to the content" %}</p>
    {% blocktranslate trimmed with name=name %}
      Written
      by {{ name }}
    {% endblocktranslate %}
{% translate "Sources" as label %}{{ value|default:_("Unknown") }}
"""
PO = """msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "A story"
msgstr "Un récit"

# override: Django says it otherwise
msgid "August"
msgstr "août"

msgid "Forgotten"
msgstr "Oublié"
"""


@pytest.fixture
def project(tmp_path):
    """A project of one module and one template."""
    (tmp_path / "museum").mkdir()
    (tmp_path / "museum" / "models.py").write_text(SOURCE)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    return tmp_path


@pytest.fixture
def french(tmp_path):
    """A French catalogue with one translation of ours, one override and one that nothing uses."""
    file = tmp_path / "django.po"
    file.write_text(PO, encoding="utf-8")
    return file


def test_messages_of_modules_and_templates_are_found(project):
    assert set(catalogues.entries(catalogues.extract(project))) == {
        (None, "A story"),
        (None, "%(count)s work"),
        ("a month", "May"),
        (None, "Skip to the content"),
        (None, "Written by %(name)s"),
        (None, "Sources"),
        (None, "Unknown"),
    }


def test_update_keeps_translations_and_overrides_and_sets_the_rest_aside(project, french):
    template = catalogues.extract(project)
    assert catalogues.update(french, template) == (6, 1)
    after = catalogues.entries(catalogues.read(french))
    assert after[None, "A story"].string == "Un récit"
    assert after[None, "August"].string == "août"
    assert after[None, "%(count)s work"].pluralizable
    assert (None, "Forgotten") not in after
    assert '#~ msgstr "Oublié"' in french.read_text(encoding="utf-8")


def test_update_twice_changes_nothing(project, french):
    template = catalogues.extract(project)
    catalogues.update(french, template)
    once = french.read_text(encoding="utf-8")
    assert catalogues.update(french, template) == (0, 0)
    assert french.read_text(encoding="utf-8") == once


def test_untranslated_messages_are_a_problem_only_where_the_language_is_complete(project, french):
    template = catalogues.extract(project)
    catalogues.update(french, template)
    catalogue = catalogues.read(french)
    assert any("Sources" in sentence for sentence in catalogues.problems("fr", catalogue, template))
    assert catalogues.problems("zgh", catalogue, template) == []


def test_missing_messages_are_a_problem_everywhere(project, french):
    template = catalogues.extract(project)
    catalogue = catalogues.read(french)
    for language in ("fr", "ar", "zgh"):
        found = catalogues.problems(language, catalogue, template)
        assert "“Sources” is missing: make messages" in found
        assert "nothing uses “Forgotten” any more: make messages" in found


@pytest.mark.parametrize(
    ("translation", "good"),
    [("Écrit par %(name)s", True), ("Écrit par %(nom)s", False), ("Écrit", False)],
)
def test_a_lost_placeholder_is_a_problem(project, french, translation, good):
    template = catalogues.extract(project)
    catalogues.update(french, template)
    catalogue = catalogues.read(french)
    catalogues.entries(catalogue)[None, "Written by %(name)s"].string = translation
    found = [s for s in catalogues.problems("zgh", catalogue, template) if "placeholders" in s]
    assert bool(found) is not good


def test_a_compiled_catalogue_is_read_by_gettext(french):
    with catalogues.compile_catalogue(french).open("rb") as stream:
        translations = gettext.GNUTranslations(stream)
    assert translations.gettext("A story") == "Un récit"


def test_an_untranslated_plural_is_left_to_the_language_fallen_back_to(project, french):
    catalogues.update(french, catalogues.extract(project))
    with catalogues.compile_catalogue(french).open("rb") as stream:
        translations = gettext.GNUTranslations(stream)
    fallback = gettext.NullTranslations()
    fallback.ngettext = lambda singular, plural, number: "fallen back"
    translations.add_fallback(fallback)
    assert translations.ngettext("%(count)s work", "%(count)s works", 2) == "fallen back"


def test_a_new_catalogue_has_the_plural_forms_of_its_language(tmp_path):
    file = tmp_path / "ar" / "LC_MESSAGES" / "django.po"
    catalogues.begin("ar", file)
    assert catalogues.read(file).num_plurals == 6
