from hashlib import sha256
from struct import unpack

import vitrine.server.museum.models
from django.db import migrations, models

CLEAR = (4, 6)
"""Colour types of PNG with an alpha channel (PNG specification, 11.2.2)."""


def describe_logos(apps, schema_editor):
    Museum = apps.get_model("museum", "Museum")
    for row in Museum.objects.exclude(logo=b""):
        png = bytes(row.logo)
        width, height = unpack(">II", png[16:24])
        digest = sha256(png).hexdigest()[:16]
        row.logos = {"light": {"width": width, "height": height, "clear": png[25] in CLEAR, "digest": digest}}
        row.save(update_fields=["logos"])


class Migration(migrations.Migration):

    dependencies = [
        ('museum', '0001_settings'),
    ]

    operations = [
        migrations.AddField(
            model_name='museum',
            name='accessibility_checked',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='museum',
            name='ground_dark',
            field=models.CharField(blank=True, max_length=7),
        ),
        migrations.AddField(
            model_name='museum',
            name='ground_light',
            field=models.CharField(blank=True, max_length=7),
        ),
        migrations.AddField(
            model_name='museum',
            name='language',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='museum',
            name='logo_dark',
            field=models.BinaryField(blank=True, default=b''),
        ),
        migrations.AddField(
            model_name='museum',
            name='logos',
            field=models.JSONField(default=vitrine.server.museum.models._no_logos),
        ),
        migrations.RunPython(describe_logos, migrations.RunPython.noop),
    ]
