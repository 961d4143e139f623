"""Whatever is typed: an answer, in time, and never an error of ours."""

import time
from urllib.parse import quote_from_bytes

import pytest

#: Seconds.
BAR = 0.5

HOSTILE = {
    "fts5 operators": 'agadir AND OR NOT NEAR("a" "b", 5) ^title : body* "',
    "fts5 columns": "title : agadir - {title body} : x",
    "tsquery operators": "agadir & | ! <-> (x:*) 'a''b' :A \\",
    "quotes": "'\"’‘“”«»''\"\"",
    "sql": "'; DROP TABLE museum_search_searchdocument; --",
    "percent": "%s %d %(x)s %% 100% _ \\_",
    "nul": "aga\x00dir \x01\x02\x1f",
    "lone surrogates": "aga\ud800dir \udfff",
    "bidi overrides": "\u202eridaga\u202c \u2066agadir\u2069 \u200f",
    "long word": "a" * 100_000,
    "many words": "agadir mine " * 9_000,
    "many different words": " ".join(f"mot{number}" for number in range(12_000)),
    "expression bait": "(a+)+$ " + "a" * 40 + "!",
    "combining": "a" + "\u0301" * 5_000,
    "ligatures": "ﷺ" * 3_000,
    "emoji": "👨‍👩‍👧‍👦" * 500,
    "numbers": "3e8abc 1e5 0x1f 1.5 -1 NaN 9" + "9" * 300,
    "index tokens": "zzgrb zrp1 zrt1 zz zr",
    "stop words": "de la les و في the of",
    "template": "{{ 7*7 }} {% load x %} <script>alert(1)</script>",
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("address", ["/fr/search/", "/fr/search/suggest/"])
def test_an_answer_in_time(client, museum, kind, address):
    """The quickest of three, for a machine that has other things to do."""
    query = quote_from_bytes(HOSTILE[kind].encode("utf-8", "surrogatepass"))
    times = []
    for _ in range(3):
        started = time.perf_counter()
        answer = client.get(f"{address}?q={query}")
        times.append(time.perf_counter() - started)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()
        if times[-1] < BAR:
            break
    assert min(times) < BAR


def test_inner_tokens_cannot_be_typed(museum, found):
    """What is related to a place is found by its name, never by the token of its number."""
    assert found(f"zrp{museum.place.pk}") == []
