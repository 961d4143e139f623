"""Official statistics as rows of the map: a row a number, never added to another, each opening its source."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from stories.models import Flow, Leg, StatisticSeries
from stories.routes.drawing import Road
from stories.routes.periods import period_of
from stories.routes.rows import Link, Row, Stop, Travelled, published_places, said_years, stop_at

#: A number that is withheld is drawn like this one.
_SMALLEST = 1


def counted(query) -> tuple[list[Row], int]:
    """The rows of the published series that answer a :class:`stories.routes.query.RoadQuery`, the largest first, and how
    many undated numbers the years left out. A theme narrows journeys only."""
    flows = {flow.pk: flow for flow in Flow.objects.filter(series__live=True).select_related("series")}
    places = published_places({pk for flow in flows.values() for pk in (flow.from_place_id, flow.to_place_id)})
    stops = {pk: stop_at(place) for pk, place in places.items()}
    legs = [
        leg
        for flow in flows.values()
        if flow.from_place_id in places and flow.to_place_id in places
        for leg in query.part_of([_travelled(flow, stops)])
    ]
    legs, undated = query.in_time(legs)
    rows = [_row(flows[leg.identity], leg) for leg in legs]
    return sorted(rows, key=_order), undated


def _travelled(flow: Flow, stops: dict[int, Stop]) -> Travelled:
    certainty = "disputed" if flow.number_to else "probable" if flow.is_estimate else "documented"
    ends = stops[flow.from_place_id], stops[flow.to_place_id]
    return Travelled(flow.pk, *ends, flow.date, flow.motive, certainty)


def _order(row: Row) -> tuple:
    return -row.road.count, row.earliest or 9999, row.road.origin.key, row.road.destination.key, row.road.motive


def _row(flow: Flow, leg: Travelled) -> Row:
    earliest, latest = leg.years
    start, end = leg.origin.point, leg.destination.point
    title, language = flow.series.said_title
    years, number = said_years([leg], earliest, latest), said_number(flow)
    motive = str(dict(Leg.Motive.choices)[flow.motive]) if flow.motive else _("all reasons")
    words = {"documented": _("counted"), "probable": _("estimated"), "disputed": _("figures disagree")}
    comma = pgettext("between two facts", ", ")
    road = Road(
        start, end,
        count=_SMALLEST if flow.is_withheld else (flow.number + (flow.number_to or flow.number)) // 2,
        period=period_of(earliest or latest),
        motive=flow.motive,
        certainty=leg.certainty,
        label=comma.join([f"{start.name} → {end.name}", years, number]),
        url=f"#series-{flow.series.slug}",
    )  # fmt: skip
    link = Link(title, f"#series-{flow.series.slug}", language)
    definition = flow.series.said_definition[0]
    return Row(
        road, years, earliest, latest, motive, words[leg.certainty], number, [link], definition, flow.is_withheld
    )


def said_number(flow: Flow) -> str:
    """So many persons, a range where figures disagree, or that the number is withheld."""
    if flow.is_withheld:
        return _("number withheld")
    if flow.number_to:
        ends = {"least": grouped(flow.number), "most": grouped(flow.number_to)}
        return _("%(least)s to %(most)s persons") % ends
    return ngettext("%(number)s person", "%(number)s persons", flow.number) % {"number": grouped(flow.number)}


def grouped(number: int) -> str:
    """A number with thin spaces between its thousands."""
    return f"{number:,}".replace(",", "\u202f")


def series_of(query) -> list[StatisticSeries]:
    """The series from which the rows shown come, in the order of their titles."""
    slugs = {row.links[0].url.removeprefix("#series-") for row in query.rows}
    return sorted(StatisticSeries.objects.filter(live=True, slug__in=slugs), key=str)
