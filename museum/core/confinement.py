"""The admin where it belongs: on a host of its own and for some addresses alone, if the installation says so."""

from django.conf import settings
from django.http import Http404
from django.urls import reverse

from museum.core.clients import client_address, is_in, networks


class AdminConfinementMiddleware:
    """Elsewhere than on ``ADMIN_HOST``, and for addresses outside ``ADMIN_ADDRESSES``, the admin does not exist: 404.

    Both are optional. Public pages need neither the admin's addresses nor its session.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.path = reverse("wagtailadmin_home")
        self.host = settings.ADMIN_HOST.lower()
        self.networks = networks(settings.ADMIN_ADDRESSES)

    def __call__(self, request):
        if request.path_info.startswith(self.path.rstrip("/")) and not self._belongs(request):
            raise Http404
        return self.get_response(request)

    def _belongs(self, request) -> bool:
        if self.host and request.get_host().partition(":")[0].lower() != self.host:
            return False
        return not self.networks or is_in(client_address(request), self.networks)
