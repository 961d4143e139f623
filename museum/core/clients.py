"""Who asks: the address of the client, behind the proxies that the museum trusts and behind no other.

A proxy appends to ``X-Forwarded-For`` whom it was asked by; what stands further left may be invented by the client. So the
list is read from its right end, for as long as the one who wrote the entry is trusted (``TRUSTED_PROXIES``).
https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address
"""

import ipaddress
from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: Stands for a server that listens on a socket file: whoever writes there is on this machine.
SOCKET = "unix"


def networks(texts: Iterable[str]) -> list[Network]:
    """Addresses and networks as they are written in a setting; ``ValueError`` for what is none."""
    return [ipaddress.ip_network(text, strict=False) for text in texts if text != SOCKET]


@lru_cache(maxsize=8)
def _trusted(texts: tuple[str, ...]) -> list[Network]:
    return networks(texts)


def _address(text: str) -> Address | None:
    """An address out of a header: without port, brackets and zone; ``None`` where it is none."""
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def is_in(address: str, ranges: Iterable[Network]) -> bool:
    """Whether an address lies in one of these networks."""
    found = _address(address)
    return found is not None and any(found in network for network in ranges if network.version == found.version)


def client_address(request) -> str:
    """The client's address, or ``0.0.0.0`` where nobody says it."""
    trusted = _trusted(tuple(settings.TRUSTED_PROXIES))
    peer = request.META.get("REMOTE_ADDR", "")
    asked_by = [part for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    current = _address(peer)
    believes = SOCKET in settings.TRUSTED_PROXIES if current is None else is_in(peer, trusted)
    while believes and asked_by:
        found = _address(asked_by.pop())
        if found is None:
            break
        current = found
        believes = is_in(str(current), trusted)
    return str(current) if current is not None else "0.0.0.0"  # noqa: S104 (no address, not a listening one)
