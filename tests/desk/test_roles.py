"""Authors write, translators translate, editors publish, administrators run the house; and nobody more than that."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Workflow, WorkflowContentType

from museum.collection.models import Artefact
from museum.desk.roles import ADMINISTRATORS, AUTHORS, EDITORS, REVIEW, TRANSLATORS, record_models, set_up_roles
from stories.models import StoryPage
from tests import builders
from tests.desk.forms import artefact_form, story_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def museum():
    builders.all_homes()
    set_up_roles()


def signed_in(client, *groups):
    user = builders.user(*groups, language="en")
    client.force_login(user)
    return user


def test_running_it_again_changes_nothing(museum):
    def everything():
        return (
            sorted(Group.permissions.through.objects.values_list("group_id", "permission_id")),
            sorted(GroupPagePermission.objects.values_list("group_id", "page_id", "permission_id")),
            sorted(GroupCollectionPermission.objects.values_list("group_id", "permission_id")),
            sorted(Workflow.objects.values_list("name", flat=True)),
            WorkflowContentType.objects.count(),
        )

    before = everything()
    set_up_roles()
    assert everything() == before
    assert Workflow.objects.get().name == REVIEW
    assert WorkflowContentType.objects.count() == len(record_models())


def test_what_an_administrator_gave_by_hand_survives(museum):
    extra = Permission.objects.get(content_type__app_label="collection", codename="delete_artefact")
    Group.objects.get(name=AUTHORS).permissions.add(extra)
    set_up_roles()
    assert extra in Group.objects.get(name=AUTHORS).permissions.all()


@pytest.mark.parametrize(
    ("group", "can"),
    [
        (AUTHORS, {"add": True, "publish": False, "change": False}),
        (TRANSLATORS, {"add": True, "publish": False, "change": True}),
        (EDITORS, {"add": True, "publish": True, "change": True}),
        (ADMINISTRATORS, {"add": True, "publish": True, "change": True}),
    ],
)
def test_pages_of_every_language(museum, group, can):
    user = builders.user(group)
    for language in ("fr", "ar", "en", "zgh"):
        index = builders.story_index(language)
        permissions = index.permissions_for_user(user)
        assert permissions.can_add_subpage() == can["add"]
        assert permissions.can_publish_subpage() == can["publish"]
        assert permissions.can_edit() == can["change"]
    assert user.has_perm("simple_translation.submit_translation")


@pytest.mark.parametrize(
    ("group", "verbs"),
    [
        (AUTHORS, {"view", "add", "change"}),
        (TRANSLATORS, {"view", "change"}),
        (EDITORS, {"view", "add", "change", "delete", "publish", "lock", "unlock"}),
    ],
)
def test_records(museum, group, verbs):
    user = builders.user(group)
    for model in record_models():
        for verb in ("view", "add", "change", "delete", "publish", "lock", "unlock"):
            name = f"{model._meta.app_label}.{verb}_{model._meta.model_name}"
            assert user.has_perm(name) == (verb in verbs), name


def test_only_administrators_see_the_users(museum, client):
    for group, status in ((EDITORS, 302), (ADMINISTRATORS, 200)):
        signed_in(client, group)
        assert client.get(reverse("wagtailusers_users:index")).status_code == status


def test_an_author_submits_and_an_editor_publishes(museum, client):
    image = builders.image()
    signed_in(client, AUTHORS)
    add = reverse("wagtailadmin_pages:add", args=["stories", "storypage", builders.story_index().pk])
    form = story_form(summary="Une phrase.", lead_image=str(image.pk))
    client.post(add, {**form, "action-publish": "1"})
    story = StoryPage.objects.get(slug="la-valise")
    assert not story.live, "an author's “publish” saves a draft"

    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    client.post(edit, {**form, "action-submit": "1"})
    story.refresh_from_db()
    assert story.workflow_in_progress

    signed_in(client, EDITORS)
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[story.pk, "approve", story.current_workflow_task_state.pk]
    )
    client.post(approve, {"comment": ""})
    story.refresh_from_db()
    assert story.live


def test_an_author_s_record_waits_for_an_editor(museum, client):
    signed_in(client, AUTHORS)
    add = reverse(Artefact.snippet_viewset.get_url_name("add"))
    client.post(add, {**artefact_form(rights=builders.CC_BY), "action-submit": "1"})
    artefact = Artefact.objects.get()
    assert artefact.workflow_in_progress
    assert not artefact.live

    signed_in(client, EDITORS)
    approve = reverse(
        Artefact.snippet_viewset.get_url_name("workflow_action"),
        args=[artefact.pk, "approve", artefact.current_workflow_task_state.pk],
    )
    client.post(approve, {"comment": ""})
    artefact.refresh_from_db()
    assert artefact.live
