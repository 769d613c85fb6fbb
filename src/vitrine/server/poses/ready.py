"""The challenges that are there without anybody having made one: they play whatever figures are approved."""

from django.utils.translation import gettext

from vitrine.server.poses.models import Challenge

SLUGS = ("all", "seated", "upper-body")
"""Addresses that no challenge of a museum's own may have."""


def ready_made() -> list[Challenge]:
    """Return the ready-made challenges, titled in the reader's language."""
    return [
        _challenge("all", gettext("All poses"), Challenge.Part.FULL),
        _challenge("seated", gettext("Sitting down"), Challenge.Part.SEATED),
        _challenge("upper-body", gettext("Head and arms"), Challenge.Part.UPPER),
    ]


def challenge(slug: str, *, drafts: bool = False) -> Challenge | None:
    """Return the challenge at an address: ready-made, published, or a draft for those who may see it. None if there is none."""
    found = next((one for one in ready_made() if one.slug == slug), None)
    if found is not None or "\0" in slug:
        return found
    listed = Challenge.objects.filter(slug=slug)
    return (listed if drafts else listed.filter(published=True)).first()


def _challenge(slug: str, title: str, part: str) -> Challenge:
    return Challenge(slug=slug, titles={"en": title}, part=part, published=True)
