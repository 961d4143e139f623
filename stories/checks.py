"""What an installation must have for its maps, as a system check."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Warning as CheckWarning
from django.core.checks import register

from stories.routes.basemap import BaseMapError, read_land


@register()
def check_base_map(app_configs, **kwargs):
    """The data file of the base map can be read; without it maps are drawn without land."""
    try:
        read_land(Path(settings.BASE_MAP))
    except BaseMapError as error:
        return [CheckWarning(f"Maps have no land: {error}", hint="See BASE_MAP in docs/maps.md.", id="museum.W010")]
    return []
