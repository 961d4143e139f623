"""``manage.py setup_museum``: the empty museum. Four languages, a home page each, the roles. Safe to run again."""

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from exhibits.models import ExhibitIndexPage
from museum.core.languages import INTERFACE_LANGUAGES
from museum.entrance.models import HomePage
from stories.models import StoryIndexPage

#: Addresses are Latin in every language: Arabic letters turn to percent signs in a message.
SLUGS = {
    "fr": ("recits", "expositions"),
    "ar": ("hikayat", "maarid"),
    "en": ("stories", "exhibits"),
    "zgh": ("tullisin", "exhibits"),
}


class Command(BaseCommand):
    """Make the locales, the page trees and the roles where they are missing."""

    help = "Make the empty museum: languages, home pages, roles. Running it again changes nothing."

    @transaction.atomic
    def handle(self, *args, **options):
        """Create what is missing; leave what is there."""
        from museum.desk.roles import set_up_roles

        locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in INTERFACE_LANGUAGES}
        root = Page.get_first_root_node()
        self._remove_welcome_page(root)
        home = self._home(root, locales["fr"], None)
        site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
        site.root_page, site.site_name = home, site.site_name or "Rihla"
        site.save()
        for code in INTERFACE_LANGUAGES:
            self._tree(root, locales[code], home)
        set_up_roles()
        self.stdout.write("The museum stands: " + ", ".join(INTERFACE_LANGUAGES))

    def _remove_welcome_page(self, root):
        """Wagtail's own first page makes room, if nobody has built on it."""
        for page in root.get_children().filter(content_type__app_label="wagtailcore"):
            if not page.get_children().exists():
                page.delete()
        root.refresh_from_db()

    def _home(self, root, locale, original):
        found = HomePage.objects.filter(locale=locale).first()
        if found:
            return found
        with override(locale.language_code):
            title = _("The museum of Moroccan migration")
        page = HomePage(title=title, slug=locale.language_code, locale=locale, summary=title)
        if original:
            page.translation_key = original.translation_key
        root.refresh_from_db()
        root.add_child(instance=page)
        page.save_revision().publish()
        return HomePage.objects.get(pk=page.pk)

    def _tree(self, root, locale, original_home):
        home = self._home(root, locale, original_home)
        for position, model in enumerate((StoryIndexPage, ExhibitIndexPage)):
            if model.objects.child_of(home).exists():
                continue
            original = model.objects.child_of(original_home).first()
            with override(locale.language_code):
                title = _("Stories") if model is StoryIndexPage else _("Exhibits")
            page = model(title=title, slug=SLUGS[locale.language_code][position], locale=locale)
            if original:
                page.translation_key = original.translation_key
            home.add_child(instance=page)
            page.save_revision().publish()
            home.refresh_from_db()
