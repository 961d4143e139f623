"""The form of a record in the admin: an address is made where none was typed."""

import uuid

from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminModelForm

from museum.core.tifinagh import to_latin

_PREFERRED = ("fr", "en", "ary-Latn", "zgh-Latn", "es", "nl", "zgh", "ar")


def free_slug(model, words: list[tuple[str, str]], pk=None) -> str:
    """An unused address for a ``model`` from (language, text) pairs; of no meaning where none has Latin letters.

    At most 80 characters and a number, where another record has taken the plain one.
    """
    order = {language: rank for rank, language in enumerate(_PREFERRED)}
    for _language, text in sorted(words, key=lambda pair: order.get(pair[0], len(order))):
        if stem := slugify(to_latin(text))[:80].strip("-"):
            break
    else:
        stem = f"{model._meta.model_name}-{uuid.uuid4().hex[:8]}"
    taken = set(model._default_manager.filter(slug__startswith=stem).exclude(pk=pk).values_list("slug", flat=True))
    return next(slug for slug in _numbered(stem) if slug not in taken)


def _numbered(stem: str):
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


class RecordForm(WagtailAdminModelForm):
    """A record's form; ``slug`` may be left blank."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self):
        """Make the address of a record from its object number, its title or its name."""
        cleaned = super().clean()
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            number = (cleaned.get("object_number") or "").replace(".", "-").replace("/", "-")
            typed = number or cleaned.get("title") or ""
            words = [("fr", typed)] if slugify(to_latin(typed)) else self._typed_words()
            cleaned["slug"] = free_slug(type(self.instance), words, self.instance.pk)
        return cleaned

    def _typed_words(self) -> list[tuple[str, str]]:
        formset = self.formsets.get(getattr(self.instance, "words_relation", "texts"))
        if formset is None or not formset.is_valid():
            return []
        rows = (form.cleaned_data for form in formset.forms if form.cleaned_data)
        return [
            (row.get("language", ""), row.get("title") or row.get("label") or row.get("text") or "") for row in rows
        ]


def free_slug_for(instance) -> str:
    """An unused address for a record whose words stand in memory."""
    words = [(text.language, text.heading) for text in getattr(instance, instance.words_relation).all()]
    return free_slug(type(instance), words, instance.pk)
