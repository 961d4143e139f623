"""The log says who published, withdrew, exported, changed rights and permissions; editors cannot change what it says."""

import pytest
from django.contrib.auth.models import Group
from django.urls import get_resolver
from wagtail.log_actions import LogContext
from wagtail.models import ModelLogEntry, PageLogEntry

from museum.collection.models import Place
from museum.desk.roles import ADMINISTRATORS, EDITORS, set_up_roles
from tests import builders

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/site-history/"


@pytest.fixture
def house():
    builders.all_homes()
    set_up_roles()


@pytest.fixture
def boss(house, django_user_model):
    return django_user_model.objects.create_superuser("boss")


def entries(action: str):
    return ModelLogEntry.objects.filter(action=action)


def test_taking_a_list_out_as_a_file_is_noted(client, boss):
    client.force_login(boss)
    place = builders.place()
    listing = Place.snippet_viewset.reverse("list") if hasattr(Place.snippet_viewset, "reverse") else None
    for address in filter(None, [listing, REPORT]):
        client.get(address)
        assert not entries("museum.exported").filter(data__what__startswith=address.removeprefix("/admin/")).exists()
    client.get(REPORT, {"export": "csv"})
    [entry] = entries("museum.exported")
    assert entry.user == boss
    assert "site-history" in entry.data["what"]
    assert "csv" in entry.data["what"]
    assert place.pk


def test_withdrawing_an_image_is_noted_and_so_is_bringing_it_back(house, boss):
    image = builders.image()
    with LogContext(user=boss):
        image.withdrawn = True
        image.save()
        image.save()
        image.withdrawn = False
        image.save()
    assert entries("museum.image_withdrawn").count() == entries("museum.image_restored").count() == 1
    assert entries("museum.image_withdrawn").get().user == boss


def test_rights_and_passages_kept_back_are_noted(house, boss):
    recording = builders.recording()
    with LogContext(user=boss):
        recording.rights = "https://rightsstatements.org/vocab/InC/1.0/"
        recording.withheld = [("passage", {"start": 1, "end": 2, "sounds": "silence"})]
        recording.save()
    assert entries("museum.withheld").count() == 1
    assert "InC" in entries("museum.rights").get().data["what"]


def test_permissions_are_noted(house, boss):
    user = builders.user()
    with LogContext(user=boss):
        user.groups.add(Group.objects.get(name=EDITORS))
        user.groups.remove(Group.objects.get(name=EDITORS))
        user.is_superuser = True
        user.save()
    said = list(entries("museum.permissions").order_by("pk").values_list("data__what", flat=True))
    assert said == ["+Editors", "−Editors", "is_superuser: False → True"]


def test_what_runs_without_anybody_is_not_noted(house):
    builders.user(EDITORS)
    assert not entries("museum.permissions").exists()


def test_publishing_is_noted(house, boss):
    story = builders.story()
    before = PageLogEntry.objects.filter(action="wagtail.publish").count()
    story.save_revision(user=boss).publish(user=boss)
    assert PageLogEntry.objects.filter(action="wagtail.publish").count() == before + 1


def test_the_report_shows_filters_and_exports_it(client, boss):
    with LogContext(user=boss):
        image = builders.image()
        image.withdrawn = True
        image.save()
    client.force_login(boss)
    page = client.get(REPORT, {"action": "museum.image_withdrawn"})
    assert page.status_code == 200
    assert image.title in page.content.decode()
    table = b"".join(
        client.get(REPORT, {"action": "museum.image_withdrawn", "export": "csv"}).streaming_content
    ).decode()
    assert image.title in table


def test_editors_see_nothing_of_accounts(client, house):
    user = builders.user(ADMINISTRATORS)
    with LogContext(user=user):
        user.is_active = True
        builders.user().groups.add(Group.objects.get(name=EDITORS))
    client.force_login(builders.user(EDITORS, language="en"))
    assert "Permissions changed" not in client.get(REPORT).content.decode()


def test_no_address_changes_or_deletes_what_the_log_says():
    def names(resolver, path=""):
        for pattern in resolver.url_patterns:
            whole = path + str(pattern.pattern)
            yield from names(pattern, whole) if hasattr(pattern, "url_patterns") else [whole]

    found = [name for name in names(get_resolver()) if "logentry" in name.replace("_", "").lower()]
    assert found == []
