"""Which of a record's texts a visitor is shown, and how a text in another language is marked."""

from collections.abc import Iterable

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from vitrine.records import UNDETERMINED, Term, Text

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages that are written from right to left (CLDR, character order)."""


def primary(language: str) -> str:
    """Return the language of a tag without script and region."""
    return language.split("-", 1)[0].lower()


def reader() -> str:
    """Return the language that the visitor reads the site in."""
    return primary(get_language() or settings.LANGUAGE_CODE)


def best(texts: Iterable[Text]) -> Text | None:
    """Return the text that a visitor reads best: in the site's language, the museum's own, English, else the first."""
    return next(iter(in_order(texts)), None)


def in_order(texts: Iterable[Text]) -> list[Text]:
    """Return texts, those a visitor reads best first; the order within a language stays."""
    wishes = [reader(), primary(settings.LANGUAGE_CODE), "en"]
    rank = {language: place for place, language in reversed(list(enumerate(wishes)))}
    return sorted(
        (text for text in texts if text.value), key=lambda text: rank.get(primary(text.language), len(wishes))
    )


def label_of(term: Term) -> Text | None:
    """Return the name of a concept that a visitor reads best."""
    return best(term.labels)


def direction(language: str) -> str:
    """Return the value of `dir` for a text: known where the language is, found from the letters where it is not."""
    if language == UNDETERMINED:
        return "auto"
    return "rtl" if language.lower() in _RIGHT_TO_LEFT or primary(language) in _RIGHT_TO_LEFT else "ltr"


def foreign(text: Text) -> bool:
    """Return whether a text is in another language than the page, or in one that nobody has named."""
    return primary(text.language) != reader()


def html_language(tag: str) -> str:
    """Return a language as the value of `lang`: blank says that nobody knows, where BCP 47 says `und`."""
    return "" if tag == UNDETERMINED else tag


def marked(text: Text | None) -> SafeString:
    """Return a text as HTML, with its language and direction where they are not the page's."""
    if text is None:
        return SafeString("")
    if not foreign(text):
        return format_html("{}", text.value)
    language, way = html_language(text.language), direction(text.language)
    return format_html('<span lang="{}" dir="{}">{}</span>', language, way, text.value)


def tongue(text: Text | None) -> SafeString:
    """Return the quiet mark of a text in another language than the page's: what that language calls itself."""
    if text is None or text.language == UNDETERMINED or not foreign(text):
        return SafeString("")
    return format_html(
        ' <span class="tongue" lang="{}" dir="{}">{}</span>',
        text.language,
        direction(text.language),
        language_name(text.language),
    )


def listed(texts: Iterable[Text | None]) -> SafeString:
    """Return texts as HTML, one after the other with commas between."""
    return format_html_join(", ", "{}", ((marked(text),) for text in texts if text is not None))


def told(texts: Iterable[Text | None]) -> SafeString:
    """Return texts as HTML with commas between; those in another language than the page's are followed by its mark, once a run."""
    found = [text for text in texts if text is not None]
    parts = []
    for place, text in enumerate(found):
        following = found[place + 1].language if place + 1 < len(found) else None
        parts.append((marked(text), "" if following == text.language else tongue(text)))
    return format_html_join(", ", "{}{}", parts)


_OWN_NAMES = {"grc": "Ἀρχαία Ἑλληνική", "la": "Latina", "mt": "Malti", "rm": "Rumantsch", "yi": "ייִדיש"}
"""Languages of museums that Django has no translation into, in their own name (CLDR)."""


def language_name(tag: str) -> str:
    """Return what a language calls itself, or its tag where Django does not know."""
    info = LANG_INFO.get(tag.lower()) or LANG_INFO.get(primary(tag)) or {}
    name: str = info.get("name_local") or _OWN_NAMES.get(primary(tag), tag)
    return name
