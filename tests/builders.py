"""Plain functions that build every record and page of the museum, ready to be published and published by default.

Each takes keyword arguments that replace its defaults; ``publish=False`` leaves a draft. Titles and slugs carry a
counter, so that any number of each can stand side by side.
"""

import io
import itertools
import json
import math
import struct
from array import array
from fractions import Fraction

import av
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Locale, Page, Site

from exhibits.models import ExhibitIndexPage, ExhibitPage, PanoramaPage
from museum.assets import preparation
from museum.assets.models import Model3D, MuseumDocument, MuseumImage, Recording, RecordingText, RecordingTrack
from museum.assets.timed_text import stamp
from museum.collection import models as catalogue
from museum.core.languages import INTERFACE_LANGUAGES
from museum.entrance.models import HomePage, PlainPage
from stories.models import Flow, Journey, Leg, StatisticSeries, StoryIndexPage, StoryPage, StoryStop
from stories.routes.batches import withhold

CC_BY = "https://creativecommons.org/licenses/by/4.0/"
_counter = itertools.count(1)


def _publish(thing, publish: bool):
    """Save ``thing`` as a draft and, if asked, publish it as the admin does; returns the fresh row."""
    thing.live = False
    thing.save()
    revision = thing.save_revision()
    if publish:
        revision.publish()
    return type(thing).objects.get(pk=thing.pk)


# Media


def picture_bytes(width: int = 64, height: int = 48, kind: str = "PNG", **options) -> bytes:
    """An encoded picture of one colour; ``options`` go to Pillow's ``save``."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (30, 60, 120)).save(buffer, kind, **options)
    return buffer.getvalue()


def image(**fields) -> MuseumImage:
    """An image with alternative text in four languages, credit and rights."""
    number = next(_counter)
    defaults = {
        "title": f"Image {number}",
        "alt_fr": f"Un rectangle bleu, numéro {number}",
        "alt_ar": f"مستطيل أزرق رقم {number}",
        "alt_en": f"A blue rectangle, number {number}",
        "alt_zgh": f"ⵜⴰⵡⵍⴰⴼⵜ {number}",
        "credit": "Rihla",
        "rights": CC_BY,
    }
    built = MuseumImage(**{**defaults, **fields})
    if not built.file:
        built.file = ContentFile(picture_bytes(320, 240), name=f"image-{number}.png")
    built.save()
    return built


def document(**fields) -> MuseumDocument:
    """A text document with rights."""
    number = next(_counter)
    built = MuseumDocument(**{"title": f"Document {number}", "language": "fr", "rights": CC_BY, **fields})
    if not built.file:
        built.file = ContentFile(b"A document.\n", name=f"document-{number}.txt")
    built.save()
    return built


def glb_bytes(
    low=(-0.05, 0.0, -0.05), high=(0.05, 0.3, 0.05), triangles: int = 12, graph=None, picture=b"", **node
) -> bytes:
    """A glTF 2.0 binary of one mesh between two corners (metres); ``node`` are properties of the node it hangs from.

    ``graph`` may replace parts of its JSON, for files that something is wrong with; ``picture`` is a picture on it.
    """
    corners = [tuple(end[k] for k, end in enumerate(ends)) for ends in itertools.product((low, high), repeat=3)]
    points = struct.pack("<72f", *itertools.chain(*corners * 3))
    indices = struct.pack("<3H", 0, 1, 2) * triangles
    indices += b"\0" * (-len(indices) % 4)
    document = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, **node}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
        "accessors": [
            {
                "bufferView": 0, "componentType": 5126, "count": 24, "type": "VEC3",
                "min": list(low), "max": list(high),
            },
            {"bufferView": 1, "componentType": 5123, "count": triangles * 3, "type": "SCALAR"},
        ],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": len(points)},
            {"buffer": 0, "byteOffset": len(points), "byteLength": len(indices)},
        ],
        "buffers": [{"byteLength": len(points) + len(indices) + len(picture)}],
        **(graph or {}),
    }  # fmt: skip
    if picture:
        offset = len(points) + len(indices)
        document["bufferViews"].append({"buffer": 0, "byteOffset": offset, "byteLength": len(picture)})
        document["images"] = [{"bufferView": 2, "mimeType": "image/png"}]
        picture += b"\0" * (-len(picture) % 4)
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    binary = points + indices + picture
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def model_3d(**fields) -> Model3D:
    """A 3D model of twelve triangles, with rights."""
    number = next(_counter)
    built = Model3D(**{"title": f"Modèle {number}", "rights": CC_BY, **fields})
    if not built.file:
        built.file = ContentFile(glb_bytes(), name=f"model-{number}.glb")
    built.save()
    return built


def recording(publish: bool = True, **fields) -> Recording:
    """A recording (an Ogg header and nothing else) with a French title and transcript."""
    number = next(_counter)
    defaults = {
        "slug": f"recording-{number}",
        "language": "fr",
        "duration": 40,
        "rights": CC_BY,
        "credit": "Rihla",
        "texts": [
            RecordingText(
                language="fr",
                title=f"Enregistrement {number}",
                description="Un son d’essai.",
                transcript="<p>Une sonnerie, puis le silence.</p>",
            )
        ],
    }
    built = Recording(**{**defaults, **fields})
    if not built.file:
        built.file = ContentFile(b"OggS" + struct.pack("<60x"), name=f"recording-{number}.opus")
    return _publish(built, publish)


# Records


def theme(publish: bool = True, labels: dict | None = None, **fields) -> catalogue.Theme:
    """A theme with its label in French, Arabic and English, or in ``labels`` (language → label)."""
    number = next(_counter)
    labels = labels or {"fr": f"Thème {number}", "ar": f"موضوع {number}", "en": f"Theme {number}"}
    defaults = {
        "slug": f"theme-{number}",
        "texts": [catalogue.ThemeText(language=code, label=label) for code, label in labels.items()],
    }
    return _publish(catalogue.Theme(**{**defaults, **fields}), publish)


def place(publish: bool = True, names: dict | None = None, **fields) -> catalogue.Place:
    """A place with a preferred name in each language of ``names`` (language → name)."""
    number = next(_counter)
    names = names or {"fr": f"Lieu {number}", "ar": f"مكان {number}", "en": f"Place {number}"}
    defaults = {
        "slug": f"place-{number}",
        "latitude": "33.00000",
        "longitude": "-7.00000",
        "precision_km": "5.0",
        "names": [catalogue.PlaceName(language=code, text=text) for code, text in names.items()],
    }
    return _publish(catalogue.Place(**{**defaults, **fields}), publish)


def person(publish: bool = True, names: dict | None = None, **fields) -> catalogue.Person:
    """An institution, so that nobody is invented; pass ``kind`` for another."""
    number = next(_counter)
    names = names or {"fr": f"Institution {number}", "ar": f"مؤسسة {number}", "en": f"Institution {number}"}
    defaults = {
        "slug": f"person-{number}",
        "kind": catalogue.Person.Kind.INSTITUTION,
        "names": [catalogue.PersonName(language=code, text=text) for code, text in names.items()],
    }
    return _publish(catalogue.Person(**{**defaults, **fields}), publish)


def event(publish: bool = True, titles: dict | None = None, **fields) -> catalogue.Event:
    """An event of 1963 with its title in each language of ``titles``."""
    number = next(_counter)
    titles = titles or {"fr": f"Événement {number}", "ar": f"حدث {number}", "en": f"Event {number}"}
    defaults = {
        "slug": f"event-{number}",
        "date": "1963-05-21",
        "texts": [catalogue.EventText(language=code, title=title) for code, title in titles.items()],
    }
    return _publish(catalogue.Event(**{**defaults, **fields}), publish)


def collection_set(publish: bool = True, **fields) -> catalogue.CollectionSet:
    """A collection set with a title in three languages."""
    number = next(_counter)
    titles = {"fr": f"Fonds {number}", "ar": f"مجموعة {number}", "en": f"Set {number}"}
    defaults = {
        "slug": f"set-{number}",
        "texts": [catalogue.CollectionSetText(language=code, title=title) for code, title in titles.items()],
    }
    return _publish(catalogue.CollectionSet(**{**defaults, **fields}), publish)


def object_name(publish: bool = True, labels: dict | None = None, **fields) -> catalogue.ObjectName:
    """An object name with its label in each language of ``labels``."""
    number = next(_counter)
    labels = labels or {"fr": f"objet {number}", "ar": f"شيء {number}", "en": f"object {number}"}
    defaults = {
        "slug": f"object-{number}",
        "texts": [catalogue.ObjectNameText(language=code, label=label) for code, label in labels.items()],
    }
    return _publish(catalogue.ObjectName(**{**defaults, **fields}), publish)


def artefact(publish: bool = True, titles: dict | None = None, with_image: bool = True, **fields) -> catalogue.Artefact:
    """An artefact with words in each language of ``titles``, one image, rights and an object number."""
    number = next(_counter)
    titles = titles or {"fr": f"Valise {number}", "ar": f"حقيبة {number}", "en": f"Suitcase {number}"}
    defaults = {
        "object_number": f"TEST.{number:04d}",
        "slug": f"test-{number:04d}",
        "production_date": "1963~",
        "rights": CC_BY,
        "texts": [
            catalogue.ArtefactText(language=code, title=title, brief_description=title)
            for code, title in titles.items()
        ],
        "media": [catalogue.ArtefactMedium(image=image(), sort_order=0)] if with_image else [],
    }
    related = {key: fields.pop(key) for key in ("themes", "collection_sets") if key in fields}
    built = catalogue.Artefact(**{**defaults, **fields})
    for key, value in related.items():
        setattr(built, key, value)
    return _publish(built, publish)


def guided_look(publish: bool = True, titles: dict | None = None, **fields) -> catalogue.GuidedLook:
    """A look of two steps at an image, written in each language of ``titles``."""
    number = next(_counter)
    titles = titles or {"fr": f"Regard {number}", "ar": f"نظرة {number}", "en": f"Look {number}"}
    words = {f"text_{code}": f"{title}." for code, title in titles.items()}
    steps = [
        {"x": 10.0, "y": 5.0, "width": 40.0, "height": 20.0},
        {"x": 55.0, "y": 60.0, "width": 30.0, "height": 35.0},
    ]
    defaults = {
        "slug": f"look-{number}",
        "steps": [("step", {**step, **words}) for step in steps],
        "texts": [catalogue.GuidedLookText(language=code, title=title) for code, title in titles.items()],
    }
    image_shown = fields.pop("image", None) or image()
    return _publish(catalogue.GuidedLook(**{**defaults, **fields, "image": image_shown}), publish)


# Pages


def locale(language: str) -> Locale:
    """The locale of a language, made if needed."""
    return Locale.objects.get_or_create(language_code=language)[0]


def home(language: str = "fr") -> HomePage:
    """The home page of a language; the French one is the root of the site. All are translations of one another."""
    found = HomePage.objects.filter(locale__language_code=language).first()
    if found:
        return found
    french = None if language == "fr" else home("fr")
    page = HomePage(
        title=f"Rihla {language}",
        slug=f"museum-{language}",
        locale=locale(language),
        summary="Rihla",
    )
    if french:
        page.translation_key = french.translation_key
    Page.objects.get(depth=1).add_child(instance=page)
    page.save_revision().publish()
    if language == "fr":
        site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
        site.root_page, site.site_name = page, "Rihla"
        site.save()
    return HomePage.objects.get(pk=page.pk)


def all_homes() -> list[HomePage]:
    """The home pages of the four languages."""
    return [home(language) for language in INTERFACE_LANGUAGES]


def _section(model, slug: str, language: str, title: str):
    found = model.objects.filter(locale__language_code=language).first()
    if found:
        return found
    page = model(title=title, slug=slug, locale=locale(language))
    if language != "fr":
        page.translation_key = _section(model, slug, "fr", title).translation_key
    home(language).add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def story_index(language: str = "fr") -> StoryIndexPage:
    """The story index of a language."""
    return _section(StoryIndexPage, "stories", language, "Récits")


def exhibit_index(language: str = "fr") -> ExhibitIndexPage:
    """The exhibit index of a language."""
    return _section(ExhibitIndexPage, "exhibits", language, "Expositions")


def _page(parent, page, publish: bool):
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def story(
    language: str = "fr", publish: bool = True, themes=(), places=(), road=(), translation_of=None, **fields
) -> StoryPage:
    """A story with summary, lead image and text; ``road`` is an iterable of places or (place, EDTF) pairs."""
    number = next(_counter)
    defaults = {
        "title": f"Récit {number}",
        "slug": f"story-{number}",
        "summary": "Une phrase qui résume.",
        "period": "1963/1977",
        "body": [("text", "<p>Le train part à l’aube.</p>")],
    }
    if "lead_image" not in fields:
        defaults["lead_image"] = image()
    page = StoryPage(**{**defaults, **fields})
    page.themes = list(themes)
    page.places = list(places)
    for order, stop in enumerate(road):
        where, date = stop if isinstance(stop, tuple) else (stop, "")
        page.road.add(StoryStop(place=where, date=date, sort_order=order))
    if translation_of:
        page.translation_key = translation_of.translation_key
    return _page(story_index(language), page, publish)


def journey(*ends, publish: bool = True, **fields) -> Journey:
    """A journey whose legs are the given pairs of places, by train in 1963."""
    number = next(_counter)
    built = Journey(**{"title": f"Voyage {number}", "slug": f"journey-{number}", **fields})
    built.legs = [
        Leg(
            from_place=start,
            to_place=end,
            date="1963",
            mode="train",
            motive="labour",
            source="Un livre, p. 3",
            sort_order=k,
        )
        for k, (start, end) in enumerate(ends)
    ]
    return _publish(built, publish)


def series(publish: bool = True, **fields) -> StatisticSeries:
    """A series of numbers with its definition, source and licence, and no number yet."""
    number = next(_counter)
    defaults = {
        "slug": f"series-{number}",
        "title_fr": f"Série {number}",
        "definition_fr": "Personnes arrivées dans l’année.",
        "period": "1968",
        "source": "Un annuaire, p. 3",
        "rights": CC_BY,
    }
    return _publish(StatisticSeries(**{**defaults, **fields}), publish)


def flow(of, start, end, date="1968", **fields) -> Flow:
    """A number of the series ``of``; what must be withheld is."""
    built = Flow.objects.create(series=of, from_place=start, to_place=end, date=date, **{"number": 100, **fields})
    withhold(of)
    return Flow.objects.get(pk=built.pk)


def panorama(
    language: str = "fr", publish: bool = True, finds=(), themes=(), translation_of=None, **fields
) -> PanoramaPage:
    """A panorama with both its pictures, a text, and one thing to find where ``finds`` (values of the block) has none."""
    number = next(_counter)
    finds = finds or [{"title": "Le crochet", "text": "Un numéro.", "yaw": 12.5, "pitch": -8.0}]
    defaults = {
        "title": f"Panorama {number}",
        "slug": f"panorama-{number}",
        "summary": "Une phrase qui résume.",
        "text": "<p>On se tient au milieu.</p>",
        "finds": [("find", value) for value in finds],
    }
    if "lead_image" not in fields:
        defaults["lead_image"] = image()
    if "panorama" not in fields:
        defaults["panorama"] = image(file=ContentFile(picture_bytes(640, 320), name=f"panorama-{number}.png"))
    page = PanoramaPage(**{**defaults, **fields})
    page.themes = list(themes)
    if translation_of:
        page.translation_key = translation_of.translation_key
    return _page(exhibit_index(language), page, publish)


def exhibit(
    language: str = "fr", publish: bool = True, works=None, themes=(), translation_of=None, **fields
) -> ExhibitPage:
    """An exhibit with one room; ``works`` is a list of (block type, value) for it."""
    number = next(_counter)
    works = works if works is not None else [("text", {"title": "Panneau", "text": "<p>Un texte.</p>"})]
    defaults = {
        "title": f"Exposition {number}",
        "slug": f"exhibit-{number}",
        "summary": "Une phrase qui résume.",
        "introduction": "<p>Une introduction.</p>",
        "rooms": [("room", {"title": "Salle", "wall_text": "<p>Un mur.</p>", "colour": "slate", "works": works})],
    }
    if "lead_image" not in fields:
        defaults["lead_image"] = image()
    page = ExhibitPage(**{**defaults, **fields})
    page.themes = list(themes)
    if translation_of:
        page.translation_key = translation_of.translation_key
    return _page(exhibit_index(language), page, publish)


def plain_page(language: str = "fr", publish: bool = True, translation_of=None, **fields) -> PlainPage:
    """A plain page under the home page."""
    number = next(_counter)
    defaults = {"title": f"Page {number}", "slug": f"page-{number}", "body": "<p>Un texte.</p>"}
    page = PlainPage(**{**defaults, **fields})
    if translation_of:
        page.translation_key = translation_of.translation_key
    return _page(home(language), page, publish)


# People who work here


def user(*groups: str, name: str = "", superuser: bool = False, language: str = "fr"):
    """A user of the admin in the named groups (museum.desk.roles), who reads the admin in ``language``."""
    from wagtail.users.models import UserProfile

    name = name or f"curator-{next(_counter)}"
    model = get_user_model()
    make = model.objects.create_superuser if superuser else model.objects.create_user
    built = make(username=name, email=f"{name}@example.org", password="a long test password")
    built.groups.set(Group.objects.filter(name__in=groups))
    profile = UserProfile.get_for_user(built)
    profile.preferred_language = language
    profile.save()
    return built


# Recordings that can be heard


def sound_bytes(suffix: str = ".opus", length: float = 12.0, film: bool = False) -> bytes:
    """An encoded tone of 1,000 Hz for ``length`` seconds; with ``film`` white pictures go with it."""
    kinds = {
        ".opus": ("ogg", "libopus", None),
        ".m4a": ("ipod", "aac", None),
        ".mp3": ("mp3", "libmp3lame", None),
        ".mp4": ("mp4", "aac", "libx264"),
        ".webm": ("webm", "libopus", "libvpx"),
    }
    container, codec, picture_codec = kinds[suffix]
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container) as outgoing:
        pictures = outgoing.add_stream(picture_codec, rate=10) if film else None
        if pictures:
            pictures.width = pictures.height = 64
            pictures.pix_fmt = "yuv420p"
        stream = outgoing.add_stream(codec, rate=48000)
        stream.layout = "mono"
        resampler = av.AudioResampler(
            stream.codec.audio_formats[0].name, "mono", 48000, frame_size=stream.codec_context.frame_size or None
        )
        wave = array("h", (round(12000 * math.sin(2 * math.pi * 1000 * n / 48000)) for n in range(4800))).tobytes()
        for tenth in range(round(length * 10)):
            if pictures:
                picture = av.VideoFrame(64, 64, "yuv420p")
                for plane, level in zip(picture.planes, (235, 128, 128), strict=True):
                    plane.update(bytes([level]) * plane.buffer_size)
                picture.pts, picture.time_base = tenth, Fraction(1, 10)
                outgoing.mux(pictures.encode(picture))
            frame = av.AudioFrame(format="s16", layout="mono", samples=4800)
            frame.planes[0].update(wave.ljust(frame.planes[0].buffer_size, b"\0"))
            frame.sample_rate, frame.pts = 48000, tenth * 4800
            for piece in resampler.resample(frame):
                outgoing.mux(stream.encode(piece))
        for piece in resampler.resample(None):
            outgoing.mux(stream.encode(piece))
        for each in filter(None, (stream, pictures)):
            outgoing.mux(each.encode(None))
    return buffer.getvalue()


def webvtt(*cues) -> str:
    """A WebVTT file of (start, end, payload) triples, times in seconds."""
    blocks = [f"{stamp(start)} --> {stamp(end)}\n{payload}" for start, end, payload in cues]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def track(kind: str, language: str, *cues, status: str = "approved", origin: str = "human") -> RecordingTrack:
    """Timed text of (start, end, payload) triples, not yet in a recording."""
    return RecordingTrack(kind=kind, language=language, text=webvtt(*cues), status=status, origin=origin)


def interview(publish: bool = True, **fields) -> Recording:
    """A recording of twelve seconds that can be heard, with timed text in French and Arabic, chapters and an index."""
    number = next(_counter)
    defaults = {
        "slug": f"interview-{number}",
        "duration": 12,
        "tracks": [
            track(
                "captions", "fr",
                (0, 3, "<v Voix>Le train part."),
                (3, 6, "<v Voix>On dit <lang ar>سلام</lang> au village."),
                (6, 9, "<v Voix>Le secret du jardin."),
                (9, 12, "<v Voix>La lampe s’éteint."),
            ),
            track(
                "subtitles", "ar",
                (0, 3, "يغادر القطار."), (3, 6, "نقول سلام للقرية."), (6, 9, "سر الحديقة."), (9, 12, "ينطفئ المصباح."),
            ),
            track("chapters", "fr", (0, 6, "Le départ"), (6, 12, "La nuit")),
            track("index", "fr", (0, 12, "Un voyage\nPartir, arriver.\n# train; lampe")),
        ],
    }  # fmt: skip
    built = {**defaults, **fields}
    if "file" not in built and "original" not in built:
        built["original"] = ContentFile(sound_bytes(), name=f"interview-{number}.opus")
    recording = Recording(**{"language": "fr", "rights": CC_BY, "credit": "Rihla", **built})
    if not recording.texts.all():
        recording.texts = [RecordingText(language="fr", title=f"Témoignage {number}", narrator="Voix")]
    if recording.original:
        recording.original.save(recording.original.name, recording.original.file, save=False)
    found = _publish(recording, publish)
    if publish:
        preparation.prepare(found)
    return found
