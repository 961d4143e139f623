"""The dashboard says what waits, in at most ten queries however much does."""

import datetime

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from museum.assets.models import MuseumImage
from museum.collection.models import Artefact
from museum.desk.dashboard import WaitingPanel
from museum.desk.roles import EDITORS, set_up_roles
from stories.models import StoryPage
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    builders.all_homes()
    set_up_roles()
    user = builders.user(EDITORS, language="en")
    client.force_login(user)
    return user


def dashboard(client) -> str:
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 200
    return response.content.decode()


def test_a_draft_page_and_a_draft_record_wait(client, curator):
    story = builders.story(publish=False, title="Un brouillon de récit")
    builders.artefact(publish=False, titles={"fr": "Une valise en brouillon"})
    html = dashboard(client)
    assert "Un brouillon de récit" in html
    assert reverse("wagtailadmin_pages:edit", args=[story.pk]) in html
    assert "Une valise en brouillon" in html


def test_what_is_live_and_lacks_something_is_told(client, curator):
    story = builders.story(title="En ligne sans droits")
    StoryPage.objects.filter(pk=story.pk).update(summary="")
    artefact = builders.artefact(titles={"en": "A case without rights"})
    Artefact.objects.filter(pk=artefact.pk).update(rights="")
    html = dashboard(client).partition("Published, but something is missing")[2]
    assert "En ligne sans droits" in html
    assert "A case without rights" in html


def test_alternative_text_is_looked_for_in_the_page_s_own_language(client, curator):
    builders.story(language="ar", title="حكاية", lead_image=builders.image(alt_fr=""))
    incomplete = builders.image()
    builders.story(language="fr", title="Sans texte français", lead_image=incomplete)
    MuseumImage.objects.filter(pk=incomplete.pk).update(alt_fr="")
    part = dashboard(client).partition("Published, but something is missing")[2].partition("Not translated yet")[0]
    assert "Sans texte français" in part
    assert "حكاية" not in part


def test_missing_translations_name_the_languages_and_lead_to_them(client, curator):
    story = builders.story(title="En français seulement")
    whole = builders.story(title="En trois langues")
    builders.story(language="ar", translation_of=whole)
    builders.story(language="en", translation_of=whole, publish=False)
    html = dashboard(client).partition("Not translated yet")[2]
    assert "En français seulement" in html
    assert "العربية · English" in html
    assert reverse("simple_translation:submit_page_translation", args=[story.pk]) in html
    assert "En trois langues" not in html


def test_a_missed_schedule_is_told(client, curator):
    story = builders.story(publish=False, summary="", title="Trop tard")
    long_ago = timezone.now() - datetime.timedelta(hours=3)
    story.save_revision(approved_go_live_at=long_ago)
    html = dashboard(client).partition("Scheduled, but not published")[2]
    assert "Trop tard" in html


def test_ten_queries_however_much_waits(curator, django_assert_max_num_queries):
    for _ in range(8):
        builders.story(publish=False)
        builders.artefact(publish=False)
        StoryPage.objects.filter(pk=builders.story().pk).update(summary="")
        Artefact.objects.filter(pk=builders.artefact().pk).update(rights="")
    request = RequestFactory().get("/admin/")
    request.user = curator
    WaitingPanel().render_html({"request": request})
    with django_assert_max_num_queries(10):
        html = WaitingPanel().render_html({"request": request})
    assert html.count("<li>") >= 12


def test_an_author_is_not_shown_the_records_of_others_to_publish(client, curator):
    builders.artefact(publish=False, titles={"fr": "Caisse cachée"})
    client.force_login(builders.user(language="en", superuser=False))
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_the_museum_s_name_and_mark_stand_in_the_admin(client, curator):
    html = dashboard(client)
    assert "Rihla" in html
    assert "css/admin/museum.css" in html
    assert "img/star.svg" in html
    client.logout()
    login = client.get(reverse("wagtailadmin_login")).content.decode()
    assert "Rihla" in login
    assert "Sign in to Wagtail" not in login
    assert "<h1>" in login


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("ar", "rtl"), ("en", "ltr")])
def test_the_admin_speaks_three_languages(client, language, direction):
    client.force_login(builders.user(superuser=True, language=language))
    assert f'<html lang="{language}" dir="{direction}"' in dashboard(client)


def test_the_readiness_list_is_empty_when_all_is_there():
    ready = {"missing": [], "advice": [], "is_new": False}
    assert "museum-readiness--ready" in render_to_string("core/admin/readiness_panel.html", ready)
