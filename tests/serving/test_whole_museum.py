"""Two application servers, the database of the run, S3, Varnish and nginx together, as docs/operations.md has them."""

import json
import re
import shutil
import time
import urllib.error
import urllib.request

import pytest

from tests import servers
from tests.browser.museum_server import free_port
from tests.s3_server import client, s3_server, weed
from tests.serving import nginx, varnish
from tests.serving.conftest import FURNISH
from tests.serving.nginx import fetch_tls
from tests.serving.test_decisions_show_at_once import TITLE, Curator


class Whole:
    """The ports of the parts, and what was built."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    missing = [name for name in ("nginx", "varnishd", "openssl") if not shutil.which(name)]
    if missing or weed() is None:
        pytest.skip(f"not installed here: {', '.join(missing) or 'an S3 server'}")
    front, inner = free_port(), free_port()
    with s3_server(readable_by_all="public") as s3:
        environ = {**s3, "FRONT_CACHES": f"http://127.0.0.1:{front}/", "WEB_CONCURRENCY": "2"}
        state = tmp_path_factory.mktemp("whole") / "museum"
        with servers.museum(state, FURNISH, pages=True, **environ) as museum:
            built = Whole()
            built.ports, built.s3, built.museum = [museum.start(), museum.start()], s3["S3_ENDPOINT"], museum
            with nginx.balancing(built.ports, state, inner, front) as built.outer, varnish.in_front(inner, front):
                built.log, built.front = nginx.balancing.log, front
                built.curator = Curator(museum)
                yield built
                built.curator.close()


def test_a_decision_shows_through_all_of_it_at_once(whole):
    for number in ("21", "22"):
        whole.curator.decide(f"title Titre {number}")
        assert TITLE.search(fetch_tls(whole.outer, whole.curator.address).text)[1] == number
    again = fetch_tls(whole.outer, whole.curator.address)
    assert "age" in again.headers, "Varnish did not answer"


def test_pictures_are_fetched_from_s3_and_originals_are_nobodys(whole):
    page = fetch_tls(whole.outer, whole.curator.address).text
    pictures = set(re.findall(rf"{re.escape(whole.s3)}/public/images/[^\s\"]+", page))
    assert pictures
    assert urllib.request.urlopen(pictures.pop()).status == 200
    kept = client(whole.s3).list_objects_v2(Bucket="private")["Contents"]
    assert any(one["Key"].startswith("original_images/") for one in kept)
    for one in kept[:20]:
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(f"{whole.s3}/private/{one['Key']}")


def test_only_the_museum_empties_varnish(whole):
    stamp = {"Stamp": "0123456789abcdef"}
    assert fetch_tls(whole.outer, "/", method="PURGE", **stamp).status == 405
    assert servers.fetch(whole.front, "/", "PURGE", X_Forwarded_For="203.0.113.1", **stamp).status == 405
    assert servers.fetch(whole.front, "/", "PURGE", **stamp).status == 200


def test_the_log_of_nginx_says_nothing_of_who_asked(whole):
    fetch_tls(whole.outer, "/fr/?q=Fatima", User_Agent="Telephone 7")
    lines = whole.log.read_text().splitlines()
    assert {"request", "method", "path", "status"} <= set(json.loads(lines[-1]))
    for personal in ("Fatima", "Telephone", "127.0.0.1"):
        assert personal not in lines[-1]


def test_files_and_numbers(whole):
    style = re.search(r"/static/css/[^\"]+\.css", fetch_tls(whole.outer, "/fr/").text)[0]
    answer = fetch_tls(whole.outer, style)
    assert answer.status == 200
    assert "immutable" in answer.headers["cache-control"]
    assert fetch_tls(whole.outer, "/metrics/").status == 404


def test_a_server_that_dies_is_not_missed(whole):
    whole.museum.processes[0].kill()
    whole.museum.processes[0].wait()
    statuses = [fetch_tls(whole.outer, f"/fr/?number={number}").status for number in range(12)]
    assert set(statuses) == {200}
    whole.curator.decide("title Titre 23")
    assert TITLE.search(fetch_tls(whole.outer, whole.curator.address).text)[1] == "23"


def test_with_no_server_left_nginx_says_so_itself(whole):
    for process in whole.museum.processes:
        process.kill()
        process.wait()
    # Processes notice within a second or two that their parent is gone.
    until, number = time.monotonic() + 60, 0
    while (answer := fetch_tls(whole.outer, f"/fr/?nobody={number}")).status == 200:
        assert time.monotonic() < until
        time.sleep(0.5)
        number += 1
    assert answer.status == 503
    assert "Réessayer" in answer.text
    assert answer.headers["retry-after"] == "10"
