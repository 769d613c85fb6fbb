"""What the scripts of all games say, in the reader's language: a page hands it over as data (`json_script`)."""

from django.utils.translation import gettext


def words() -> dict[str, str]:
    """Return the sentences by the key that `web/src/play/words.ts` asks for; `{name}` is filled in by the browser."""
    return {**_sent(), **_kept(), **_troubles()}


def _sent() -> dict[str, str]:
    return {
        "sent-nothing": gettext("0 bytes sent"),
        "sent": gettext("{bytes} bytes sent, none of them from the camera"),
    }


def _kept() -> dict[str, str]:
    return {
        "keeping": gettext("This device keeps the game, so that it works without a network: {percent} %"),
        "kept": gettext("The game works without a network now: {size} MB are kept on this device, nothing of you."),
        "not-kept": gettext("The game works with a network only: not all of it could be kept on this device."),
        "kept-removed": gettext("Nothing of the game is kept on this device any more."),
    }


def _troubles() -> dict[str, str]:
    """Return what a visitor reads when the camera or the models fail, by the code of a `Trouble`."""
    return {
        "trouble-no-camera": gettext("This device has no camera that a page can use. You can play without one."),
        "trouble-refused": gettext(
            "The camera was not allowed. Allow it in the browser’s settings for this site and start again, or play without one."
        ),
        "trouble-busy": gettext(
            "Another program is using the camera. Close it and start again, or play without a camera."
        ),
        "trouble-lost": gettext(
            "The camera has gone. Nothing was kept of its picture. Connect it and start again, or go on without one."
        ),
        "trouble-no-simd": gettext(
            "This browser is too old to compare poses and faces. You can play without the camera, or use a newer browser."
        ),
        "trouble-no-wasm": gettext(
            "This browser cannot compare poses and faces on its own. You can play without the camera, or use another browser."
        ),
        "trouble-insecure": gettext(
            "A browser gives a page the camera only over a secure connection (https). You can play without it."
        ),
        "trouble-models": gettext(
            "What compares poses and faces could not be loaded. Check the connection and start again, or play without the camera."
        ),
        "trouble-unsupported": gettext(
            "Something this game needs does not work in this browser. You can play without the camera, or use another browser."
        ),
        "trouble-gone": gettext("This work is no longer part of the game. Choose another one."),
    }
