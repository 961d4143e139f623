"""The second factor as curators meet it, in Wagtail's own look: begin, add, check, codes, remove.

Templates get ``next`` (where one was going), and ``passkeys_possible``. All are behind the admin's password.
"""

from functools import wraps

import segno
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe
from django_otp import login as verify_session
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp_webauthn import views as webauthn_views
from wagtail.admin import messages

from museum.accounts import audit, passkeys
from museum.accounts.factors import (
    app_address,
    app_being_added,
    app_secret,
    apps_of,
    device_for_code,
    has_factor,
    must_have_factor,
    new_recovery_codes,
    passkeys_of,
    recovery_codes_left,
    seconds_to_wait,
)
from museum.accounts.forms import CodeForm, NameForm

NEXT = "museum_second_factor_next"


def _destination(request) -> str:
    """Where somebody was going before the second factor was asked for; only within the museum."""
    asked = request.POST.get("next") or request.GET.get("next") or request.session.get(NEXT, "")
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure()):
        request.session[NEXT] = asked
        return asked
    return reverse("wagtailadmin_home")


def _page(request, template: str, **context):
    context |= {"next": _destination(request), "passkeys_possible": passkeys.are_possible(request)}
    return render(request, f"accounts/admin/{template}.html", context)


def _verify(request, device) -> None:
    """Note in the session that the factor was given; the session gets another key, as at sign-in."""
    verify_session(request, device)
    request.session.cycle_key()


def changes_factors(view):
    """Who has a factor must have given it before changing what they have."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if has_factor(request.user) and not request.user.is_verified():
            return redirect("second_factor:check")
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@changes_factors
def overview(request):
    """What somebody has, and what may be added or taken away."""
    user = request.user
    apps, keys = apps_of(user), passkeys_of(user)
    return _page(
        request,
        "overview",
        apps=apps,
        passkeys=keys,
        codes_left=recovery_codes_left(user),
        is_required=must_have_factor(user),
        may_remove=len(apps) + len(keys) > 1 or not must_have_factor(user),
    )


@require_safe
def begin(request):
    """Why a second factor is asked for, and the choice of one."""
    if has_factor(request.user):
        return redirect("second_factor:check")
    return _page(request, "begin")


@sensitive_post_parameters("code")
@changes_factors
def add_app(request):
    """Add an authenticator app: scan or type the secret, then prove it by a code."""
    device = app_being_added(request.user)
    form, name = CodeForm(request.POST or None), NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and name.is_valid():
        if device.verify_token(form.cleaned_data["code"]):
            device.confirmed, device.name = True, name.cleaned_data["name"] or _("Authenticator app")
            device.save()
            audit.noted(request.user, audit.FACTOR_ADDED, device.name)
            return _added(request, device)
        form.add_error("code", _wrong(request.user))
    # The code is drawn by the museum itself: the secret goes nowhere else.
    picture = segno.make(app_address(device), error="m").svg_inline(
        scale=5, border=3, dark="#000", light="#fff", omitsize=False
    )
    return _page(request, "app", form=form, name_form=name, picture=picture, secret=app_secret(device))


@require_safe
@changes_factors
def add_passkey(request):
    """Add a passkey: this device, a telephone or a key."""
    needs_codes = not recovery_codes_left(request.user)
    return _page(request, "passkey", after=reverse("second_factor:codes") if needs_codes else _destination(request))


def _added(request, device):
    """After the first factor come the recovery codes; after a further one, what one was doing."""
    is_first = not recovery_codes_left(request.user)
    if not request.user.is_verified():
        _verify(request, device)
    if is_first:
        return _show_codes(request)
    messages.success(request, _("The second factor is added."))
    return redirect(_destination(request))


def _show_codes(request):
    codes = new_recovery_codes(request.user)
    audit.noted(request.user, audit.CODES_MADE)
    return _page(request, "codes", codes=codes)


@changes_factors
def recovery_codes(request):
    """Make new codes (a press) and show them once."""
    if request.method == "POST" and has_factor(request.user):
        return _show_codes(request)
    return _page(request, "codes_ask", codes_left=recovery_codes_left(request.user))


@sensitive_post_parameters("code")
def check(request):
    """Ask for the second factor after the password: a code of the app, a recovery code, or a passkey."""
    if request.user.is_verified():
        return redirect(_destination(request))
    if not has_factor(request.user):
        return redirect("second_factor:begin" if must_have_factor(request.user) else _destination(request))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        device = device_for_code(request.user, form.cleaned_data["code"])
        if device is not None:
            _verify(request, device)
            if isinstance(device, StaticDevice):
                audit.noted(request.user, audit.CODE_USED)
                left = recovery_codes_left(request.user)
                messages.warning(request, _("A recovery code was used; %(count)d are left.") % {"count": left})
            return redirect(_destination(request))
        audit.noted(request.user, audit.FACTOR_REFUSED)
        form.add_error("code", _wrong(request.user))
    return _page(
        request, "check", form=form, has_passkey=bool(passkeys_of(request.user)), has_app=bool(apps_of(request.user))
    )


def _wrong(user) -> str:
    wait = seconds_to_wait(user)
    if wait:
        return _("This code is not right. Wait %(seconds)d seconds, then type the newest one.") % {"seconds": wait}
    return _("This code is not right. Type the newest one that your app shows.")


@require_POST
@changes_factors
def remove(request, kind: str, pk: int):
    """Take a device away; never the last one of somebody who must have one."""
    kinds = {"app": apps_of, "passkey": passkeys_of}
    if kind not in kinds:
        raise Http404
    device = next((found for found in kinds[kind](request.user) if found.pk == pk), None)
    if device is None:
        raise Http404
    if must_have_factor(request.user) and len(apps_of(request.user)) + len(passkeys_of(request.user)) < 2:
        messages.error(request, _("This is your only second factor. Add another before you remove it."))
        return redirect("second_factor:overview")
    audit.noted(request.user, audit.FACTOR_REMOVED, device.name)
    was_used = request.user.is_verified() and request.user.otp_device.persistent_id == device.persistent_id
    device.delete()
    left = [*apps_of(request.user), *passkeys_of(request.user)]
    if left and was_used:
        verify_session(request, left[0])
    messages.success(request, _("The second factor is removed."))
    return redirect("second_factor:overview")


class BeginRegistration(webauthn_views.BeginCredentialRegistrationView):
    """What a browser needs to make a passkey."""


class CompleteRegistration(webauthn_views.CompleteCredentialRegistrationView):
    """Keep a passkey that a browser made; the museum then shows recovery codes, if there are none."""

    def post(self, *args, **kwargs):
        """The library's answer; the session gets another key."""
        was_verified = self.request.user.is_verified()
        response = super().post(*args, **kwargs)
        if response.status_code == 200:
            if not was_verified:
                self.request.session.cycle_key()
            audit.noted(self.request.user, audit.FACTOR_ADDED, _("Passkey"))
        return response


class BeginAuthentication(webauthn_views.BeginCredentialAuthenticationView):
    """What a browser needs to use a passkey."""


class CompleteAuthentication(webauthn_views.CompleteCredentialAuthenticationView):
    """Take a passkey for the second factor."""

    def complete_auth(self, device):
        """Mark the session; it gets another key."""
        if device.user_id != self.request.user.pk:
            raise Http404
        user = super().complete_auth(device)
        self.request.session.cycle_key()
        return user

    def get_success_url(self):
        """Where one was going."""
        return _destination(self.request)
