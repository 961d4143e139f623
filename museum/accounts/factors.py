"""The second factor: who must have one, which they have, and how a code is held against it.

An authenticator app (TOTP, https://www.rfc-editor.org/rfc/rfc6238), passkeys (https://www.w3.org/TR/webauthn-3/) and recovery
codes for the day on which both are lost. django-otp and django-otp-webauthn keep the devices and do the reckoning.
"""

import base64
import hashlib
import hmac
import secrets
import unicodedata
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_otp import devices_for_user
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp_webauthn.models import WebAuthnCredential
from wagtail.models import GroupPagePermission

#: Without characters that are easily taken for one another on paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CODES = 10
HALF_CODE = 5
TOTP_DIGITS = 6


def may_decide(user) -> bool:
    """Whether somebody may publish or administer: editors and above, by what they may do and not by a group's name."""
    if user.is_superuser:
        return True
    granted = user.get_all_permissions()
    if any(name.startswith("auth.") or ".publish_" in name for name in granted):
        return True
    return GroupPagePermission.objects.filter(group__user=user, permission__codename__startswith="publish").exists()


def must_have_factor(user) -> bool:
    """Whether somebody needs a second factor before the admin opens (``SECOND_FACTOR_REQUIRED``)."""
    return settings.SECOND_FACTOR_REQUIRED and may_decide(user)


def has_factor(user) -> bool:
    """Whether somebody has an app or a passkey; recovery codes alone are none."""
    return any(not isinstance(device, StaticDevice) for device in devices_for_user(user))


def apps_of(user) -> list[TOTPDevice]:
    """Authenticator apps in use."""
    return list(TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk"))


def passkeys_of(user) -> list[WebAuthnCredential]:
    """Passkeys in use."""
    return list(WebAuthnCredential.objects.filter(user=user, confirmed=True).order_by("pk"))


def app_being_added(user) -> TOTPDevice:
    """The app that somebody is about to add: it counts once a code of it has been typed."""
    found, _created = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": ""})
    return found


def app_address(device: TOTPDevice) -> str:
    """What the QR code says (https://github.com/google/google-authenticator/wiki/Key-Uri-Format)."""
    issuer, name = settings.WAGTAIL_SITE_NAME, device.user.get_username()
    query = urlencode({"secret": app_secret(device), "issuer": issuer, "digits": device.digits, "period": device.step})
    return f"otpauth://totp/{quote(f'{issuer}:{name}', safe=':')}?{query}"


def app_secret(device: TOTPDevice) -> str:
    """The secret, for who types it."""
    return base64.b32encode(device.bin_key).decode().rstrip("=")


def normalised(code: str) -> str:
    """A code as it is compared: digits of any script, no spaces or hyphens."""
    letters = (letter for letter in unicodedata.normalize("NFKC", code) if letter.isalnum())
    return "".join(str(unicodedata.digit(letter)) if letter.isdigit() else letter.lower() for letter in letters)


def digest(user, code: str) -> str:
    """How a recovery code is kept: the codes themselves are nowhere."""
    told = f"{user.pk}:{normalised(code)}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), told, hashlib.sha256).hexdigest()[:16]


@transaction.atomic
def new_recovery_codes(user) -> list[str]:
    """Ten new codes; those from before are worth nothing any more. They can be shown now and never again."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery codes", confirmed=True)
    codes = []
    for _number in range(CODES):
        letters = "".join(secrets.choice(ALPHABET) for _ in range(2 * HALF_CODE))
        codes.append(f"{letters[:HALF_CODE]}-{letters[HALF_CODE:]}")
        device.token_set.create(token=digest(user, letters))
    return codes


def recovery_codes_left(user) -> int:
    """How many codes have not been used."""
    device = StaticDevice.objects.filter(user=user).first()
    return device.token_set.count() if device else 0


@transaction.atomic
def device_for_code(user, code: str):
    """The device that a typed code proves, or ``None``. A code is good once."""
    code = normalised(code)
    if len(code) == TOTP_DIGITS and code.isdigit():
        for device in TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True):
            if device.verify_token(code):
                return device
        return None
    device = StaticDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
    return device if device and device.verify_token(digest(user, code)) else None


def seconds_to_wait(user) -> int:
    """How long after wrong codes the next one is not looked at."""
    longest = 0
    for device in devices_for_user(user):
        if hasattr(device, "verify_is_allowed"):
            allowed, data = device.verify_is_allowed()
            if not allowed and (until := (data or {}).get("locked_until")):
                longest = max(longest, round((until - timezone.now()).total_seconds()))
    return max(longest, 0)


@transaction.atomic
def forget_factors(user) -> int:
    """Take away every app, passkey and code of somebody who has lost them; how many that were."""
    found = list(devices_for_user(user, confirmed=None))
    for device in found:
        device.delete()
    return len(found)
