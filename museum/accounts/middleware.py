"""What stands between a password and the admin: the second factor, the age of a session, the log of what is taken out."""

import time

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin import messages
from wagtail.users.models import UserProfile

from museum.accounts import audit
from museum.accounts.factors import has_factor, must_have_factor

#: Under the admin's address, and open to who has signed in by password alone.
ON_THE_WAY = ("second-factor/", "login/", "logout/", "password_reset/", "jsi18n/", "sprite/")
#: Asked by the page itself while nobody is there; not a sign of life.
ASKED_BY_ITSELF = "editing-sessions/"
SIGNED_IN_AT, SEEN_AT = "museum_signed_in_at", "museum_seen_at"
#: Seconds between two notes that somebody was there.
NOTED_EVERY = 60


def is_half_signed_in(user) -> bool:
    """Whether a password was right and a second factor is still to come."""
    return user.is_authenticated and not user.is_verified() and (has_factor(user) or must_have_factor(user))


class SecondFactorMiddleware:
    """Who has given a password alone is nobody yet, wherever they go, and in the admin is led to the second factor.

    ``request.user`` stays lazy: where no view asks who is there, no session is read.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")
        self.way = tuple(self.admin + part for part in ON_THE_WAY)

    def __call__(self, request):
        if request.path_info.startswith(self.way):
            return self.get_response(request)
        user = request.user
        if not request.path_info.startswith(self.admin):
            request.user = SimpleLazyObject(lambda: AnonymousUser() if is_half_signed_in(user) else user)
            return self.get_response(request)
        if is_half_signed_in(user):
            return self._led_on(request, user)
        return self.get_response(request)

    @staticmethod
    def _led_on(request, user):
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return HttpResponse(status=403)
        name = "check" if has_factor(user) else "begin"
        query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return redirect(f"{reverse(f'second_factor:{name}')}?{query}")


class SessionAgeMiddleware:
    """A session ends when nobody was there for ``SESSION_IDLE_SECONDS``, and after ``SESSION_COOKIE_AGE`` in any case."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request):
        if request.path_info.startswith(self.admin) and request.user.is_authenticated:
            now = int(time.time())
            session = request.session
            began, seen = session.setdefault(SIGNED_IN_AT, now), session.setdefault(SEEN_AT, now)
            if now - seen > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_COOKIE_AGE:
                with override(UserProfile.get_for_user(request.user).get_preferred_language()):
                    words = _("You were signed out because nothing happened for a long time. What was saved is kept.")
                logout(request)
                messages.warning(request, words)
            elif now - seen >= NOTED_EVERY and ASKED_BY_ITSELF not in request.path_info:
                session[SEEN_AT] = now
        return self.get_response(request)


class ExportLogMiddleware:
    """Note in the log who took a list out of the museum as a file, from whichever list of the admin."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request):
        response = self.get_response(request)
        kind = request.GET.get("export") if request.path_info.startswith(self.admin) else None
        if kind and response.status_code == 200 and "attachment" in response.headers.get("Content-Disposition", ""):
            audit.exported(request.user, request.path_info.removeprefix(self.admin), kind)
        return response
