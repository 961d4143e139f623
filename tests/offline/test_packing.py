"""An exhibit as one ZIP: what is in it, that it follows the exhibit, and that it goes with it."""

import io
import re
import zipfile

import pytest
from django.core.files.storage import storages

from museum.offline import carton, packing
from museum.offline.models import ExhibitPackage
from museum.offline.tasks import pack_all
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def exhibit():
    builders.home()
    return builders.exhibit(
        works=[
            ("artefact", {"artefact": builders.artefact(), "label": '<p>Un <a href="/fr/collection/">objet</a>.</p>'}),
            ("image", {"image": builders.image(), "label": ""}),
            ("recording", {"recording": builders.interview(), "label": ""}),
            ("story", {"story": builders.story(body=[("text", "<p>Le train part à l’aube.</p>")]), "label": ""}),
            ("text", {"title": "Panneau", "text": "<p>Un texte.</p>"}),
        ]
    )


def address(exhibit) -> str:
    return f"/fr/packed/{exhibit.translation_key}.zip"


def taken(client, exhibit) -> zipfile.ZipFile:
    response = client.get(address(exhibit))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(response.getvalue()))


def page(archive: zipfile.ZipFile) -> str:
    [name] = [name for name in archive.namelist() if name.endswith("index.html")]
    return archive.read(name).decode()


def test_everything_that_the_page_shows_lies_beside_it(client, exhibit):
    archive = taken(client, exhibit)
    html = page(archive)
    folder = f"{exhibit.slug}-fr"
    shown = re.findall(r'<(?:img|audio)\b[^>]*\ssrc="([^"]+)"', html)
    assert len(shown) == 5
    assert {f"{folder}/{path}" for path in shown} | {f"{folder}/index.html"} == set(archive.namelist())
    assert archive.testzip() is None
    for words in ("Un texte.", "Le train part à l’aube.", "Panneau", "<details>"):
        assert words in html
    # Nothing is asked of a network, and what leads into the museum says so with its whole address.
    assert re.findall(r'\s(?:href|src)="/[^"]*"', html) == []
    assert re.findall(r"<(?:link|script)\b[^>]*\s(?:href|src)=", html) == []
    assert re.search(r'href="http[^"]*/fr/collection/"', html)


def test_the_same_exhibit_gives_the_same_bytes_and_says_how_many(client, exhibit):
    first = client.get(address(exhibit))
    data = first.getvalue()
    assert client.get(address(exhibit), headers={"If-None-Match": first["ETag"]}).status_code == 304
    packing.forget()
    assert client.get(address(exhibit)).getvalue() == data
    [package] = ExhibitPackage.objects.all()
    assert package.byte_size == len(data)
    assert storages["private"].size(package.name) == len(data)
    html = client.get(exhibit.url).content.decode()
    assert re.search(r"ZIP,\s+\d", html)


def test_a_changed_exhibit_is_packed_again_and_the_old_file_goes(client, exhibit):
    taken(client, exhibit)
    before = ExhibitPackage.objects.get()
    exhibit.title = "Un autre titre"
    exhibit.save_revision().publish()
    assert "Un autre titre" in page(taken(client, exhibit))
    after = ExhibitPackage.objects.get()
    assert after.name != before.name
    assert not storages["private"].exists(before.name)


def test_no_package_outlives_the_withdrawal_of_a_picture(client, exhibit, django_capture_on_commit_callbacks):
    image = exhibit.rooms[0].value["works"][1].value["image"]
    pictures = len([name for name in taken(client, exhibit).namelist() if "/pictures/" in name])
    old = ExhibitPackage.objects.get().name
    image.withdrawn = True
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    assert not storages["private"].exists(old)
    assert len([name for name in taken(client, exhibit).namelist() if "/pictures/" in name]) == pictures - 1


def test_a_record_that_is_no_longer_public_is_in_no_package(client, exhibit, django_capture_on_commit_callbacks):
    recording = exhibit.rooms[0].value["works"][2].value["recording"]
    assert any("/sounds/" in name for name in taken(client, exhibit).namelist())
    with django_capture_on_commit_callbacks(execute=True):
        recording.unpublish()
    archive = taken(client, exhibit)
    assert not any("/sounds/" in name for name in archive.namelist())
    assert "<audio" not in page(archive)


def test_a_withdrawn_exhibit_is_gone_with_its_file(client, exhibit, django_capture_on_commit_callbacks):
    taken(client, exhibit)
    name = ExhibitPackage.objects.get().name
    with django_capture_on_commit_callbacks(execute=True):
        exhibit.unpublish()
    assert client.get(address(exhibit)).status_code == 410
    assert not storages["private"].exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        exhibit.delete()
    assert client.get(address(exhibit)).status_code == 410


def test_a_draft_has_no_package(client):
    builders.home()
    draft = builders.exhibit(publish=False)
    assert client.get(address(draft)).status_code == 404
    pack_all.call()
    assert not ExhibitPackage.objects.exists()


def test_publishing_packs(exhibit, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        exhibit.save_revision().publish()
    assert ExhibitPackage.objects.get().byte_size


def test_a_carton_is_never_fuller_than_its_limit(exhibit, monkeypatch):
    _html, whole = packing.written(exhibit)
    assert len(whole.files) == 5
    monkeypatch.setattr(packing, "Carton", lambda: carton.Carton(limit=whole.bytes - 1))
    _html, filled = packing.written(exhibit)
    assert filled.bytes <= filled.limit
    assert len(filled.files) == 4


def test_what_does_not_fit_is_described(exhibit, monkeypatch):
    monkeypatch.setattr(packing, "Carton", lambda: carton.Carton(limit=0))
    html, filled = packing.written(exhibit)
    assert not filled.files
    assert not re.search(r"<(?:audio|img)\b", html)
    assert "Ses paroles sont ici." in html
    assert exhibit.lead_image.alt_fr in html


def test_a_package_that_is_being_made_is_not_made_twice(client, exhibit, monkeypatch):
    monkeypatch.setattr(packing, "_SECONDS", 0.4)
    monkeypatch.setattr(packing.cache, "add", lambda *args: False)
    response = client.get(address(exhibit))
    assert response.status_code == 503
    assert exhibit.title in response.content.decode()
