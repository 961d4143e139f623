"""The words of one cue with their markup (https://www.w3.org/TR/webvtt1/#webvtt-cue-text-span)."""

import html
import re

from django.utils.translation import gettext as _

from museum.assets.timed_text.cues import Run
from museum.core.text import without_controls

_TOKEN = re.compile(r"<([^<>]*)>|<")
_NAME = re.compile(r"(/?)([a-z]+)((?:\.[^\s.<>]+)*)(?:[ \t]+(.*))?", re.ASCII | re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)
_STYLES = ("i", "b", "u")
_KNOWN = {*_STYLES, "v", "lang", "c", "ruby", "rt"}
MAX_SPEAKER = 120


class Unreadable(ValueError):
    """Markup that is not taken; the message says why, ``offset`` is the number of lines before it."""

    def __init__(self, message: str, offset: int):
        super().__init__(message)
        self.offset = offset


def read(payload: str) -> list[tuple[str, tuple[Run, ...]]]:
    """(speaker, runs) for each voice of a cue, in order. Classes are left out, ruby text stands in brackets."""
    voices: list[tuple[str, list[Run]]] = [("", [])]
    stack: list[tuple[str, str]] = []
    position = 0
    for token in _TOKEN.finditer(payload):
        _say(voices, stack, payload[position : token.start()])
        _open_or_close(voices, stack, token, payload.count("\n", 0, token.start()))
        position = token.end()
    _say(voices, stack, payload[position:])
    unclosed = [name for name, _value in stack if name != "v"]
    if unclosed:
        raise Unreadable(_("<%(tag)s> is opened and never closed.") % {"tag": unclosed[-1]}, payload.count("\n"))
    return [(speaker, _trimmed(runs)) for speaker, runs in voices if "".join(run.text for run in runs).strip()]


def _open_or_close(voices, stack, token, offset) -> None:
    if token[1] is None:
        raise Unreadable(_("A < stands alone. Write &lt; for the sign itself."), offset)
    found = _NAME.fullmatch(token[1])
    if not found or found[2] not in _KNOWN:
        raise Unreadable(
            _("<%(tag)s> is not taken. Only these marks are: v, lang, i, b, u, c, ruby.") % {"tag": token[1][:40]},
            offset,
        )
    closing, name, _classes, value = found.groups()
    value = without_controls(html.unescape(" ".join((value or "").split())))
    if closing:
        _close(stack, name, offset)
        if name == "v":
            voices.append(("", []))
        elif name == "rt":
            _say(voices, stack, ")")
        return
    if name == "v":
        if not value or len(value) > MAX_SPEAKER:
            raise Unreadable(_("<v> needs the name of who speaks, as in <v Fatima>."), offset)
        stack[:] = [entry for entry in stack if entry[0] != "v"]
        voices.append((value, []))
    elif name == "lang":
        if not _LANGUAGE.fullmatch(value):
            raise Unreadable(_("<lang> needs a language, as in <lang ar>."), offset)
    elif value:
        raise Unreadable(_("<%(tag)s> is not taken as it is written.") % {"tag": token[1][:40]}, offset)
    if name == "rt":
        _say(voices, stack, " (")
    stack.append((name, value))


def _close(stack, name, offset) -> None:
    if name == "ruby" and stack and stack[-1][0] == "rt":
        stack.pop()
    if not stack or stack[-1][0] != name:
        raise Unreadable(_("</%(tag)s> closes what was not opened.") % {"tag": name}, offset)
    stack.pop()


def _say(voices, stack, text) -> None:
    text = without_controls(html.unescape(text))
    if not text:
        return
    language = next((value for name, value in reversed(stack) if name == "lang"), "")
    names = [name for name, _value in stack]
    styles = tuple(style for style in _STYLES if style in names)
    runs = voices[-1][1]
    if runs and (runs[-1].language, runs[-1].styles) == (language, styles):
        runs[-1] = Run(runs[-1].text + text, language, styles)
    else:
        runs.append(Run(text, language, styles))


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    kept = [run for run in runs if run.text]
    kept[0] = Run(kept[0].text.lstrip(), kept[0].language, kept[0].styles)
    kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].language, kept[-1].styles)
    return tuple(run for run in kept if run.text)
