"""Language in templates: translation that shows its fall-back, dates, direction, words of records.

Templates load this library and never Django's ``i18n``: ``translate`` and ``blocktranslate`` have the same syntax, but
in Tamazight a string that falls back to French says so (``<span lang="fr">``), for eyes and for screen readers. Inside an
attribute write ``{% translate "…" as label %}``, which never wraps.
"""

from django import template
from django.templatetags import i18n
from django.utils.functional import cached_property
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from wagtail.models import Page

from museum.core import dates, languages
from museum.core.tifinagh import has_tifinagh
from museum.core.translations import language_of

register = template.Library()


def _marked(text: str) -> str:
    """``text`` marked as French where Tamazight has no word for it."""
    if languages.current_language() != "zgh" or has_tifinagh(text) or not any(c.isalpha() for c in text):
        return text
    return mark_safe(f'<span lang="fr" dir="ltr">{text}</span>')  # noqa: S308 (text is rendered template output)


@register.filter
def interface(text) -> str:
    """A word of the interface that came from Python (a label, a date in words), marked where it falls back."""
    return _marked(conditional_escape(text))


class MarkedTranslateNode(i18n.TranslateNode):
    """``translate`` that marks a fall-back. A constant is looked up once for each language: a page has a hundred."""

    def render(self, context):
        if not self.is_constant or not context.autoescape:
            return self._found(context)
        language = get_language()
        if language not in self.said:
            found = self._found(context)
            self.said[language] = context[self.asvar] if self.asvar else found
        if self.asvar:
            context[self.asvar] = self.said[language]
            return ""
        return self.said[language]

    @cached_property
    def said(self) -> dict[str, str]:
        """What is said in each language so far."""
        return {}

    @cached_property
    def is_constant(self) -> bool:
        """Whether it says the same wherever it stands."""
        return all(map(_is_literal, filter(None, (self.filter_expression, self.message_context))))

    def _found(self, context) -> str:
        value = super().render(context)
        return value if self.asvar else _marked(value)


def _is_literal(expression) -> bool:
    return not expression.filters and (not expression.is_var or expression.var.lookups is None)


class MarkedBlockTranslateNode(i18n.BlockTranslateNode):
    """``blocktranslate`` that marks a fall-back."""

    def render(self, context, nested=False):
        value = super().render(context, nested=nested)
        return value if self.asvar or nested else _marked(value)


@register.tag("translate")
def translate(parser, token):
    """Django's ``translate``, marking fall-backs in Tamazight."""
    node = i18n.do_translate(parser, token)
    node.__class__ = MarkedTranslateNode
    return node


@register.tag("blocktranslate")
def blocktranslate(parser, token):
    """Django's ``blocktranslate``, marking fall-backs in Tamazight."""
    node = i18n.do_block_translate(parser, token)
    node.__class__ = MarkedBlockTranslateNode
    return node


@register.filter
def phrase(edtf_text: str) -> str:
    """An EDTF date as a reader says it."""
    return dates.phrase(edtf_text or "")


@register.filter
def direction(language: str) -> str:
    """``ltr`` or ``rtl`` for a language tag."""
    return languages.direction(language)


@register.filter
def words(record):
    """The words of a record that serve the reader best (an object with ``language``), or ``None``."""
    return record.text_in() if record else None


@register.filter
def best_words(thing, kind: str) -> tuple[str, str]:
    """(words of ``kind``, language tag) that serve the reader best, of a thing whose fields are named by language."""
    return thing.words(kind)


@register.filter
def description(record):
    """The description of a place or person that serves the reader best, or ``None``."""
    return record.description_in() if record else None


@register.filter
def language_tag(page: Page) -> str:
    """The language tag of a page."""
    return language_of(page)


@register.simple_tag
def lang_attributes(language: str):
    """`` lang="…" dir="…"`` where ``language`` is not the reader's; nothing where it is."""
    if not language or language == languages.current_language():
        return ""
    return format_html(' lang="{}" dir="{}"', language, languages.direction(language))


@register.simple_tag
def name_of(record):
    """What a record or page is called, isolated and marked with its language where that is not the reader's."""
    if record is None:
        return ""
    if isinstance(record, Page):
        text, language = record.title, language_of(record)
    else:
        text, language = record.heading()
    if language == languages.current_language():
        return format_html("<bdi>{}</bdi>", text)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, languages.direction(language), text)


@register.simple_tag
def language_badge(language: str) -> str:
    """A small mark that something is in another language than the reader's; nothing where it is not."""
    if language == languages.current_language():
        return ""
    return format_html('<span class="badge">{}</span>', dict(languages.CONTENT_LANGUAGES).get(language, language))
