"""Ten thousand strings that a museum should survive: pieces that have broken programs before, joined with one another.

Written for this museum by what such strings are about: SQL and full-text queries, templates, markup, headers, paths, numbers,
dates, scripts and directions of writing, bytes that are no text, and length.
"""

import itertools
from collections.abc import Iterator
from urllib.parse import quote_from_bytes

COUNT = 10_000
SQL = [
    "'", "''", '"', "`", "\\'", "' OR '1'='1", "1 OR 1=1", "1; DROP TABLE wagtailcore_page", "') UNION SELECT NULL,NULL--", "'; --",
    "admin'--", "1/**/AND/**/1=1", "pg_sleep(9)", "'||(SELECT version())||'", "%' ESCAPE '!", "_%_%", "NULL", "null", "x' AND 1=CAST(1 AS INT)--",
    'NEAR("a" "b", 5)', "title:agadir*", "a AND OR NOT", "a & | ! <-> (b:*)", "((((", "))))", '"unclosed', "^a", "a:* | b:*", "-a -b",
]  # fmt: skip
TEMPLATES = [
    "{{7*7}}", "{% load static %}", "{{ settings.SECRET_KEY }}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{0.__class__}", "%(x)s", "%s%n%d", "%",
    "%%", "{", "}", "{}", "{{", "$(id)", "`id`", "; ls", "| cat /etc/passwd", "&& id", "__import__('os')", "!!python/object:os.system",
]  # fmt: skip
MARKUP = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><svg onload=alert(1)>", "javascript:alert(1)", "<!--", "-->", "]]>",
    "<![CDATA[", "&lt;", "&#0;", "&amp;amp;", '<!DOCTYPE a [<!ENTITY b "c">]>&b;', "</script><script>", "' onfocus='alert(1)' autofocus='", "<a href=//x>",
]  # fmt: skip
HEADERS = [
    "\r\nSet-Cookie: a=b",
    "\r\n\r\n<html>",
    "\n",
    "\r",
    "%0d%0aX: y",
    "\u2028",
    "\u2029",
    "\x85Location: //x",
    "\t",
    "\x0b",
    "\x0c",
]
PATHS = [
    "../", "../../../etc/passwd", "..%2f..%2f", "....//....//", "/etc/passwd", "\\\\host\\share", "C:\\windows\\win.ini", "file:///etc/passwd",
    "//elsewhere.example/", "https://elsewhere.example/", "/%2e%2e/", ".", "..", "/", "//", "///", "%2f", "%00.png", "a.php", ".git/config", ".env", "~",
]  # fmt: skip
NUMBERS = [
    "0", "-0", "-1", "1e9", "1e309", "NaN", "Infinity", "-Infinity", "9" * 20, "9" * 400, "2147483648", "9223372036854775808", "0x1f", "1_000", "1,5",
    "٣", "१२", "²", "½", "Ⅷ", "1.5.2", "+1", " 1 ", "١٩٦٣", "true", "None", "[]", "[0]", "{}", "1960/..", "196X", "2026-02-31", "0000-00-00", "-9999",
]  # fmt: skip
SCRIPTS = [
    "أكادير", "ⴰⴳⴰⴷⵉⵔ", "Agadir", "אגדיר", "中文字", "ไทย", "ﷺ", "ﷺ" * 50, "é", "e\u0301", "ß", "İ", "ı", "ſ", "Ǆ", "\u0130stanbul", "😀", "👨‍👩‍👧‍👦", "🇲🇦", "\u202egnp.exe",
    "\u2066x\u2069", "\u200f", "\u200e", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u0640" * 20, "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤", "a" + "\u0301" * 200, "\U000e0001", "\U0010ffff", "\ufffd", "\uffff", "\ufdd0",
]  # fmt: skip
BYTES = [
    "\x00",
    "\x00\x00a",
    "a\x00b",
    "\x01\x02\x1f",
    "\x7f",
    "\ud800",
    "\udfff\ud800",
    "a\udc80b",
    "\x1b[31m",
    "\x08\x08",
    "\xa0",
    "%ff%fe",
    "%c0%af",
    "%u0041",
    "\\u0000",
    "\\x00",
]
LONG = [
    "x" * 256,
    "x" * 5_000,
    "a b " * 500,
    "ل" * 2_000,
    "-" * 1_000,
    "(" * 500,
    "a+" * 300 + "!",
    "&" * 400,
    "=" * 400,
    "?" * 300,
    "#" * 20,
    ";" * 300,
]
PIECES = [*SQL, *TEMPLATES, *MARKUP, *HEADERS, *PATHS, *NUMBERS, *SCRIPTS, *BYTES, *LONG]
#: Longer strings are refused by the server before they reach the museum (museum.server: limit_request_line).
LONGEST = 6_000


def strings(count: int = COUNT) -> list[str]:
    """``count`` different strings, the same each time: every piece, then every two of them joined in turn."""
    found = dict.fromkeys(PIECES)
    for first, second in _pairs():
        if len(found) >= count:
            break
        if len(first) + len(second) < LONGEST:
            found[first + second] = None
    return list(found)[:count]


def _pairs() -> Iterator[tuple[str, str]]:
    size = len(PIECES)
    for step, start in itertools.product(range(1, size), range(size)):
        yield PIECES[start], PIECES[(start + step) % size]


def quoted(text: str) -> str:
    """A string in an address, lone surrogates and all."""
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"), safe="")
