"""Files on an S3-compatible storage: a public bucket for what visitors fetch, a private one for originals.

https://django-storages.readthedocs.io/en/latest/backends/amazon-S3.html
"""

from botocore.config import Config
from storages.backends.s3 import S3Storage

from museum.assets.originals import KeepsOriginals
from museum.assets.storage import NoPublicAddress


class ImpatientS3Storage(S3Storage):
    """Whoever waits for a storage that does not answer hears of it within a minute, not after boto's five."""

    def __init__(self, **settings):
        super().__init__(**settings)
        patience = Config(connect_timeout=3, read_timeout=20, retries={"mode": "standard", "total_max_attempts": 2})
        self.client_config = self.client_config.merge(patience)


class PublicS3Storage(KeepsOriginals, ImpatientS3Storage):
    """The bucket that visitors are served from."""

    side = "public"


class PrivateS3Storage(KeepsOriginals, ImpatientS3Storage):
    """A bucket that nobody reads but the museum."""

    side = "private"

    def url(self, name, *args, **kwargs):
        """There is none."""
        raise NoPublicAddress("This file is private and has no address.")

    def signed_address(self, name: str, seconds: int, **response: str) -> str:
        """An address of a file that anybody can use for some seconds, answered with the headers in ``response``."""
        parameters = {"Bucket": self.bucket_name, "Key": self._normalize_name(name), **response}
        return self.connection.meta.client.generate_presigned_url("get_object", Params=parameters, ExpiresIn=seconds)
