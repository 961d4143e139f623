"""Rights statements: a controlled vocabulary of addresses, with what each lets a visitor do.

The addresses are those of RightsStatements.org (https://rightsstatements.org/page/1.0/) and Creative Commons
(https://creativecommons.org/licenses/); what is stored is the address itself.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class RightsStatement:
    """One statement: its address, its usual name, and in plain words what a visitor may do."""

    uri: str
    code: str
    label: str
    plain_words: str
    reuse: bool


_FREE = _("You may copy, change and share it, also commercially, without asking.")
_CREDIT = _("You may copy, change and share it, also commercially, if you name the creator.")
_ALIKE = _(
    "You may copy, change and share it, also commercially, if you name the creator and share what you make in the same way."
)
_NON_COMMERCIAL = _("You may copy, change and share it, not commercially, if you name the creator.")
_NO_CHANGE = _("You may copy and share it unchanged, not commercially, if you name the creator.")
_ASK = _("You may look at it here and quote it as the law allows; for any other use, ask the rights holder.")
_EDUCATION = _("You may use it in class and in research; for any other use, ask the rights holder.")
_UNCLEAR = _("Nobody is certain who holds the rights. You may look at it here; for any other use, ask the museum.")

_CC = "https://creativecommons.org"
_RS = "http://rightsstatements.org/vocab"

STATEMENTS = {
    statement.uri: statement
    for statement in (
        RightsStatement(f"{_CC}/publicdomain/mark/1.0/", "PDM", _("Public domain"), _FREE, True),
        RightsStatement(f"{_CC}/publicdomain/zero/1.0/", "CC0", _("CC0, given to the public domain"), _FREE, True),
        RightsStatement(f"{_CC}/licenses/by/4.0/", "CC BY 4.0", "CC BY 4.0", _CREDIT, True),
        RightsStatement(f"{_CC}/licenses/by-sa/4.0/", "CC BY-SA 4.0", "CC BY-SA 4.0", _ALIKE, True),
        RightsStatement(f"{_CC}/licenses/by-nc/4.0/", "CC BY-NC 4.0", "CC BY-NC 4.0", _NON_COMMERCIAL, True),
        RightsStatement(f"{_CC}/licenses/by-nc-nd/4.0/", "CC BY-NC-ND 4.0", "CC BY-NC-ND 4.0", _NO_CHANGE, True),
        RightsStatement(f"{_RS}/InC/1.0/", "InC", _("In copyright"), _ASK, False),
        RightsStatement(
            f"{_RS}/InC-EDU/1.0/", "InC-EDU", _("In copyright, educational use permitted"), _EDUCATION, False
        ),
        RightsStatement(
            f"{_RS}/InC-RUU/1.0/", "InC-RUU", _("In copyright, rights holder cannot be found"), _UNCLEAR, False
        ),
        RightsStatement(
            f"{_RS}/NoC-NC/1.0/", "NoC-NC", _("No copyright, non-commercial use only"), _NON_COMMERCIAL, True
        ),
        RightsStatement(f"{_RS}/NKC/1.0/", "NKC", _("No known copyright"), _UNCLEAR, False),
        RightsStatement(f"{_RS}/UND/1.0/", "UND", _("Copyright undetermined"), _UNCLEAR, False),
    )
}

RIGHTS_CHOICES = [(statement.uri, statement.label) for statement in STATEMENTS.values()]


class RightsField(models.CharField):
    """The address of a rights statement; blank while nobody has looked into it."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("verbose_name", _("rights"))
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("choices", RIGHTS_CHOICES)
        kwargs.setdefault(
            "help_text", _("What a visitor may do with it. Needed before anything that shows it can be published.")
        )
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        """Leave the vocabulary out of migrations: a new statement must not need one."""
        name, path, args, kwargs = super().deconstruct()
        for key in ("choices", "help_text", "verbose_name"):
            kwargs.pop(key, None)
        return name, path, args, kwargs


def statement_for(uri: str) -> RightsStatement | None:
    """The statement at ``uri``, or ``None`` where rights are blank or unknown."""
    return STATEMENTS.get(uri)
