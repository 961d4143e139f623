"""The museum's drawn ornaments and image words in templates."""

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from museum.core import patterns
from museum.core.stamped import once_a_page, once_a_stamp

register = template.Library()

#: Lengths in centimetres that a scale bar may have.
SCALE_LENGTHS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200)


@register.tag
def once(parser, token):
    """``{% once "name" %}…{% endonce %}``: what stands alike on every page of a language, made once a stamp.

    Inside may stand what the language, the host and what is published decide, and nothing that the page does. What stands
    more than once on a page, and alike, is made once for it: ``{% once "name" for page %}``.
    """
    _tag, name, *for_page = token.split_contents()
    if for_page not in ([], ["for", "page"]):
        raise template.TemplateSyntaxError(
            "once takes a name, and “for page” where it stands more than once on a page."
        )
    nodes = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(name.strip("\"'"), nodes, once_a_page if for_page else once_a_stamp)


class OnceNode(template.Node):
    """A part of every page, or one that a page has more than once."""

    def __init__(self, name: str, nodelist, keep):
        self.name, self.nodelist, self.keep = name, nodelist, keep

    def render(self, context):
        request = context.get("request")
        if request is None:
            return self.nodelist.render(context)
        return self.keep(request, f"part: {self.name}", lambda: self.nodelist.render(context))


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


@register.simple_tag
def end_paper(theme):
    """A wall's worth of a theme's lines, as inline SVG."""
    return mark_safe(patterns.endpaper_svg(*_star(theme), width=1600, height=900))  # noqa: S308


@register.simple_tag
def scale_bar(width_cm) -> str:
    """A bar of a round number of centimetres, as inline SVG as wide as a picture that shows ``width_cm``."""
    if not width_cm or width_cm <= 0:
        return ""
    width = float(width_cm)
    length = max((round_number for round_number in SCALE_LENGTHS if round_number <= width / 2.5), default=None)
    if length is None:
        return ""
    return format_html(
        '<svg viewBox="0 0 {} 2" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<path d="M0 0v2M{} 0v2M{} 0v2M0 1h{}"/></svg><span>{} cm</span>',
        f"{width:g}",
        f"{length / 2:g}",
        f"{length:g}",
        f"{length:g}",
        f"{length:g}",
    )


@register.filter
def wordlist(text: str) -> list[str]:
    """The words of ``text``, for loops over a few fixed names."""
    return text.split()


@register.filter
def quantity(value) -> str:
    """A measured decimal as the reader's language writes it, without idle zeros: 8.50 is 8.5 or 8,5."""
    if value is None:
        return ""
    return number_format(f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}")


@register.simple_tag(takes_context=True)
def absolute(context, url: str) -> str:
    """``url`` with scheme and host, for citations, shared links and canonical addresses."""
    request = context.get("request")
    return request.build_absolute_uri(url) if request and url else url or ""
