"""The games' room at a glance: what visitors can play now, and the ways to everything that belongs to it."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from vitrine.server.play import assessing
from vitrine.server.play.counts import settings
from vitrine.server.play.games import games
from vitrine.server.play.kiosks import closed
from vitrine.server.play.models import Kiosk, Tally
from vitrine.server.play.places import USES, places
from vitrine.server.site.menu import address_of
from vitrine.server.studio import access
from vitrine.server.studio.pages import frame
from vitrine.server.uses.gate import is_on

ICON = "view"


@require_safe
@permission_required(access.PREPARE_PLAY, raise_exception=True)
def overview(request: HttpRequest) -> HttpResponse:
    """Show how each game stands, and where its parts are looked after."""
    known = {one.key: one for one in places()}
    open_now = [one for one in Kiosk.objects.all() if not closed(one, known.get(one.place))]
    shown = {
        **frame(gettext("Play"), ICON),
        "playable": games(),
        "games": [
            {"name": name, "use": USES[game], "on": is_on(USES[game]), "answered": assessing.answered(game)}
            for game, name in Tally.Game.choices
        ],
        "counting": settings().counting,
        "open": len(open_now),
        "kiosks": Kiosk.objects.filter(retired=False).count(),
        "ways": {name: address_of(f"studio-{name}") for name in ("figures", "poses", "portraits")},
    }
    return render(request, "play/studio/overview.html", shown)
