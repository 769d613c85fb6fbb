"""What the script of Strike a Pose says, in the reader's language."""

from django.utils.translation import gettext

from vitrine.server.play import words as play


def words() -> dict[str, str]:
    """Return the sentences of the game and those of all games, by the key that the script asks for."""
    return {**play.words(), **_playing(), **_advice(), **_unseen(), **_drawn(), **_taken()}


def _playing() -> dict[str, str]:
    return {
        "opening": gettext("Asking for the camera …"),
        "loading": gettext("Getting ready to compare …"),
        "which": gettext("Work {number} of {all}"),
        "hold": gettext("Hold it: {seconds} more"),
        "score": gettext("{score} of 100"),
        "well": gettext("Very close"),
        "matched": gettext("You have it"),
        "looked": gettext("The work"),
        "nobody": gettext("I see nobody. Step in front of the camera, with head and arms in the picture."),
        "dark": gettext("It is too dark to see you. Find more light, or play without a camera."),
        "several": gettext("There are several people. Tap the one who plays in the picture."),
        "gone": gettext("This work is no longer part of the game. Here is the next one."),
        "empty": gettext("There is no work left in this challenge. Choose another one."),
        "next": gettext("Next work"),
        "last": gettext("Finish"),
        "score-line": gettext("{matched} of {all} poses struck"),
        "nothing-struck": gettext("No pose struck this time. The works are worth a look all the same."),
    }


def _advice() -> dict[str, str]:
    """What to do with a limb. Left and right are the visitor's own."""
    return {
        "advice-raise-left-arm": gettext("Raise your left arm"),
        "advice-lower-left-arm": gettext("Lower your left arm"),
        "advice-out-left-arm": gettext("Left arm further out"),
        "advice-in-left-arm": gettext("Left arm closer to your body"),
        "advice-raise-right-arm": gettext("Raise your right arm"),
        "advice-lower-right-arm": gettext("Lower your right arm"),
        "advice-out-right-arm": gettext("Right arm further out"),
        "advice-in-right-arm": gettext("Right arm closer to your body"),
        "advice-raise-left-forearm": gettext("Raise your left hand"),
        "advice-lower-left-forearm": gettext("Lower your left hand"),
        "advice-out-left-forearm": gettext("Left hand further out"),
        "advice-in-left-forearm": gettext("Left hand further in"),
        "advice-bend-left-forearm": gettext("Bend your left arm"),
        "advice-stretch-left-forearm": gettext("Stretch your left arm"),
        "advice-raise-right-forearm": gettext("Raise your right hand"),
        "advice-lower-right-forearm": gettext("Lower your right hand"),
        "advice-out-right-forearm": gettext("Right hand further out"),
        "advice-in-right-forearm": gettext("Right hand further in"),
        "advice-bend-right-forearm": gettext("Bend your right arm"),
        "advice-stretch-right-forearm": gettext("Stretch your right arm"),
        "advice-raise-left-thigh": gettext("Raise your left knee"),
        "advice-lower-left-thigh": gettext("Lower your left knee"),
        "advice-out-left-thigh": gettext("Left knee further out"),
        "advice-in-left-thigh": gettext("Left knee further in"),
        "advice-raise-right-thigh": gettext("Raise your right knee"),
        "advice-lower-right-thigh": gettext("Lower your right knee"),
        "advice-out-right-thigh": gettext("Right knee further out"),
        "advice-in-right-thigh": gettext("Right knee further in"),
        "advice-raise-left-shin": gettext("Raise your left foot"),
        "advice-lower-left-shin": gettext("Lower your left foot"),
        "advice-out-left-shin": gettext("Left foot further out"),
        "advice-in-left-shin": gettext("Left foot further in"),
        "advice-bend-left-shin": gettext("Bend your left knee"),
        "advice-stretch-left-shin": gettext("Stretch your left leg"),
        "advice-raise-right-shin": gettext("Raise your right foot"),
        "advice-lower-right-shin": gettext("Lower your right foot"),
        "advice-out-right-shin": gettext("Right foot further out"),
        "advice-in-right-shin": gettext("Right foot further in"),
        "advice-bend-right-shin": gettext("Bend your right knee"),
        "advice-stretch-right-shin": gettext("Stretch your right leg"),
        "advice-lean-left-torso": gettext("Lean to your left"),
        "advice-lean-right-torso": gettext("Lean to your right"),
        "advice-lean-left-head": gettext("Tilt your head to your left"),
        "advice-lean-right-head": gettext("Tilt your head to your right"),
    }


def _unseen() -> dict[str, str]:
    return {
        "advice-unseen-left-arm": gettext("Step back: I cannot see your left arm"),
        "advice-unseen-left-forearm": gettext("Step back: I cannot see your left hand"),
        "advice-unseen-right-arm": gettext("Step back: I cannot see your right arm"),
        "advice-unseen-right-forearm": gettext("Step back: I cannot see your right hand"),
        "advice-unseen-left-thigh": gettext("Step back: I cannot see your left leg"),
        "advice-unseen-left-shin": gettext("Step back: I cannot see your left foot"),
        "advice-unseen-right-thigh": gettext("Step back: I cannot see your right leg"),
        "advice-unseen-right-shin": gettext("Step back: I cannot see your right foot"),
        "advice-unseen-torso": gettext("Step back: I cannot see your hips"),
        "advice-unseen-head": gettext("Move so that your head is in the picture"),
    }


def _drawn() -> dict[str, str]:
    """How a drawn figure is described to those who do not see it. Left and right are the figure's own."""
    return {
        "drawn-number": gettext("Drawing {number}"),
        "drawn-wrong": gettext("Not this one. Look again at the work."),
        "drawn-right": gettext("Yes, this is the pose of the work."),
        "drawn-left-arm-up": gettext("left arm up"),
        "drawn-left-arm-out": gettext("left arm out to the side"),
        "drawn-left-arm-down": gettext("left arm down"),
        "drawn-left-arm-across": gettext("left arm across the body"),
        "drawn-right-arm-up": gettext("right arm up"),
        "drawn-right-arm-out": gettext("right arm out to the side"),
        "drawn-right-arm-down": gettext("right arm down"),
        "drawn-right-arm-across": gettext("right arm across the body"),
        "drawn-left-arm-bent": gettext("left elbow bent"),
        "drawn-right-arm-bent": gettext("right elbow bent"),
        "drawn-left-leg-raised": gettext("left knee raised"),
        "drawn-right-leg-raised": gettext("right knee raised"),
        "drawn-left-leg-bent": gettext("left knee bent"),
        "drawn-right-leg-bent": gettext("right knee bent"),
        "drawn-legs-apart": gettext("legs apart"),
        "drawn-lying": gettext("lying"),
        "drawn-leaning-left": gettext("leaning to the left"),
        "drawn-leaning-right": gettext("leaning to the right"),
        "drawn-bowed": gettext("head bowed to one side"),
        "drawn-hidden": gettext("only part of the figure is shown"),
    }


def _taken() -> dict[str, str]:
    return {
        "card-file": gettext("pose"),
        "film-making": gettext("The film is being made on this device …"),
        "film-made": gettext("The film is ready."),
        "film-failed": gettext("This browser cannot make a film. The card works."),
        "shared": gettext("Handed to the system’s share sheet."),
        "share-failed": gettext("Nothing was shared. You can download it instead."),
        "mark": gettext("Photograph by a camera beside a work of art, put together on the visitor’s own device"),
    }
