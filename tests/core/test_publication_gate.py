"""Nothing that is not ready goes live, by whichever route it is published; and nothing typed is lost on the way."""

import datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Task, Workflow, WorkflowContentType, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, rich_text

from museum.assets.models import Recording
from museum.collection.models import Artefact, Theme
from museum.core.readiness import NotReady, blocking
from stories.models import StoryPage
from tests import builders
from tests.desk.forms import artefact_form, story_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    user = builders.user(superuser=True, language="en")
    client.force_login(user)
    return user


@pytest.fixture
def unready_story():
    """A story without a summary: it may be saved, not published."""
    return builders.story(publish=False, summary="")


@pytest.fixture
def unready_artefact():
    return builders.artefact(publish=False, rights="", titles={"fr": "Valise"})


def said(response) -> str:
    """The page that the curator sees after the redirect."""
    assert response.status_code == 200
    return response.content.decode()


def test_a_ready_story_is_published():
    assert builders.story().live


def test_revision_publish_is_refused_with_what_is_missing(unready_story):
    with pytest.raises(NotReady) as refusal:
        unready_story.save_revision().publish()
    assert [check.code for check in refusal.value.checks] == ["summary"]
    unready_story.refresh_from_db()
    assert not unready_story.live


def test_page_create_view(client, curator):
    index = builders.story_index()
    address = reverse("wagtailadmin_pages:add", args=["stories", "storypage", index.pk])
    response = client.post(address, {**story_form(), "action-publish": "1"}, follow=True)
    page = StoryPage.objects.get(slug="la-valise")
    assert not page.live
    assert page.get_latest_revision_as_object().subject == "Ce que j’ai tapé"
    html = said(response)
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "Write a summary of one or two sentences." in html
    assert "Choose a lead image." in html
    assert "Ce que j’ai tapé" in html


def test_page_edit_view(client, curator, unready_story):
    address = reverse("wagtailadmin_pages:edit", args=[unready_story.pk])
    form = story_form(slug=unready_story.slug, summary="", subject="Retapé")
    response = client.post(address, {**form, "action-publish": "1"}, follow=True)
    assert "Write a summary" in said(response)
    unready_story.refresh_from_db()
    assert not unready_story.live
    assert unready_story.get_latest_revision_as_object().subject == "Retapé"


def test_page_edit_view_of_a_live_page_keeps_the_live_version(client, curator):
    story = builders.story(subject="En ligne")
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    form = story_form(slug=story.slug, summary="", subject="Pas encore")
    client.post(address, {**form, "action-publish": "1"})
    story.refresh_from_db()
    assert story.live
    assert story.subject == "En ligne"
    assert story.get_latest_revision_as_object().subject == "Pas encore"


def test_page_edit_view_without_the_friendly_hook(client, curator, unready_story, monkeypatch):
    """The view builds Wagtail's publish action itself; the gate in ``save`` holds by itself."""
    monkeypatch.setattr("museum.desk.publication.blocking", lambda checks: [])
    address = reverse("wagtailadmin_pages:edit", args=[unready_story.pk])
    response = client.post(address, {**story_form(slug=unready_story.slug), "action-publish": "1"}, follow=True)
    assert "Write a summary" in said(response)
    unready_story.refresh_from_db()
    assert not unready_story.live


def test_bulk_publication_publishes_the_ready_and_names_the_others(client, curator, unready_story):
    ready = builders.story(publish=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(
        f"{address}?id={unready_story.pk}&id={ready.pk}&next=/admin/", {"include_descendants": ""}, follow=True
    )
    ready.refresh_from_db()
    unready_story.refresh_from_db()
    assert ready.live
    assert not unready_story.live
    html = said(response)
    assert unready_story.title in html
    assert "Write a summary" in html


def test_bulk_publication_of_descendants(client, curator, unready_story):
    ready = builders.story(publish=False)
    index = builders.story_index()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{address}?id={index.pk}&next=/admin/", {"include_descendants": "on"})
    ready.refresh_from_db()
    unready_story.refresh_from_db()
    assert ready.live
    assert not unready_story.live


@pytest.fixture
def workflow():
    """A workflow of one approval that holds for every page and for artefacts."""
    made = Workflow.objects.create(name="Relecture")
    task = GroupApprovalTask.objects.create(name="Relire")
    WorkflowTask.objects.create(workflow=made, task=task, sort_order=0)
    return made


@pytest.mark.parametrize("ajax", [False, True])
def test_workflow_approval_of_a_page(client, curator, unready_story, workflow, ajax):
    WorkflowPage.objects.update_or_create(page=builders.home(), defaults={"workflow": workflow})
    unready_story.save_revision()
    state = workflow.start(unready_story, curator)
    address = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[unready_story.pk, "approve", state.current_task_state.pk],
    )
    headers = {"x-requested-with": "XMLHttpRequest"} if ajax else {}
    response = client.post(address, {"comment": ""}, headers=headers)
    assert response.status_code == (200 if ajax else 302)
    unready_story.refresh_from_db()
    state.refresh_from_db()
    assert not unready_story.live
    assert state.status == state.STATUS_IN_PROGRESS, "the approval can be given again once it is ready"
    assert "Write a summary" in said(client.get(reverse("wagtailadmin_pages:edit", args=[unready_story.pk])))


def test_workflow_approval_in_the_edit_view(client, curator, unready_story, workflow, settings):
    """With re-approval off the view publishes what was typed while approving."""
    settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
    WorkflowPage.objects.update_or_create(page=builders.home(), defaults={"workflow": workflow})
    unready_story.save_revision()
    workflow.start(unready_story, curator)
    form = story_form(slug=unready_story.slug, subject="Tapé en approuvant")
    form |= {"action-workflow-action": "true", "workflow-action-name": "approve"}
    address = reverse("wagtailadmin_pages:edit", args=[unready_story.pk])
    response = client.post(address, form, follow=True)
    assert "Write a summary" in said(response)
    unready_story.refresh_from_db()
    assert not unready_story.live
    assert unready_story.get_latest_revision_as_object().subject == "Tapé en approuvant"


def test_workflow_approval_of_a_record(client, curator, unready_artefact, workflow):
    from django.contrib.contenttypes.models import ContentType

    WorkflowContentType.objects.create(content_type=ContentType.objects.get_for_model(Artefact), workflow=workflow)
    state = workflow.start(unready_artefact, curator)
    viewset = Artefact.snippet_viewset
    address = reverse(
        viewset.get_url_name("workflow_action"),
        args=[unready_artefact.pk, "approve", state.current_task_state.pk],
    )
    client.post(address, {"comment": ""})
    unready_artefact.refresh_from_db()
    assert not unready_artefact.live
    assert Task.objects.exists()


def _schedule(thing):
    """Approve the latest revision for a moment that has passed, as the edit view does for one to come."""
    past = timezone.now() - datetime.timedelta(minutes=1)
    thing.go_live_at = past
    revision = thing.save_revision(approved_go_live_at=past)
    return revision


def test_schedule_skips_what_is_not_ready_and_goes_on(unready_story, caplog):
    ready = builders.story(publish=False)
    skipped, published = _schedule(unready_story), _schedule(ready)
    call_command("publish_scheduled")
    unready_story.refresh_from_db()
    ready.refresh_from_db()
    assert ready.live
    assert not unready_story.live
    assert unready_story.title in caplog.text
    skipped.refresh_from_db()
    assert skipped.approved_go_live_at, "it goes live by itself once it is mended"
    assert published.pk != skipped.pk


def test_a_skipped_schedule_is_told_once_in_the_history(client, curator, unready_story):
    _schedule(unready_story)
    call_command("publish_scheduled")
    call_command("publish_scheduled")
    html = said(client.get(reverse("wagtailadmin_pages:history", args=[unready_story.pk])))
    assert html.count("Not published on schedule:") == 1


def test_scheduling_in_the_edit_view_is_refused_at_once(client, curator, unready_story):
    later = (timezone.now() + datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    form = story_form(slug=unready_story.slug, go_live_at=later)
    address = reverse("wagtailadmin_pages:edit", args=[unready_story.pk])
    response = client.post(address, {**form, "action-publish": "1"}, follow=True)
    assert "Write a summary" in said(response)
    assert not unready_story.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_admin_api_publish_action(client, curator, unready_story):
    address = reverse("wagtailadmin_api:pages:action", args=[unready_story.pk, "publish"])
    response = client.post(address, {}, content_type="application/json")
    assert response.status_code == 400
    assert "Write a summary" in response.content.decode()
    unready_story.refresh_from_db()
    assert not unready_story.live


def test_revision_revert_and_publish(client, curator):
    story = builders.story(summary="Prête")
    story.summary = ""
    unready = story.save_revision()
    story.summary = "Prête encore"
    story.save_revision().publish()
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[story.pk, unready.pk])
    assert client.get(revert).status_code == 200
    form = story_form(slug=story.slug, revision=str(unready.pk))
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    response = client.post(address, {**form, "action-publish": "1"}, follow=True)
    assert "Write a summary" in said(response)
    story.refresh_from_db()
    assert story.summary == "Prête encore"


def test_page_copy_with_publication_leaves_a_draft(client, curator):
    story = builders.story()
    StoryPage.objects.filter(pk=story.pk).update(summary="")
    address = reverse("wagtailadmin_pages:copy", args=[story.pk])
    response = client.post(
        address,
        {
            "new_title": "Copie",
            "new_slug": "copie",
            "new_parent_page": builders.story_index().pk,
            "publish_copies": "on",
        },
    )
    assert response.status_code == 302
    copy = StoryPage.objects.get(slug="copie")
    assert not copy.live
    assert copy.live_revision is None


def test_a_copy_of_a_ready_page_is_published(client, curator):
    story = builders.story()
    address = reverse("wagtailadmin_pages:copy", args=[story.pk])
    parent = builders.story_index().pk
    data = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": parent, "publish_copies": "on"}
    client.post(address, data)
    assert StoryPage.objects.get(slug="copie").live


def test_an_alias_in_another_language_stays_a_draft_while_its_picture_has_no_words_there():
    story = builders.story(lead_image=builders.image(alt_ar=""))
    alias = story.create_alias(parent=builders.story_index("ar"), update_locale=builders.locale("ar"))
    assert not StoryPage.objects.get(pk=alias.pk).live
    story.save_revision().publish()
    assert not StoryPage.objects.get(pk=alias.pk).live
    assert StoryPage.objects.get(pk=story.pk).live


def test_record_create_view(client, curator):
    address = reverse(Artefact.snippet_viewset.get_url_name("add"))
    response = client.post(address, {**artefact_form(), "action-publish": "1"}, follow=True)
    artefact = Artefact.objects.get(object_number="TEST.2026.1")
    assert not artefact.live
    html = said(response)
    assert "Choose a rights statement." in html
    assert "Une valise tapée" in html
    assert artefact.get_latest_revision_as_object().texts.all()[0].title == "Une valise tapée"


def test_record_edit_view(client, curator, unready_artefact):
    address = reverse(Artefact.snippet_viewset.get_url_name("edit"), args=[unready_artefact.pk])
    form = artefact_form(
        text_id=unready_artefact.texts.get().pk,
        object_number=unready_artefact.object_number,
        slug=unready_artefact.slug,
    )
    response = client.post(address, {**form, "action-publish": "1"}, follow=True)
    assert "Choose a rights statement." in said(response)
    unready_artefact.refresh_from_db()
    assert not unready_artefact.live


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_the_same_language_twice_is_refused_with_a_sentence(client, curator, action):
    row = {
        "language": "fr",
        "title": "Deux fois",
        "brief_description": "",
        "story": rich_text(""),
        "material": "",
        "technique": "",
        "credit_line": "",
        "content_advisory": "",
    }
    form = artefact_form(texts=inline_formset([row, row]))
    response = client.post(reverse(Artefact.snippet_viewset.get_url_name("add")), {**form, **action})
    html = said(response)
    assert not Artefact.objects.exists()
    assert html.count("Deux fois") == 2, "what was typed stands in the form again"


def test_record_schedule_is_skipped(unready_artefact, caplog):
    _schedule(unready_artefact)
    call_command("publish_scheduled")
    unready_artefact.refresh_from_db()
    assert not unready_artefact.live
    assert "Left out of the scheduled publication" in caplog.text


def test_record_made_live_by_hand_is_refused(unready_artefact):
    unready_artefact.live = True
    with pytest.raises(NotReady):
        unready_artefact.save()


def test_new_record_saved_as_live_is_kept_as_a_draft():
    """``live`` is true by default in Wagtail; a new row that is not ready does not slip through by that."""
    theme = Theme(slug="sans-mots")
    theme.save()
    assert not Theme.objects.get(pk=theme.pk).live


def test_what_is_live_can_be_saved_though_it_is_no_longer_ready():
    """An image may lose its rights later; that must not make every save of the page an error."""
    story = builders.story()
    story.lead_image.rights = ""
    story.lead_image.save()
    story = StoryPage.objects.get(pk=story.pk)
    story.save()
    assert blocking(story.readiness())


def test_every_model_that_is_published_stands_behind_the_gate():
    from django.apps import apps
    from wagtail.models import DraftStateMixin, Page

    from museum.core.readiness import PublicationGate

    ours = [m for m in apps.get_models() if issubclass(m, DraftStateMixin) and m is not Page]
    assert Recording in ours
    assert [m for m in ours if not issubclass(m, PublicationGate)] == []
