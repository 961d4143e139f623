"""The words of everything that can be found: how many documents have each, and its parts for misspelt ones."""

from django.db import models


class SearchWord(models.Model):
    """A word of the index; ``shown`` is how it is written, blank for a stem or a sound that nobody writes."""

    word = models.CharField(max_length=48, unique=True)
    shown = models.CharField(max_length=48, blank=True)
    frequency = models.IntegerField(default=0)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return self.shown or self.word


class SearchGram(models.Model):
    """Three letters in a row of a word, its two ends marked: trigrams on every database."""

    gram = models.CharField(max_length=3)
    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="grams")

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["gram", "word"], name="search_gram_word")]
