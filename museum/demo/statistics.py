"""Loading the demonstration statistics: series with their sources, and their numbers as a curator would load them."""

from museum.collection.models import Place
from museum.demo.content import in_languages, read
from museum.demo.ledger import Ledger
from museum.demo.records import publish
from stories.models import FlowBatch, StatisticSeries
from stories.routes import batches


def load_statistics(ledger: Ledger) -> None:
    """Every series of ``content/statistics.yaml``; the rows of each are one batch, which can be undone like any other."""
    for row in read("statistics"):
        key = f"series/{row['key']}"
        if key in ledger:
            continue
        series = StatisticSeries(
            slug=row["key"],
            period=str(row["period"]),
            source=row["source"],
            source_url=row.get("source_url") or "",
            rights=row["rights"],
            is_demonstration=True,
            **{f"title_{language}": text for language, text in in_languages(row["titles"])},
            **{f"definition_{language}": text for language, text in in_languages(row["definitions"])},
        )
        publish(series)
        ledger.add(key, series)
        slugs = {flow[end] for flow in row["flows"] for end in ("from", "to")}
        places = dict(Place.objects.filter(slug__in=slugs).values_list("slug", "pk"))
        batch = FlowBatch.objects.create(
            series=series,
            file_name="statistics.yaml",
            rows=[_flow(flow, places) for flow in row["flows"] if {flow["from"], flow["to"]} <= places.keys()],
        )
        batches.apply(batch)


def _flow(flow: dict, places: dict[str, int]) -> dict:
    return {
        "from_place_id": places[flow["from"]],
        "to_place_id": places[flow["to"]],
        "date": str(flow["date"]),
        "motive": flow.get("motive") or "",
        "number": flow["number"],
        "number_to": flow.get("up_to"),
        "is_estimate": bool(flow.get("estimate")),
    }
