"""How precisely each end of a leg may be told; who travelled along, in words a language (until now one text, taken for French)."""

from django.db import migrations, models

_PRECISION = [
    ("exact", "as recorded"), ("town", "the town"), ("region", "the region"), ("country", "the country"), ("withheld", "nothing"),
]


class Migration(migrations.Migration):
    dependencies = [("stories", "0004_timeline_passages")]

    operations = [
        migrations.RenameField("leg", "companions", "companions_fr"),
        migrations.AlterField(
            "leg", "companions_fr", models.CharField(blank=True, max_length=200, verbose_name="companions, French")
        ),
        *(
            migrations.AddField(
                "leg", f"companions_{code}", models.CharField(blank=True, max_length=200, verbose_name=f"companions, {name}")
            )
            for code, name in (("ar", "Arabic"), ("en", "English"), ("zgh", "Tamazight"))
        ),
        *(
            migrations.AddField(
                "leg",
                f"{end}_precision",
                models.CharField(
                    choices=_PRECISION,
                    default="exact",
                    help_text="As precisely as the teller allows; readers, maps and data are told no more.",
                    max_length=10,
                    verbose_name="told of it",
                ),
            )
            for end in ("from", "to")
        ),
        migrations.AlterField(
            "journey",
            "slug",
            models.SlugField(
                help_text="The last part of its public address: name no place in it that the teller keeps back.",
                max_length=120,
                unique=True,
                verbose_name="address",
            ),
        ),
    ]
