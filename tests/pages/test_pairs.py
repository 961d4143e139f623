"""Two pictures seen together: each with its own words and with whom it is from, in both ways of seeing them."""

import pytest

from tests import builders

pytestmark = pytest.mark.django_db


def pair(mode: str, **images):
    """A published story with a pair of images, recto and verso."""
    recto = images.get("recto") or builders.image(credit="Famille Amrani")
    verso = images.get("verso") or builders.image(credit="Archives de Douai")
    value = {"first": recto, "second": verso, "first_label": "Recto", "second_label": "Verso", "mode": mode}
    return builders.story(body=[("pair", {**value, "caption": ""})])


@pytest.mark.parametrize("mode", ["side", "slider"])
def test_each_picture_is_named_and_says_whom_it_is_from(client, mode):
    builders.all_homes()
    html = client.get(pair(mode).url).content.decode()
    places = [html.index(words) for words in ("Recto", "Famille Amrani", "Verso", "Archives de Douai")]
    assert places == sorted(places)
    assert html.count("CC BY 4.0") >= 2
    assert ('data-component="compare"' in html) == (mode == "slider")


def test_of_a_pair_with_one_picture_taken_back_the_other_remains(client):
    builders.all_homes()
    gone = builders.image(credit="Famille Retirée", withdrawn=True)
    html = client.get(pair("slider", recto=gone).url).content.decode()
    assert "Famille Retirée" not in html
    assert "Archives de Douai" in html
    assert 'data-component="compare"' not in html
