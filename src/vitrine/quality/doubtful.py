"""Texts that do not look like the language they are tagged with: a suspicion, never a fact.

Every text of some length has little words of its language ("the", "und", "della"). A text is doubtful if it has many of
another language, and next to none of its own that the other has not ("in" and "is" are Dutch as well as English). Only
texts of fifteen words and more are looked at, of these only the beginning, and only languages with a list below: names,
titles and lists of materials prove nothing.
"""

FEWEST_WORDS = 15
_LOOKED_AT = 400
"""Characters of a text that are looked at."""

_PLAINLY = 0.2
"""Share of little words from which a text is plainly in its language: English has some 40 in 100."""

_NEXT_TO_NONE = 0.04
_MANY = 0.10
_FEWEST_OF_OTHER = 3

_LITTLE_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and in to a is with by on for from as his her was at this that it an are which who their has its were",
        "de": "der die das und in von mit des dem den ein eine einer ist im zu auf auch als für nicht sich wird nach bei sind durch",
        "it": "di il la e che un una del della in con per nel nella sono i le da al si dei delle gli più è alla come anche questo",
        "fr": "a de la le et les des du en un une dans par sur pour avec au qui est aux il que ce sa son cette à été se",
        "es": "de la el y en los las del con por una un que su se para al es como más está lo entre sobre fue este",
        "nl": "de het een van en in op met is voor door dat die te zijn aan als uit naar ook niet deze werd om bij",
        "sv": "och i att av en ett den det som på med är för till från har om de sig vid inte hans var under",
        "da": "og i at af en et den det som på med er for til fra har om de sig ved ikke hans var under blev",
        "pt": "de a o e que do da em um uma os as no na com por para dos das ao se é como mais foi sua",
        "pl": "i w na z do się jest że o od po przez nie to jego który oraz dla za ze jak",
        "tr": "ve bir bu ile için olarak olan da de daha çok en gibi sonra kadar ise olduğu tarafından onun her iki vardır ancak",
        "fi": "ja on oli että hän joka ei se kun myös mutta sekä jossa ovat hänen kuin tai",
        "cs": "a v na je se s z do že o k po pro jako od za ve jeho byl který při",
        "hu": "a az és egy hogy is nem volt meg ez el csak már mint de ki szerint között",
        "ro": "de și în la cu din pe o un a este care pentru sau prin că al lui mai",
    }.items()
}


def looks_like_another(text: str, language: str) -> str:
    """Return the language that `text` looks like where that is not `language` (a BCP 47 tag), else blank.

    Blank also for short texts, for languages that are not known here, and wherever the words leave a doubt.
    """
    own = _LITTLE_WORDS.get(language.split("-", 1)[0])
    if own is None:
        return ""
    words = [word.strip(".,;:!?()[]\"'«»“”„") for word in text[:_LOOKED_AT].lower().split()]
    if len(words) < FEWEST_WORDS:
        return ""
    little = [word for word in words if word in own]
    if len(little) > _PLAINLY * len(words):
        return ""
    most, best = 0, ""
    for other, known in _LITTLE_WORDS.items():
        theirs = sum(1 for word in words if word in known and word not in own)
        if theirs > most and sum(1 for word in little if word not in known) <= _NEXT_TO_NONE * len(words):
            most, best = theirs, other
    return best if most >= max(_FEWEST_OF_OTHER, _MANY * len(words)) else ""
