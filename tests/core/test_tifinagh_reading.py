"""The Latin reading of a Tamazight page is a whole page."""

from django.http import HttpResponse

from museum.core.middleware import TifinaghReadingMiddleware


def test_the_length_that_is_announced_is_the_length_that_is_sent(rf):
    def view(request):
        response = HttpResponse('<p lang="zgh">ⵜⴰⵎⴰⵣⵉⵖⵜ</p><a href="/zgh/places/">ⴰⴷⵖⴰⵔ</a>')
        response.headers["Content-Length"] = str(len(response.content))
        return response

    response = TifinaghReadingMiddleware(view)(rf.get("/zgh/", {"script": "latn"}))
    assert "tamaziɣt" in response.content.decode()
    assert 'lang="zgh-Latn"' in response.content.decode()
    assert response.headers["Content-Length"] == str(len(response.content))
