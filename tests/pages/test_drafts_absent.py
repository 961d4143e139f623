"""What is not published is nowhere: one test over every public output."""

import pytest

from tests import builders
from tests.pages.conftest import addresses

SECRET = "Zarqaoui-XYZZY"

OUTPUTS = [
    "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-artefacts.xml", "/sitemap-persons.xml", "/sitemap-places.xml", "/sitemap-themes.xml",
    "/fr/feeds/stories.xml", "/fr/feeds/exhibits.xml", "/fr/feeds/artefacts.xml",
    "/sitemap-recordings.xml", "/fr/feeds/recordings.xml",
    "/fr/search/?type=story", "/fr/search/?type=artefact", "/fr/search/?q=objet", "/fr/search/?q=agadir", "/fr/search/suggest/?q=zarqa",
    "/fr/search/?q=zarqaou", "/fr/search/?q=zarqaouy",
]  # fmt: skip


def draft_everything(museum):
    """A draft of each kind, tied to the published things as tightly as an editor could."""
    words = {"fr": SECRET, "ar": SECRET, "en": SECRET}
    theme = builders.theme(publish=False, labels=words, slug="xyzzy-theme")
    place = builders.place(publish=False, names=words, slug="xyzzy-place")
    person = builders.person(
        publish=False, names=words, slug="xyzzy-person", places=[museum.place], themes=[museum.theme]
    )
    builders.event(publish=False, titles=words, slug="xyzzy-event", places=[museum.place], themes=[museum.theme])
    draft = builders.artefact(publish=False, titles=words, slug="xyzzy-artefact", themes=[museum.theme])
    draft.associated_places.create(place=museum.place, role="origin")
    museum.artefact.themes.add(theme)
    museum.artefact.associated_places.create(place=place, role="used")
    museum.artefact.associated_persons.create(person=person, role="owner")
    museum.artefact.save()
    builders.story(publish=False, title=SECRET, slug="xyzzy-story", themes=[museum.theme], road=[museum.place])
    builders.exhibit(publish=False, title=SECRET, slug="xyzzy-exhibit", themes=[museum.theme])
    builders.plain_page(publish=False, title=SECRET, slug="xyzzy-page")
    recording = builders.recording(publish=False, slug="xyzzy-recording")
    museum.artefact.media.create(recording=recording)
    builders.story(
        title="Un récit qui montre",
        slug="showing",
        road=[museum.place, place],
        themes=[museum.theme, theme],
        persons=[person],
        body=[
            ("text", "<p>Texte.</p>"),
            ("artefact", {"artefact": draft, "note": "Une note sans son objet."}),
            ("place", {"place": place, "text": ""}),
            ("recording", {"recording": recording, "note": ""}),
        ],
    )


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_drafts_are_absent_from_every_output(client, museum, language):
    draft_everything(museum)
    seen = [*addresses(museum, language).values(), *OUTPUTS, f"/{language}/stories/", "/fr/stories/showing/"]
    for address in seen:
        body = client.get(address, follow=True).content.decode()
        assert SECRET not in body, address
        assert "xyzzy" not in body.lower(), address


@pytest.mark.parametrize(
    "path",
    ["themes/xyzzy-theme", "places/xyzzy-place", "people/xyzzy-person", "artefacts/xyzzy-artefact", "recordings/xyzzy-recording", "stories/xyzzy-story",
     "exhibits/xyzzy-exhibit", "xyzzy-page"],
)  # fmt: skip
def test_a_draft_has_no_address(client, museum, path):
    draft_everything(museum)
    answer = client.get(f"/fr/{path}/")
    assert answer.status_code == 404
    assert SECRET not in answer.content.decode()


def test_a_draft_edit_of_a_published_record_is_not_shown(client, museum):
    museum.place.latitude = "12.34567"
    museum.place.save_revision()
    assert "12.34567" not in client.get("/fr/places/agadir/").content.decode()


def test_the_original_of_an_image_has_no_address(client, museum):
    name = museum.story.lead_image.file.name
    for address in (f"/media/{name}", f"/media/private/{name}", f"/media/../private/{name}"):
        assert client.get(address).status_code == 404
