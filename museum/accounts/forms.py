"""Forms of the second factor."""

from django import forms
from django.utils.translation import gettext_lazy as _

from museum.accounts.factors import normalised


class CodeForm(forms.Form):
    """A code, typed as it is read: in groups, with hyphens, in digits of any script."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        strip=True,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "none",
                "spellcheck": "false",
                "dir": "ltr",
                "autofocus": True,
            }
        ),
    )

    def clean_code(self):
        """Without spaces and hyphens."""
        return normalised(self.cleaned_data["code"])


class NameForm(forms.Form):
    """What somebody calls a device."""

    name = forms.CharField(label=_("What you call it"), max_length=60, required=False)
