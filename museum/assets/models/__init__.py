"""Media: images, recordings, documents and models, with their words in each language and their rights."""

from museum.assets.models.documents import MuseumDocument
from museum.assets.models.images import MuseumImage, MuseumRendition
from museum.assets.models.models_3d import Model3D, ModelPicture
from museum.assets.models.recordings import Recording, RecordingText
from museum.assets.models.rights import CreditMixin, private_storage
from museum.assets.models.tracks import RecordingTrack

__all__ = [
    "CreditMixin",
    "Model3D",
    "ModelPicture",
    "MuseumDocument",
    "MuseumImage",
    "MuseumRendition",
    "Recording",
    "RecordingText",
    "RecordingTrack",
    "private_storage",
]
