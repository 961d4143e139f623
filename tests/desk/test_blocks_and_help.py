"""Every block shows a preview, in a full museum and in an empty one; every page type explains itself; nights are checked."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from museum.collection.models import Artefact
from museum.core import checks
from museum.desk.roles import EDITORS, set_up_roles
from tests import builders

pytestmark = pytest.mark.django_db

BLOCKS = list(checks.stream_blocks())
NAMES = [f"{field.model.__name__}.{field.name}.{name}" for field, name, block in BLOCKS]


@pytest.fixture
def curator(client):
    builders.all_homes()
    set_up_roles()
    user = builders.user(EDITORS, language="en")
    client.force_login(user)
    return user


@pytest.fixture
def things():
    for _ in range(3):
        builders.image()
    builders.artefact()
    builders.place()
    builders.recording()
    builders.event()
    builders.story()
    builders.panorama()
    builders.guided_look()


def preview(client, block):
    return client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})


@pytest.mark.parametrize(("field", "name", "block"), BLOCKS, ids=NAMES)
def test_preview_with_records(client, curator, things, field, name, block):
    response = preview(client, block)
    assert response.status_code == 200
    html = response.content.decode()
    assert "css/museum.css" in html
    assert "Nothing to show yet" not in html
    body = html.partition("<main")[2]
    assert len(body) > 150


@pytest.mark.parametrize(("field", "name", "block"), BLOCKS, ids=NAMES)
def test_preview_in_an_empty_museum(client, curator, field, name, block):
    response = preview(client, block)
    assert response.status_code == 200
    if getattr(block, "examples", None):
        assert "Nothing to show yet" in response.content.decode()


@pytest.mark.parametrize(
    ("model", "parent"),
    [
        (("stories", "storypage"), builders.story_index),
        (("exhibits", "exhibitpage"), builders.exhibit_index),
        (("exhibits", "panoramapage"), builders.exhibit_index),
        (("entrance", "plainpage"), builders.home),
    ],
)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_form_of_a_page_explains_itself_and_says_its_language(client, curator, model, parent, language):
    html = client.get(reverse("wagtailadmin_pages:add", args=[*model, parent(language).pk])).content.decode()
    assert "data-museum-readiness" in html
    assert f'data-content-language="{language}"' in html
    assert f'data-content-direction="{"rtl" if language == "ar" else "ltr"}"' in html
    assert "js/admin/direction.js" in html


def test_house_rules_hold():
    assert checks.check_blocks(None) + checks.check_page_types(None) + checks.check_publication(None) == []


def test_a_block_without_description_breaks_the_rules(monkeypatch):
    field, name, block = BLOCKS[0]
    monkeypatch.setattr(block.meta, "description", "", raising=False)
    assert [error.id for error in checks.check_blocks(None)] == ["museum.E001"]


def test_originals_inside_the_public_folder_break_the_rules(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.PRIVATE_MEDIA_ROOT = tmp_path / "private"
    assert [error.id for error in checks.check_originals(None)] == ["museum.E007"]


def test_check_live_is_content_with_what_is_ready(capsys):
    builders.story()
    builders.artefact()
    call_command("check_live")
    assert "Everything live is ready" in capsys.readouterr().out


def test_check_live_names_what_slipped_through(capsys):
    artefact = builders.artefact(titles={"en": "A lamp"})
    story = builders.story(title="Un récit")
    Artefact.objects.filter(pk=artefact.pk).update(rights="")
    type(story.lead_image).objects.filter(pk=story.lead_image_id).update(alt_fr="")
    with pytest.raises(SystemExit):
        call_command("check_live", language="en")
    out = capsys.readouterr().out
    assert "“A lamp”: Choose a rights statement." in out
    assert "“Un récit”: The image" in out
