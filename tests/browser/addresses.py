"""An address of every page type of the demonstration museum, in each language."""

from museum.demo.content import read_folder
from museum.demo.pages import _id
from museum.desk.management.commands.setup_museum import SLUGS

LANGUAGES = ("fr", "ar", "en", "zgh")
STORY, EXHIBIT, PAGE, ARTEFACT = "mora-miners", "the-mine-and-the-factory", "about", "suitcase"
PANORAMA = "panorama-changing-hall"
#: Pages that the browser's copy of the museum withdraws in one language, so that it has untranslated pages.
WITHDRAWN = {"fr": "legal", "ar": "accessibility"}


def _content(folder: str, key: str) -> dict:
    [row] = [row for row in read_folder(folder) if row["key"] == key]
    return row


def _slug(folder: str, key: str, language: str) -> str:
    return _content(folder, key)["languages"][language]["slug"]


def _artefact_slug() -> str:
    return _content("artefacts", ARTEFACT)["object_number"].replace(".", "-").lower()


def withdrawn_slugs() -> list[str]:
    """The slugs of the plain pages of ``WITHDRAWN``, each in the language that loses it."""
    return [_slug("pages", key, language) for language, key in WITHDRAWN.items()]


def availability(language: str) -> str:
    """The page that says in which languages a thing exists, for a thing that does not exist in ``language``."""
    key = f"page/{WITHDRAWN[language]}" if language in WITHDRAWN else f"story/{STORY}"
    return f"/{language}/in-other-languages/{_id(key)}/"


def addresses(language: str) -> dict[str, str]:
    """Page type to path. Tamazight has no story, exhibit or plain page; English lacks an untranslated thing."""
    home, (stories, exhibits) = f"/{language}/", SLUGS[language]
    found = {
        "home": home,
        "story index": f"{home}{stories}/",
        "exhibit index": f"{home}{exhibits}/",
        "collection": f"{home}collection/",
        "collection with a facet": f"{home}collection/?theme=labour",
        "artefact": f"{home}artefacts/{_artefact_slug()}/",
        "person": f"{home}people/larbi-ben-barek/",
        "people": f"{home}people/",
        "place": f"{home}places/marseille/",
        "places": f"{home}places/",
        "theme": f"{home}themes/labour/",
        "themes": f"{home}themes/",
        "timeline": f"{home}timeline/",
        "decade": f"{home}timeline/?decade=1960",
        "road": f"{home}road/?from=agadir&to=france&when=196X",
        "road unasked": f"{home}road/",
        "road that nobody took": f"{home}road/?from=dakhla&to=montreal",
        "routes": f"{home}routes/",
        "statistics": f"{home}routes/?show=statistics",
        "guided look": f"{home}looks/look-at-a-work-contract/",
        "guided looks": f"{home}looks/",
        "recording": f"{home}recordings/reading-road-ar/",
        "recordings": f"{home}recordings/",
        "search": f"{home}search/?q=marseille",
        "search without a query": f"{home}search/",
        "search that finds nothing": f"{home}search/?q=zzyzxqw",
        "journey": f"{home}journeys/{STORY}/",
        "unknown page": f"{home}nowhere/",
    }
    if language != "en":
        found["availability"] = availability(language)
    if language != "zgh":
        found["story"] = f"{home}{stories}/{_slug('stories', STORY, language)}/"
        found["exhibit"] = f"{home}{exhibits}/{_slug('exhibits', EXHIBIT, language)}/"
        found["room"] = f"{found['exhibit']}room/2/"
        found["projector"] = f"{found['exhibit']}projector/"
        found["panorama"] = f"{home}{exhibits}/{_content('panoramas', PANORAMA)['slug'][language]}/"
        found["plain page"] = f"{home}{_slug('pages', PAGE, language)}/"
    return found


def every_page(*languages: str, types: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """(page type, language, path) of every page type, or of those named, in these languages."""
    return [
        (kind, language, path)
        for language in languages or LANGUAGES
        for kind, path in addresses(language).items()
        if not types or kind in types
    ]


def name(value: str) -> str:
    """A parameter as it stands in a test's name; a path is left out."""
    return "" if value.startswith("/") else value.replace(" ", "-")
