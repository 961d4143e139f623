"""nginx with the configuration of ``docs/deployment``, on ports of the tests."""

import contextlib
import getpass
import re
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPSConnection
from pathlib import Path

from tests.browser.museum_server import ROOT, free_port
from tests.servers import Answer, asked


def fetch_tls(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask nginx for ``localhost`` by https, whoever signed its certificate."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return asked(HTTPSConnection("127.0.0.1", port, timeout=120, context=context), path, method, **headers)


@contextlib.contextmanager
def balancing(museum: list[int], state: Path, inner: int, varnish: int) -> Iterator[int]:
    """The https port of an nginx before application servers; ``inner`` is its port for Varnish, which listens on ``varnish``."""
    outer, plain = free_port(), free_port()
    site = (ROOT / "docs" / "deployment" / "nginx.conf").read_text()
    servers = "\n".join(f"    server 127.0.0.1:{port} max_fails=2 fail_timeout=5s;" for port in museum)
    site = re.sub(
        r"    server 127\.0\.0\.1:800[01] max[^\n]*\n    server 127\.0\.0\.1:800[01] max[^\n]*", servers, site
    )
    with tempfile.TemporaryDirectory(prefix="rihla-nginx-") as name:
        for written, here in {
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "listen 443 ssl": f"listen 127.0.0.1:{outer} ssl",
            "127.0.0.1:8080": f"127.0.0.1:{inner}",
            "127.0.0.1:6081": f"127.0.0.1:{varnish}",
            "/etc/ssl/museum/fullchain.pem": f"{name}/certificate.pem",
            "/etc/ssl/museum/privkey.pem": f"{name}/key.pem",
            "/var/log/nginx/museum.log": f"{name}/requests.log",
            "/srv/rihla/.state/static/": f"{state}/static/",
            "/srv/rihla/media/public/": f"{state}/media/public/",
            "/srv/rihla/templates": f"{ROOT}/templates",
        }.items():
            assert written in site, written
            site = site.replace(written, here)
        (Path(name) / "site.conf").write_text(site)
        (Path(name) / "nginx.conf").write_text(
            f"user {getpass.getuser()}; daemon off; pid {name}/pid; error_log {name}/errors warn; worker_processes 1;"
            f" events {{}} http {{ include /etc/nginx/mime.types; include {name}/site.conf; }}"
        )
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
            + ["-keyout", f"{name}/key.pem", "-out", f"{name}/certificate.pem"],
            check=True, capture_output=True,
        )  # fmt: skip
        process = subprocess.Popen(["nginx", "-p", name, "-c", f"{name}/nginx.conf", "-e", f"{name}/errors"])
        try:
            for _attempt in range(50):
                time.sleep(0.1)
                assert process.poll() is None, (Path(name) / "errors").read_text()
                with contextlib.suppress(OSError):
                    fetch_tls(outer, "/health/")
                    break
            balancing.log = Path(name) / "requests.log"
            yield outer
        finally:
            process.terminate()
            process.wait(timeout=20)
