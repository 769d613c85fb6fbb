"""How often people agreed with the machine, and what a threshold would mean."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.site.words.texts import language_name
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame
from vitrine.server.suggestions import words
from vitrine.server.suggestions.agreement import Agreement, at_least, by_band, by_value
from vitrine.server.suggestions.finding import KIND


@require_safe
@permission_required(access.SEE_COLLECTION, raise_exception=True)
def agreement(request: HttpRequest) -> HttpResponse:
    """Show agreement by language, by confidence, and for each threshold."""
    bands = by_band(KIND)
    return render(
        request,
        "suggestions/agreement.html",
        {
            **frame(gettext("Agreement with the machine"), "clipboard-list", ("studio-review", gettext("Review"))),
            "thresholds": [_row(words.share(float(one.name)), one) for one in at_least(bands)],
            "bands": [_row(words.share(float(one.name)), one) for one in bands],
            "languages": [_row(language_name(one.name), one) for one in by_value(KIND)],
        },
    )


def _row(name: str, one: Agreement) -> dict[str, object]:
    return {
        "name": name,
        "one": one,
        "share": "" if one.share is None else words.share(one.share),
        "percent": round(100 * (one.share or 0), 2),
    }
