"""The second factor: a code that an app on one's own phone computes from the time (TOTP, RFC 6238), through django-otp.

It is each person's choice. Ten recovery codes stand in for a lost phone, each once.
"""

import base64
import secrets
from typing import Any
from urllib.parse import quote

import segno
from django.db import transaction
from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from vitrine.server.museum.models import museum
from vitrine.server.people.models import RecoveryCode

CODES = 10
"""Recovery codes: enough for years of lost phones, few enough to print."""

_CODE_BYTES = 10
"""80 bits: nobody guesses one, not even with the database in hand."""

_KEY_BYTES = 20
"""160 bits, the length that RFC 4226 (section 4, R6) recommends."""

_GROUP = 4
_LONGEST = 64


def is_on(user: Any) -> bool:
    """Return whether `user` signs in with a second factor."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def fresh_key() -> str:
    """Return a new key, hexadecimal."""
    return str(random_hex(_KEY_BYTES))


def readable(key: str) -> str:
    """Return a key as it is typed into an app: base32 in groups of four."""
    text = base64.b32encode(bytes.fromhex(key)).decode()
    return " ".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def picture(user: Any, key: str) -> str:
    """Return the QR code that an app reads the key from, as SVG without any style of its own.

    Its text is the Key URI Format that all such apps read (github.com/google/google-authenticator/wiki/Key-Uri-Format).
    """
    issuer = (museum().name or "Vitrine").replace(":", " ")
    label = quote(f"{issuer}:{user.get_username()}")
    secret = base64.b32encode(bytes.fromhex(key)).decode()
    address = f"otpauth://totp/{label}?secret={secret}&issuer={quote(issuer)}"
    drawn: str = segno.make(address, error="m").svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)
    return drawn


def switch_on(user: Any, key: str, code: str) -> list[str] | None:
    """Switch the second factor of `user` on with the `key` that the app was given, if `code` is right.

    Returns the recovery codes, which are shown once and kept as digests; None if the code is not right.
    """
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).delete()
        device = TOTPDevice.objects.create(user=user, key=key, name="app", confirmed=True)
        if not device.verify_token(_digits(code)):
            transaction.set_rollback(True)
            return None
        return new_codes(user)


def switch_off(user: Any) -> bool:
    """Switch it off, and forget the recovery codes. Returns whether it was on."""
    with transaction.atomic():
        RecoveryCode.objects.filter(account=user).delete()
        return TOTPDevice.objects.filter(user=user).delete()[0] > 0


def new_codes(user: Any) -> list[str]:
    """Make new recovery codes for `user`; those before no longer work."""
    codes = [_code() for _ in range(CODES)]
    with transaction.atomic():
        RecoveryCode.objects.filter(account=user).delete()
        RecoveryCode.objects.bulk_create(RecoveryCode(account=user, digest=_digest(user, code)) for code in codes)
    return codes


def accepts(user: Any, typed: str) -> bool:
    """Return whether `typed` is the app's code of now or an unused recovery code, and use it up.

    Each code works once, also when it is sent twice at the same moment. The device itself slows tries down, from wherever.
    """
    if len(typed) > _LONGEST:
        return False
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
        digits = _digits(typed)
        if device is not None and len(digits) == device.digits and digits.isascii() and digits.isdecimal():
            return bool(device.verify_token(digits))
    return RecoveryCode.objects.filter(account=user, digest=_digest(user, typed)).delete()[0] == 1


def left(user: Any) -> int:
    """Return how many recovery codes are left."""
    return RecoveryCode.objects.filter(account=user).count()


def _code() -> str:
    text = base64.b32encode(secrets.token_bytes(_CODE_BYTES)).decode().lower()
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def _digits(typed: str) -> str:
    return "".join(typed.split())


def _digest(user: Any, code: str) -> str:
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return salted_hmac("vitrine.people.recovery", f"{user.pk}:{plain}", algorithm="sha256").hexdigest()
