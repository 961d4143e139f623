"""Places inside places, each with a name and coordinates that stand nowhere else, and legs between them, in memory."""

from hypothesis import strategies as st

from museum.collection.models import Place, PlaceName
from stories.journeys.precision import Containers, Precision
from stories.journeys.shown import as_told
from stories.models import Leg

KINDS = ["street", "village", "town", "city", "port", "region", "country", "other"]
FINENESS = {"street": 0, "other": 0, "village": 1, "town": 1, "city": 1, "port": 1, "region": 2, "country": 3}
LEVEL = {"exact": 0, "town": 1, "region": 2, "country": 3}


def name_of(number: int) -> str:
    return f"Zqx{number}wk"


def place(number: int, kind: str, within: int | None = None, live: bool = True, country: str = "MA") -> Place:
    """A place named after its number, in a degree of its own."""
    built = Place(
        pk=number,
        slug=name_of(number).lower(),
        kind=kind,
        within_id=within,
        live=live,
        country=country,
        latitude=f"{number + 10}.{number + 10}",
        longitude=f"{number + 40}.{number + 40}",
    )
    built.names = [
        PlaceName(text=name_of(number), language="fr"),
        PlaceName(text=f"مكان{number}زق", language="ar"),
        PlaceName(text=f"Ancien{name_of(number)}", language="fr", kind="former"),
    ]
    return built


def containers(places: dict[int, Place]) -> Containers:
    """The places as those that may stand for others, with no database."""
    found = Containers()
    found.__dict__["_by_id"] = {
        pk: p for pk, p in places.items() if p.kind == "country" or any(o.within_id == pk for o in places.values())
    }
    return found


@st.composite
def worlds(draw) -> dict[int, Place]:
    """One to nine places; each may lie in one that was made before it, whatever their kinds."""
    count = draw(st.integers(1, 9))
    built: dict[int, Place] = {}
    for number in range(1, count + 1):
        within = draw(st.sampled_from([None, *built])) if built else None
        built[number] = place(
            number,
            draw(st.sampled_from(KINDS)),
            within,
            draw(st.sampled_from([True, True, True, False])),
            draw(st.sampled_from(["MA", "FR", ""])),
        )
    return built


@st.composite
def journeys(draw):
    """(places, legs as recorded) of a world."""
    places = draw(worlds())
    ends = st.sampled_from(sorted(places))
    legs = [
        Leg(
            pk=number,
            from_place_id=draw(ends),
            to_place_id=draw(ends),
            from_precision=draw(st.sampled_from(Precision.values)),
            to_precision=draw(st.sampled_from(Precision.values)),
            date=draw(st.sampled_from(["", "1963", "1963~", "1956/1977", "../1960", "196X", "1963-05-21"])),
            mode=draw(st.sampled_from(Leg.Mode.values)),
            motive=draw(st.sampled_from(Leg.Motive.values)),
            certainty=draw(st.sampled_from(Leg.Certainty.values)),
            source="Un livre",
            note_fr=draw(st.sampled_from(["", "Une note."])),
            companions_ar=draw(st.sampled_from(["", "مع أخيه"])),
        )
        for number in range(1, draw(st.integers(1, 6)) + 1)
    ]
    return places, legs


def told(places, legs):
    """The legs as they may be told."""
    return as_told(legs, {Place: places}, containers(places))


def tokens(place: Place) -> list[str]:
    """What would give a place away: its names, its address, its coordinates at any precision finer than a degree."""
    names = [name.text for name in place.names.all()]
    return [*names, place.slug, f"{place.latitude}", f"{place.longitude}"]


def kept_back(places, legs) -> list[Place]:
    """The places of which nothing given out may speak: recorded ends finer than allowed, but for those told elsewhere."""
    finer, allowed = set(), set()
    for leg in legs:
        for pk, precision in ((leg.from_place_id, leg.from_precision), (leg.to_place_id, leg.to_precision)):
            chain = [places[pk]]
            while chain[-1].within_id and chain[-1].within_id not in {p.pk for p in chain}:
                chain.append(places[chain[-1].within_id])
            for around in chain:
                fine = precision not in LEVEL or FINENESS[around.kind] < LEVEL[precision]
                (finer if fine else allowed).add(around.pk)
            allowed |= {p.pk for p in places.values() if p.kind == "country"} if precision in LEVEL else set()
    return [places[pk] for pk in finer - allowed] + [p for p in places.values() if not p.live]
