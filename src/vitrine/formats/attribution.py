"""Names as museums write them: what weakens the attribution, life dates in brackets, inverted names, and nobody known."""

import re
from functools import lru_cache
from typing import NamedTuple

_QUALIFIERS = {
    "formerly attributed to": "formerly attributed to|former attribution|formerly alleged|ehemals zugeschrieben|früher zugeschrieben"
    "|voorheen toegeschreven aan|già attribuito a|anciennement attribué à|antes atribuido a|tidigare tillskriven|tidigare attribution",
    "attributed to": "attributed to|attribution|other attribution|possible attribution|attrib\\.?|attr\\.?|attributed|doubtfully attributed to"
    "|zugeschrieben|zugeschrieben an|zuschreibung an|toegeschreven aan|toegeschreven|attribuito a|attribuito|attribuita a|attr\\. a"
    "|attribué à|attribué|attribuée à|atribuido a|atribuido|atribuida a|tillskriven|tillskrivet|attribuerad till|alternativ attribution|alternativ tillskrivning",
    "possibly": "possibly|probably|perhaps|alleged|assumed|vermutlich|möglicherweise|wohl|mogelijk|vermoedelijk|waarschijnlijk|forse"
    "|probabilmente|peut-être|probablement|posiblemente|probablemente|möjligen|troligen|osäker attribution",
    "after": "after|possibly after|probably after|prints after|print after|cast after|derived from|nach|nach entwurf von|naar|naar ontwerp van"
    "|d'après|d’après|según|efter"
    "|copy after|copied after|copy of|kopie nach|kopie naar|copia da|copie d'après|copie d’après|copia de|kopia efter|fri kopia efter",
    "workshop of": "workshop of|workshop|studio of|atelier of|possible studio|werkstatt von|werkstatt des|werkstatt"
    "|atelier van|werkplaats van|werkplaats|bottega di|bottega|atelier de|atelier du|taller de|taller|verkstad|ateljé|hans ateljé|hennes ateljé|hans verkstad",
    "and workshop": "and workshop|and studio|und werkstatt|en atelier|e bottega|et atelier|y taller",
    "pseudo": "pseudo",
    "circle of": "circle of|circle|umkreis von|umkreis des|umkreis|omgeving van|kring van|kring|cerchia di|cerchia|ambito di|ambito"
    "|entourage de|cercle de|círculo de|krets kring|krets",
    "follower of": "follower of|follower|nachfolger von|nachfolger des|nachfolger|nachfolge|navolger van|navolger|seguace di|seguace"
    "|suiveur de|seguidor de|seguidor|efterföljare till|efterföljare",
    "manner of": "manner of|in the manner of|style of|in the style of|in der art von|art des|art von|stil von|manier van|trant van|stijl van"
    "|maniera di|alla maniera di|manière de|à la manière de|dans le style de|manera de|al estilo de|stil|i stil av|manér|hans art|hennes art",
    "school of": "school of|schule von|schule des|schule|school van|scuola di|scuola|école de|escuela de|skola|hans skola|hennes skola",
    "pupil of": "pupil of|student of|and a pupil|schüler von|schüler des|schüler|leerling van|allievo di|élève de|alumno de|discípulo de|elev till",
    "imitator of": "imitator of|imitator|imitation of|nachahmer von|nachahmer des|nachahmer|nabootser van|imitatore di|imitateur de|imitador de",
    "assistant of": "assistant of|and assistants|gehilfe von|assistent van|aiuto di|aide de|ayudante de",
    "associated with": "associated with|associated person|in verbindung mit|geassocieerd met|associato a|associé à|asociado a",
}
_CANONICAL = {
    form.replace("\\.?", "").replace("\\.", "."): name
    for name, forms in _QUALIFIERS.items()
    for form in forms.split("|")
}
_FORMS = "|".join(sorted((form for forms in _QUALIFIERS.values() for form in forms.split("|")), key=len, reverse=True))

_BARE = re.compile(rf"[\[(]?\s*({_FORMS})\s*[\])]?:?", re.IGNORECASE)
_SUFFIXED = re.compile(rf"(?P<name>.+?)(?:\s*[\[(]\s*|\s*,\s*)({_FORMS})\s*[\])]?", re.IGNORECASE)
# A word that means something else by itself ("Scuola", "da Vinci", "Art Nouveau", "stil") needs its preposition to be a prefix.
_NO_PREFIX = frozenset(
    {
        "stil",
        "skola",
        "schule",
        "scuola",
        "krets",
        "kring",
        "taller",
        "pseudo",
        "nach",
        "wohl",
        "circle",
        "workshop",
        "bottega",
        "ambito",
        "cerchia",
        "alleged",
        "assumed",
        "attribution",
    }
)
_PREFIX_FORMS = "|".join(form for form in _FORMS.split("|") if form not in _NO_PREFIX)
_PREFIXED = re.compile(
    rf"[\[(]?\s*(?P<q>{_PREFIX_FORMS}|nach(?= [A-ZÄÖÜ])|wohl(?= [A-ZÄÖÜ]))\s*[\])]?\s*:?\s+(?P<name>[^\W\d_(\[].*)",
    re.IGNORECASE | re.DOTALL,
)
_INSTITUTION = re.compile(
    r"(?:school|escuela|école|scuola|taller|atelier|studio|workshop)\s+(?:of|de|di|d[ue]s?)\s+(?:the\s+|las?\s+)?"
    r"(?:fine|art|arts|applied|design|architecture|bellas|beaux|belle|artes|arti|oficios|medicine|mines)\b",
    re.IGNORECASE,
)

_NOBODY = re.compile(
    r"[\[(<]?\s*(?:(?:unknown|unidentified|anonymous|anonym|anon|anonymus|unbekannt(?:er?)?|unbek|okänd|onbekende?|anoniem|ignoto|anonimo"
    r"|sconosciuto|inconnue?|anonyme|desconocid[oa]|anónim[oa]|ukendt|ukjent|no artist|no maker|not known|not recorded|nn|n\.\s?n\.)"
    r"(?:[\s,:-]+(?:\(?[a-zà-ÿ]+\)?\s)?(?:artist|artists|maker|makers|painter|photographer|sculptor|author|creator|designer|printmaker"
    r"|engraver|draughtsman|manufacturer|person|künstler|künstlerin|meister|maler|fotograf|hersteller|konstnär|upphovsman|tillverkare"
    r"|kunstenaar|maker|vervaardiger|fotograaf|schilder|artista|autore|maestro|pittore|fotografo|artiste|auteur|photographe|peintre"
    r"|autor|recorded|known))?"
    r"|(?:artist|artists|maker|author|creator|photographer|künstler|autore|artista|auteur|artiste|autor|maestro|kunstenaar|vervaardiger)"
    r"[\s,:-]+(?:unknown|unidentified|anonymous|not known|not recorded|unbekannt|onbekend|ignoto|anonimo|sconosciuto|inconnu|anonyme"
    r"|desconocido|anónimo|okänd|anoniem))\.?\s*[\])>]?",
    re.IGNORECASE,
)

# `Ignoto piemontese`, `Anonyme français du XVIIe siècle`: in small letters, for `Anonimo Gaddiano` is a name.
_NOBODY_FROM = re.compile(
    r"(?:[Ii]gnot[oai]|[Aa]nonim[oai]|[Ss]conosciut[oa]|[Aa]nonyme|[Ii]nconnue?|[Aa]nónim[oa]|[Dd]esconocid[oa]|[Aa]noniem)"
    r"(?: [a-zà-ÿ]{3,}){1,3}(?:,? (?:d|del|della|de|du|des) ?.{1,30})?"
)
_LIFE = re.compile(r"(?P<name>.+?)\s*[\[(](?P<dates>[^()\[\]]*(?<!\d)\d{4}(?!\d)[^()\[\]]*)[\])]\s*")
_SPAN = re.compile(
    r"(?P<born>\d{4})(?:\s*(?:/|or|oder|of|o)\s*\d{1,4})?\s*(?:ca\.?)?\s*[-–—/]\s*(?:\?|c\.?\s?|ca\.?\s?|um\s|dopo\s|nach\s|na\s|after\s)*(?P<died>\d{4})\b"
)
_PLACED_SPAN = re.compile(
    r"(?<!\d)(?P<born>\d{4})(?!\d)[^\d;–—-]{0,60}(?:;| [-–—] |[-–—])[^\d;–—-]{0,60}(?<!\d)(?P<died>\d{4})(?!\d)"
)
"""`Reggio 1818 - Torino 1882`, `Paris, 1880 ; Nice, 1940`: places beside the only two years of a text."""
_NOT_IN = re.compile(
    r"\b(?:before|after|vor|nach|voor|na|prima|dopo|avant|après|antes|después|före|efter)\b", re.IGNORECASE
)
_LONGEST_LIFE = 110
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BORN = re.compile(
    r"(?:\bborn|\bb\.|\bgeb\.?|\bgeboren|\bné|\bnée|\bnat[oa]|\bnacid[oa]|\bfödd|\bf\.|\*)\D{0,20}(\d{4})|^\s*(\d{4})\s*[-–—/]\s*(?:\?|\.\.\.|present|heden|heute)?\s*$",
    re.IGNORECASE,
)
_DIED = re.compile(
    r"(?:\bdied|\bd\.|\bgest\.?|\bgestorben|\boverleden|\bmort|\bmort[oa]|\bdöd|†)\D{0,20}(\d{4})|^\s*\??\s*[-–—]\s*(\d{4})\s*$",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?:active|fl\.?|flourished|tätig|werkzaam|actief|attiv[oa]|notizie|doc\.?|documentat[oa]|actif|active|activo|verksam|aktiv)\b",
    re.IGNORECASE,
)

_SUFFIXES = frozenset(
    (
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "bt",
        "ra",
        "om",
        "ch",
        "kbe",
        "cbe",
        "obe",
        "mbe",
        "ara",
        "esq",
        "phd",
        "md",
        "dds",
    )
)
"""What follows a comma after a name that is not inverted."""
_BODY = re.compile(
    r"\b(?:&|and|und|en|e|et|och|y|co|company|compagnie|sons|brothers|bros|inc|ltd|studio|atelier|press|museum|university|institute|gesellschaft|manufaktur|fabriek|school)\b|[;/&]",
    re.IGNORECASE,
)


class Attribution(NamedTuple):
    """A name without what stood around it: `dates` as written, `born` and `died` as years, `role` as written after it."""

    name: str
    qualifier: str = ""
    dates: str = ""
    born: int | None = None
    died: int | None = None
    role: str = ""


def qualifier(text: str) -> str:
    """Return the qualifier that a role or prefix states (`nach` -> `after`, `Copy after:` -> `copy after`), or blank."""
    match = _BARE.fullmatch(text.strip())
    return _known(match[1]) if match else ""


@lru_cache(maxsize=8192)
def attribution(name: str) -> Attribution:
    """Take a name apart: `after Rubens, Peter Paul (1577-1640)` -> `Rubens, Peter Paul`, after, 1577, 1640."""
    found, dates = "", ""
    name, role = _without_role(_in_one_line(name))
    if (behind := _LIFE_BEHIND.fullmatch(name)) and life_years(behind["dates"])[0] is not None:
        name, dates = behind["name"].rstrip(), behind["dates"]
    for _ in range(2):  # `attributed to Jan Steen (1626-1679)` and `Jan Steen (1626-1679) (attributed to)`
        if not dates and (life := _LIFE.fullmatch(name)):
            name, dates = life["name"].rstrip(" ,"), life["dates"].strip()
        if not found:
            name, found = _split(name)
    born, died = life_years(dates)
    return Attribution(name, found, dates, born, died, role)


_ROLE = re.compile(r"(?P<rest>.+[\])])\s*,\s*(?P<role>[a-zà-ÿ][^\W\d_]*(?:[ /-][^\W\d_]+){0,3})")
_ROLE_BEFORE = re.compile(r"(?P<role>[^\W\d_]{4,}(?:[ /-][^\W\d_]+){0,2}):\s+(?P<rest>[^\W\d_].*)")
_LIFE_BEHIND = re.compile(
    r"(?P<name>[^\d()\[\]]+?),\s+(?P<dates>(?:(?:c|ca|born|b|geb|nat[oa]|né|née|född|f)\b\.?[^\d]{0,40})?(?<!\d)\d{4}(?!\d).{0,60})"
)
"""`Ann Smith, 1830-1890`, `Frederic Church, born Hartford 1826-died New York 1900`."""
_LONGEST_LINE = 80


def _without_role(name: str) -> tuple[str, str]:
    """Take off the role of `Jan Steen (Dutch, 1626-1679), engraver`, in small letters after the brackets, and of
    `Maler: Jan Steen`."""
    if (before := _ROLE_BEFORE.fullmatch(name)) and not qualifier(before["role"]):
        return before["rest"], before["role"]
    match = _ROLE.fullmatch(name)
    if match is None or qualifier(match["role"]) or not _LIFE.fullmatch(match["rest"]):
        return name, ""
    return match["rest"], match["role"]


def _in_one_line(name: str) -> str:
    """Return `Claude Monet` over `French, 1840-1926` as a name with its life in brackets."""
    first, *rest = (line.strip() for line in name.split("\n") if line.strip()) if "\n" in name else (name,)
    if len(rest) != 1 or any(char.isdigit() for char in first) or len(rest[0]) > _LONGEST_LINE:
        return name
    return f"{first} ({rest[0].strip('()')})" if _FOUR_DIGITS.search(rest[0]) else name


def _split(name: str) -> tuple[str, str]:
    if _INSTITUTION.match(name):
        return name, ""
    if match := _PREFIXED.fullmatch(name):
        return match["name"].rstrip(" ,"), _known(match["q"])
    if match := _SUFFIXED.fullmatch(name):
        return match["name"].rstrip(" ,"), _known(match[2])
    return name, ""


def _known(form: str) -> str:
    return _CANONICAL.get(form.lower(), "") or _CANONICAL.get(form.lower().rstrip("."), "")


def life_years(dates: str) -> tuple[int | None, int | None]:
    """Return the years of birth and death that life dates state: `1762–1787`, `born 1930`, `American, 1853-1890`."""
    if not dates or _ACTIVE.search(dates):
        return None, None
    if span := _SPAN.search(dates):
        born, died = int(span["born"]), int(span["died"])
        return (born, died) if born <= died else (None, None)
    if len(_FOUR_DIGITS.findall(dates)) == 2 and not _NOT_IN.search(dates) and (span := _PLACED_SPAN.search(dates)):
        born, died = int(span["born"]), int(span["died"])
        return (born, died) if 0 < died - born <= _LONGEST_LIFE else (None, None)
    birth, death = _BORN.search(dates), _DIED.search(dates)
    return _year(birth), _year(death)


def _year(match: re.Match[str] | None) -> int | None:
    return int(next(group for group in match.groups() if group)) if match else None


def roles(stated: str, written: str) -> str:
    """Return the role that a source states of a maker, and the one written around the name where it is another."""
    if not stated or not written or stated.casefold() == written.casefold():
        return stated or written
    return f"{stated}; {written}"


def is_nobody(name: str) -> bool:
    """Return whether a "name" says that the person is not known: `Unknown`, `Okänd`, `Autore ignoto`, `[onbekend]`."""
    bare = name.strip()
    if _NOBODY.fullmatch(bare):
        return True
    return _NOBODY_FROM.fullmatch(bare.capitalize() if bare.isupper() else bare) is not None


def upright(name: str) -> str:
    """Return `Blake, Robert` as `Robert Blake`; a name that is not clearly inverted, or is a body's, comes back as it is."""
    last, comma, first = name.partition(",")
    last, first = last.strip(), first.strip()
    doubtful = not comma or not last or not first or "," in first or any(char.isdigit() for char in name)
    if doubtful or _BODY.search(name) or first.lower().strip(".") in _SUFFIXES or len(first.split()) > 4:
        return name
    return f"{first}{last}" if first.endswith(("'", "’")) else f"{first} {last}"
