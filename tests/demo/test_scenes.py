"""Scenes and the synthesised call: redrawn alike from their seed, listed, light, and without lettering."""

import array
import hashlib
import json
import math
from pathlib import Path

import pytest

from museum.demo import drawings
from museum.demo.drawings import sound
from museum.demo.drawings.registry import load
from museum.demo.drawings.scenes.staging import Camera, mix

IMAGES = Path(drawings.__file__).parent.parent / "images"
KEYS = (
    "strait",
    "hall",
    "kitchen-table",
    "ferry-deck",
    "booths",
    "street",
    "factory",
    "desk",
    "road",
)


@pytest.mark.parametrize("key", KEYS)
def test_scene_is_redrawn_alike_and_carries_no_lettering(key):
    plate = load()[f"scene-{key}"]
    first = plate.svg()
    assert first == plate.svg()
    assert "<text" not in first
    assert "<image" not in first


@pytest.mark.parametrize("key", KEYS)
def test_scene_file_is_the_one_listed_and_light(key):
    listed = {entry["file"]: entry for entry in json.loads((IMAGES / "manifest.json").read_text(encoding="utf-8"))}
    entry, plate = listed[f"scene-{key}.webp"], load()[f"scene-{key}"]
    data = (IMAGES / entry["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == entry["sha256"]
    assert len(data) == entry["bytes"] <= 220_000
    assert (entry["width"], entry["height"]) == (2000, 1250)
    assert (entry["script"], entry["seed"]) == (plate.script, plate.seed)


def test_sound_files_are_the_ones_listed_and_light():
    entries = json.loads((sound.SOUNDS / "manifest.json").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in entries} == {"sound-telephone.opus", "sound-telephone.m4a"}
    for entry in entries:
        data = (sound.SOUNDS / entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        assert len(data) <= 400_000


def test_tone_has_its_frequency_and_soft_ends():
    samples = sound.tone(0.5, 440)
    rises = sum(1 for a, b in zip(samples, samples[1:], strict=False) if a < 0 <= b)
    assert abs(rises - 220) <= 1
    assert abs(samples[0]) < 0.01
    assert abs(samples[-1]) < 0.01


def test_call_is_the_same_each_time(monkeypatch):
    # The hiss is most of the work and none of the form: left out here.
    monkeypatch.setattr(sound, "line_noise", lambda rng, seconds: [])
    first = sound.call()
    assert isinstance(first, array.array)
    assert len(first) == 40 * sound.RATE
    assert max(first) <= 26_000
    assert first == sound.call()


def test_camera_keeps_the_horizon_and_shrinks_with_distance():
    eye = Camera(1000, 600, 1100, 1.6)
    assert eye(3, 1.6, 50)[1] == pytest.approx(600)
    assert eye(-2, 0, 10)[0] - 1000 == pytest.approx(-(eye(2, 0, 10)[0] - 1000))
    assert eye.scale(20) == pytest.approx(eye.scale(10) / 2)
    tipped = Camera(1000, 600, 1100, 1.6, 30)
    assert tipped(0, 1.6 - 10 * math.tan(math.radians(30)), 10)[1] == pytest.approx(600)


def test_mixed_colours_stay_between_the_two():
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#102030", "#405060", 0) == "#102030"
    assert mix("#102030", "#405060", 7) == "#405060"
