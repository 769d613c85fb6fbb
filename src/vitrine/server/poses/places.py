"""The challenges as places that kiosks and signs can lead to."""

from django.urls import reverse
from django.utils.translation import gettext

from vitrine.server.play.places import Place
from vitrine.server.poses.models import Challenge
from vitrine.server.poses.ready import ready_made

_MOST = 200
"""Challenges to choose from: more would be no choice."""


def tell() -> list[Place]:
    """Return the published and the ready-made challenges, titled in the reader's language."""
    listed = [*ready_made(), *Challenge.objects.filter(published=True).order_by("-pk")[:_MOST]]
    return [_place(one) for one in listed]


def _place(challenge: Challenge) -> Place:
    title = gettext("Strike a Pose: {challenge}").format(challenge=challenge.title)
    return Place(f"poses/{challenge.slug}", title, reverse("pose-challenge", args=[challenge.slug]))
