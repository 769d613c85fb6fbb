"""What the script of Face-Fit says, in the reader's language: a page hands it over as data (`json_script`)."""

from django.utils.translation import gettext

from vitrine.server.museum.models import museum
from vitrine.server.play.words import words as common
from vitrine.server.portraits.playing import Ready
from vitrine.server.site.words.rights import rights_of


def words(one: Ready) -> dict[str, str]:
    """Return the sentences by their keys; `{name}` is filled in by the browser."""
    return {**common(), **_guidance(), **_playing(), **_caption(one)}


def _guidance() -> dict[str, str]:
    """Return what a visitor is asked to do, by the part of the face and the way it is off. Left and right are the visitor's own."""
    return {
        "yaw-more": gettext("Turn your head a little to your left."),
        "yaw-less": gettext("Turn your head a little to your right."),
        "pitch-more": gettext("Lift your chin a little."),
        "pitch-less": gettext("Lower your chin a little."),
        "roll-more": gettext("Tilt your head a little to your left shoulder."),
        "roll-less": gettext("Tilt your head a little to your right shoulder."),
        "left_eye-more": gettext("Open your left eye."),
        "left_eye-less": gettext("Close your left eye a little."),
        "right_eye-more": gettext("Open your right eye."),
        "right_eye-less": gettext("Close your right eye a little."),
        "eyes-more": gettext("Open your eyes."),
        "eyes-less": gettext("Close your eyes a little."),
        "brows-more": gettext("Raise your brows a little."),
        "brows-less": gettext("Let your brows sink."),
        "mouth_open-more": gettext("Mouth a little open."),
        "mouth_open-less": gettext("Close your mouth a little."),
        "mouth_width-more": gettext("Draw your mouth a little wider."),
        "mouth_width-less": gettext("Make your mouth a little narrower."),
        "hold": gettext("Just so. Hold still."),
        "nobody": gettext("No face is seen. Come in front of the camera, with light on your face."),
        "several": gettext("Several faces are seen. Tap yours in the camera’s picture, or stand alone before it."),
        "dark": gettext("It is too dark here to see a face well. Turn to a light."),
        "closer": gettext("Come a little closer."),
    }


def _playing() -> dict[str, str]:
    return {
        "loading": gettext("Getting ready. The first time this takes a few seconds."),
        "fits": gettext("{number} of {of} fit"),
        "painting": gettext("Your face is being painted into the portrait, on your device."),
        "painted": gettext("Done. Nothing has left your device."),
        "alt": gettext("The portrait with your face in it, marked as modified by AI."),
        "modified": gettext("AI modified"),
        "unpainted": gettext(
            "Your face could not be painted into the portrait. Nothing is lost: try again, with more light."
        ),
        "shared": gettext("Handed over."),
        "share-failed": gettext("It could not be handed over. Download it instead."),
        "right": gettext("Yes: this head is held like the sitter’s."),
        "wrong": gettext("Not quite: {difference}"),
        "sound-on": gettext("Sound on"),
        "sound-off": gettext("Sound off"),
        "differs-yaw": gettext("it is turned another way."),
        "differs-pitch": gettext("it looks higher or lower."),
        "differs-roll": gettext("it is tilted another way."),
        "differs-mouth_open": gettext("its mouth is not as far open."),
        "differs-left_eye": gettext("its eyes are not as far open."),
        "choice": gettext("Drawn head {number}: {held}"),
        "held-straight": gettext("straight"),
        "held-left": gettext("turned to its left"),
        "held-right": gettext("turned to its right"),
        "held-up": gettext("chin up"),
        "held-down": gettext("chin down"),
        "held-tilted-left": gettext("tilted to its left shoulder"),
        "held-tilted-right": gettext("tilted to its right shoulder"),
        "held-mouth": gettext("mouth open"),
        "held-eyes": gettext("eyes closed"),
        "file-name": gettext("my-portrait"),
    }


def _caption(one: Ready) -> dict[str, str]:
    """Return what is written beneath the picture and into its file."""
    record, label = one.entry.shown.record, one.entry.label
    makers = [maker.name for maker in record.makers if maker.name]
    line = next(iter(rights_of(record)), None)
    rights = (line.name or line.written) if line else ""
    title = label.plain_title
    return {
        "title": title,
        "makers": "\n".join(makers),
        "museum": museum().shown_name,
        "rights": rights or gettext("Rights not recorded"),
        "statement": line.address if line else "",
        "caption": gettext("A visitor’s face in “{title}”").format(title=title),
    }
