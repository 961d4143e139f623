"""What rooms, objects and panoramas weigh together: every module that a press may fetch, made small as collectstatic does."""

import gzip

import pytest
from django.conf import settings

from museum.core.staticfiles import find_esbuild, minified

BAR_KB = 150


def test_the_engine_and_everything_built_on_it_keep_within_their_bar():
    bundle = settings.NODE_MODULES / ".bundled" / "three" / "three.js"
    if not bundle.exists():
        pytest.skip("three.js was not joined: run make test")
    folder = settings.BASE_DIR / "static" / "js"
    modules = [
        bundle,
        *(path for name in ("engine", "room", "object", "panorama") for path in (folder / name).glob("*.js")),
    ]
    modules += [folder / "components" / f"{name}.js" for name in ("room", "object", "panorama")]
    esbuild = find_esbuild()
    sizes = {
        f"{path.parent.name}/{path.name}": len(gzip.compress(minified(esbuild, path.read_bytes()))) / 1024
        for path in modules
        if path.exists()
    }
    print(sizes)  # noqa: T201
    assert 100 < sum(sizes.values()) <= BAR_KB
