"""What Django's system check says of the site."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register

from vitrine.server.site.assets import MANIFEST, manifest

NOT_BUILT = "public_site.W001"


@register()
def front_end_is_built(**_: Any) -> list[CheckMessage]:
    """Warn where pages would go without their stylesheet: they stay readable, but nobody wants them so."""
    if manifest():
        return []
    return [
        Warning(
            f"The front end is not built: {MANIFEST} is not there, so pages have no styles.",
            hint="Run `npm ci && npm run build` in web/ (make demo does it), then start again.",
            id=NOT_BUILT,
        )
    ]
