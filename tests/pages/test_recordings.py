"""The page of a recording: read along, in two languages, search, a passage and its link; all without a script."""

import gzip
import re
from pathlib import Path

import pytest

from tests import builders

ROOT = Path(__file__).resolve().parents[2]
PLAYER = ("listen.js", "recording.js")


@pytest.fixture
def page(client, museum):
    def get(language="fr", query="") -> str:
        answer = client.get(f"/{language}/recordings/{museum.interview.slug}/{query}")
        assert answer.status_code == 200
        return answer.content.decode()

    return get


def cues(html) -> list[tuple[str, str, str]]:
    return re.findall(r'<p id="(t[\d-]+)" lang="([\w-]+)" dir="(\w+)">', html)


def meta(html) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)"', html))


def test_the_player_weighs_at_most_six_kilobytes():
    whole = b"".join((ROOT / "static/js/components" / name).read_bytes() for name in PLAYER)
    assert len(gzip.compress(whole)) <= 6 * 1024


def test_the_whole_transcript_is_there_with_a_link_at_each_time(page):
    html = page()
    assert cues(html) == [("t0", "fr", "ltr"), ("t3", "fr", "ltr"), ("t6", "fr", "ltr"), ("t9", "fr", "ltr")]
    assert '<a class="cue__time" href="?t=6#t6" data-seek="6">0:06</a>' in html
    assert 'On dit <span lang="ar" dir="rtl">سلام</span> au village.' in html
    assert '<b class="cue__speaker"><bdi>Voix</bdi></b>' in html


def test_the_reader_gets_the_original_and_her_own_language_beside_it(page):
    html = page("ar")
    assert html.index("Le train part.") < html.index("يغادر القطار.") < html.index("Le secret du jardin.")
    assert "cues--two" in html
    assert "cues--two" not in page("fr")
    assert "cues--two" not in page("ar", "?beside=none")


def test_languages_are_chosen_by_the_address(page):
    html = page("fr", "?read=ar&beside=fr")
    assert cues(html)[0] == ("t0", "ar", "rtl")
    assert 'href="?read=ar&amp;beside=fr&amp;t=6#t6"' in html
    assert 'value="ar" selected' in html


@pytest.mark.parametrize("query", ["?read=zz", "?beside=zz", "?read=<script>", "?read=", "?q=%00", "?q=" + "x" * 5000])
def test_odd_choices_are_no_error(page, query):
    html = page("fr", query)
    assert cues(html)
    assert "<script>" not in html.replace("<script ", "")


@pytest.mark.parametrize(
    ("query", "found"),
    [("secret", 1), ("SECRÉT", 1), ("la lampe", 1), ("voix", 4), ("سلام", 1), ("الحديقه", 1), ("zzz", 0)],
)
def test_search_in_the_transcript_folds(page, query, found):
    html = page("ar", f"?q={query}")
    assert html.count("cue--found") == found
    assert re.search(rf"<bdi>{found}</bdi>", html)


def test_a_link_to_a_passage_shows_it_first_and_starts_there(page):
    html = page("fr", "?t=3-9")
    passage = html[html.index("listen__passage") : html.index("</section>")]
    assert "au village." in passage
    assert "jardin" in passage
    assert "Le train part." not in passage
    assert re.search(r'<source src="[^"]+#t=3,9"', html)
    assert html.count("cue--chosen") == 2
    assert html.count("<h1") == 1


def test_the_card_of_a_shared_passage_quotes_it(page):
    card = meta(page("fr", "?t=3-9"))
    assert card["og:description"] == "« On dit سلام au village. Le secret du jardin. » Voix, 0:03–0:09"
    assert card["og:url"].endswith("/?t=3-9")
    assert meta(page("ar", "?t=3-9"))["og:description"].startswith("« نقول سلام للقرية. سر الحديقة. »")
    assert "?t=" not in meta(page())["og:url"]
    assert 'rel="canonical" href="http://testserver/fr/recordings/' in page("fr", "?t=3-9")
    assert "?" not in re.search(r'rel="canonical" href="([^"]+)"', page("fr", "?t=3-9"))[1]


def test_a_passage_is_cited_with_its_narrator_and_its_time(page):
    html = page("fr", "?t=3-9")
    cited = re.sub(r"<[^>]+>", "", re.search(r'id="citation">(.*?)</p>', html)[1])
    assert re.fullmatch(
        r"Voix, « Témoignage \d+ », Rihla, 0:03–0:09, http://testserver/fr/recordings/[\w-]+/\?t=3-9", cited
    )


@pytest.mark.parametrize("moment", ["x", "99", "9-3", "3-", "-3", "1e9", "<script>alert(1)</script>", "12-13"])
def test_a_moment_that_is_none_is_said_in_a_sentence(page, moment):
    html = page("en", f"?t={moment}")
    assert "There is no moment" in html
    assert "listen__passage" not in html
    assert "<script>alert" not in html


def test_a_moment_alone_begins_there(page):
    assert '#t=4"' in page("fr", "?t=4")
    assert "au village" in meta(page("fr", "?t=4"))["og:description"]
    assert '#t=3.5,6"' in page("fr", "?t=0:03.5-0:06")


def test_chapters_and_the_index_lead_to_their_moments(page):
    html = page()
    assert re.search(r'href="\?t=6" data-seek="6">.{0,80}La nuit', html)
    assert "Un voyage" in html
    assert "Partir, arriver." in html
    assert "<bdi>lampe</bdi>" in html


def test_the_sound_is_described_and_its_length_known(page):
    html = page()
    assert '<source src="/media/recordings/' in html
    assert 'type="audio/ogg"' in html
    assert "<bdi>0:12</bdi>" in html
    assert re.search(r'<svg class="listen__waveform"[^>]*aria-hidden="true"', html)
    assert '"duration": "PT12S"' in html
    for kind, language in (("captions", "fr"), ("subtitles", "ar"), ("chapters", "fr")):
        assert f'<track kind="{kind}" src="/recordings/' in html
        assert f'srclang="{language}"' in html


def test_timed_text_is_served_as_webvtt(client, museum):
    answer = client.get(f"/recordings/{museum.interview.slug}/captions.fr.vtt")
    assert answer.headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.decode().startswith("WEBVTT\n\n1\n00:00:00.000 --> 00:00:03.000\n<v Voix>Le train part.")
    for missing in ("captions.ar", "subtitles.nl", "nothing.fr"):
        assert client.get(f"/recordings/{museum.interview.slug}/{missing}.vtt").status_code == 404
    draft = builders.interview(publish=False)
    assert client.get(f"/recordings/{draft.slug}/captions.fr.vtt").status_code == 404


def test_no_cache_holds_words_that_are_kept_back_since(client, museum):
    address = f"/recordings/{museum.interview.slug}/captions.fr.vtt"
    answer = client.get(address)
    assert "no-cache" in answer.headers["Cache-Control"]
    assert "max-age" not in answer.headers["Cache-Control"]
    assert client.get(address, headers={"if-none-match": answer.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize(("reader", "shown"), [("fr", ("captions", "fr")), ("ar", ("subtitles", "ar")), ("en", ("captions", "fr"))])  # fmt: skip
def test_a_film_speaks_to_the_reader_in_her_language_where_it_can(client, museum, reader, shown):
    from django.core.files.base import ContentFile

    film = builders.interview(
        original=ContentFile(builders.sound_bytes(".mp4", 2, film=True), name="film.mp4"), duration=12
    )
    html = client.get(f"/{reader}/recordings/{film.slug}/").content.decode()
    found = [tag for tag in re.findall("<track[^>]*>", html) if tag.endswith(" default>")]
    assert len(found) == 1
    assert f'kind="{shown[0]}"' in found[0]
    assert f'srclang="{shown[1]}"' in found[0]


def test_the_audio_description_begins_at_the_passage_too(client, museum):
    from django.core.files.base import ContentFile

    film = builders.interview(
        original=ContentFile(builders.sound_bytes(".mp4", 12, film=True), name="film.mp4"),
        original_description=ContentFile(builders.sound_bytes(".mp3", 12), name="said.mp3"),
    )
    html = client.get(f"/en/recordings/{film.slug}/?t=3-9").content.decode()
    assert re.search(r'<audio [^>]*src="[^"]+\.mp3#t=3,9"', html)


def test_a_film_has_captions_and_an_audio_description(client, museum):
    from django.core.files.base import ContentFile

    film = builders.interview(
        original=ContentFile(builders.sound_bytes(".mp4", 2, film=True), name="film.mp4"),
        original_description=ContentFile(builders.sound_bytes(".mp3", 2), name="said.mp3"),
        duration=12,
    )
    html = client.get(f"/en/recordings/{film.slug}/").content.decode()
    assert "<video" in html
    assert re.search(r'<track kind="captions"[^>]* default>', html)
    assert "With audio description" in html
    assert html.count("<audio") == 1
    assert '"@type": "VideoObject"' in html
    assert '"audioDescription"' in html


def test_a_recording_leads_to_its_page_wherever_it_is_heard(client, museum):
    link = f'href="/fr/recordings/{museum.recording.slug}/"'
    for address in (museum.story.url, museum.exhibit.url, museum.panorama.url, "/fr/recordings/"):
        assert link in client.get(address).content.decode(), address


def test_an_hour_of_transcript_is_light_and_asks_no_more(client, museum, django_assert_max_num_queries):
    said = "Une phrase d’une longueur ordinaire, avec des mots différents, numéro"
    spoken = [(k * 6, k * 6 + 6, f"<v Voix>{said} {k} {k * 7919 % 1000}.") for k in range(600)]
    long = builders.interview(duration=3600, tracks=[builders.track("captions", "fr", *spoken)])
    address = f"/fr/recordings/{long.slug}/"
    client.get(address)
    with django_assert_max_num_queries(25):
        html = client.get(address).content
    assert len(gzip.compress(html)) <= 60 * 1024


def test_without_times_the_words_are_still_there(client, museum):
    html = client.get(f"/fr/recordings/{museum.recording.slug}/").content.decode()
    assert "Une sonnerie, puis le silence." in html
