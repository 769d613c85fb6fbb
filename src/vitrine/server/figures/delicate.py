"""Whether a record's words say that something nude, sexual or violent is shown, where nobody has set the flag for it."""

import re

from vitrine.records import Record

_WORDS = re.compile(
    r"\b(?:nudes?|nudity|naked|undressed|erotic\w*|sexual\w*|pornograph\w*|genitals?|rape|copulation|brothel"
    r"|akt|akte|aktbild\w*|aktstudie\w*|aktdarstellung\w*|männerakt\w*|frauenakt\w*|nackt\w*|erotisch\w*|vergewaltigung\w*"
    r"|nus?|nues?|nudité\w*|érotique\w*|sexuel\w*"
    r"|nud[oaie]|nudità|erotic[oaihe]+|sessual\w*|stupro"
    r"|desnud[oa]s?|desnudez|erótic[oa]s?|violación"
    r"|naken\w*|aktstudie|erotisk\w*"
    r"|violence|violent|gewalt|gewalttat\w*|violenza|violencia|våld|murder\w*|ermordung|mord|omicidio|asesinato|assassinat\w*"
    r"|h?olofernes?|martyrdom|martyrium|martyre|martirio"
    r"|massacre\w*|massaker\w*|torture\w*|folter\w*|tortura\w*|execution of|hinrichtung\w*|beheading|enthauptung\w*|décapitation"
    r"|decapitazione|decapitación|crucifixion|kreuzigung|crocifissione|crucifixión|flagellation|geißelung|flagellazione"
    r"|lynching\w*|genocid\w*|völkermord\w*|corpses?|cadaver\w*|leichnam\w*|cadavres?|cadáver\w*|human remains)\b",
    re.IGNORECASE,
)
"""Words in the languages of the interface and in Swedish. They are looked for in titles, terms and nothing longer: a text that
says what a picture is not about would close it."""

_ICONCLASS = re.compile(r"iconclass\.org/(?:31a[123]|33c5|44g|45k|31e23|73d[6-8])", re.IGNORECASE)
"""Nude bodies, sexual relations, punishment and torture, killing, the Passion."""
_AAT = ("300189568", "300189810")
"""Nudes and erotica in the Getty Art & Architecture Thesaurus."""


def word_of_care(record: Record) -> str:
    """Return the word by which the record says so, blank where it does not."""
    terms = (*record.object_types, *record.classifications, *record.subjects)
    for text in (*record.titles, *(label for term in terms for label in (*term.labels, *term.notes))):
        if found := _WORDS.search(text.value):
            return found[0]
    for uri in (uri for term in terms for uri in term.uris):
        if _ICONCLASS.search(uri) or any(uri.endswith(f"/{one}") for one in _AAT):
            return uri
    return ""
