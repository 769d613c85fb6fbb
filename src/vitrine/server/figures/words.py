"""What the studio calls joints and the landmarks of faces, and what the editor says; handed over to the page as data."""

from django.utils.translation import gettext
from django.utils.translation import pgettext as p


def joints() -> list[str]:
    """Return the names of the 33 points of a body, in their order; left is the person's own."""
    return [
        gettext("Nose"),
        gettext("Left eye, inner corner"),
        gettext("Left eye"),
        gettext("Left eye, outer corner"),
        gettext("Right eye, inner corner"),
        gettext("Right eye"),
        gettext("Right eye, outer corner"),
        gettext("Left ear"),
        gettext("Right ear"),
        gettext("Left corner of the mouth"),
        gettext("Right corner of the mouth"),
        gettext("Left shoulder"),
        gettext("Right shoulder"),
        gettext("Left elbow"),
        gettext("Right elbow"),
        gettext("Left wrist"),
        gettext("Right wrist"),
        gettext("Left little finger"),
        gettext("Right little finger"),
        gettext("Left index finger"),
        gettext("Right index finger"),
        gettext("Left thumb"),
        gettext("Right thumb"),
        gettext("Left hip"),
        gettext("Right hip"),
        gettext("Left knee"),
        gettext("Right knee"),
        gettext("Left ankle"),
        gettext("Right ankle"),
        gettext("Left heel"),
        gettext("Right heel"),
        gettext("Left toe"),
        gettext("Right toe"),
    ]


def landmarks() -> dict[int, str]:
    """Return the names of the landmarks by which a face is placed, by their number in the mesh."""
    return {
        33: gettext("Right eye, outer corner"),
        133: gettext("Right eye, inner corner"),
        362: gettext("Left eye, inner corner"),
        263: gettext("Left eye, outer corner"),
        1: gettext("Tip of the nose"),
        61: gettext("Right corner of the mouth"),
        291: gettext("Left corner of the mouth"),
        0: gettext("Middle of the upper lip"),
        17: gettext("Middle of the lower lip"),
        152: gettext("Chin"),
        10: gettext("Hairline"),
        105: gettext("Right eyebrow"),
        334: gettext("Left eyebrow"),
        234: gettext("Right cheek"),
        454: gettext("Left cheek"),
    }


def editor() -> dict[str, str]:
    """Return the sentences of the editor, with places in braces that the browser fills."""
    return {
        "seen": p("a joint", "visible"),
        "hidden": p("a joint", "hidden"),
        "joint": gettext("{name}, {state}"),
        "moved": gettext("{name}: {x}, {y}"),
        "figure": gettext("Figure {number}"),
        "face": gettext("Face {number}"),
        "new": gettext("not saved yet"),
        "changed": gettext("changed, not saved"),
        "proposed": gettext("to do"),
        "approved": gettext("approved"),
        "aside": gettext("set aside"),
        "option": gettext("{figure}: {state}"),
        "place": gettext("Click on: {name} ({step} of {steps})"),
        "placed": gettext("All placed. Drag what is not right, then approve."),
        "stopped": gettext("Placing was stopped. Nothing has changed."),
        "box": gettext("Draw a box round the figure or face: press at one corner, let go at the other."),
        "looking": gettext("The machine looks inside the box."),
        "seen-in-box": gettext("Found: drag what is not right, then approve."),
        "nobody": gettext("Nobody was found there. Place the points by hand."),
        "saving": gettext("Saving …"),
        "saved": gettext("Saved."),
        "said-approved": gettext("Approved."),
        "said-aside": gettext("Set aside."),
        "said-reopened": gettext("Taken back: it is to do again."),
        "undone": gettext("Undone."),
        "redone": gettext("Done again."),
        "nothing": gettext("There is nothing to undo."),
        "swapped": gettext("Left and right have changed places."),
        "taken": gettext("The proposal was taken over."),
        "none": gettext("There is no figure yet. Place one, or let the machine look inside a box."),
        "fault": gettext(
            "It could not be saved: the site did not answer as it should. Your points are still here. Try again."
        ),
        "signed-out": gettext(
            "You are signed out. Sign in in another tab, then save again: your points are still here."
        ),
        "theirs": gettext("Load theirs"),
        "mine": gettext("Keep mine and save again"),
        "zoom": gettext("Zoom: {percent} %"),
    }
