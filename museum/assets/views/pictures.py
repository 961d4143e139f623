"""The pictures of a 3D model, taken in the browser of whoever edits it."""

from io import BytesIO

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from PIL import Image

from museum.assets.models import Model3D, ModelPicture

#: Bytes and pixels a side of what is taken; more than any browser sends.
MOST_BYTES = 4 * 1024 * 1024
MOST_SIDE = 2000
SIDE = 720


@require_POST
def take_pictures(request, model_id: int):
    """Keep the pictures sent, one a side of ``ModelPicture.Side``; all of them or none."""
    model = get_object_or_404(Model3D, pk=model_id)
    if not request.user.has_perm("assets.change_model3d"):
        raise PermissionDenied
    taken = {side: _picture(request.FILES.get(side)) for side in ModelPicture.Side.values}
    if not all(taken.values()):
        return JsonResponse({"error": _("The pictures could not be read. Take them again.")}, status=400)
    kept = {}
    with transaction.atomic():
        model.pictures.all().delete()
        for side, data in taken.items():
            file = ContentFile(data, name=f"{model.pk}-{side}.webp")
            kept[side] = ModelPicture.objects.create(model=model, side=side, file=file).file.url
    return JsonResponse(kept)


def _picture(upload) -> bytes | None:
    """The picture as the museum writes it, or ``None`` where it is none."""
    if upload is None or upload.size > MOST_BYTES:
        return None
    try:
        with Image.open(upload, formats=["WEBP", "PNG", "JPEG"]) as image:
            if max(image.size) > MOST_SIDE:
                return None
            clean = image.convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    clean.thumbnail((SIDE, SIDE))
    data = BytesIO()
    clean.save(data, "WEBP", quality=78, method=6)
    return data.getvalue()
