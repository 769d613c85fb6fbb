"""Stories on other pages."""

from django import template

from vitrine.server.stories.models import Told, newest, with_leads

register = template.Library()


@register.simple_tag
def newest_stories(number: int) -> list[Told]:
    """Return the newest public stories, each with the work that leads to it."""
    return with_leads(newest(number))
