"""A real S3 server for the tests: SeaweedFS, which refuses strangers and wrong keys (https://github.com/seaweedfs/seaweedfs)."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

KEY, SECRET = "museum", "a secret of the tests alone"
BUCKETS = ("public", "private")
_STARTS_WITHIN_SECONDS = 60


def weed() -> str | None:
    """The path of the server's program, or ``None`` where it is not installed."""
    beside = Path(sys.executable).with_name("weed")
    return str(beside) if beside.exists() else shutil.which("weed")


def _free_ports(number: int) -> list[int]:
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(number)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


class S3Server:
    """A server that can be taken away and comes back with what it held."""

    def __init__(self, command: list[str], folder: str, address: str):
        self.command, self.folder, self.address = command, folder, address
        self.environment = {
            "S3_ENDPOINT": address,
            "S3_PUBLIC_BUCKET": BUCKETS[0],
            "S3_PRIVATE_BUCKET": BUCKETS[1],
            "S3_ACCESS_KEY": KEY,
            "S3_SECRET_KEY": SECRET,
            "S3_REGION": "us-east-1",
        }

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (Path(self.folder) / "log").open("a") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, cwd=self.folder)
        _make_buckets(self.address, self.process)

    def stop(self) -> None:
        """Take it away."""
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.process.kill()
        self.process.wait()


@contextlib.contextmanager
def s3_server(readable_by_all: str = "") -> Iterator[dict[str, str]]:
    """The environment that points a museum at a running server with two empty buckets."""
    with running(readable_by_all) as server:
        yield server.environment


@contextlib.contextmanager
def running(readable_by_all: str = "") -> Iterator[S3Server]:
    """A running server with two empty buckets.

    ``readable_by_all`` is a bucket, or a bucket with a folder and ``*``, whose files strangers may read.
    """
    names = ("master.port", "volume.port", "filer.port", "s3.port")
    numbers = _free_ports(2 * len(names))
    ports = {
        **dict(zip(names, numbers, strict=False)),
        **dict(zip((f"{n}.grpc" for n in names), numbers[4:], strict=True)),
    }
    with tempfile.TemporaryDirectory(prefix="rihla-s3-") as folder:
        rights = {"name": "museum", "credentials": [{"accessKey": KEY, "secretKey": SECRET}], "actions": ["Admin"]}
        identities = [rights]
        if readable_by_all:
            identities.append({"name": "anonymous", "actions": [f"Read:{readable_by_all}"]})
        config = Path(folder) / "s3.json"
        config.write_text(json.dumps({"identities": identities}))
        command = [weed(), "server", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={folder}", "-s3"]
        # Two servers at once would want the same ports for tables that nobody asks for.
        command += ["-s3.port.iceberg=0", "-s3.port.lance=0"]
        command += [f"-s3.config={config}", "-volume.max=20", "-master.volumeSizeLimitMB=64"]
        command += [f"-{name}={number}" for name, number in ports.items()]
        server = S3Server(command, folder, f"http://127.0.0.1:{ports['s3.port']}")
        try:
            server.start()
            yield server
        finally:
            server.stop()


def client(address: str, key: str = KEY, secret: str = SECRET):
    """A client of the server."""
    return boto3.client(
        "s3",
        endpoint_url=address,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        region_name="us-east-1",
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 1}),
    )


def _make_buckets(address: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + _STARTS_WITHIN_SECONDS
    while True:
        try:
            known = {bucket["Name"] for bucket in client(address).list_buckets()["Buckets"]}
            for name in set(BUCKETS) - known:
                client(address).create_bucket(Bucket=name)
            client(address).put_object(Bucket=BUCKETS[0], Key="ready", Body=b"1")
            return
        except (BotoCoreError, ClientError):
            if time.monotonic() > until or server.poll() is not None:
                raise
            time.sleep(0.5)


if __name__ == "__main__":
    started = time.monotonic()
    with s3_server() as environment:
        print(f"{time.monotonic() - started:.1f} s", environment)  # noqa: T201
        os.environ |= environment
