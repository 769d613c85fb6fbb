"""Which language a text is in: a suggestion with its confidence and its reasons, or the reason for none."""

from vitrine.language.identify import MODEL, VERSION, Suggestion, identify, model_checksum
from vitrine.language.prior import Prior
from vitrine.language.speaking import Silence, silence

__all__ = ["MODEL", "VERSION", "Prior", "Silence", "Suggestion", "identify", "model_checksum", "silence"]
