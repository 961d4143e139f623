"""Static files in production: hashed names, compressed once, the style sheet in one file.

The sources under ``static/css`` are small files joined by ``@import``; a phone on a slow network would fetch
them one after the other, so ``collectstatic`` flattens them. No bundler is involved.
"""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r"""@import\s+(?:url\()?["']([^"')]+)["']\)?(?:\s+layer\(([\w-]+)\))?\s*;""")


class MuseumStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage with module imports rewritten and ``css/museum.css`` flattened."""

    support_js_module_import_aggregation = True
    entry_points = ("css/museum.css",)

    def post_process(self, paths, dry_run=False, **options):
        """Flatten the entry points, then hash and compress as usual."""
        if not dry_run:
            for name in self.entry_points:
                if name in paths:
                    self._flatten(name)
                    # Hash what was flattened, not the source it was copied from.
                    paths = {**paths, name: (self, name)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

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
