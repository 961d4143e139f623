"""Recordings: private uploads, what is served of them, and what is kept back of everything."""

import io
import re

import av
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from museum.assets import preparation, signals, sound
from museum.assets.forms import RecordingForm
from museum.assets.models import Recording, RecordingTrack
from museum.assets.tasks import prepare_recording
from tests import builders
from tests.assets.test_sound import without_contents

pytestmark = pytest.mark.django_db

SECRET = ("secret", "سر الحديقة")
BACK = [("passage", {"start": 6.0, "end": 9.0, "sounds": "silence", "reason": "Zarqaoui-raison"})]


def public_files() -> set[str]:
    return set(default_storage.listdir("recordings")[1]) if default_storage.exists("recordings") else set()


def bytes_of(file) -> bytes:
    with file.storage.open(file.name) as opened:
        return opened.read()


def heard(file) -> tuple[list[float], float]:
    data = io.BytesIO(bytes_of(file))
    return sound.peaks(data, file.name), sound.duration(data, file.name)


def publish(recording, capture) -> Recording:
    with capture(execute=True):
        recording.save_revision().publish()
    return Recording.objects.get(pk=recording.pk)


def is_silent(file, start, end) -> bool:
    data = bytes_of(file)
    peaks = sound.peaks(io.BytesIO(data), file.name)
    length = sound.duration(io.BytesIO(data), file.name)
    first, last = int((start + 0.2) / length * len(peaks)), int((end - 0.2) / length * len(peaks))
    return max(peaks[first:last]) < 0.01


def test_an_upload_is_private_until_it_is_published(django_capture_on_commit_callbacks):
    before = public_files()
    recording = builders.interview(publish=False)
    assert public_files() == before
    assert not recording.file
    assert recording.original.storage is storages["private"]
    recording = publish(recording, django_capture_on_commit_callbacks)
    assert heard(recording.file) == heard(recording.original)
    assert 0 < len(recording.waveform) <= 4096


def test_what_a_recorder_noted_in_the_file_stays_private(django_capture_on_commit_callbacks):
    told = io.BytesIO()
    with (
        av.open(io.BytesIO(builders.sound_bytes(".m4a"))) as incoming,
        av.open(told, "w", format="ipod") as outgoing,
    ):
        outgoing.metadata.update({"artist": "Zarqaoui", "title": "Entretien avec Zarqaoui"})
        stream = outgoing.add_stream_from_template(incoming.streams.audio[0])
        for packet in incoming.demux(incoming.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = stream
                outgoing.mux(packet)
    recording = builders.interview(original=ContentFile(told.getvalue(), name="x.m4a"), tracks=[], texts=[
        builders.RecordingText(language="fr", title="Voix", transcript="<p>Tout.</p>")])  # fmt: skip
    assert b"Zarqaoui" in bytes_of(recording.original)
    assert b"Zarqaoui" not in bytes_of(recording.file)
    assert heard(recording.file) == heard(recording.original)


def test_withdrawn_means_gone_and_published_again_means_back(django_capture_on_commit_callbacks):
    recording = builders.interview()
    name = recording.file.name
    recording.unpublish()
    assert not default_storage.exists(name)
    assert not Recording.objects.get(pk=recording.pk).file
    recording = publish(Recording.objects.get(pk=recording.pk), django_capture_on_commit_callbacks)
    assert default_storage.exists(recording.file.name)


def test_a_deleted_recording_leaves_no_file(django_capture_on_commit_callbacks):
    recording = builders.interview()
    public, private = recording.file.name, recording.original.name
    with django_capture_on_commit_callbacks(execute=True):
        recording.delete()
    assert not default_storage.exists(public)
    assert not storages["private"].exists(private)


def test_the_length_is_known_at_publication_where_nobody_gave_it():
    assert builders.interview(duration=None).duration == 12


def kept_back(capture, **fields) -> Recording:
    """A published recording from which a passage is taken afterwards."""
    recording = builders.interview(**fields)
    recording.withheld = BACK
    return publish(recording, capture)


def test_what_is_kept_back_is_silent_in_the_file_that_is_served(django_capture_on_commit_callbacks):
    before = builders.interview()
    old = before.file.name
    before.withheld = BACK
    after = publish(before, django_capture_on_commit_callbacks)
    assert not default_storage.exists(old)
    assert after.file.name != old
    assert is_silent(after.file, 6, 9)
    assert not is_silent(after.file, 2, 5)
    assert not is_silent(after.original, 6, 9)
    assert sound.duration(io.BytesIO(bytes_of(after.file)), after.file.name) == pytest.approx(12, abs=0.2)


def test_every_format_and_the_audio_description_lose_the_passage(django_capture_on_commit_callbacks):
    recording = kept_back(
        django_capture_on_commit_callbacks,
        original_alternative=_upload(".m4a"),
        original_description=_upload(".mp3"),
    )
    for file in (recording.file, recording.alternative_file, recording.description_file):
        assert is_silent(file, 6, 9), file.name


def _upload(suffix):
    name = storages["private"].save(f"recordings/x{suffix}", ContentFile(builders.sound_bytes(suffix)))
    return name


def test_a_recording_older_than_private_uploads_moves_its_file_away(django_capture_on_commit_callbacks):
    data = builders.sound_bytes()
    recording = builders.interview(file=ContentFile(data, name="old.opus"))
    old = recording.file.name
    assert not recording.original
    recording.withheld = BACK
    recording = publish(recording, django_capture_on_commit_callbacks)
    assert not default_storage.exists(old)
    assert bytes_of(recording.original) == data
    assert is_silent(recording.file, 6, 9)


def test_what_is_kept_back_leaves_its_outline_too(django_capture_on_commit_callbacks):
    recording = kept_back(django_capture_on_commit_callbacks)
    heights = [int(bar.split("v")[1]) for bar in recording.waveform.split("M")[1:]]
    part = heights[int(len(heights) * 6.3 / 12) : int(len(heights) * 8.7 / 12)]
    assert set(part) == {2}
    assert min(heights[: len(heights) // 3]) > 10


def outputs(recording) -> list[str]:
    page = f"/recordings/{recording.slug}/"
    found = [f"/{language}{page}{query}" for language in ("fr", "ar", "en", "zgh")
             for query in ("", "?t=6-9", "?t=7", "?q=secret", "?read=ar&beside=fr", "?read=ar&q=الحديقة")]  # fmt: skip
    found += [
        f"/recordings/{recording.slug}/{kind}.{language}.vtt"
        for kind in RecordingTrack.Kind.values
        for language in ("fr", "ar")
    ]
    return [*found, "/fr/recordings/", "/sitemap-recordings.xml", "/fr/feeds/recordings.xml"]


def test_what_is_kept_back_is_in_no_output(client, django_capture_on_commit_callbacks):
    builders.all_homes()
    recording = builders.interview(
        texts=[
            builders.RecordingText(language="fr", title="Voix", transcript="<p>Le secret du jardin, sans temps.</p>")
        ]
    )
    artefact = builders.artefact()
    artefact.media.create(recording=recording)
    seen = [*outputs(recording), f"/fr/artefacts/{artefact.slug}/"]
    before = "".join(client.get(address).content.decode() for address in seen)
    assert all(word in before for word in SECRET)
    recording.withheld = BACK
    recording = publish(recording, django_capture_on_commit_callbacks)
    for address in seen:
        body = client.get(address).content.decode()
        # What the reader typed herself stands in the field and in the links to the other languages.
        shown = re.sub(r'value="secret"|[?&]q=[^"&]*', "", body)
        assert [shown[shown.find(word) - 60 :][:120] for word in SECRET if word in shown] == [], address
        assert "Zarqaoui" not in body
        assert "original" not in body.replace("originale", ""), address
    assert not any(word in recording.folded_words() for word in ("secret", "jardin", "الحديقه"))
    assert "lampe" in recording.folded_words()


def test_the_page_says_that_a_passage_is_kept_back(client, django_capture_on_commit_callbacks):
    builders.all_homes()
    recording = kept_back(django_capture_on_commit_callbacks)
    html = client.get(f"/en/recordings/{recording.slug}/").content.decode()
    assert "A passage is kept back here." in html
    assert "La lampe" in html


def test_the_passage_comes_back_when_a_curator_gives_it_back(django_capture_on_commit_callbacks):
    recording = kept_back(django_capture_on_commit_callbacks)
    redacted = recording.file.name
    recording.withheld = []
    recording = publish(recording, django_capture_on_commit_callbacks)
    assert not default_storage.exists(redacted)
    assert heard(recording.file) == heard(recording.original)


def test_an_older_draft_never_brings_a_public_file_back(django_capture_on_commit_callbacks):
    recording = builders.interview()
    old_revision, old = recording.latest_revision, recording.file.name
    recording.withheld = BACK
    recording = publish(recording, django_capture_on_commit_callbacks)
    shown = Revision.objects.get(pk=old_revision.pk).as_object()
    assert shown.file.name == recording.file.name != old


def test_a_draft_with_a_passage_kept_back_changes_nothing_yet(client):
    builders.all_homes()
    recording = builders.interview()
    recording.withheld = BACK
    recording.save_revision()
    assert "secret" in client.get(f"/fr/recordings/{recording.slug}/").content.decode()


def test_where_the_file_cannot_be_made_nothing_is_served(client, monkeypatch, django_capture_on_commit_callbacks):
    builders.all_homes()

    def fail(*args):
        raise sound.Unplayable("x")

    monkeypatch.setattr(preparation.sound, "without", fail)
    recording = kept_back(django_capture_on_commit_callbacks)
    assert not recording.file
    html = client.get(f"/en/recordings/{recording.slug}/").content.decode()
    assert "being prepared" in html
    assert "<audio" not in html


def test_a_passage_kept_back_while_a_file_is_being_made_is_in_no_file(monkeypatch):
    """A long recording is made by a worker of its own: what it makes may be out of date when it is done."""
    recording = builders.interview()
    preparation.withdraw(recording)

    def slow(source, target, name):
        Recording.objects.filter(pk=recording.pk).update(withheld=kept)
        target.write(builders.sound_bytes())

    kept = builders.interview(publish=False, withheld=BACK).withheld
    monkeypatch.setattr(preparation.sound, "bare", slow)
    before = public_files()
    preparation.prepare(Recording.objects.get(pk=recording.pk))
    assert public_files() == before
    assert not Recording.objects.get(pk=recording.pk).file


def test_a_recording_withdrawn_while_its_file_is_being_made_has_none(monkeypatch):
    recording = builders.interview()
    preparation.withdraw(recording)

    def slow(source, target, name):
        Recording.objects.get(pk=recording.pk).unpublish()
        target.write(builders.sound_bytes())

    monkeypatch.setattr(preparation.sound, "bare", slow)
    before = public_files()
    preparation.prepare(Recording.objects.get(pk=recording.pk))
    assert public_files() == before


@pytest.mark.parametrize(("duration", "queued"), [(12, False), (3600, True)])
def test_a_long_recording_is_made_in_the_background(duration, queued, monkeypatch, django_capture_on_commit_callbacks):
    asked = []
    monkeypatch.setattr(signals, "enqueue_once", lambda task, *args: asked.append((task, *args)))
    recording = builders.interview(publish=False, duration=duration)
    recording = publish(recording, django_capture_on_commit_callbacks)
    preparing = [key for task, key, *_more in asked if task is prepare_recording]
    assert preparing == ([recording.pk] if queued else [])
    assert bool(recording.file) is not queued
    prepare_recording.call(recording.pk)
    assert Recording.objects.get(pk=recording.pk).file


def test_a_public_file_made_in_an_older_way_is_made_again(monkeypatch):
    recording = builders.interview()
    old = recording.file.name
    monkeypatch.setattr(preparation, "_EDITION", preparation._EDITION + 1)
    call_command("prepare_recordings")
    recording.refresh_from_db()
    assert recording.file.name != old
    assert not default_storage.exists(old)


def test_parts_whose_words_reach_into_a_passage_kept_back_are_pointed_out():
    recording = builders.interview(publish=False)
    assert "reaching" not in {check.code for check in recording.readiness()}
    recording.withheld = BACK
    [index, chapters] = sorted(check.message for check in recording.readiness() if check.code == "reaching")[::-1]
    assert "index" in index
    assert not any(check.blocking for check in recording.readiness())


def test_timed_text_of_a_longer_recording_is_not_published_with_a_shorter_one():
    recording = builders.interview(publish=False)
    recording.duration = 8
    assert {check.field for check in recording.readiness() if check.code == "beyond"} == {"tracks"}


def test_without_times_a_spoken_recording_with_a_passage_kept_back_is_not_ready():
    recording = builders.interview(publish=False, tracks=[], texts=[
        builders.RecordingText(language="fr", title="Voix", transcript="<p>Tout.</p>")])  # fmt: skip
    assert "timed" not in {check.code for check in recording.readiness()}
    recording.withheld = BACK
    assert "timed" in {check.code for check in recording.readiness()}


@pytest.mark.parametrize(("status", "seen"), [("draft", False), ("reviewed", True), ("approved", True)])
def test_a_machines_transcript_is_public_once_a_person_has_read_it_and_says_so(client, status, seen):
    builders.all_homes()
    cues = [(0, 3, "Zarqaoui machine")]
    recording = builders.interview(
        tracks=[builders.track("captions", "fr", *cues, status=status, origin="machine")],
        texts=[builders.RecordingText(language="fr", title="Voix", transcript="<p>Tout.</p>")],
    )
    html = client.get(f"/en/recordings/{recording.slug}/").content.decode()
    assert ("Zarqaoui" in html) is seen
    assert ("Written by a machine, read over by a person." in html) is seen
    assert ("zarqaoui" in recording.folded_words()) is seen
    assert client.get(f"/recordings/{recording.slug}/captions.fr.vtt").status_code == (200 if seen else 404)


# The form


def form_data(tracks=(), **changes) -> dict:
    return nested_form_data(
        {
            "slug": "voix",
            "language": "fr",
            "recorded": "",
            "texts": inline_formset([{"language": "fr", "title": "Voix tapée", "narrator": "", "description": "",
                                      "transcript": rich_text("<p>Tapé.</p>")}]),
            "tracks": inline_formset(list(tracks)),
            "withheld": streamfield([]),
            "sources": streamfield([]),
            "creator": "", "credit": "", "source": "", "rights": "", "go_live_at": "", "expire_at": "",
            **changes,
        }
    )  # fmt: skip


@pytest.fixture
def curator(client):
    client.force_login(builders.user(superuser=True, language="en"))


def add(client, **data):
    return client.post(reverse(Recording.snippet_viewset.get_url_name("add")), data)


def upload(name, data):
    if isinstance(data, str):
        data = data.encode()
    file = io.BytesIO(data)
    file.name = name
    return file


TRACK = {"kind": "captions", "language": "fr", "status": "draft", "origin": "human"}


def test_a_recording_is_uploaded_with_subrip(client, curator):
    srt = "1\n00:00:01,000 --> 00:00:02,500\nBonjour\n"
    answer = add(
        client,
        **form_data([TRACK], original=upload("voix.opus", builders.sound_bytes(length=5)))
        | {"tracks-0-file": upload("voix.srt", srt)},
    )
    assert answer.status_code == 302, answer.context["form"].errors
    recording = Recording.objects.get(slug="voix")
    assert recording.duration == 5
    [track] = recording.tracks.all()
    assert track.text == "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nBonjour\n"
    assert track.file.name.endswith(".vtt")
    assert track.file.storage is storages["private"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<script>x</script>\n", "Line 4: &lt;script&gt; is not taken"),
        ("WEBVTT\n\n00:01.000 00:02.000\nMot\n", "Line 3: The times are missing"),
        (
            "WEBVTT\n\n00:01.000 --> 00:42.000\nMot\n",
            "Line 3: This passage goes beyond the end of the recording (0:05).",
        ),
        ("Bonjour", "Line 1: A WebVTT file begins"),
    ],
)
def test_bad_timed_text_is_refused_by_the_line_and_nothing_is_stored(client, curator, text, said):
    before = storages["private"].listdir("tracks")[1] if storages["private"].exists("tracks") else []
    answer = add(
        client,
        **form_data([TRACK], original=upload("voix.opus", builders.sound_bytes(length=5)))
        | {"tracks-0-file": upload("x.vtt", text)},
    )
    html = answer.content.decode()
    assert answer.status_code == 200
    assert said in html
    assert "Voix tapée" in html
    assert not Recording.objects.exists()
    assert (storages["private"].listdir("tracks")[1] if storages["private"].exists("tracks") else []) == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.opus", b"OggS" + bytes(400), "cannot be played"),
        ("x.opus", b"RIFF" + bytes(400), "not what its name says"),
        ("x.exe", b"MZ", "Choose an Opus"),
    ],
)
def test_a_file_that_cannot_be_played_is_refused(client, curator, name, data, said):
    answer = add(client, **form_data(original=upload(name, data)))
    assert said in answer.content.decode()
    assert not Recording.objects.exists()


def test_an_upload_that_states_no_length_gets_one_and_keeps_its_notes(client, curator):
    answer = add(client, **form_data(original=upload("x.mp3", without_contents(9))))
    assert answer.status_code == 302
    recording = Recording.objects.get()
    assert recording.duration == 9
    assert not sound.misleads(io.BytesIO(bytes_of(recording.original)), "x.mp3")


def test_a_film_that_many_browsers_cannot_play_is_refused(client, curator, monkeypatch):
    monkeypatch.setattr(sound, "unplayed_codecs", lambda *file: ["hevc"])
    answer = add(client, **form_data(original=upload("x.mp4", builders.sound_bytes(".mp4", 2, film=True))))
    assert "compressed in a way (hevc)" in answer.content.decode()
    assert not Recording.objects.exists()


@pytest.mark.parametrize("name", ["original_alternative", "original_description"])
def test_a_form_of_another_length_is_refused_since_passages_are_cut_by_the_clock(client, curator, name):
    files = {"original": upload("x.opus", builders.sound_bytes(length=5))}
    answer = add(client, **form_data(**files, **{name: upload("x.m4a", builders.sound_bytes(".m4a", 9))}))
    assert "This file lasts 0:09, the recording 0:05." in answer.content.decode()
    assert not Recording.objects.exists()


def test_a_new_file_is_held_against_the_other_forms_that_are_there(client, curator):
    add(client, **form_data(
        original=upload("x.opus", builders.sound_bytes(length=5)),
        original_alternative=upload("x.m4a", builders.sound_bytes(".m4a", 5)),
    ))  # fmt: skip
    recording = Recording.objects.get()
    data = form_data(original=upload("y.opus", builders.sound_bytes(length=9)))
    text = recording.texts.get()
    data |= {"texts-INITIAL_FORMS": "1", "texts-0-id": text.pk}
    answer = client.post(reverse(Recording.snippet_viewset.get_url_name("edit"), args=[recording.pk]), data)
    assert "This file lasts 0:05, the recording 0:09." in answer.content.decode()


def test_a_passage_kept_back_is_typed_as_a_moment(client, curator):
    value = {"start": "0:01.5", "end": "0:03", "sounds": "tone", "reason": "Demandé"}
    add(client, **form_data(withheld=streamfield([("passage", value)])))
    [passage] = Recording.objects.get().passages
    assert passage == sound.Passage(1.5, 3.0, True)


def test_a_passage_without_a_beginning_is_kept_in_a_draft_and_never_published(client, curator):
    value = {"start": "", "end": "0:03", "sounds": "silence", "reason": ""}
    add(client, **form_data(withheld=streamfield([("passage", value)])))
    recording = Recording.objects.get()
    assert recording.passages == []
    assert "withheld" in {check.code for check in recording.readiness()}


@pytest.mark.parametrize(("start", "end"), [("3", "1"), ("x", "2"), ("1:75", "2:00")])
def test_a_wrong_moment_is_refused_with_a_sentence(client, curator, start, end):
    value = {"start": start, "end": end, "sounds": "silence", "reason": "Demandé"}
    answer = add(client, **form_data(withheld=streamfield([("passage", value)])))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert not Recording.objects.exists()
    assert "Demand\\u00e9" in html or "Demandé" in html


def test_the_upload_is_played_to_who_may_change_it_and_to_nobody_else(client, django_user_model):
    recording = builders.interview(publish=False)
    address = reverse("museum_recording_original", args=[recording.pk])
    assert client.get(address).status_code == 302
    client.force_login(builders.user(superuser=True))
    answer = client.get(address, headers={"range": "bytes=0-3"})
    assert answer.status_code == 206
    assert b"".join(answer.streaming_content) == b"OggS"
    assert "private" in answer.headers["Cache-Control"]


def test_the_form_of_a_recording_is_its_own():
    assert Recording.snippet_viewset.base_form_class is RecordingForm


def test_what_is_missing_is_made_by_a_command():
    recording = builders.interview()
    Recording.objects.filter(pk=recording.pk).update(waveform="", file="", withheld=recording.withheld)
    call_command("prepare_recordings")
    recording.refresh_from_db()
    assert recording.waveform
    assert default_storage.exists(recording.file.name)
