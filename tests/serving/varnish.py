"""Debian's Varnish with the configuration of ``docs/deployment``."""

import contextlib
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.browser.museum_server import ROOT
from tests.servers import fetch


@contextlib.contextmanager
def in_front(back: int, front: int) -> Iterator[None]:
    """A Varnish on port ``front`` of the application server on port ``back``."""
    configuration = (ROOT / "docs" / "deployment" / "varnish.vcl").read_text()
    with tempfile.TemporaryDirectory(prefix="rihla-varnish-") as name:
        folder = Path(name)
        # Varnish works as a user of its own.
        folder.chmod(0o755)
        (folder / "museum.vcl").write_text(configuration.replace('"8000"', f'"{back}"'))
        command = ["varnishd", "-F", "-n", str(folder / "n"), "-a", f"127.0.0.1:{front}", "-s", "malloc,64m"]
        command += ["-p", "http_gzip_support=off"]
        with (folder / "log").open("w") as log:
            process = subprocess.Popen([*command, "-f", str(folder / "museum.vcl")], stdout=log, stderr=log)
        try:
            for _attempt in range(100):
                time.sleep(0.2)
                assert process.poll() is None, (folder / "log").read_text()
                with contextlib.suppress(OSError):
                    if fetch(front, "/fr/").status == 200:
                        break
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)
