"""What Mozilla's HTTP Observatory gives and takes for an answer's headers, as of its version of 2026.

The rules: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring, in code
https://github.com/mdn/mdn-http-observatory/tree/main/src/analyzer/tests and src/grader/charts.js. A site starts with 100
points; what takes points away is subtracted; what gives points counts only from 90 on. 100 and more is the grade A+.

``BEST`` is the most that an answer can have by itself. Left out is what it cannot: five points for standing in browsers' own
preload list (https://hstspreload.org), and five for integrity hashes, which the Observatory asks for where scripts come from
elsewhere; here none does. Where an answer sets no cookie, there are no points for cookies.
"""

import re

LEAST_FOR_EXTRA = 90
HALF_A_YEAR = 15_768_000
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
REFERRER_GOOD = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
BEST = {
    "content-security-policy": 10,
    "cookies": 5,
    "cross-origin-resource-sharing": 0,
    "referrer-policy": 5,
    "strict-transport-security": 0,
    "x-content-type-options": 0,
    "x-frame-options": 5,
    "cross-origin-resource-policy": 10,
    "subresource-integrity": 0,
    "redirection": 0,
}


def directives(header: str) -> dict[str, list[str]]:
    """The directives of a content security policy."""
    parts = [part.split() for part in header.split(";") if part.strip()]
    return {words[0].lower(): words[1:] for words in parts}


def policy_points(headers) -> int:
    """Content-Security-Policy."""
    header = headers.get("Content-Security-Policy", "")
    if not header:
        return -25
    found = directives(header)
    default = found.get("default-src", ["*"])
    scripts, objects, styles = (set(found.get(f"{name}-src", default)) for name in ("script", "object", "style"))
    if scripts & (BROAD | INLINE) or objects & BROAD:
        return -20
    sources = {source for name, values in found.items() for source in values if name not in ("img-src", "media-src")}
    if any(source.startswith(("http:", "ftp:")) for source in sources):
        return -20
    if "'unsafe-eval'" in scripts | styles:
        return -10
    passive = {*found.get("img-src", default), *found.get("media-src", default)}
    if any(source.startswith(("http:", "ftp:")) for source in passive):
        return -10
    if styles & (BROAD | INLINE):
        return 0
    return (
        10
        if found.get("default-src") == ["'none'"] and set(found.get("form-action", ["*"])) <= {"'none'", "'self'"}
        else 5
    )


def cookie_points(cookies, *, has_hsts: bool) -> int:
    """Set-Cookie."""
    worst = 5 if cookies else 0
    for cookie in cookies.values():
        is_session = bool(re.search("sess|login|csrf", cookie.key, re.IGNORECASE))
        if cookie["samesite"] not in ("Strict", "Lax"):
            worst = min(worst, -20)
        if not cookie["secure"]:
            worst = min(worst, (-10 if is_session else -5) if has_hsts else (-40 if is_session else -20))
        if is_session and not cookie["httponly"] and "csrf" not in cookie.key.lower():
            worst = min(worst, -30)
    return worst


def hsts_points(headers) -> int:
    """Strict-Transport-Security."""
    age = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    return -20 if not age else -10 if int(age[1]) < HALF_A_YEAR else 0


def frame_points(headers) -> int:
    """Content-Security-Policy's frame-ancestors, or X-Frame-Options."""
    ancestors = directives(headers.get("Content-Security-Policy", "")).get("frame-ancestors")
    if ancestors and not set(ancestors) & BROAD:
        return 5
    return 0 if headers.get("X-Frame-Options", "").upper() in ("DENY", "SAMEORIGIN") else -20


def script_points(html: str, host: str) -> int:
    """Scripts from elsewhere must carry integrity hashes and come by https."""
    addresses = re.findall(r"<script[^>]*\ssrc=[\"']([^\"']+)", html)
    foreign = [address for address in addresses if re.match(r"(https?:)?//", address) and host not in address]
    return -50 if any(not address.startswith("https://") for address in foreign) else -5 if foreign else 0


def referrer_points(headers) -> int:
    """Referrer-Policy: the last policy counts."""
    policy = headers.get("Referrer-Policy", "").split(",")[-1].strip().lower()
    return 0 if not policy else 5 if policy in REFERRER_GOOD else -5


def resource_points(headers) -> int:
    """Cross-Origin-Resource-Policy."""
    policy = headers.get("Cross-Origin-Resource-Policy", "")
    return {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}.get(policy, -5)


def sharing_points(headers) -> int:
    """Access-Control-Allow-Origin: everybody may read, but not with a visitor's cookies."""
    return -50 if headers.get("Access-Control-Allow-Credentials", "").lower() == "true" else 0


def points(answer, redirect, host: str) -> dict[str, int]:
    """Points of each test for ``answer`` (by https) and ``redirect`` (what the same address answers by http)."""
    headers = answer.headers
    kind = headers.get("Content-Type", "")
    leads_to_https = redirect.status_code in (301, 308) and redirect.headers["Location"].startswith(f"https://{host}")
    return {
        "content-security-policy": policy_points(headers),
        "cookies": cookie_points(answer.cookies, has_hsts=hsts_points(headers) == 0),
        "cross-origin-resource-sharing": sharing_points(headers),
        "referrer-policy": referrer_points(headers),
        "strict-transport-security": hsts_points(headers),
        "x-content-type-options": 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5,
        "x-frame-options": frame_points(headers),
        "cross-origin-resource-policy": resource_points(headers),
        "subresource-integrity": script_points(answer.content.decode(), host) if "html" in kind else 0,
        "redirection": 0 if leads_to_https else -20,
    }


def score(found: dict[str, int]) -> int:
    """The points of a site."""
    base = 100 + sum(value for value in found.values() if value < 0)
    return base + sum(value for value in found.values() if value > 0) if base >= LEAST_FOR_EXTRA else max(base, 0)
