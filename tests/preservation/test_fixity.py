"""Every original has a checksum from its upload; one flipped byte is found, and it is said where."""

import hashlib

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Revision

from museum.assets.models import MuseumImage, Recording
from museum.desk import roles
from museum.preservation import fixity, history
from museum.preservation.models import Run, StoredFile
from tests import builders

pytestmark = pytest.mark.django_db


def originals() -> list[tuple]:
    """Something of each kind that is uploaded: (thing, file field's value)."""
    recording = builders.interview()
    model = builders.model_3d()
    picture = ContentFile(builders.picture_bytes(40, 30), name="side.png")
    return [
        (image := builders.image(), image.file),
        (document := builders.document(), document.file),
        (recording, recording.original),
        (model, model.file),
        (model.pictures.create(side="front", file=picture), model.pictures.get().file),
    ]


def test_every_kind_of_original_has_its_checksum_from_its_upload():
    for thing, file in originals():
        side = "private" if file.storage is storages["private"] else "public"
        stored = StoredFile.objects.get(side=side, name=file.name)
        data = file.storage.open(file.name).read()
        assert stored.sha256 == hashlib.sha256(data).hexdigest(), thing
        assert stored.octets == len(data)


def test_what_is_made_from_originals_has_none():
    image = builders.image()
    rendition = image.get_rendition("width-100")
    storages["private"].save("iiif/1/tile.jpg", ContentFile(b"tile"))
    storages["private"].save("catalogues/1/book.pdf", ContentFile(b"book"))
    assert not StoredFile.objects.filter(name=rendition.file.name).exists()
    assert not StoredFile.objects.filter(name__startswith=("iiif/")).exists()
    assert not StoredFile.objects.filter(name__startswith=("catalogues/")).exists()


def test_the_checksum_is_of_what_was_sent_not_of_what_a_disk_made_of_it(monkeypatch):
    """Bytes that were lost on the way to the disk are found at the first check."""
    private = storages["private"]
    keep = type(private)._save

    def lossy(self, name, content):
        content.seek(0)
        return keep(self, name, ContentFile(content.read()[:-1]))

    monkeypatch.setattr(type(private), "_save", lossy)
    document = builders.document()
    assert [problem["state"] for problem in fixity.check().problems] == ["changed"]
    assert StoredFile.objects.get(name=document.file.name).octets == len(b"A document.\n")


def overwrite(file, change) -> None:
    """Change a stored file behind the museum's back."""
    path = file.storage.path(file.name)
    with open(path, "rb") as stream:
        data = bytearray(stream.read())
    change(data)
    with open(path, "wb") as stream:
        stream.write(data)


def flip(data: bytearray) -> None:
    data[len(data) // 2] ^= 1


@pytest.mark.parametrize("number", range(5))
def test_one_flipped_byte_is_found_and_said_where(number, capsys):
    made = originals()
    thing, file = made[number]
    overwrite(file, flip)
    with pytest.raises(CommandError) as failure:
        call_command("check_fixity", language="en")
    said = str(failure.value)
    whole = getattr(thing, "model", thing)
    assert said.startswith("1 original is not as it was:")
    assert f"{file.name}: changed" in said
    assert f"“{whole}”" in said
    assert f"/{whole.pk}/" in said
    assert "http://127.0.0.1:8000/admin/" in said
    run = history.last(Run.Kind.CHECK)
    assert not run.is_good
    assert StoredFile.objects.filter(state="changed").get().name == file.name


def test_a_missing_file_is_found():
    document = builders.document(title="Un contrat")
    document.file.storage._delete = None
    import os

    os.unlink(document.file.path if hasattr(document.file, "path") else storages["private"].path(document.file.name))
    found = fixity.check()
    [problem] = found.problems
    assert problem["state"] == "missing"
    [thing] = problem["named_by"]
    assert thing["title"] == "Un contrat"
    assert thing["url"] == reverse("wagtaildocs:edit", args=[document.pk])


def test_a_file_that_was_gone_before_it_had_a_checksum_is_found_too():
    image = builders.image()
    StoredFile.objects.all().delete()
    MuseumImage.objects.filter(pk=image.pk).update(file="original_images/never-there.png")
    problems = fixity.check().problems
    assert [(p["state"], p["file"]) for p in problems] == [("missing", "private/original_images/never-there.png")]
    assert problems[0]["named_by"][0]["pk"] == image.pk


def test_a_file_that_only_a_draft_names_is_said_with_its_draft():
    recording = builders.interview()
    name = storages["private"].save("recordings/draft.opus", ContentFile(b"OggS, another"))
    recording.original = name
    recording.save_revision()
    assert not Recording.objects.filter(original=name).exists()
    assert Revision.objects.filter(object_id=str(recording.pk)).exists()
    overwrite(recording.original, flip)
    [problem] = fixity.check().problems
    assert problem["file"] == f"private/{name}"
    assert [thing["pk"] for thing in problem["named_by"]] == [recording.pk]


def test_originals_without_a_checksum_get_one():
    made = originals()
    StoredFile.objects.all().delete()
    call_command("check_fixity", language="en", note_only=True)
    for _thing, file in made:
        assert StoredFile.objects.filter(name=file.name).exists()
    found = fixity.check()
    assert (found.noted, found.problems) == (0, [])


def test_what_is_deleted_in_the_museum_is_not_missed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = builders.document()
        document.delete()
    assert not StoredFile.objects.filter(name=document.file.name).exists()
    assert fixity.check().problems == []


def test_all_well_is_said_and_kept(capsys):
    originals()
    call_command("check_fixity", language="fr")
    said = capsys.readouterr().out
    assert "Chaque original est tel qu’il a été déposé." in said
    run = history.last(Run.Kind.CHECK)
    assert run.is_good
    assert run.files == StoredFile.objects.count() >= 5
    assert not StoredFile.objects.filter(checked_at=None).exists()


def test_public_files_that_visitors_fetch_lie_in_the_storage_that_notes():
    assert default_storage.side == "public"
    assert storages["private"].side == "private"


# At the desk


@pytest.fixture
def administrator(client):
    call_command("setup_museum", verbosity=0)
    user = get_user_model().objects.create_user("chef", password="a password of some length")
    user.groups.add(Group.objects.get(name=roles.ADMINISTRATORS))
    client.force_login(user)
    return client


def test_an_administrator_reads_where_something_is_wrong(administrator):
    report = reverse("museum_preservation")
    assert "never been checked" in administrator.get(report, headers={"accept-language": "en"}).content.decode()
    image = builders.image(title="Une photo")
    overwrite(image.file, flip)
    with pytest.raises(CommandError):
        call_command("check_fixity", language="en")
    page = administrator.get(report).content.decode()
    assert image.file.name in page
    assert "Une photo" in page
    assert reverse("wagtailimages:edit", args=[image.pk]) in page
    home = administrator.get(reverse("wagtailadmin_home")).content.decode()
    assert 'id="panel-museum-preservation' in home or "museum-preservation" in home
    assert report in home


def test_an_editor_does_not_see_it(client):
    call_command("setup_museum", verbosity=0)
    user = get_user_model().objects.create_user("edit", password="a password of some length")
    user.groups.add(Group.objects.get(name=roles.EDITORS))
    client.force_login(user)
    report = reverse("museum_preservation")
    assert client.get(report).status_code in (302, 403)
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "museum-preservation" not in home
    assert report not in home
