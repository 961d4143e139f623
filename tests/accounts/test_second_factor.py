"""Who may publish or administer gives a second factor; a password alone opens nothing to them."""

import re
import time

import pytest
from django.core.management import call_command
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from museum.accounts.factors import forget_factors, has_factor, may_decide, new_recovery_codes, normalised
from museum.desk.roles import ADMINISTRATORS, AUTHORS, EDITORS, TRANSLATORS, set_up_roles
from tests import builders

pytestmark = pytest.mark.django_db
CHECK, BEGIN, APP = "/admin/second-factor/check/", "/admin/second-factor/begin/", "/admin/second-factor/app/"


@pytest.fixture
def roles(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.OTP_TOTP_THROTTLE_FACTOR = 0
    builders.all_homes()
    set_up_roles()


def code_of(device, late: int = 0) -> str:
    """What the app shows now, or in ``late`` half minutes."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time.time() + late * device.step
    return f"{totp.token():06d}"


def with_app(user):
    return TOTPDevice.objects.create(user=user, name="telephone", confirmed=True)


@pytest.mark.parametrize(
    ("group", "decides"), [(AUTHORS, False), (TRANSLATORS, False), (EDITORS, True), (ADMINISTRATORS, True)]
)
def test_editors_and_above_must_have_one(client, roles, group, decides):
    user = builders.user(group, language="en")
    assert may_decide(user) is decides
    client.force_login(user)
    answer = client.get("/admin/")
    if decides:
        assert answer.status_code == 302
        assert answer.url.startswith(BEGIN)
    else:
        assert answer.status_code == 200


def test_an_author_who_has_one_gives_it(client, roles):
    user = builders.user(AUTHORS)
    with_app(user)
    client.force_login(user)
    assert client.get("/admin/").url.startswith(CHECK)


def test_every_address_of_the_admin_is_shut_to_a_password_alone(client, roles, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("boss"))
    for name in ("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailimages:index", "wagtailusers_users:index"):
        assert client.get(reverse(name)).status_code == 302, name
    assert client.post("/admin/pages/1/delete/", headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    assert client.get("/admin/api/main/pages/").status_code in (302, 403)


def test_outside_the_admin_who_gave_a_password_alone_is_nobody(client, roles):
    """The image service shows an editor what is not public yet."""
    image = builders.image()
    user = builders.user(EDITORS)
    device = with_app(user)
    client.force_login(user)
    address = f"/iiif/image/3/{image.pk}/info.json"
    assert client.get(address).status_code == 404
    client.post(CHECK, {"code": code_of(device)})
    assert client.get(address).status_code == 200


def test_an_app_is_added_by_a_code_and_recovery_codes_are_shown_once(client, roles):
    user = builders.user(EDITORS, language="fr")
    client.force_login(user)
    page = client.get(f"{APP}?next=/admin/pages/").content.decode()
    assert "<svg" in page
    assert "style=" not in page[page.index("<svg") : page.index("</svg>")]
    device = TOTPDevice.objects.get(user=user)
    assert not has_factor(user)
    assert client.post(APP, {"code": "000000"}).status_code == 200
    assert not has_factor(user)
    answer = client.post(APP, {"code": code_of(device), "name": "mon téléphone", "next": "/admin/pages/"})
    codes = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", answer.content.decode())
    assert len(set(codes)) == 10
    assert 'href="/admin/pages/"' in answer.content.decode()
    assert client.get("/admin/").status_code == 200
    assert codes[0] not in client.get("/admin/second-factor/codes/").content.decode()


def test_codes_are_taken_in_groups_and_in_other_digits(client, roles):
    user = builders.user(EDITORS)
    device = with_app(user)
    client.force_login(user)
    eastern = code_of(device).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    answer = client.post(CHECK, {"code": f" {eastern[:3]} {eastern[3:]} ", "next": "/admin/images/"})
    assert (answer.status_code, answer.url) == (302, "/admin/images/")
    assert normalised("AB cd-٣") == "abcd3"


def test_a_code_is_good_once(client, roles):
    user = builders.user(EDITORS)
    code = code_of(with_app(user))
    client.force_login(user)
    assert client.post(CHECK, {"code": code}).status_code == 302
    client.logout()
    client.force_login(user)
    assert client.post(CHECK, {"code": code}).status_code == 200
    assert client.get("/admin/").status_code == 302


def test_a_recovery_code_opens_once_and_is_kept_nowhere(client, roles):
    user = builders.user(EDITORS)
    with_app(user)
    [first, *_others] = new_recovery_codes(user)
    assert not StaticToken.objects.filter(token__in=[first, first.replace("-", "")]).exists()
    client.force_login(user)
    assert client.post(CHECK, {"code": first.upper()}).status_code == 302
    assert client.get("/admin/").status_code == 200
    client.logout()
    client.force_login(user)
    assert client.post(CHECK, {"code": first}).status_code == 200


def test_somebody_elses_code_opens_nothing(client, roles):
    one, other = builders.user(EDITORS), builders.user(ADMINISTRATORS)
    with_app(one)
    [code, *_] = new_recovery_codes(other)
    client.force_login(one)
    assert client.post(CHECK, {"code": code}).status_code == 200
    assert client.post(CHECK, {"code": code_of(with_app(other))}).status_code == 200


def test_after_wrong_codes_one_waits(client, roles, settings):
    settings.OTP_TOTP_THROTTLE_FACTOR = 1
    user = builders.user(EDITORS, language="en")
    device = with_app(user)
    client.force_login(user)
    for _ in range(4):
        answer = client.post(CHECK, {"code": "000000"})
    assert "seconds" in answer.content.decode()
    assert client.post(CHECK, {"code": code_of(device)}).status_code == 200


def test_the_session_gets_another_key(client, roles):
    user = builders.user(EDITORS)
    device = with_app(user)
    client.force_login(user)
    before = client.session.session_key
    client.post(CHECK, {"code": code_of(device)})
    assert client.session.session_key != before


def test_nobody_is_led_to_another_house(client, roles):
    user = builders.user(EDITORS)
    device = with_app(user)
    client.force_login(user)
    assert client.post(CHECK, {"code": code_of(device), "next": "https://elsewhere.example/"}).url == "/admin/"


def test_a_password_alone_adds_nothing_to_who_has_one(client, roles):
    user = builders.user(EDITORS)
    with_app(user)
    client.force_login(user)
    for address in (APP, "/admin/second-factor/passkey/", "/admin/second-factor/codes/", "/admin/second-factor/"):
        assert client.get(address).url == CHECK
    assert client.post("/admin/second-factor/codes/").url == CHECK
    assert client.post("/admin/second-factor/passkey/registration/begin/").status_code == 403


def test_the_last_one_stays(client, roles):
    user = builders.user(EDITORS)
    device = with_app(user)
    client.force_login(user)
    client.post(CHECK, {"code": code_of(device)})
    remove = f"/admin/second-factor/remove/app/{device.pk}/"
    client.post(remove)
    assert has_factor(user)
    other = with_app(user)
    client.post(remove)
    assert [found.pk for found in TOTPDevice.objects.filter(user=user)] == [other.pk]
    assert client.post(f"/admin/second-factor/remove/app/{with_app(builders.user(AUTHORS)).pk}/").status_code == 404


def test_an_administrator_lets_somebody_begin_anew(roles):
    user = builders.user(EDITORS)
    with_app(user)
    new_recovery_codes(user)
    call_command("reset_second_factor", user.get_username(), verbosity=0)
    assert not has_factor(user)
    assert forget_factors(user) == 0
    assert ModelLogEntry.objects.filter(action="museum.factor_removed").count() == 1


def test_switched_off_it_is_said_on_the_dashboard(client, roles, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    client.force_login(builders.user(EDITORS, language="fr"))
    page = client.get("/admin/").content.decode()
    assert "Le second facteur est désactivé" in page


@pytest.mark.parametrize(("language", "words"), [("fr", "second facteur"), ("ar", "عامل ثانٍ"), ("en", "second factor")])
def test_it_is_asked_for_in_the_curators_language(client, roles, language, words):
    client.force_login(builders.user(EDITORS, language=language))
    assert words in client.get(BEGIN).content.decode()


def test_where_the_address_is_a_number_no_passkey_is_offered(client, roles, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    client.force_login(builders.user(EDITORS))
    assert "passkey.js" not in client.get(BEGIN, headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "passkey.js" in client.get(BEGIN, headers={"host": "localhost:8000"}).content.decode()
