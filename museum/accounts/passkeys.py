"""Passkeys under the address at which the admin is open: the name of the host is what a passkey is bound to."""

import ipaddress

from django.conf import settings
from django_otp_webauthn.helpers import WebAuthnHelper


def relying_party(request) -> str:
    """The name that passkeys made here belong to: the admin's host without its port."""
    return request.get_host().partition(":")[0]


def are_possible(request) -> bool:
    """Whether a browser makes passkeys here: never for an address in numbers (https://www.w3.org/TR/webauthn-3/#rp-id)."""
    try:
        ipaddress.ip_address(request.get_host().rsplit(":", 1)[0].strip("[]"))
    except ValueError:
        return request.is_secure() or relying_party(request) == "localhost"
    return False


class AdminWebAuthnHelper(WebAuthnHelper):
    """The library's own, for whatever host the admin is reached at (``ALLOWED_HOSTS`` says which there are)."""

    def get_relying_party_domain(self) -> str:
        """The admin's host."""
        return relying_party(self.request)

    def get_relying_party_name(self) -> str:
        """The museum's name."""
        return settings.WAGTAIL_SITE_NAME

    def get_allowed_origins(self) -> list[str]:
        """The admin's own origin."""
        return [f"{self.request.scheme}://{self.request.get_host()}"]
