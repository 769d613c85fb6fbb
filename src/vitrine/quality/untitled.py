"""Titles that say that there is no title."""

_UNTITLED = frozenset({
    "untitled", "no title", "without title", "title unknown", "title not known", "unknown title", "not titled", "unknown",
    "ohne titel", "o. t", "o.t", "unbetitelt", "titel unbekannt", "kein titel", "unbekannt",
    "senza titolo", "s. t", "s.t", "titolo sconosciuto", "non titolato", "sconosciuto",
    "sans titre", "titre inconnu", "non titré", "inconnu",
    "sin título", "sin titulo", "título desconocido", "desconocido",
    "zonder titel", "z. t", "z.t", "ongetiteld", "titel onbekend", "geen titel", "onbekend",
    "utan titel", "titel saknas", "ingen titel", "okänd titel", "namnlös", "okänd", "okänt",
    "uden titel", "uten tittel", "nimetön", "ei nimeä", "sem título", "sem titulo", "bez názvu", "bez tytułu",
    "cím nélkül", "bez naslova", "brez naslova", "fără titlu", "χωρίς τίτλο", "без названия", "без назви", "без заглавие",
    "pealkirjata", "bez nosaukuma", "be pavadinimo", "n/a", "n.a", "",
})  # fmt: skip
"""Whole titles, in lower case, without the signs around them."""

_BEGINNINGS = (
    "untitled", "no title", "title not known", "ohne titel", "senza titolo", "sans titre", "sin título", "sin titulo", "zonder titel",
    "utan titel",
)  # fmt: skip
"""What stands before a word in brackets or a number, as in "Untitled (Rope Piece)" and "Ohne Titel Nr. 3"."""

_AFTER = (" ", "(", "[", ",", ":", ";", "/", ".", "-", "–", "#")

_AROUND = " \t\n[](){}<>\"'“”„«»‘’.…-–—?!*_"


def is_untitled(title: str) -> bool:
    """Return whether a title says that there is none, in one of the languages of Europe: `[Untitled]`, `Ohne Titel`, `-`.

    "Untitled (Rope Piece)" and "Senza titolo n. 3" count too: museums write the like for works without a title.
    """
    bare = title.strip(_AROUND).casefold()
    if bare in _UNTITLED:
        return True
    return bare.startswith(_BEGINNINGS) and any(
        bare.startswith(_AFTER, len(start)) for start in _BEGINNINGS if bare.startswith(start)
    )
