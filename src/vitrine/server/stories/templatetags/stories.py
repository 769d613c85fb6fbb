"""Stories on other pages."""

from django import template

from vitrine.server.stories.models import Story, newest

register = template.Library()


@register.simple_tag
def newest_stories(number: int) -> list[Story]:
    """Return the newest public stories."""
    return newest(number)
