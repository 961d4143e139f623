"""What a browser may do with an answer of the museum: one policy for pages, one for the admin, one for files.

Pages are kept whole by caches, so none of the policies holds a nonce: scripts and styles are files. docs/security.md says
what each line is for. https://www.w3.org/TR/CSP3/, https://www.w3.org/TR/permissions-policy/, https://html.spec.whatwg.org/#coep
"""

from urllib.parse import urlsplit

from csp.utils import build_policy
from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import reverse

#: What a visitor fetched here may be shown on other people's pages.
OPEN_TO_OTHERS = ("/iiif/", "/media/")
FILES = ("/media/", "/documents/")


def media_origin() -> str:
    """Scheme and host of public uploads where they are not the museum's own (S3), or an empty string."""
    try:
        parts = urlsplit(default_storage.url("x"))
    except NotImplementedError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def admin_path() -> str:
    """Where the admin begins, by the addresses of this installation."""
    return reverse("wagtailadmin_home")


class SecurityHeadersMiddleware:
    """Give every answer its content security policy, and what of its kind Django's own middleware does not give.

    The outermost of all, so that answers from a cache and static files have the headers too. It reads no session, and adds
    neither cookie nor ``Vary``. What a view has set itself stays.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin_path = admin_path()
        origin = media_origin()
        self.page_policy = _policy(settings.PAGE_POLICY, origin)
        self.admin_policy = _policy(settings.ADMIN_POLICY, origin)
        self.file_policy = _policy(settings.FILE_POLICY)
        self.page_permissions = _permissions(settings.PERMISSIONS_POLICY)
        self.admin_permissions = _permissions({**settings.PERMISSIONS_POLICY, **settings.ADMIN_PERMISSIONS})

    def __call__(self, request):
        response = self.get_response(request)
        path, headers = request.path_info, response.headers
        in_admin = path.startswith(self.admin_path)
        is_file = path.startswith(FILES)
        if is_file:
            # Wagtail's own view of documents sets a weaker one.
            headers["Content-Security-Policy"] = self.file_policy
        if path.startswith("/documents/"):
            # Some are for some alone (private collections), and any may be taken back.
            headers.setdefault("Cache-Control", "private, no-store")
        headers.setdefault("Content-Security-Policy", self.admin_policy if in_admin else self.page_policy)
        is_open = "Access-Control-Allow-Origin" in headers or path.startswith(OPEN_TO_OTHERS)
        headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if is_open else "same-origin")
        headers.setdefault("X-Content-Type-Options", "nosniff")
        if headers.get("Content-Type", "").startswith("text/html"):
            headers.setdefault("Cross-Origin-Embedder-Policy", "credentialless")
            headers.setdefault("Permissions-Policy", self.admin_permissions if in_admin else self.page_permissions)
        if in_admin:
            headers.setdefault("X-Robots-Tag", "noindex")
        return response


def _policy(directives: dict, origin: str = "") -> str:
    """The policy as a header; pictures, sound, film and models may also come from where uploads are kept."""
    if origin:
        directives = {
            **directives,
            **{name: [*directives[name], origin] for name in ("img-src", "media-src", "connect-src")},
        }
    # The package writes the directives in another order each time the server starts.
    return "; ".join(sorted(part.strip() for part in build_policy(directives).split(";")))


def _permissions(features: dict[str, str]) -> str:
    return ", ".join(f"{name}=({allowed})" for name, allowed in features.items())
