"""Leaving with everything: the public bag holds what an anonymous visitor may have and nothing else; the whole one all."""

import csv
import json
import re
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote, urljoin, urlsplit

import bagit
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django_otp.plugins.otp_totp.models import TOTPDevice
from PIL import Image, PngImagePlugin
from wagtail.models import Comment, PageViewRestriction

from museum.core.folding import fold
from museum.preservation.exporting import export
from museum.preservation.public_site import kept
from museum.search.models import SearchedDay
from stories.models import Leg
from tests import builders
from tests.pages.conftest import build_museum

pytestmark = pytest.mark.django_db

#: What was planted → where. None of these words is anywhere else.
SECRETS = {
    "Zqdraft": "the title of a story that is a draft",
    "Zqedit": "an edit of a published story that waits",
    "Zqartefact": "an artefact that is a draft",
    "Zqperson": "a person that is a draft",
    "Zqplace": "a place that its teller keeps back",
    "Zqpassage": "a passage of a recording that is kept back",
    "Zqtrack": "timed text that nobody has read yet",
    "Zqname": "the name of a user",
    "zqmail@example.org": "the e-mail of a user",
    "Zqcomment": "an editor's comment",
    "Zqclosed": "a page that is closed to the public",
    "Zqwithdrawn": "an image that was withdrawn",
    "Zqbytes": "what a camera wrote into an original",
    "Zqsearched": "what visitors look for",
    "Zqjourney": "the title of a journey, which stays in the admin",
    "Zqpassword": "a password",
    "7a71746f7470736563726574": "the second factor of a user",
}
#: These are not even in the whole bag: nobody who leaves needs them.
NOWHERE = {"Zqpassword", "7a71746f7470736563726574"}


def plant(museum) -> None:
    """Put every secret as near to what is public as it may stand."""
    words = {"fr": "Zqartefact", "ar": "Zqartefact", "en": "Zqartefact"}
    builders.artefact(publish=False, titles=words, themes=[museum.theme])
    builders.person(
        publish=False, names={"fr": "Zqperson", "ar": "Zqperson"}, themes=[museum.theme], places=[museum.place]
    )
    builders.story(publish=False, title="Zqdraft", themes=[museum.theme], road=[museum.place])
    museum.story.title = "Zqedit"
    museum.story.save_revision()
    place = builders.place(names={"fr": "Zqplace", "ar": "Zqplace", "en": "Zqplace"}, country="MA", publish=False)
    journey = builders.journey((place, museum.other), title="Zqjourney")
    Leg.objects.filter(journey=journey).update(from_precision="withheld")
    builders.story(journey=journey, themes=[museum.theme], road=[museum.other])
    cues = [(0, 3, "Un train."), (6, 9, "Zqpassage dit ceci."), (9, 12, "Et puis.")]
    kept_back = [("passage", {"start": 5.0, "end": 9.5, "sounds": "silence", "reason": ""})]
    builders.interview(tracks=[builders.track("captions", "fr", *cues)], withheld=kept_back)
    unread = [
        builders.track("captions", "fr", (0, 3, "Un train.")),
        builders.track("subtitles", "en", (0, 3, "Zqtrack"), status="draft"),
    ]
    builders.interview(tracks=unread)
    user = get_user_model().objects.create_user("Zqname", "zqmail@example.org", first_name="Zqname")
    user.password = "md5$Zqpassword$0"
    user.save()
    TOTPDevice.objects.create(user=user, name="telephone", key="7a71746f7470736563726574")
    Comment.objects.create(page=museum.story, user=user, text="Zqcomment", contentpath="title")
    closed = builders.plain_page(title="Zqclosed", slug="zqclosed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    withdrawn = builders.image(alt_fr="Zqwithdrawn", caption_fr="Zqwithdrawn")
    builders.story(lead_image=withdrawn, themes=[museum.theme])
    withdrawn.withdrawn = True
    withdrawn.save()
    image = museum.artefact.image
    noted = PngImagePlugin.PngInfo()
    noted.add_text("Comment", "Zqbytes")
    path = Path(image.file.storage.path(image.file.name))
    Image.new("RGB", (320, 240), "navy").save(path, "PNG", pnginfo=noted)
    image.renditions.all().delete()
    SearchedDay.objects.create(day="2026-01-01", query="Zqsearched", language="fr", asked=9, found=0)


@pytest.fixture(scope="module")
def left(django_db_setup, django_db_blocker, tmp_path_factory):
    """A museum with secrets, exported."""
    from django.db import transaction

    folder = tmp_path_factory.mktemp("export")
    with django_db_blocker.unblock(), transaction.atomic():
        museum = build_museum()
        plant(museum)
        call_command("index_search", restart=True, verbosity=0)
        made = export(folder)
        story, artefact = museum.story.pk, museum.artefact.slug
        transaction.set_rollback(True)
    return SimpleNamespace(public=folder / "public", whole=folder / "whole", made=made, story=story, artefact=artefact)


def holding(bag: Path, word: str) -> list[str]:
    """The files of a bag that have a word in them or in their name."""
    found = []
    for file in bag.rglob("*"):
        if file.is_file() and (
            word.lower() in str(file.relative_to(bag)).lower() or word.encode().lower() in file.read_bytes().lower()
        ):
            found.append(str(file.relative_to(bag)))
    return found


def test_both_bags_are_valid(left):
    for bag in (left.public, left.whole):
        assert bagit.Bag(str(bag)).validate(processes=1)
    assert left.made.failed == ()


@pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: SECRETS[secret])
def test_the_public_bag_never_holds_what_is_private(left, secret):
    assert holding(left.public, secret) == []


@pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: SECRETS[secret])
def test_the_whole_bag_holds_it(left, secret):
    assert bool(holding(left.whole, secret)) == (secret not in NOWHERE)


def test_no_original_is_in_the_public_bag(left):
    originals = {
        file.read_bytes()
        for file in (left.whole / "data" / "originals").rglob("*")
        if file.is_file() and "models" not in file.parts
    }
    assert len(originals) > 5
    shared = [file for file in (left.public / "data").rglob("*") if file.is_file() and file.read_bytes() in originals]
    assert shared == []


def site_pages(left) -> dict[str, BeautifulSoup]:
    site = left.public / "data" / "site"
    return {
        str(file.relative_to(site)): BeautifulSoup(file.read_text(), "html.parser") for file in site.rglob("*.html")
    }


def test_every_link_of_the_copy_leads_to_a_file_of_it(left):
    site, broken = left.public / "data" / "site", []
    pages = site_pages(left)
    assert len(pages) > 100
    for name, soup in pages.items():
        for tag in soup.find_all(True):
            targets = [tag.get(attribute) for attribute in ("href", "src", "poster") if tag.get(attribute)]
            targets += [part.split()[0] for part in re.split(r",\s+", tag.get("srcset", "").strip()) if part]
            for target in targets:
                parts = urlsplit(target)
                if parts.scheme or target.startswith("#"):
                    continue
                file = unquote(urljoin(f"/{name}", parts.path))
                if not (site / file.lstrip("/")).is_file():
                    broken.append(f"{name}: {target}")
    assert broken == []


def test_the_copy_runs_no_script_but_the_search_and_asks_no_server(left):
    for name, soup in site_pages(left).items():
        scripts = [
            script.get("src") for script in soup.find_all("script") if script.get("type") != "application/ld+json"
        ]
        is_search = re.fullmatch(r"\w+/search/index\.html", name)
        assert len(scripts) == (3 if is_search else 0), name
        for form in soup.find_all("form"):
            assert urljoin(f"/{name}", form["action"]).endswith("/search/index.html"), name
        for tag in soup.find_all(["img", "source", "audio", "video", "track"]):
            assert not urlsplit(tag.get("src") or "").scheme, name


@pytest.mark.parametrize("text", ["L’Étoile du cœur", "أُسْرَة المُهاجِر", "ⴰⴳⴰⴷⵉⵔ 1963", "Aït-Benhaddou, ٣", "ɣ ɛ"])
def test_the_search_of_the_copy_folds_as_the_museum_does(left, text):
    script = (left.public / "data" / "site" / "search" / "folding.js").read_text()
    table = json.loads(script.removeprefix("var FOLDING = ").rstrip().removesuffix(";"))
    folded = "".join(table.get(sign, sign) for sign in text.lower())
    assert " ".join(folded.split()) == fold(text)


def test_the_search_of_the_copy_knows_every_page(left):
    script = (left.public / "data" / "site" / "search" / "ar.js").read_text()
    entries = json.loads(script.removeprefix("var PAGES = ").rstrip().removesuffix(";"))
    assert any(fold("أكادير") in title for _file, _title, _said, title, _words in entries)
    for file, *_rest in entries:
        assert (left.public / "data" / "site" / file).is_file()


def test_every_language_is_in_it(left):
    site = left.public / "data" / "site"
    for language, direction in (("fr", "ltr"), ("ar", "rtl"), ("en", "ltr"), ("zgh", "ltr")):
        text = (site / language / "artefacts" / left.artefact / "index.html").read_text()
        assert (
            f'<html dir="{direction}" lang="{language}"' in text or f'<html lang="{language}" dir="{direction}"' in text
        )
        assert (site / language / "index.html").is_file()


def test_records_are_there_for_machines(left):
    documents = [
        json.loads(file.read_text()) for file in (left.public / "data" / "records" / "json-ld").glob("*.jsonld")
    ]
    kinds = {document["@type"] for document in documents}
    assert {"Article", "CreativeWork", "Place", "AudioObject", "DefinedTerm"} <= kinds
    with (left.public / "data" / "records" / "csv" / "CreativeWork.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert {line["address"].split("/")[1] for line in lines} == {"fr", "ar", "en", "zgh"}


def test_the_whole_bag_holds_all_languages_and_revisions(left):
    tables = left.whole / "data" / "tables"
    with (tables / "csv" / "collection.artefacttext.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {line["language"] for line in csv.DictReader(file)} >= {"fr", "ar", "en"}
    revisions = [
        json.loads(line) for line in (tables / "json-lines" / "wagtailcore.revision.jsonl").read_text().splitlines()
    ]
    mine = [row for row in revisions if row["fields"]["object_id"] == str(left.story)]
    assert any("Zqedit" in json.dumps(row) for row in mine)
    assert len(mine) >= 2
    described = json.loads((tables / "tables.json").read_text())
    assert described["collection.artefacttext"]["artefact"] == "collection.artefact"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/fr/places/", "/fr/places/"),
        ("/fr/places/?page=2", "/fr/places/?page=2"),
        ("/fr/timeline/?decade=1960", "/fr/timeline/?decade=1960"),
        ("/fr/collection/?theme=travail", ""),
        ("/fr/places/?page=2&q=x", ""),
        ("/fr/places/?page=../../x", ""),
        ("/fr/../admin/", ""),
        ("/admin/pages/", ""),
        ("/documents/3/x.pdf", ""),
        ("/media/private/x", ""),
        ("/fr/search/?q=x", ""),
    ],
)
def test_which_addresses_are_kept(address, page):
    assert kept(address) == page


def test_a_table_cell_is_never_a_formula(tmp_path):
    from museum.preservation.exporting import _cell

    assert [_cell(value) for value in ("=1+1", "+1", "-1", "@x", "x", 5)] == ["'=1+1", "'+1", "'-1", "'@x", "x", 5]


def test_a_finished_export_is_not_written_over(left):
    from museum.preservation.refusal import Refused

    with pytest.raises(Refused):
        export(left.public.parent)
