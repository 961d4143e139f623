"""A work hangs at the size of the real thing, as its picture or the catalogue has it; what neither knows hangs at a usual size."""

import pytest

from exhibits.layout import USUAL_SIDE
from museum.collection.models import Dimension
from tests import builders

pytestmark = pytest.mark.django_db


def hung(*dimensions, width_cm=None):
    """The place of one artefact (its picture is 4 by 3) with these dimensions: (dimension, value, unit, part)."""
    builders.all_homes()
    artefact = builders.artefact(
        dimensions=[
            Dimension(dimension=name, value=value, unit=unit, part=part) for name, value, unit, part in dimensions
        ]
    )
    artefact.image.width_cm = width_cm
    artefact.image.save()
    exhibit = builders.exhibit(works=[("artefact", {"artefact": artefact, "label": ""})])
    return exhibit.halls[0].works[0].place


@pytest.mark.parametrize(
    ("dimensions", "width_cm", "size"),
    [
        ([("width", 42, "cm", "")], None, (0.42, 0.315)),
        ([("height", 300, "mm", "")], None, (0.4, 0.3)),
        ([("width", 42, "cm", "")], 60, (0.6, 0.45)),
        ([("width", 9, "cm", "handle"), ("weight", 2, "kg", "")], None, (USUAL_SIDE, USUAL_SIDE * 3 / 4)),
    ],
)
def test_a_picture_hangs_at_its_true_size(dimensions, width_cm, size):
    place = hung(*dimensions, width_cm=width_cm)
    assert (place.width, place.height) == pytest.approx(size, abs=0.001)
    assert place.true_scale == (size[0] != USUAL_SIDE)
