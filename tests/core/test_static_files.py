"""What a visitor's browser is sent as the style sheet in production."""

import pytest
from django.conf import settings
from django.core.management import call_command

from museum.core.staticfiles import MuseumStaticFilesStorage


@pytest.fixture
def collected(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.DEBUG = False
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "museum.core.staticfiles.MuseumStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return MuseumStaticFilesStorage(location=tmp_path)


def test_the_hashed_style_sheet_is_one_file(collected):
    name = collected.stored_name("css/museum.css")
    assert name != "css/museum.css"
    with collected.open(name) as file:
        css = file.read().decode()
    assert "@import" not in css
    assert ".wall--indigo" in css
    assert "@layer components {" in css


def test_fonts_are_named_by_their_hashes_where_they_are_installed(collected):
    if not (settings.NODE_MODULES / "@fontsource").is_dir():
        pytest.skip("npm packages are not installed")
    with collected.open(collected.stored_name("css/museum.css")) as file:
        css = file.read().decode()
    assert 'noto-naskh-arabic-arabic-400-normal.woff2"' not in css
    assert "../vendor/@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal." in css
