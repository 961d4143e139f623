"""The facet of media counts what visitors can see."""

import pytest

from museum.collection.facets import CollectionListing
from tests import builders

pytestmark = pytest.mark.django_db


def test_an_artefact_with_nothing_but_a_withdrawn_image_has_no_image_to_narrow_by():
    artefact, _other = builders.artefact(), builders.artefact()
    assert CollectionListing({"media": "image"}).page.paginator.count == 2
    image = artefact.images[0]
    image.withdrawn = True
    image.save()
    listing = CollectionListing({"media": "image"})
    assert listing.page.paginator.count == 1
    [media] = [facet for facet in listing.facets if facet.name == "media"]
    assert [value.count for value in media.values] == [1]
