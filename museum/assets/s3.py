"""Files on an S3-compatible storage: a public bucket for what visitors fetch, a private one for originals.

https://django-storages.readthedocs.io/en/latest/backends/amazon-S3.html
"""

from storages.backends.s3 import S3Storage

from museum.assets.storage import NoPublicAddress


class PrivateS3Storage(S3Storage):
    """A bucket that nobody reads but the museum."""

    def url(self, name, *args, **kwargs):
        """There is none."""
        raise NoPublicAddress("This file is private and has no address.")
