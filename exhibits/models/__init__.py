"""Exhibits, their index, and panoramas to stand in."""

from exhibits.models.pages import ExhibitIndexPage, ExhibitPage
from exhibits.models.panorama import PanoramaPage

__all__ = ["ExhibitIndexPage", "ExhibitPage", "PanoramaPage"]
