"""Public pages of records."""

from django.http import HttpResponse


def index(request):
    return HttpResponse("")


collection_set = artefact = persons = person = places = place = themes = theme = timeline = index
