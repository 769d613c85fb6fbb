"""A card that is good, for tests that break it."""

GOOD = """
schema = 1
identifier = "colour-words"
version = "1.0"
functions = ["name-colours"]
computes = ["server"]
operations = ["index"]
material = ["media"]

[title]
en = "Colour words"
it = "Parole di colore"
de = "Farbwörter"
fr = "Mots de couleur"
es = "Palabras de color"

[description]
en = "Names the five colours that cover most of a picture."
it = "Nomina i cinque colori che coprono la maggior parte di un'immagine."
de = "Nennt die fünf Farben, die den größten Teil eines Bildes bedecken."
fr = "Nomme les cinq couleurs qui couvrent la plus grande partie d'une image."
es = "Nombra los cinco colores que cubren la mayor parte de una imagen."

[does_not]
en = "It does not say what a picture shows."

[purpose]
en = "So that works can be found by colour."

[looks_at]
en = "The stored pictures of works."

[alternative]
en = "A curator names the colours by hand."

[objection]
en = "Write to the museum; a curator removes the words."

[[limits]]
en = "Photographs with a coloured light are named by the light."

[[models]]
name = "palette"
version = "2.1"
licence = "Apache-2.0"
checksum = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
origin = "https://palette.example/"

[keeps.what]
en = "Five words for each picture."

[keeps.how_long]
en = "Until the picture is removed."

[people]
identifies = false
infers_emotions = false
sorts_by_traits = false

[ai_act]
role = "deployer"

[[ai_act.duties]]
article = "50(1)"
applies = false
reason.en = "Nobody talks with it."

[evaluation]
date = "2026-11-20"
command = "python -m colour_words.measure"
on.en = "200 pictures of the house collection."

[[evaluation.figures]]
name.en = "Colours that two people named as well"
value = "81 %"
"""


def without(*keys: str) -> str:
    """Return the good card without the lines that begin with `keys`."""
    return "\n".join(line for line in GOOD.splitlines() if not line.startswith(keys))
