"""What the studio made: all of it there, as the manifest says, of its true size, and valid by Khronos."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from PIL import Image

from museum.assets import gltf
from museum.demo.content import FLAT, FOLDER, IMAGES, MEDIA, MODELS, PANORAMAS, SOUNDS, read_folder

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1_000_000
MANIFEST = {entry["file"]: entry for entry in json.loads((MEDIA / "manifest.json").read_text(encoding="utf-8"))}
#: Made by the older drawing scripts, and listed in the manifests of their own folders.
DRAWN = {
    f"{folder.name}/{entry['file']}"
    for folder in (IMAGES, SOUNDS)
    for entry in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
}


def made() -> set[str]:
    """Every picture, model, sound and timed text of the demonstration, as the manifest names it."""
    folders = (IMAGES, FLAT, PANORAMAS, MODELS, SOUNDS)
    return {
        path.relative_to(MEDIA).as_posix()
        for folder in folders
        for path in folder.iterdir()
        if path.name != "manifest.json"
    }


def test_the_manifest_lists_every_file_once_and_no_other():
    assert made() - DRAWN == set(MANIFEST)


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_a_file_is_the_one_in_the_manifest(name):
    entry, data = MANIFEST[name], (MEDIA / name).read_bytes()
    assert (len(data), hashlib.sha256(data).hexdigest()) == (entry["bytes"], entry["sha256"])
    assert (ROOT / f"{entry['script'].replace('.', '/')}.py").exists() or (
        ROOT / entry["script"].replace(".", "/")
    ).is_dir()
    assert isinstance(entry["seed"], int)


def test_all_of_it_weighs_at_most_64_megabytes():
    assert sum((MEDIA / name).stat().st_size for name in made()) <= 64 * MEGABYTE


MODELLED = sorted(path.stem for path in MODELS.glob("*.glb"))
ARTEFACTS = {row["key"]: row for row in read_folder("artefacts")}


def test_there_are_28_objects_photographed_whole_and_12_closely():
    assert len(MODELLED) >= 28
    assert set(MODELLED) <= set(ARTEFACTS)
    for key in MODELLED:
        with Image.open(IMAGES / f"{key}.webp") as picture:
            assert max(picture.size) >= 1600, key
    assert sum((IMAGES / f"{key}-detail.webp").exists() for key in MODELLED) >= 12


@pytest.mark.parametrize("key", MODELLED)
def test_a_model_is_light_stands_on_the_ground_and_has_its_true_size(key):
    data = (MODELS / f"{key}.glb").read_bytes()
    contents = gltf.read(data)
    assert len(data) <= 1.5 * MEGABYTE
    assert contents.triangles <= 14_000
    width, height, depth = contents.size
    assert abs(contents.low[1]) < 0.02 * max(contents.size) + 0.001
    middle = [(low + high) / 2 for low, high in zip(contents.low, contents.high, strict=True)]
    assert abs(middle[0]) < 0.2 * max(contents.size)
    assert abs(middle[2]) < 0.25 * max(contents.size)
    longest = max((d["value"] for d in ARTEFACTS[key]["dimensions"] if d["unit"] == "cm"), default=None)
    # A model may show the thing with its case, its lid open, its string or its stand.
    assert longest is None or 0.6 * longest <= 100 * max(width, height, depth) <= 3.2 * longest


def test_every_model_is_valid_by_the_khronos_validator():
    """https://github.com/KhronosGroup/glTF-Validator"""
    node = shutil.which("node")
    if not node or not (ROOT / "node_modules" / "gltf-validator").exists():
        pytest.skip("Node.js and the packages of package.json check the models; they are not here")
    script = """
      const validator = require('gltf-validator'), fs = require('fs'), path = require('path');
      const folder = process.argv[1], report = {};
      (async () => {
        for (const name of fs.readdirSync(folder)) {
          const result = await validator.validateBytes(new Uint8Array(fs.readFileSync(path.join(folder, name))));
          report[name] = result.issues.messages.filter(message => message.severity === 0).map(message => message.message);
        }
        console.log(JSON.stringify(report));
      })();
    """
    ran = subprocess.run([node, "-e", script, str(MODELS)], cwd=ROOT, capture_output=True, text=True, check=True)
    report = json.loads(ran.stdout)
    assert set(report) == {f"{key}.glb" for key in MODELLED}
    assert {name: faults for name, faults in report.items() if faults} == {}


def test_eight_flat_works_and_more_can_be_leaned_over():
    large = []
    for path in FLAT.glob("*.webp"):
        with Image.open(path) as picture:
            large.append(max(picture.size))
    assert len(large) >= 8
    assert min(large) >= 6000


def test_four_panoramas_and_more_each_with_five_finds_and_more():
    rows = read_folder("panoramas")
    assert len(rows) >= 4
    for row in rows:
        with Image.open(PANORAMAS / row["file"]) as picture:
            assert picture.size == (4096, 2048)
        placed = json.loads((PANORAMAS / f"{row['key']}.json").read_text(encoding="utf-8"))
        assert len(row["finds"]) >= 5
        assert {find["key"] for find in row["finds"]} <= set(placed)
        assert all(-180 <= where["yaw"] <= 180 and -90 <= where["pitch"] <= 90 for where in placed.values())


RECORDINGS = read_folder("recordings")


def test_six_soundscapes_and_three_readings_in_two_formats():
    soundscapes = [row for row in RECORDINGS if "passages" not in row]
    readings = [row for row in RECORDINGS if "passages" in row]
    assert len(soundscapes) >= 6
    assert all(30 <= row["duration_s"] <= 90 for row in soundscapes)
    assert {row["language"] for row in readings} == {"fr", "ar", "en"}
    assert all(120 <= row["duration_s"] <= 240 for row in readings)
    for row in RECORDINGS:
        assert sorted(Path(name).suffix for name in row["files"]) == [".m4a", ".opus"]


@pytest.mark.parametrize("row", [row for row in RECORDINGS if "passages" in row], ids=lambda row: row["key"])
def test_a_reading_says_that_it_is_synthetic_and_has_timed_text(row):
    for language, word in (("fr", "synthèse"), ("ar", "آلية"), ("en", "synthetic")):
        assert word in row["titles"][language]
        assert all(passage[language].strip() for passage in row["passages"])
        text = (SOUNDS / f"{row['key']}.text.{language}.vtt").read_text(encoding="utf-8")
        assert text.startswith("WEBVTT")
        assert text.count(" --> ") == len(row["passages"])
        chapters = (SOUNDS / f"{row['key']}.chapters.{language}.vtt").read_text(encoding="utf-8")
        assert chapters.count(" --> ") == len(row["chapters"])
        assert all(segment[language]["title"] and segment[language]["synopsis"] for segment in row["index"])


def test_every_picture_of_the_content_is_there_and_described_in_three_languages():
    for row in read_folder("images"):
        assert (FLAT / row["file"]).exists() or (IMAGES / row["file"]).exists(), row["key"]
        assert all(row[kind][language].strip() for kind in ("alt", "caption") for language in ("fr", "ar", "en")), row[
            "key"
        ]
        assert all(len(row["alt"][language]) <= 400 for language in ("fr", "ar", "en")), row["key"]


def test_every_content_file_can_be_read():
    for path in FOLDER.rglob("*.yaml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8")), path
