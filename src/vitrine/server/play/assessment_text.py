"""A text to begin an impact assessment with: what the program does with a camera, as its code does it. Facts, no legal advice.

The museum adds what the program cannot know: its rooms, its visitors, its decision.
"""

from typing import NamedTuple

from django.utils.translation import gettext as _

from vitrine.server.museum.models import Museum
from vitrine.server.play.counts import LEAST, settings
from vitrine.server.play.models import Tally
from vitrine.server.play.places import USES
from vitrine.server.uses.account import card_of
from vitrine.server.uses.state import state


class Part(NamedTuple):
    """A heading and its paragraphs."""

    title: str
    paragraphs: list[str]


def text(game: str, museum: Museum) -> list[Part]:
    """Return the parts of the text for a game, in the reader's language."""
    return [
        Part(_("Who is responsible"), _responsible(museum)),
        Part(_("What is processed, and where"), _processed(game)),
        Part(_("How long, and what is kept"), _kept()),
        Part(_("What for, and why a camera"), _purpose(game)),
        Part(_("Who is concerned"), _concerned()),
        Part(_("What could go wrong, and what is done about it"), _risks(game)),
        Part(_("The models"), _models(game)),
        Part(_("What the museum adds"), _open_questions()),
    ]


def _responsible(museum: Museum) -> list[str]:
    unknown = _("not recorded")
    contact = ", ".join(" ".join(one.split()) for one in (museum.address, museum.email, museum.phone) if one)
    return [
        _("Museum: {name}").format(name=museum.shown_name),
        _("Contact: {contact}").format(contact=contact or unknown),
        _("Data protection: {who}").format(who=museum.responsible_data or unknown),
        _("The program runs on the museum’s own server. It sends no request to any other host."),
    ]


def _processed(game: str) -> list[str]:
    computed = {
        Tally.Game.POSES: _(
            "From each picture the device computes the places of 33 points of one person’s body, and from them a number: how close the pose is to the one in the work."
        ),
        Tally.Game.FACES: _(
            "From each picture the device computes the places of 468 points of one face, and from them angles and ratios: how the head is held, how far eyes and mouth are open. At the end it paints the visitor’s face into the picture of the portrait."
        ),
    }
    return [
        _("The picture of the camera of the device on which the game is played: the visitor’s own, or the museum’s kiosk. It is asked for after a tap on the start screen, never before."),
        computed[Tally.Game(game)],
        _("All of this happens inside the browser, on the device. Neither pictures nor points are sent: the page may ask its own host only, there is no address that would take a picture, and a test of the program records every request, message and beacon of a whole game and fails if one of them carries pixels or points."),
        _("Nobody is recognised. Points are not compared with those of other people, and nothing is computed that says who somebody is, what they feel, how old they are or where they come from."),
    ]  # fmt: skip


def _kept() -> list[str]:
    counted = (
        _("This museum counts how often each work is started, matched and given up: a sum for each work and game, shown in whole tens from {least} on. No time, device or visitor is kept with it, and games of children are not counted.").format(least=LEAST)
        if settings().counting
        else _("This museum does not count how often works are played.")
    )  # fmt: skip
    return [
        _("Pictures and points are in the memory of the page, each until the next one comes, a few for as long as the game is played, so that a card can be made of them. With the end of the game or of the page they are gone."),
        _("The browser keeps the program’s own files, so that the game works without a network, and the chosen language in a cookie. The pictures a visitor makes of the game stay on the device, where the visitor downloads or shares them; on kiosks and in child mode there is neither download nor sharing."),
        counted,
    ]  # fmt: skip


def _purpose(game: str) -> list[str]:
    what = {
        Tally.Game.POSES: _("Whoever takes the pose of a figure looks longer and more closely at how it stands."),
        Tally.Game.FACES: _("Whoever holds the head as a sitter does looks longer and more closely at the portrait."),
    }
    return [
        what[Tally.Game(game)],
        _("A camera is needed to compare a body or a face with the one in the work. Less would not do it, and no more is taken than this. The game can also be played without a camera, with drawings to choose from, and the works can be looked at without playing."),
    ]  # fmt: skip


def _concerned() -> list[str]:
    return [
        _("Visitors who start the game, children among them. For children there is a mode without download and sharing; a kiosk can be set to it for good."),
        _("People who pass behind a player. They can be in the camera’s picture, which is not kept; followed is one person, and in doubt the one who was tapped on the screen."),
    ]  # fmt: skip


def _risks(game: str) -> list[str]:
    listed = [
        _("A passer-by is in the picture. Measures: nothing is kept or sent; the camera goes on after a tap and off at the end of a game. The museum can turn the screen so that little of the room is behind a player, and put the sign beside it."),
        _("Somebody fears to be watched. Measures: the start screen and the sign say what happens; “AI” and the number of bytes sent stand on the screen while it runs."),
        _("The next visitor sees the one before. Measures: a kiosk begins anew when nobody is there, and the page with its pictures is gone then."),
        _("Somebody is shut out by a body that the model follows badly, or because they sit. Measures: the seated and upper-body challenges count only what they name; everything can be played without a camera."),
        _("A later version does something else. Measures: each use of AI has a card with a checksum of its models; where the card changes, the use is off until a person has read and confirmed it."),
    ]  # fmt: skip
    if game == Tally.Game.FACES:
        listed.append(
            _("A painted face is taken for a real picture of somebody. Measures: each result says “AI modified” in the picture and in the file’s metadata; portraits of living people, and nude, sacred or sensitive works, are not in the game.")
        )  # fmt: skip
    return listed


def _models(game: str) -> list[str]:
    card = card_of(state(USES[game]))
    if card is None:
        return [_("not recorded")]
    return [f"{one.name} {one.version}, {one.licence}, {one.checksum}" for one in card.models]


def _open_questions() -> list[str]:
    return [
        _("Where the game is offered, how many people pass there, and how the camera is turned."),
        _("On which legal basis the museum relies, and whether an assessment is required: the rules and lists of its own supervisory authority say so."),
        _("Whom it has asked: the data-protection officer, staff, visitors, schools."),
        _("Its decision, with date and name. It is then noted in the studio, under “Impact assessment”."),
    ]  # fmt: skip
