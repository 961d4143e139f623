"""What every record of the catalogue shares: one row a thing, its words in as many languages as are known."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from museum.core.addresses import address
from museum.core.dates import EDTFField, phrase
from museum.core.folding import fold
from museum.core.languages import CONTENT_LANGUAGES, SCRIPTS, best, current_language
from museum.core.models import DemonstrationMixin, PreviewInLanguagesMixin, RowsAtOnce, SourcesMixin
from museum.core.readiness import Check, PublicationGate


class Record(
    RowsAtOnce,
    PublicationGate,
    SourcesMixin,
    DemonstrationMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewInLanguagesMixin,
    index.Indexed,
    ClusterableModel,
):
    """A catalogue record. It has a public address, words per language, sources, drafts, history and workflow."""

    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        help_text=_("The last part of its public address. Never change it once published."),
    )
    updated_at = models.DateTimeField(auto_now=True)

    #: Name of the URL pattern of its public page; the pattern takes ``slug``.
    url_name = ""
    #: The related name of the child rows that hold its words.
    words_relation = "texts"
    #: The template of its preview, where that is not its public page's.
    preview_template = ""

    search_fields = [
        index.SearchField("folded_words"),
        index.AutocompleteField("folded_words"),
        index.FilterField("live"),
        index.FilterField("slug"),
        index.FilterField("is_demonstration"),
        index.FilterField("locked"),
    ]

    class Meta:
        abstract = True

    def __str__(self):
        return self.heading()[0]

    def heading(self, language: str | None = None) -> tuple[str, str]:
        """(what it is called, language tag) for a reader of ``language`` (default: the current one)."""
        text = self.text_in(language)
        return (text.heading, text.language) if text else (self.slug, current_language())

    def text_in(self, language: str | None = None):
        """The words that serve the reader best, or ``None``."""
        return best(getattr(self, self.words_relation).all(), language)

    def folded_words(self) -> str:
        """Every name and word it is known by, as it is written and as the search folds it."""
        words = " ".join(filter(None, self.all_words()))
        return f"{words} {fold(words)}"

    def all_words(self) -> list[str]:
        """Every name and word it may be found by."""
        return [self.slug, *(text.heading for text in getattr(self, self.words_relation).all())]

    def get_absolute_url(self) -> str:
        """Its public page in the reader's language."""
        return address(self.url_name, self.slug)

    @property
    def full_url(self) -> str:
        """Lets the admin offer "view live"."""
        return self.get_absolute_url()

    def readiness(self) -> list[Check]:
        """A record needs words in at least one interface language."""
        found = super().readiness()
        if not getattr(self, self.words_relation).all():
            found.append(Check("words", str(_("Write its name in at least one language.")), self.words_relation))
        return found

    def get_preview_template(self, request, mode_name):
        return self.preview_template or f"{self._meta.app_label}/{self._meta.model_name}.html"

    def get_preview_context(self, request, mode_name):
        """What the public view of the record gives its template, as far as a draft has it."""
        context = super().get_preview_context(request, mode_name)
        context |= {self._meta.model_name: self, "record": self, "text": self.text_in()}
        return context | {"permanent_url": "", "artefacts": [], "artefact_count": 0, "events": []}


class Words(models.Model):
    """Child row: the words of a record in one language. Subclasses add the fields and a ``heading``."""

    language = models.CharField(_("language"), max_length=12, choices=CONTENT_LANGUAGES)

    class Meta:
        abstract = True


class Name(models.Model):
    """Child row: one name in one language and script, of one kind, in one period."""

    class Kind(models.TextChoices):
        PREFERRED = "preferred", _("preferred")
        VARIANT = "variant", _("variant")
        FORMER = "former", _("former")
        PSEUDONYM = "pseudonym", _("pseudonym")

    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=12, choices=CONTENT_LANGUAGES)
    script = models.CharField(_("script"), max_length=4, choices=SCRIPTS, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PREFERRED)
    period = EDTFField(_("in use"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.text

    @property
    def heading(self) -> str:
        return self.text

    @property
    def period_phrase(self) -> str:
        """When the name was in use, in the reader's language."""
        return phrase(self.period)


class NamedRecord(Record):
    """A record known by names (persons, places): the preferred one in the reader's language heads it."""

    words_relation = "names"

    class Meta:
        abstract = True

    def text_in(self, language: str | None = None):
        """The preferred name that serves the reader best, else any name."""
        names = list(self.names.all())
        preferred = [name for name in names if name.kind == Name.Kind.PREFERRED]
        return best(preferred or names, language)

    def description_in(self, language: str | None = None):
        """The descriptive words that serve the reader best, or ``None``."""
        return best(self.texts.all(), language)

    def other_names(self, language: str | None = None) -> list:
        """Every name but the heading, former names first: "also known as"."""
        heading = self.text_in(language)
        others = {name.text: name for name in self.names.all() if heading is None or name.text != heading.text}.values()
        return sorted(others, key=lambda name: (name.kind != Name.Kind.FORMER, name.kind, name.text))
