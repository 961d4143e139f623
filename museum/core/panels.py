"""Panels of the admin's edit views that every page and record has."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from museum.core.languages import direction


class ReadinessPanel(Panel):
    """What is still missing before publication, each point linked to its field; and what would be good to have.

    It also tells the browser in which language the form is written (static/js/admin/direction.js).
    """

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Ready to publish?"))
        super().__init__(**kwargs)

    @property
    def clean_name(self):
        """Its name among the panels of a form."""
        return "readiness"

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/readiness_panel.html"

        def get_context_data(self, parent_context=None):
            """The checks on what was last saved; of a new thing, everything that publication will need."""
            context = super().get_context_data(parent_context)
            checks = list(dict.fromkeys(self.instance.readiness()))
            language = self._language()
            return {
                **context,
                "missing": [check for check in checks if check.blocking],
                "advice": [check for check in checks if not check.blocking],
                "is_new": not self.instance.pk,
                "content_language": language,
                "content_direction": direction(language) if language else "",
            }

        def _language(self) -> str:
            locale = getattr(self.instance, "locale", None)
            return locale.language_code if locale else ""
