"""Where private files lie: nothing there has an address."""

from django.core.files.storage import FileSystemStorage


class NoPublicAddress(ValueError, NotImplementedError, AttributeError):
    """A private file was asked for its address.

    Three kinds of error at once, because three kinds of caller ask: Django's file systems raise the first, Wagtail's
    document view expects the second, form widgets ask with a default and expect the third.
    """


class PrivateStorage(FileSystemStorage):
    """A folder outside what is served. Django would otherwise make addresses from ``MEDIA_URL``."""

    def url(self, name):
        """There is none."""
        raise NoPublicAddress("This file is private and has no address.")
