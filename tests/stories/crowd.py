"""A museum of so many journeys that its map has to be light all the same."""

import random

from django.utils.text import slugify
from wagtail.models import Page

from museum.collection.models import Place, PlaceName
from museum.demo.content import read
from stories.models import Journey, Leg, StoryPage
from tests import builders

COUNT = 500


def many_journeys():
    """500 journeys of three legs between the places of the demonstration collection, each told by a story of its own."""
    chance = random.Random(1)
    rows = [row for row in read("places") if row["kind"] not in ("country", "street")]
    places = list(Place.objects.filter(slug__in=[row["key"] for row in rows])) or _places(rows)
    first = builders.story(title="Récit de départ")
    parent = first.get_parent()
    content = first.content_type
    for k in range(COUNT):
        [journey] = Journey.objects.bulk_create([Journey(title=f"Voyage {k}", slug=f"many-{k}", live=True)])
        ends = chance.sample(places, 4)
        Leg.objects.bulk_create(
            Leg(
                journey=journey, from_place=start, to_place=end, sort_order=order, source="Un livre, p. 3",
                date=str(chance.randint(1915, 2020)), motive=chance.choice(["labour", "family", "return", "study"]),
                certainty=chance.choice(["documented", "documented", "probable", "disputed"]), mode="train",
            )
            for order, (start, end) in enumerate(zip(ends, ends[1:], strict=False))
        )  # fmt: skip
        words = " ".join(
            chance.sample("départ hiver train mère port mine carnet lettre usine retour voix maison".split(), 5)
        )
        title = f"{words.capitalize()} {k}"
        path = parent.path + f"{k + 2000:04d}"
        page = Page.objects.bulk_create([
            Page(
                path=path, depth=parent.depth + 1, title=title, slug=slugify(title), url_path=f"{parent.url_path}{slugify(title)}/",
                content_type=content, locale=first.locale, live=True, draft_title=title,
            )
        ])[0]  # fmt: skip
        story = StoryPage(page_ptr_id=page.pk, journey=journey, summary="Une phrase.")
        story.__dict__.update({key: value for key, value in page.__dict__.items() if not key.startswith("_")})
        story.save_base(raw=True)


def _places(rows: list[dict]) -> list[Place]:
    places = Place.objects.bulk_create(
        Place(slug=row["key"], kind=row["kind"], live=True, latitude=str(row["lat"]), longitude=str(row["lon"]))
        for row in rows
    )
    PlaceName.objects.bulk_create(
        PlaceName(place=place, text=name["text"], language=name["language"], kind=name.get("kind") or "preferred")
        for place, row in zip(places, rows, strict=True)
        for name in row["names"]
    )
    return places
