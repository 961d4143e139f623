"""Printed catalogues are kept, and go when an image of the museum is withdrawn."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from tests import builders

pytestmark = pytest.mark.django_db


def test_no_printed_catalogue_outlives_a_withdrawal(django_capture_on_commit_callbacks):
    storage, image = storages["private"], builders.image()
    name = storage.save("catalogues/7/printed.pdf", ContentFile(b"%PDF"))
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    assert storage.exists(name)
    image.withdrawn = True
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    assert not storage.exists(name)
