"""Static files in production: hashed names, compressed once, the style sheet in one file, scripts without comments.

The sources under ``static/css`` are small files joined by ``@import``; a phone on a slow network would fetch
them one after the other, so ``collectstatic`` flattens them. Scripts stay the modules they are, each made small by
esbuild where npm has brought it. No bundler is involved.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r"""@import\s+(?:url\()?["']([^"')]+)["']\)?(?:\s+layer\(([\w-]+)\))?\s*;""")


class MuseumStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage with module imports rewritten and ``css/museum.css`` flattened."""

    support_js_module_import_aggregation = True
    entry_points = ("css/museum.css",)
    #: Folder of our own scripts; those of libraries come small.
    scripts = "js/"

    def post_process(self, paths, dry_run=False, **options):
        """Flatten the entry points, then hash and compress as usual."""
        if not dry_run:
            for name in self.entry_points:
                if name in paths:
                    self._flatten(name)
                    # Hash what was flattened, not the source it was copied from.
                    paths = {**paths, name: (self, name)}
            scripts = [name for name in paths if name.startswith(self.scripts) and name.endswith(".js")]
            self._minify(scripts)
            paths = {**paths, **{name: (self, name) for name in scripts}}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _minify(self, names: Iterable[str]) -> None:
        """Write each script without comments and spaces; left as they are where there is no esbuild."""
        esbuild = find_esbuild()
        for name in names if esbuild else ():
            with self.open(name) as source:
                content = minified(esbuild, source.read())
            self.delete(name)
            self._save(name, ContentFile(content))

    def _flatten(self, name: str) -> None:
        folder = name.rsplit("/", 1)[0]

        def inline(match: re.Match) -> str:
            with self.open(f"{folder}/{match[1]}") as source:
                content = source.read().decode()
            return f"@layer {match[2]} {{\n{content}\n}}" if match[2] else content

        with self.open(name) as source:
            flattened = _IMPORT.sub(inline, source.read().decode())
        self.delete(name)
        self._save(name, ContentFile(flattened.encode()))


def source_of(name: str) -> str:
    """The text of a static file as its author wrote it."""
    return Path(finders.find(name)).read_text(encoding="utf-8")


def find_esbuild() -> Path | None:
    """The esbuild program that npm brought for this machine, or ``None``."""
    return next(iter(sorted(settings.NODE_MODULES.glob("@esbuild/*/bin/esbuild"))), None)


def minified(esbuild: Path, source: bytes) -> bytes:
    """A script or module without comments and spaces (https://esbuild.github.io/api/#minify)."""
    done = subprocess.run(
        [esbuild, "--minify", "--loader=js", "--target=es2022"], input=source, capture_output=True, check=True
    )
    return done.stdout
