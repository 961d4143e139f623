"""Text that came from people: what is taken out of it before it is stored or looked up."""

import unicodedata


def without_controls(text: str) -> str:
    """``text`` without control characters, lone surrogates and bidirectional overrides; line breaks stay."""
    return "".join(
        character
        for character in text
        if character in "\n\t"
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
        or character in "\u200c\u200d"
    )


def asked(parameters, name: str, length: int = 120) -> str:
    """What a reader put into a query string under ``name``, without controls (PostgreSQL refuses NUL) and of bounded length."""
    return without_controls((parameters.get(name) or "")[:length])
