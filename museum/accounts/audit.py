"""What the log keeps besides what Wagtail writes: exports, images withdrawn, passages kept back, rights, permissions, sign-ins.

Everything lies in Wagtail's own log (the report "Site history"): no view of the admin changes or deletes an entry. No address
of a computer and no name that was only tried is kept; docs/security.md says for how long the rest is.
"""

from axes.signals import user_locked_out
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_login_failed
from django.db.models.signals import m2m_changed, post_save, pre_save
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, get_active_log_context, log
from wagtail.models import Site

from museum.assets.models import MuseumImage, Recording
from museum.assets.models.rights import CreditMixin

EXPORTED = "museum.exported"
WITHDRAWN, RESTORED = "museum.image_withdrawn", "museum.image_restored"
WITHHELD = "museum.withheld"
RIGHTS = "museum.rights"
PERMISSIONS = "museum.permissions"
REFUSED, LOCKED_OUT = "museum.sign_in_refused", "museum.locked_out"
FACTOR_ADDED, FACTOR_REMOVED = "museum.factor_added", "museum.factor_removed"
CODES_MADE, CODE_USED, FACTOR_REFUSED = "museum.codes_made", "museum.code_used", "museum.factor_refused"
#: Forgotten after a while (``manage.py forget_expired``): they say when somebody failed, not what anybody did.
PASSING = (REFUSED, LOCKED_OUT, FACTOR_REFUSED)

_LABELS = {
    EXPORTED: gettext_lazy("Exported"),
    WITHDRAWN: gettext_lazy("Image withdrawn"),
    RESTORED: gettext_lazy("Image no longer withdrawn"),
    WITHHELD: gettext_lazy("Passages kept back changed"),
    RIGHTS: gettext_lazy("Rights changed"),
    PERMISSIONS: gettext_lazy("Permissions changed"),
    REFUSED: gettext_lazy("Sign-in refused"),
    LOCKED_OUT: gettext_lazy("Locked out"),
    FACTOR_ADDED: gettext_lazy("Second factor added"),
    FACTOR_REMOVED: gettext_lazy("Second factor removed"),
    FACTOR_REFUSED: gettext_lazy("Second factor refused"),
    CODES_MADE: gettext_lazy("Recovery codes made"),
    CODE_USED: gettext_lazy("Recovery code used"),
}


class DetailFormatter(LogFormatter):
    """A line of the log: what happened, and to what."""

    def format_message(self, log_entry):
        """The label and what the entry remembers."""
        detail = log_entry.data.get("what", "")
        return _("%(action)s: %(detail)s") % {"action": self.label, "detail": detail} if detail else self.label


def register(actions) -> None:
    """Tell Wagtail's registry of the museum's own actions."""
    for action, label in _LABELS.items():
        actions.register_action(action)(type("Formatter", (DetailFormatter,), {"label": label}))


def connect() -> None:
    """Called once, when the app is ready."""
    user_login_failed.connect(_refused, dispatch_uid="museum.audit.refused")
    user_locked_out.connect(_locked_out, dispatch_uid="museum.audit.locked_out")
    pre_save.connect(_before, dispatch_uid="museum.audit.before")
    post_save.connect(_after, dispatch_uid="museum.audit.after")
    m2m_changed.connect(_permissions, sender=get_user_model().groups.through, dispatch_uid="museum.audit.groups")
    m2m_changed.connect(
        _permissions, sender=get_user_model().user_permissions.through, dispatch_uid="museum.audit.user_permissions"
    )
    m2m_changed.connect(_permissions, sender=Group.permissions.through, dispatch_uid="museum.audit.group_permissions")


def exported(user, what: str, kind: str) -> None:
    """Note that a list left the museum as a file."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is not None:
        log(site, EXPORTED, user=user, data={"what": f"{what} ({kind})"})


def noted(user, action: str, what: str = "") -> None:
    """Note what somebody did with their own account."""
    log(user, action, user=user, data={"what": what} if what else None)


def _account(name: str | None):
    """The account of this name; what is typed into the field may be a password, so a name that is none is not kept."""
    users = get_user_model()
    return users.objects.filter(**{users.USERNAME_FIELD: name}).first() if name and "\x00" not in name else None


def _refused(sender, credentials, **kwargs):
    if (account := _account(credentials.get("username"))) is not None:
        log(account, REFUSED)


def _locked_out(sender, username=None, **kwargs):
    if (account := _account(username)) is not None:
        log(account, LOCKED_OUT)


def _watched(instance) -> tuple[str, ...]:
    """Fields whose change is noted."""
    if isinstance(instance, MuseumImage):
        return ("withdrawn", "rights")
    if isinstance(instance, Recording):
        return ("withheld", "rights")
    if isinstance(instance, get_user_model()):
        return ("is_superuser", "is_active")
    return ("rights",) if isinstance(instance, CreditMixin) else ()


def _told(value) -> str:
    return str(value.get_prep_value() if hasattr(value, "get_prep_value") else value)


def _before(sender, instance, raw=False, update_fields=None, **kwargs):
    """Remember what a watched field was; only where somebody is at work in the admin or a command says who."""
    fields = _watched(instance)
    if not fields or raw or not instance.pk or get_active_log_context().user is None:
        return
    stored = sender._base_manager.filter(pk=instance.pk).first()
    if stored is not None:
        instance._audited = {name: _told(getattr(stored, name)) for name in fields}


def _after(sender, instance, created=False, **kwargs):
    for name, before in getattr(instance, "_audited", {}).items():
        after = _told(getattr(instance, name))
        if before != after:
            _note_change(instance, name, before, after)
    instance.__dict__.pop("_audited", None)


def _note_change(instance, name: str, before: str, after: str) -> None:
    if name == "withdrawn":
        log(instance, WITHDRAWN if after == "True" else RESTORED)
    elif name == "withheld":
        log(instance, WITHHELD)
    elif name == "rights":
        log(instance, RIGHTS, data={"what": f"{before or '–'} → {after or '–'}"})
    else:
        log(instance, PERMISSIONS, data={"what": f"{name}: {before} → {after}"})


_SIGNS = {"post_add": "+", "post_remove": "−", "pre_clear": "−"}


def _permissions(sender, instance, action, model, pk_set, **kwargs):
    """Groups given to or taken from somebody, permissions given to or taken from a group."""
    if action not in _SIGNS or get_active_log_context().user is None:
        return
    found = model.objects.filter(pk__in=pk_set) if pk_set else []
    names = ", ".join(f"{_SIGNS[action]}{getattr(thing, 'codename', thing)}" for thing in found)
    if names or action == "pre_clear":
        log(instance, PERMISSIONS, data={"what": names or _SIGNS[action]})
