"""Timing a transcript in the admin: lines become a draft of timed text, and nothing typed is lost."""

import pytest
from django.urls import reverse

from museum.assets.models import Recording
from museum.desk.roles import AUTHORS, EDITORS, set_up_roles
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    builders.home()
    set_up_roles()
    user = builders.user(EDITORS, language="en")
    client.force_login(user)
    return user


def address(recording) -> str:
    return reverse("museum_recording_timing", args=[recording.pk])


def lines(*triples, language="fr", **more) -> dict:
    starts, ends, texts = zip(*triples, strict=True)
    return {"language": language, "start": starts, "end": ends, "text": texts, "speakers": "on", **more}


def drafted(recording, kind="captions", language="fr"):
    newest = Recording.objects.get(pk=recording.pk).get_latest_revision_as_object()
    return next(track for track in newest.tracks.all() if (track.kind, track.language) == (kind, language))


def test_the_form_of_a_recording_leads_there(client, curator):
    recording = builders.recording()
    edit = client.get(reverse(Recording.snippet_viewset.get_url_name("edit"), args=[recording.pk]))
    assert address(recording) in edit.content.decode()
    html = client.get(address(recording)).content.decode()
    assert "data-museum-timing" in html
    assert "Space" in html
    assert "<kbd>" in html


def test_lines_become_a_draft_track(client, curator):
    recording = builders.recording(duration=40)
    answer = client.post(
        address(recording),
        lines(("0:01.2", "0:04", "Fatima: Le train <lang ar>قطار</lang> part."), ("0:04", "0:09.5", "À l’aube : oui.")),
    )
    assert answer.status_code == 302
    track = drafted(recording)
    assert (track.status, track.origin) == ("draft", "human")
    assert [(cue.start, cue.end, cue.speaker, cue.text) for cue in track.cues] == [
        (1.2, 4.0, "Fatima", "Le train قطار part."),
        (4.0, 9.5, "À l’aube", "oui."),
    ]
    assert not recording.tracks.exists()
    assert b"Fatima" not in client.get(f"/fr/recordings/{recording.slug}/").content


def test_another_language_is_a_translation_and_without_speakers_a_colon_is_a_colon(client, curator):
    recording = builders.recording(duration=40)
    data = lines(("1", "4", "Elle dit : oui."), language="en")
    del data["speakers"]
    client.post(address(recording), data)
    [cue] = drafted(recording, "subtitles", "en").cues
    assert (cue.speaker, cue.text) == ("", "Elle dit : oui.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("", "", "Tapé ici"), "Press Enter as it begins"),
        (("x", "2", "Tapé ici"), "Press Enter as it begins"),
        (("5", "4", "Tapé ici"), "ends before it begins"),
        (("1", "99", "Tapé ici"), "beyond the end of the recording (0:40)"),
        (("1", "2", "Tapé ici <script>"), "is not taken"),
        (("1", "2", "Tapé ici < cela"), "stands alone"),
    ],
)
def test_a_wrong_line_is_told_why_and_everything_typed_stays(client, curator, line, said):
    recording = builders.recording(duration=40)
    before = recording.revisions.count()
    answer = client.post(address(recording), lines(("0", "1", "Première"), line, pasted="Pas encore coupé"))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert said in html
    assert "Tapé ici" in html
    assert "Première" in html
    assert "Pas encore coupé" in html
    assert "Nothing is saved yet" in html
    assert recording.revisions.count() == before


def test_lines_out_of_order_are_told(client, curator):
    recording = builders.recording(duration=40)
    html = client.post(address(recording), lines(("5", "6", "A"), ("1", "2", "B"))).content.decode()
    assert "put them in order" in html


def test_nothing_at_all_is_told(client, curator):
    recording = builders.recording()
    assert "not one line" in client.post(address(recording), {"language": "fr"}).content.decode()


def test_what_is_timed_already_is_there_to_correct_and_visitors_keep_the_published(client, curator):
    recording = builders.interview()
    html = client.get(address(recording)).content.decode()
    assert 'value="0:03.0"' in html
    assert "Voix: On dit &lt;lang ar&gt;سلام&lt;/lang&gt; au village." in html
    client.post(address(recording), lines(("0", "3", "Voix: Autrement.")))
    assert drafted(recording).status == "draft"
    assert len(Recording.objects.get(pk=recording.pk).get_latest_revision_as_object().tracks.all()) == 4
    shown = client.get(f"/fr/recordings/{recording.slug}/").content.decode()
    assert "Autrement" not in shown
    assert "Le train part." in shown


def test_only_who_may_change_a_recording_may_time_it(client, curator):
    recording = builders.recording()
    client.force_login(builders.user(AUTHORS))
    assert client.get(address(recording)).status_code == 200
    client.force_login(builders.user())
    assert client.get(address(recording)).status_code in (302, 403)
    client.logout()
    assert client.get(address(recording)).status_code == 302
