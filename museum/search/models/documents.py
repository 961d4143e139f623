"""What can be found: one row a public thing, whatever its languages, with everything that a result shows of it.

The rows are a projection. They say nothing that is not published, and ``manage.py index_search`` makes them anew.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class SearchDocument(index.Indexed, models.Model):
    """A thing that visitors can find; its folded words stand in Wagtail's own index (``entry``)."""

    class Kind(models.TextChoices):
        STORY = "story", _("Story")
        EXHIBIT = "exhibit", _("Exhibit")
        ARTEFACT = "artefact", _("Object")
        PERSON = "person", _("Person")
        PLACE = "place", _("Place")
        THEME = "theme", _("Theme")
        EVENT = "event", _("Event")
        LOOK = "look", _("Guided look")
        RECORDING = "recording", _("Recording")
        PANORAMA = "panorama", _("Panorama")
        SET = "set", _("Collection set")
        PAGE = "page", _("Page")

    #: ``place:12``, or for a page, whatever its languages, ``story:`` and its translation key.
    reference = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    #: The last part of the address of a record; of a page the keys of its published versions by language.
    slug = models.CharField(max_length=255, blank=True)
    versions = models.JSONField(default=dict)
    #: ``[text, language, role, folded]`` of every name and title; the best of the role "title" heads a result.
    names = models.JSONField(default=list)
    #: ``[text, language, kind, second, folded]`` of every passage, in the order of the page.
    texts = models.JSONField(default=list)
    #: The words as they are indexed (``museum.search.wording``): of names and titles, and of all the rest.
    title = models.TextField(blank=True)
    body = models.TextField(blank=True)
    earliest = models.DateField(null=True)
    date = models.CharField(max_length=60, blank=True)
    image = models.ForeignKey(
        "assets.MuseumImage", null=True, on_delete=models.SET_NULL, related_name="+", db_constraint=False
    )
    #: What stands first among things that answer alike.
    weight = models.SmallIntegerField(default=0)
    is_demonstration = models.BooleanField(default=False)
    #: The key of its row in Wagtail's index, so that matches are joined by one number on SQLite.
    entry = models.BigIntegerField(null=True)
    build = models.PositiveIntegerField(default=0)

    search_fields = [index.SearchField("title"), index.SearchField("body")]
    #: Written by ``museum.search.index``, many at a time; Wagtail need not follow every save.
    search_auto_update = False
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search document")
        indexes = [
            # Everything that matches are ordered by, so that the wide rows are read for one page alone: as SQLite finds
            # them, and as PostgreSQL does.
            models.Index(fields=["entry", "weight", "reference", "earliest"], name="search_document_order"),
            models.Index(fields=["id", "weight", "reference", "earliest"], name="search_document_order_by_key"),
            models.Index(fields=["kind", "build"], name="search_document_build"),
        ]

    def __str__(self):
        return self.reference


class SearchName(models.Model):
    """A name or title from the beginning of one of its words on, for suggestions and for whole names."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="name_starts")
    folded = models.CharField(max_length=120, db_index=True)
    #: Which of the document's names it is, and whether it begins where the name does.
    position = models.PositiveSmallIntegerField()
    is_whole = models.BooleanField()
    weight = models.SmallIntegerField(default=0)

    wagtail_reference_index_ignore = True


class SearchFacet(models.Model):
    """One value of one facet of a document, as one number (``museum.search.facet_numbers.number_of``)."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="facets", db_index=False)
    number = models.BigIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            models.Index(fields=["document", "number"], name="search_facet_of_document"),
            models.Index(fields=["number", "document"], name="search_facet_by_number"),
        ]


class SearchBuild(models.Model):
    """How far a building of the whole index has come, kind by kind, so that it goes on where it stopped."""

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=SearchDocument.Kind)
    after = models.CharField(max_length=40, blank=True)
    done = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["number", "kind"], name="search_build_one_a_kind")]
