"""The search knows what is published, the moment it is, and nothing else."""

from wagtail.models import Page, PageViewRestriction

from museum.search.facet_numbers import value_of
from museum.search.models import SearchDocument, SearchFacet, SearchName, SearchWord
from tests import builders

WORD = "xylophone"
NAMES = {"fr": WORD, "ar": "زيلوفون", "en": WORD}


def records():
    """One draft of each kind of record, called by the word."""
    yield builders.theme(publish=False, labels=NAMES)
    yield builders.place(publish=False, names=NAMES)
    yield builders.person(publish=False, names=NAMES)
    yield builders.event(publish=False, titles=NAMES)
    yield builders.artefact(publish=False, titles=NAMES)


def kind(record) -> str:
    return record._meta.model_name


def test_a_record_is_found_when_published_and_no_longer_when_withdrawn(museum, found):
    for record in records():
        reference = f"{kind(record)}:{record.pk}"
        assert reference not in found(WORD)
        record.get_latest_revision().publish()
        assert reference in found(WORD), reference
        assert reference in found("زيلوفون", "ar")
        type(record).objects.get(pk=record.pk).unpublish()
        assert reference not in found(WORD), reference
    assert not SearchDocument.objects.filter(title__contains=WORD).exists()
    assert not SearchWord.objects.filter(word=WORD).exists()
    assert not SearchName.objects.filter(folded=WORD).exists()


def test_a_deleted_record_is_gone_with_its_words(museum, found):
    place = builders.place(names=NAMES)
    assert found(WORD) == [f"place:{place.pk}"]
    place.delete()
    assert found(WORD) == []
    assert not SearchWord.objects.filter(word=WORD).exists()


def test_what_is_corrected_is_found_under_its_new_name_only(museum, found):
    place = builders.place(names=NAMES)
    for name in place.names.all():
        name.text = "Marimba"
        name.save()
    place.refresh_from_db()
    place.save_revision().publish()
    assert found(WORD) == []
    assert found("marimba") == [f"place:{place.pk}"]


def test_the_versions_of_a_page_are_one_thing(museum, found):
    reference = f"story:{museum.story.translation_key}"
    assert reference in found("départ")
    assert reference in found("الفجر", "ar")
    museum.story_ar.unpublish()
    assert reference not in found("الفجر", "ar")
    assert reference in found("départ")
    museum.story.unpublish()
    assert reference not in found("départ")


def test_a_private_page_and_what_lies_below_it_are_not_found(museum, found):
    assert found("Panneau")
    index = Page.objects.get(pk=museum.exhibit.get_parent().pk)
    restriction = PageViewRestriction.objects.create(
        page=index, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert found("Panneau") == []
    restriction.delete()
    assert found("Panneau")


def test_a_deleted_page_is_gone(museum, found):
    museum.exhibit.delete()
    assert found("Panneau") == []


def test_what_a_page_says_of_a_withdrawn_thing_goes_with_it(museum, found):
    assert found("Regardez les coins")
    museum.artefact.unpublish()
    assert f"story:{museum.story.translation_key}" not in found("coins")


def test_a_look_at_a_withdrawn_image_is_not_found(museum, found):
    reference = f"look:{museum.look.pk}"
    title = museum.look.texts.first().title
    assert reference in found(title)
    museum.look.image.withdrawn = True
    museum.look.image.save()
    assert reference not in found(title)


def test_a_name_of_a_withdrawn_place_means_nothing_any_more(museum, found):
    """What is related to a place is found by its name as long as that is published."""
    person = f"person:{museum.person.pk}"
    assert person in found("agadir")
    museum.place.unpublish()
    assert person not in found("agadir")


def test_a_withheld_passage_is_not_searched(museum, found):
    recording = museum.interview
    first = recording.public_tracks("captions")[0].public_cues([])[0]

    def searched() -> list[str]:
        texts = SearchDocument.objects.get(reference=f"recording:{recording.pk}").texts
        return [text for text, _language, kind, *_rest in texts if kind == "transcript"]

    assert " ".join(first.text.split()) in searched()
    recording.withheld = [("passage", {"start": 0.0, "end": first.end, "sounds": "silence", "reason": "x"})]
    recording.save_revision().publish()
    assert searched()
    assert " ".join(first.text.split()) not in searched()


def test_nothing_is_left_behind(museum):
    before = SearchFacet.objects.count(), SearchName.objects.count(), SearchWord.objects.count()
    place = builders.place(names=NAMES)
    assert SearchFacet.objects.count() > before[0]
    place.delete()
    assert (SearchFacet.objects.count(), SearchName.objects.count(), SearchWord.objects.count()) == before


def test_a_story_is_found_as_precisely_as_the_teller_of_its_journey_allows_now(museum):
    """The finest place of a leg is told no longer from the moment that its teller wants it coarser."""
    region = builders.place(names={"fr": "Région"}, kind="region")
    village = builders.place(names={"fr": "Village"}, kind="village", within=region)
    journey = builders.journey((village, museum.other))
    story = builders.story(journey=journey)

    def places() -> set[int]:
        numbers = SearchFacet.objects.filter(document__reference=f"story:{story.translation_key}")
        found = [value_of(number) for number in numbers.values_list("number", flat=True)]
        return {value for facet, value in found if facet == "place"}

    assert {village.pk, region.pk} <= places()
    leg = journey.legs.get()
    leg.from_precision = "region"
    leg.save()
    journey.refresh_from_db()
    journey.save_revision().publish()
    assert village.pk not in places()
    assert region.pk in places()


def test_a_row_that_a_script_saves_follows_when_the_decision_stands(museum, found, django_capture_on_commit_callbacks):
    museum.place.live = False
    with django_capture_on_commit_callbacks(execute=True):
        museum.place.save()
    assert f"place:{museum.place.pk}" not in found("agadir")
    museum.story.live = False
    with django_capture_on_commit_callbacks(execute=True):
        museum.story.save()
    story = SearchDocument.objects.get(reference=f"story:{museum.story.translation_key}")
    assert set(story.versions) == {"ar"}
