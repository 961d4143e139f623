"""Forms of the curators' desk."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm


class CuratorLoginForm(LoginForm):
    """Wagtail's own, with a name for the password in the curator's language: Wagtail leaves it to the field's."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
