"""What a curator reads when a publication is refused."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder

from museum.core.readiness import Check


def edit_address(instance, user) -> str | None:
    """Where ``user`` edits ``instance`` in the admin; ``None`` where they may not."""
    return AdminURLFinder(user).get_edit_url(instance) if instance is not None and instance.pk else None


def refusal(instance, checks: list[Check], address: str = "") -> SafeString:
    """One sentence and the list of what is missing, each linked to its field under ``address`` (the edit view)."""
    items = format_html_join("", "<li>{}</li>", ((_linked(check, address),) for check in checks))
    sentence = _("“%(title)s” is saved as a draft and is not published yet. Still missing:") % {
        "title": instance if instance is not None else "…"
    }
    return format_html(
        '<span class="museum-refusal">{}</span><ul class="museum-refusal__list">{}</ul>', sentence, items
    )


def _linked(check: Check, address: str):
    if not check.field:
        return check.message
    return format_html(
        '<a href="{}#:w:contentpath={}" data-museum-field="{}">{}</a>', address, check.field, check.field, check.message
    )
