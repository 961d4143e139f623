"""The rules of the house as system checks: ``manage.py check`` fails where one is broken.

What a curator meets must explain itself: every block has a label, an icon, a description and a preview; every child
block that is not plain has a help text or a label; every page type says what it is in its form.
"""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Tags, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

#: What the museum itself is made of.
OUR_APPS = {"core", "assets", "collection", "stories", "exhibits", "entrance"}


def _ours(base) -> list[type]:
    return [model for model in apps.get_models() if issubclass(model, base) and model._meta.app_label in OUR_APPS]


def stream_blocks():
    """Yield (field, name, block) for every block that a curator may put into a page, at any depth of streams."""
    from wagtail.blocks import StreamBlock
    from wagtail.fields import StreamField

    from museum.core.models import BasePage

    def walk(field, stream):
        for name, block in stream.child_blocks.items():
            yield field, name, block
            for child in getattr(block, "child_blocks", {}).values():
                if isinstance(child, StreamBlock):
                    yield from walk(field, child)

    for model in _ours(BasePage):
        for field in model._meta.get_fields():
            if isinstance(field, StreamField) and field.name != "sources":
                yield from walk(field, field.stream_block)


@register(Tags.models)
def check_blocks(app_configs, **kwargs):
    """Every block has a description and a preview; its template and its preview's template exist."""
    found = []
    for field, name, block in stream_blocks():
        where = f"{field.model.__name__}.{field.name}: {name}"
        if not block.get_description():
            found.append(Error(f"{where} has no description", obj=block, id="museum.E001"))
        if not block.is_previewable:
            found.append(Error(f"{where} has no preview", obj=block, id="museum.E002"))
        for template in filter(None, (block.meta.template, getattr(block.meta, "preview_template", None))):
            try:
                get_template(template)
            except TemplateDoesNotExist:
                found.append(Error(f"{where}: {template} does not exist", obj=block, id="museum.E003"))
    return found


@register(Tags.models)
def check_publication(app_configs, **kwargs):
    """Whatever can be published stands behind the gate."""
    from wagtail.models import DraftStateMixin

    from museum.core.readiness import PublicationGate

    return [
        Error(f"{model.__name__} can be published without PublicationGate", obj=model, id="museum.E004")
        for model in _ours(DraftStateMixin)
        if not issubclass(model, PublicationGate)
        or model.__mro__.index(PublicationGate) > model.__mro__.index(DraftStateMixin)
    ]


@register(Tags.models)
def check_page_types(app_configs, **kwargs):
    """Every page type explains itself in its form, lists its parents, and can be previewed."""
    from wagtail.admin.panels import HelpPanel

    from museum.core.models import BasePage

    found = []
    for model in _ours(BasePage):
        if not any(isinstance(panel, HelpPanel) for panel in model.content_panels):
            found.append(Error(f"{model.__name__} has no help panel", obj=model, id="museum.E005"))
        if "parent_page_types" not in vars(model):
            found.append(Error(f"{model.__name__} does not say where it belongs", obj=model, id="museum.E006"))
    return found


@register(Tags.security)
def check_originals(app_configs, **kwargs):
    """Originals lie outside the folder that is served."""
    private, public = Path(settings.PRIVATE_MEDIA_ROOT).resolve(), Path(settings.MEDIA_ROOT).resolve()
    if private == public or public in private.parents:
        return [Error("PRIVATE_MEDIA_ROOT lies inside MEDIA_ROOT, which is served", id="museum.E007")]
    return []
