"""Page numbers that came from an address."""

MAX_PAGE = 10_000


def page_number(text: str | None) -> int:
    """The page asked for: 1 for anything that is not a number, never more than ``MAX_PAGE``."""
    if not text or len(text) > 6 or not text.isascii() or not text.isdigit():
        return 1
    return min(max(int(text), 1), MAX_PAGE)
