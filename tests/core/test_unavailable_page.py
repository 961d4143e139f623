"""The page that is shown without a database carries its style with it, and its policy allows that style alone."""

import base64
import hashlib
import re

from museum.core import outage


def test_its_policy_names_the_style_that_it_carries_and_no_other():
    response = outage.unavailable()
    assert response.status_code == 503
    (style,) = re.findall(r"<style>(.*?)</style>", response.content.decode(), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = response.headers["Content-Security-Policy"]
    assert f"'sha256-{digest}'" in policy
    assert "unsafe-inline" not in policy
    assert " style=" not in response.content.decode()


def test_it_is_the_same_where_django_is_not_asked():
    said = []
    body = outage.application({"REQUEST_METHOD": "GET"}, lambda status, headers: said.extend([status, dict(headers)]))
    assert b"".join(body) == outage.unavailable().content
    assert said[0].startswith("503 ")
    assert said[1]["Content-Security-Policy"] == outage.policy()
    assert said[1]["Cache-Control"] == "no-store"
