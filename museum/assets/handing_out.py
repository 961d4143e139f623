"""A private file that somebody may have is fetched from the storage itself, by an address that is good for a minute.

Only where the storage is S3 and ``S3_SIGNED_SECONDS`` says for how long; else the museum sends the bytes itself.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import content_disposition_header


def redirected(file, filename: str, content_type: str = "application/octet-stream") -> HttpResponse | None:
    """Send whoever asked to the file as a download; None where the museum is to send it. Ask what is allowed first."""
    sign = getattr(file.storage, "signed_address", None)
    if not settings.S3_SIGNED_SECONDS or sign is None:
        return None
    # Never inline: the storage sends none of the museum's headers.
    address = sign(
        file.name,
        settings.S3_SIGNED_SECONDS,
        ResponseContentDisposition=content_disposition_header(True, filename),
        ResponseContentType=content_type,
        ResponseCacheControl="private, no-store",
    )
    return HttpResponseRedirect(
        address, headers={"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer"}
    )
