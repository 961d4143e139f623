"""Documents to read or download."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from museum.assets.documents import validate_document
from museum.assets.models.rights import CreditMixin, private_storage
from museum.assets.names import Unguessable
from museum.core.languages import CONTENT_LANGUAGES
from museum.core.models import DemonstrationMixin


class MuseumDocument(CreditMixin, DemonstrationMixin, AbstractDocument):
    """A document to read or download: a scan, a lesson sheet, a transcript. Served by a view, never by address."""

    file = models.FileField(
        upload_to=Unguessable("documents"),
        verbose_name=_("file"),
        storage=private_storage,
        validators=[validate_document],
    )
    language = models.CharField(_("language"), max_length=12, choices=CONTENT_LANGUAGES, blank=True)

    admin_form_fields = Document.admin_form_fields + (
        "language",
        "creator",
        "credit",
        "source",
        "rights",
        "is_demonstration",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]
