"""The museum's drawn ornaments and image words in templates."""

from django import template
from django.utils.safestring import mark_safe

from museum.core import patterns

register = template.Library()


@register.simple_tag
def seal(theme):
    """The star of a theme, as inline SVG; the plain eight-fold star without a theme."""
    return mark_safe(patterns.seal_svg(*_star(theme)))  # noqa: S308 (drawn by our code from two numbers)


@register.simple_tag
def frieze(theme, repeats: int = 12):
    """A band of a theme's pattern, as inline SVG."""
    return mark_safe(patterns.frieze_svg(*_star(theme), repeats=repeats))  # noqa: S308


def _star(theme) -> tuple[int, int]:
    return (theme.fold, theme.seed) if theme else (8, 1)


@register.simple_tag
def image_alt(image, override: str = "") -> dict:
    """``{text, language}`` of an image's alternative text; ``override`` is written for this use, in the page's language."""
    return _words(image, "alt", override)


@register.simple_tag
def image_caption(image, override: str = "") -> dict:
    """``{text, language}`` of an image's caption."""
    return _words(image, "caption", override)


def _words(image, kind: str, override: str) -> dict:
    from museum.core.languages import current_language

    if override:
        return {"text": override, "language": current_language()}
    text, language = image.words(kind) if image else ("", current_language())
    return {"text": text, "language": language}
