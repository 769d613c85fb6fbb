"""What the script of playing together says, in the reader's language."""

from django.utils.translation import gettext

from vitrine.server.poses import words as poses
from vitrine.server.rooms.nicknames import nicknames


def words() -> dict[str, str]:
    """Return the sentences of the room and those of Strike a Pose, by the key that the script asks for."""
    names = {f"name-{key}": name for key, name in nicknames().items()}
    return {**poses.words(), **names, **_lobby(), **_round(), **_board(), **_over()}


def _lobby() -> dict[str, str]:
    return {
        "entering": gettext("Coming in …"),
        "ready": gettext("ready"),
        "not-ready": gettext("not ready yet"),
        "away": gettext("connection lost"),
        "you": gettext("{name} (you)"),
        "host-you": gettext("You opened or took over this room: you begin when you like."),
        "host": gettext("The game begins when all are ready, or when {name} says so."),
        "alone": gettext("Nobody else is here yet. Show them the letters or the code."),
        "joined": gettext("{name} has come in."),
        "dropped": gettext("The connection is lost. Coming back … Your place and your points are kept for a minute."),
        "back": gettext("Connected again."),
        "without": gettext("You play without the camera: choose the drawing that has the pose of the work."),
        "with": gettext("You play with the camera. Put the phone where it sees you."),
    }


def _round() -> dict[str, str]:
    return {
        "round": gettext("Round {round} of {rounds}"),
        "soon": gettext("Round {round} of {rounds} begins in {seconds}"),
        "left": gettext("{seconds} s left"),
        "nearly": gettext("Ten seconds left."),
        "waiting": gettext("You have {points} points. Waiting for the others …"),
        "gone-work": gettext("This work is no longer part of the game. The next round follows."),
    }


def _board() -> dict[str, str]:
    return {
        "points": gettext("{points} points"),
        "this-round": gettext("{points} in this round"),
        "goes-on": gettext("It goes on in {seconds} s, or when all are ready."),
        "leads": gettext("{names}: {points} points so far."),
        "won": gettext("{name} wins with {points} points"),
        "won-you": gettext("You win with {points} points"),
        "tie": gettext("A tie: {names} have {points} points each"),
        "no-winner": gettext("Nobody has points this time"),
    }


def _over() -> dict[str, str]:
    """Return why a room cannot be entered or has closed, by the reason that the server gives."""
    return {
        "over-left": gettext("You have left the room."),
        "over-gone": gettext("This room is closed. Open a new one, or enter other letters."),
        "over-full": gettext("Eight are playing in this room already: it is full. Open a room of your own, or wait."),
        "over-running": gettext("A game is running in this room. You can come in when it has ended."),
        "over-elsewhere": gettext("You have come back to this room in another window. Play on there."),
        "over-unreadable": gettext(
            "This page and the museum’s server did not understand each other. Load the page again and come in anew."
        ),
        "over-fast": gettext("More was sent than anybody plays. Load the page again and come in anew."),
        "over-guessing": gettext("Too many letters were tried from here that lead to no room. Wait two minutes."),
        "over-silent": gettext("Nothing was heard from this page for a while. Come in again."),
        "over-lost": gettext("The connection did not come back. Check it, and come in again."),
    }
