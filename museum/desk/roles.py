"""Who may do what: four groups, and the review that stands before publication.

``set_up_roles`` adds what is missing and takes nothing away from the four groups, so that what an administrator has
changed by hand survives it. docs/publishing.md shows the same table to curators.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    Collection,
    DraftStateMixin,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from museum.assets.models import Model3D

AUTHORS, TRANSLATORS, EDITORS, ADMINISTRATORS = "Authors", "Translators", "Editors", "Administrators"
#: The review's name, in the admin's three languages at once: it is stored, not translated.
REVIEW = "Relecture · مراجعة · Review"


@dataclass(frozen=True)
class Role:
    """What a group may do with pages, records and media (verbs of Django's and Wagtail's permissions), and the rest."""

    pages: tuple[str, ...]
    records: tuple[str, ...]
    media: tuple[str, ...] = ("add", "choose")
    translates: bool = True
    runs_the_house: bool = False


ROLES = {
    AUTHORS: Role(pages=("add",), records=("view", "add", "change")),
    TRANSLATORS: Role(pages=("add", "change"), records=("view", "change")),
    EDITORS: Role(
        pages=("add", "change", "publish", "lock", "unlock"),
        records=("view", "add", "change", "delete", "publish", "lock", "unlock"),
        media=("add", "change", "choose"),
    ),
    ADMINISTRATORS: Role(
        pages=("add", "change", "publish", "lock", "unlock", "bulk_delete"),
        records=("view", "add", "change", "delete", "publish", "lock", "unlock"),
        media=("add", "change", "choose"),
        runs_the_house=True,
    ),
}

#: What only administrators touch: people, sites, languages, redirects, workflows, media collections, background work.
HOUSE = ("auth.user", "auth.group", "wagtailcore.site", "wagtailcore.locale", "wagtailcore.collection",
         "wagtailcore.workflow", "wagtailcore.task", "wagtailcore.groupapprovaltask", "wagtailredirects.redirect",
         "django_tasks_database.dbtaskresult")  # fmt: skip


def record_models() -> list[type]:
    """Every kind of record with drafts (pages aside)."""
    return [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]


@transaction.atomic
def set_up_roles() -> None:
    """Make the four groups with their permissions, and the review; safe to run again."""
    for name, role in ROLES.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*_model_permissions(role))
        _give_pages(group, role)
        _give_media(group, role)
    _remove_unused_moderators()
    _set_up_review()


def _model_permissions(role: Role) -> list[Permission]:
    wanted = [("wagtailadmin", "access_admin")]
    wanted += [
        (model._meta.app_label, f"{verb}_{model._meta.model_name}")
        for model in (*record_models(), Model3D)
        for verb in role.records
    ]
    if "publish" in role.pages:
        wanted.append(("museum_search", "change_searchpromotion"))
        wanted += [("museum_search", f"{verb}_searchconcept") for verb in ("view", "add", "change", "delete")]
    if role.translates:
        wanted.append(("simple_translation", "submit_translation"))
    if role.runs_the_house:
        wanted.append(("preservation", "view_run"))
        wanted += [
            (app, f"{verb}_{model}")
            for app, model in (label.split(".") for label in HOUSE)
            for verb in ("view", "add", "change", "delete")
        ]
    known = Permission.objects.filter(
        content_type__app_label__in={app for app, _ in wanted}, codename__in={code for _, code in wanted}
    ).select_related("content_type")
    return [permission for permission in known if (permission.content_type.app_label, permission.codename) in wanted]


def _give_pages(group: Group, role: Role) -> None:
    """On each language's tree rather than on the root, where nobody but an administrator should add a page."""
    root = Page.get_first_root_node()
    homes = list(root.get_children())
    if homes and not role.runs_the_house:
        GroupPagePermission.objects.filter(group=group, page=root).delete()
    for page in [root] if role.runs_the_house or not homes else homes:
        for verb in role.pages:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _give_media(group: Group, role: Role) -> None:
    root = Collection.get_first_root_node()
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        codes = [f"{verb}_{model}" for verb in role.media]
        for permission in Permission.objects.filter(content_type__app_label=app, codename__in=codes):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _remove_unused_moderators() -> None:
    """Wagtail's own group of moderators, whose work editors do here."""
    Group.objects.filter(name="Moderators", user__isnull=True).delete()


def _set_up_review() -> None:
    """One review by editors or administrators, for every page and record that has none yet.

    Wagtail's first workflow ("Moderators approval") becomes it: it already stands at the root of the pages.
    """
    root = Page.get_first_root_node()
    at_root = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    workflow = at_root.workflow if at_root else Workflow.objects.filter(name=REVIEW).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=REVIEW)
    if workflow.name == "Moderators approval":
        workflow.name = REVIEW
        workflow.save()
    _set_up_task(workflow)
    if not at_root:
        WorkflowPage.objects.create(page=root, workflow=workflow)
    for model in record_models():
        content_type = ContentType.objects.get_for_model(model)
        WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": workflow})


def _set_up_task(workflow: Workflow) -> None:
    task = GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=REVIEW)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    if task.name == "Moderators approval":
        task.name = REVIEW
        task.save()
    if not task.groups.exists():
        task.groups.set(Group.objects.filter(name__in=[EDITORS, ADMINISTRATORS]))
