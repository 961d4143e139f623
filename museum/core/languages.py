"""The languages of the museum, and what Django does not know of them.

Interface languages (``INTERFACE_LANGUAGES``) have a page tree and a catalogue each. Content languages
(``CONTENT_LANGUAGES``) are those in which a record, a name or a recording may be: BCP 47 tags
(https://www.rfc-editor.org/info/bcp47), some with a script subtag.
"""

from functools import cache

from django.conf import locale
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

INTERFACE_LANGUAGES = ("fr", "ar", "en", "zgh")

CONTENT_LANGUAGES = [
    ("fr", _("French")),
    ("ar", _("Arabic")),
    ("en", _("English")),
    ("zgh", _("Tamazight")),
    ("zgh-Latn", _("Tamazight, Latin script")),
    ("ary", _("Moroccan Arabic (Darija)")),
    ("ary-Latn", _("Moroccan Arabic, Latin script")),
    ("rif", _("Tarifit")),
    ("tzm", _("Central Atlas Tamazight")),
    ("shi", _("Tashelhit")),
    ("es", _("Spanish")),
    ("nl", _("Dutch")),
    ("de", _("German")),
    ("it", _("Italian")),
    ("he", _("Hebrew")),
]

SCRIPTS = [("Latn", _("Latin")), ("Arab", _("Arabic")), ("Tfng", _("Tifinagh")), ("Hebr", _("Hebrew"))]

_RTL_LANGUAGES = {"ar", "ary", "he", "fa", "ur"}

# The order in which a reader of one language is best served by the others.
_FALLBACKS = {
    "fr": ("fr", "en", "ar", "zgh"),
    "ar": ("ar", "fr", "en", "zgh"),
    "en": ("en", "fr", "ar", "zgh"),
    "zgh": ("zgh", "fr", "ar", "en"),
}


def register_languages() -> None:
    """Teach Django the languages that its ``LANG_INFO`` lacks; call before ``LANGUAGES`` is set."""
    locale.LANG_INFO.setdefault(
        "zgh",
        {"bidi": False, "code": "zgh", "name": "Standard Moroccan Tamazight", "name_local": "ⵜⴰⵎⴰⵣⵉⵖⵜ"},
    )
    locale.LANG_INFO.setdefault(
        "ary",
        {"bidi": True, "code": "ary", "name": "Moroccan Arabic", "name_local": "الدارجة"},
    )


def direction(language: str | None) -> str:
    """``"rtl"`` or ``"ltr"`` for a BCP 47 tag; a script subtag decides before the language does."""
    if not language:
        return "ltr"
    primary, *subtags = language.split("-")
    if "Latn" in subtags or "Tfng" in subtags:
        return "ltr"
    if "Arab" in subtags or "Hebr" in subtags:
        return "rtl"
    return "rtl" if primary in _RTL_LANGUAGES else "ltr"


def current_language() -> str:
    """The reader's interface language, always one of ``INTERFACE_LANGUAGES``."""
    return _interface_language(get_language())


@cache
def _interface_language(language: str | None) -> str:
    primary = (language or "fr").split("-")[0]
    return primary if primary in INTERFACE_LANGUAGES else "fr"


def fallbacks(language: str | None = None) -> tuple[str, ...]:
    """The languages to try for a reader of ``language`` (default: the current one), best first."""
    return _FALLBACKS.get(language or current_language(), _FALLBACKS["fr"])


def best_text(text_in, language: str | None = None) -> tuple[str, str]:
    """(text, language tag) that serves a reader of ``language`` (default: the current one) best; maybe empty.

    ``text_in`` gives the text in one language of the fall-backs, or an empty string.
    """
    for code in fallbacks(language):
        if text := text_in(code):
            return text, code
    return "", current_language()


def best(items, language: str | None = None, attribute: str = "language"):
    """The item whose language serves the reader best, or ``None`` when there is none.

    ``items`` is any iterable of objects with a language tag in ``attribute``. Languages outside the
    reader's fall-backs come last, in their own order.
    """
    items = list(items)
    if len(items) < 2:
        return items[0] if items else None
    order = {code: rank for rank, code in enumerate(fallbacks(language))}
    return min(items, key=lambda item: order.get(getattr(item, attribute), len(order)))
