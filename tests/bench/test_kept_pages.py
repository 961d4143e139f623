"""A kept page beside a file of the same bytes: from the same server process, and from Varnish beside nginx."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from tests import servers
from tests.bench.load import beside, needs_wrk
from tests.browser.museum_server import free_port, prepare_static
from tests.serving.conftest import FURNISH
from tests.serving.varnish import in_front

pytestmark = [pytest.mark.bench, needs_wrk]

STORY = """
from stories.models import StoryPage
print("story", StoryPage.objects.filter(locale__language_code="fr").order_by("pk").first().url)
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    with servers.museum(tmp_path_factory.mktemp("kept") / "museum", FURNISH, pages=True) as museum:
        # A folder of its own, for the file that the page is compared with; the files in it are shared.
        (museum.state / "static").unlink()
        shutil.copytree(prepare_static() / "static", museum.state / "static", copy_function=os.link)
        museum.story = museum.manage("shell", "-c", STORY).split()[-1]
        port = museum.start(WEB_CONCURRENCY="1")
        museum.page = servers.fetch(port, museum.story, Accept_Encoding="br").body
        (museum.state / "static" / "same.bin").write_bytes(museum.page)
        museum.stop()
        museum.processes.clear()
        yield museum


@pytest.mark.parametrize("connections", [16, 64])
def test_a_kept_page_is_sent_as_fast_as_a_file(opened, connections):
    port = opened.start(WEB_CONCURRENCY="1")
    page, file = beside(
        f"http://127.0.0.1:{port}{opened.story}", f"http://127.0.0.1:{port}/static/same.bin", connections
    )
    print(
        f"\nkept page, {len(opened.page)} bytes, {connections} connections: {page.rate:.0f}/s, p99 {page.p99 * 1000:.0f} ms; "
        f"file {file.rate:.0f}/s, p99 {file.p99 * 1000:.0f} ms; x {page.rate / file.rate:.2f}, p99 x {page.p99 / file.p99:.2f}"
    )
    assert page.rate >= 0.85 * file.rate
    assert page.p99 <= 2 * file.p99


@contextlib.contextmanager
def nginx(folder: Path, content: bytes):
    """The port of an nginx that serves ``/same.bin``."""
    port = free_port()
    (folder / "same.bin").write_bytes(content)
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{ worker_connections 512; }}\n"
        f"http {{ access_log off; sendfile on; server {{ listen 127.0.0.1:{port}; root {folder}; }} }}\n"
    )
    process = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        for _attempt in range(50):
            time.sleep(0.1)
            with contextlib.suppress(OSError):
                if servers.fetch(port, "/same.bin").status == 200:
                    break
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.mark.skipif(
    not (shutil.which("varnishd") and shutil.which("nginx")), reason="Varnish or nginx is not installed"
)
def test_varnish_sends_a_page_nearly_as_fast_as_nginx_a_file(opened):
    front = free_port()
    back = opened.start(FRONT_CACHES=f"http://127.0.0.1:{front}/")
    with tempfile.TemporaryDirectory(prefix="rihla-nginx-") as name, in_front(back, front):
        Path(name).chmod(0o755)
        with nginx(Path(name), opened.page) as port:
            assert servers.fetch(front, opened.story, Accept_Encoding="br").body == opened.page
            page, file = beside(f"http://127.0.0.1:{front}{opened.story}", f"http://127.0.0.1:{port}/same.bin", 64)
    print(
        f"\nVarnish, 64 connections: {page.rate:.0f}/s, p99 {page.p99 * 1000:.1f} ms; nginx {file.rate:.0f}/s, "
        f"p99 {file.p99 * 1000:.1f} ms; x {page.rate / file.rate:.2f}"
    )
    assert page.rate >= 0.7 * file.rate
