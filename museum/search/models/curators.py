"""What visitors look for, as daily counts of words and nothing else, and what curators put first."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchedDay(models.Model):
    """How often something was looked for on one day, and how much answered. Nothing tells who did, or when in the day."""

    day = models.DateField(_("day"))
    query = models.CharField(_("searched for"), max_length=80)
    language = models.CharField(_("language"), max_length=4)
    asked = models.PositiveIntegerField(_("times"), default=0)
    found = models.PositiveIntegerField(_("results"), default=0)

    seen_by_visitors = False
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("day of searches")
        constraints = [models.UniqueConstraint(fields=["day", "query", "language"], name="searched_day_once")]

    def __str__(self):
        return self.query


class SearchPromotion(models.Model):
    """A thing that stands first for a query in one language, or in all. It waits while the thing is withdrawn."""

    query = models.CharField(_("searched for"), max_length=80)
    language = models.CharField(_("language"), max_length=4, blank=True)
    reference = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["query", "language", "reference"], name="search_promotion_once")]

    def __str__(self):
        return f"{self.query}: {self.reference}"
