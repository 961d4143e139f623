"""Words of the same meaning that curators add to the museum's own thesaurus (``museum/core/thesaurus.yaml``)."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel

from museum.core.arabic import is_arabic
from museum.core.languages import CONTENT_LANGUAGES, current_language
from museum.core.stop_words import STOP_WORDS
from museum.core.terms import fold
from museum.core.thesaurus import Concept

#: The field of each language's words.
FIELDS = {
    "words_fr": "fr", "words_ar": "ar", "words_en": "en", "words_zgh": "zgh", "words_zgh_latn": "zgh-Latn", "words_ary": "ary",
    "words_ary_latn": "ary-Latn", "words_es": "es", "words_nl": "nl", "words_de": "de", "words_it": "it",
}  # fmt: skip
_ARABIC_FIELDS = frozenset({"words_ar", "words_ary"})
_NAMES = dict(CONTENT_LANGUAGES)
#: Entries of one language, words of one entry, letters of one entry.
MOST, MOST_WORDS, LONGEST = 40, 5, 60
_PARTED = re.compile(r"[,،;؛\r\n]+")


def _words(language: str) -> models.TextField:
    return models.TextField(_NAMES[language], blank=True)


class SearchConcept(models.Model):
    """One meaning in several languages: asked for in one word, things with any of the others are found."""

    adds_to = models.CharField(
        _("adds to"),
        max_length=60,
        blank=True,
        help_text=_("A meaning that the museum knows already and to which you add words. Blank for a new one."),
    )
    words_fr, words_ar, words_en = _words("fr"), _words("ar"), _words("en")
    words_zgh, words_zgh_latn = _words("zgh"), _words("zgh-Latn")
    words_ary, words_ary_latn = _words("ary"), _words("ary-Latn")
    words_es, words_nl, words_de, words_it = _words("es"), _words("nl"), _words("de"), _words("it")

    wagtail_reference_index_ignore = True

    panels = [
        HelpPanel(
            _(
                "Words that mean the same, so that a search in one language finds what is written in another. One entry a "
                "line, or parted by commas, as a dictionary has it: singular, without article. An entry may have up to five "
                "words (“regroupement familial”). Only what means the same: a word that means more brings in what nobody "
                "asked for. It takes effect with the next search; nothing is indexed anew."
            ),
            heading=_("What this is"),
        ),
        FieldPanel("adds_to"),
        MultiFieldPanel([FieldPanel(name) for name in FIELDS], heading=_("Words by language")),
    ]

    class Meta:
        verbose_name = _("words of the same meaning")
        verbose_name_plural = _("words of the same meaning")
        ordering = ["pk"]

    def __str__(self):
        entries = self.entries()
        own = entries.pop(current_language(), [])
        return ", ".join([*own, *(word for words in entries.values() for word in words)][:4]) or gettext("no words yet")

    def entries(self) -> dict[str, list[str]]:
        """The entries by language, as they were typed; a language without any is missing."""
        return {language: found for name, language in FIELDS.items() if (found := parted(getattr(self, name)))}

    def concept(self) -> Concept:
        """Itself for the thesaurus: of the concept that it adds to, or of its own."""
        return Concept(self.adds_to or f"desk-{self.pk}", self.entries())

    def clean(self):
        """Refuse what could find nothing, or everything; entries stand one a line afterwards."""
        errors, number = {}, 0
        for name in FIELDS:
            entries = parted(getattr(self, name))
            setattr(self, name, "\n".join(entries))
            number += len(entries)
            if wrong := _what_is_wrong(name, entries):
                errors[name] = wrong
        if errors:
            raise ValidationError(errors)
        if number < (1 if self.adds_to else 2):
            raise ValidationError(
                gettext("Write a word at least.")
                if self.adds_to
                else gettext("Write two words at least: one meaning has to join something.")
            )


def parted(text: str) -> list[str]:
    """The entries of a field, each once, in the order typed."""
    return list(dict.fromkeys(entry for part in _PARTED.split(text) if (entry := " ".join(part.split()))))


def _what_is_wrong(name: str, entries: list[str]) -> list[str]:
    wrong = []
    if len(entries) > MOST:
        wrong.append(gettext("Too many entries: a language takes %(most)s.") % {"most": MOST})
    for entry in entries[:MOST]:
        said = {"entry": entry[:LONGEST], "most": MOST_WORDS}
        words = fold(entry).split()
        if len(entry) > LONGEST or len(words) > MOST_WORDS:
            wrong.append(gettext("“%(entry)s” is too long: %(most)s words at most.") % said)
        elif not any(letter.isalpha() for letter in "".join(words)):
            wrong.append(gettext("“%(entry)s” has no letters.") % said)
        elif all(word in STOP_WORDS for word in words):
            wrong.append(gettext("“%(entry)s” stands in nearly every text and tells nothing.") % said)
        elif is_arabic(entry) != (name in _ARABIC_FIELDS):
            wrong.append(gettext("“%(entry)s” is in another script than this language here.") % said)
    return wrong
