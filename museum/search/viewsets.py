"""Words of the same meaning in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.views.snippets import SnippetViewSet

from museum.core.languages import direction, fallbacks
from museum.core.thesaurus import ASKED, read
from museum.search.models import SearchConcept
from museum.search.models.concepts import FIELDS


class ConceptForm(WagtailAdminModelForm):
    """Each field in the direction of its language; the museum's own meanings to choose from, in words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, language in FIELDS.items():
            self.fields[name].widget.attrs |= {"lang": language, "dir": direction(language), "rows": 2}
        adds_to = self.fields["adds_to"]
        self.fields["adds_to"] = forms.ChoiceField(
            choices=[("", _("A new meaning")), *known_meanings()],
            required=False,
            label=adds_to.label,
            help_text=adds_to.help_text,
        )


def known_meanings() -> list[tuple[str, str]]:
    """(key, words) of the museum's own concepts, the reader's language first."""
    found = []
    for concept in read():
        languages = [*(code for code in fallbacks() if code in concept.words), *concept.words]
        words = [concept.words[language][0] for language in dict.fromkeys(languages) if language != ASKED]
        found.append((concept.key, " · ".join(words[:4])))
    return sorted(found, key=lambda row: row[1].casefold())


class ConceptViewSet(SnippetViewSet):
    model = SearchConcept
    icon = "openquote"
    menu_label = _("Words of the same meaning")
    menu_order = 800
    add_to_settings_menu = True
    list_per_page = 40
    search_fields = list(FIELDS)
    search_backend_name = None

    def get_edit_handler(self):
        """The model's panels in the form above."""
        handler = super().get_edit_handler()
        handler.base_form_class = ConceptForm
        return handler.bind_to_model(self.model)
