"""What an administrator is told where something cannot be done."""


class Refused(Exception):
    """Something cannot be done; the text is a whole sentence in the reader's language."""
