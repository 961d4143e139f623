"""Where uploads lie on S3, as the environment says it (docs/operations.md has the table)."""

from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured


def s3_storages(environ: Mapping[str, str]) -> dict[str, dict]:
    """Django's storages for public and private files; refuses a place that would be both."""
    public, private = _place(environ, "PUBLIC"), _place(environ, "PRIVATE")
    if private[0] == public[0] and (private[1].startswith(public[1]) or public[1].startswith(private[1])):
        raise ImproperlyConfigured(
            "Public and private files must not share a place: set S3_PRIVATE_BUCKET to another bucket, or "
            "S3_PUBLIC_PREFIX and S3_PRIVATE_PREFIX to two folders of which neither holds the other."
        )
    shared = {
        "endpoint_url": environ.get("S3_ENDPOINT") or None,
        "access_key": environ.get("S3_ACCESS_KEY") or None,
        "secret_key": environ.get("S3_SECRET_KEY") or None,
        "region_name": environ.get("S3_REGION") or None,
        "signature_version": "s3v4",
        "addressing_style": environ.get("S3_ADDRESSING") or "path",
        "file_overwrite": False,
        "querystring_auth": False,
        # Who may read is said of the bucket, in one place, and never file by file.
        "default_acl": None,
    }
    domain = {}
    if name := environ.get("S3_PUBLIC_DOMAIN"):
        domain = {"custom_domain": name.removeprefix("https://").rstrip("/")}
    return {
        "default": {
            "BACKEND": "museum.assets.s3.PublicS3Storage",
            "OPTIONS": {**shared, **domain, "bucket_name": public[0], "location": public[1]},
        },
        "private": {
            "BACKEND": "museum.assets.s3.PrivateS3Storage",
            "OPTIONS": {**shared, "bucket_name": private[0], "location": private[1]},
        },
    }


def _place(environ: Mapping[str, str], which: str) -> tuple[str, str]:
    """(bucket, folder with a final slash or nothing)."""
    bucket = environ.get(f"S3_{which}_BUCKET") or environ["S3_PUBLIC_BUCKET"]
    folder = (environ.get(f"S3_{which}_PREFIX") or "").strip("/")
    return bucket, folder and f"{folder}/"
