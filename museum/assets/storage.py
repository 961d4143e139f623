"""Where private files lie: nothing there has an address."""

from django.core.files.storage import FileSystemStorage


class NoPublicAddress(ValueError, AttributeError):
    """A private file was asked for its address. (Also an ``AttributeError``: form widgets ask with a default.)"""


class PrivateStorage(FileSystemStorage):
    """A folder outside what is served. Django would otherwise make addresses from ``MEDIA_URL``."""

    def url(self, name):
        """There is none."""
        raise NoPublicAddress("This file is private and has no address.")
