"""The words of measures in seven languages: axes, parts, units. Lower case, without a full stop at the end."""

_AXES = {
    "height": "h hgt ht height high höhe hoch hoog hoogte hauteur haut altezza alt alto altura höjd hög højde høyde",
    "width": "w width wide b br breite breit breedte breed bredd largeur larg larghezza ancho anchura bredde",
    "depth": "depth deep dp t tiefe tief diepte diep djup p prof profondeur profondità profundidad fondo dybde",
    "length": "length long lg länge lang lengte longueur lunghezza lungh longitud largo längd længde lengde",
    "diameter": "diameter diam dia dm ø ⌀ durchmesser doorsnede diamètre diametro diámetro",
    "thickness": "thickness thick dicke stärke dikte épaisseur ep spessore grosor tjocklek",
    "circumference": "circumference umfang omtrek circonférence circonferenza circunferencia omkrets",
    "weight": "weight wt gewicht poids peso vikt vægt vekt",
    "duration": "duration dauer duur durée durata duración speltid",
}
AXES: dict[str, str] = {word: kind for kind, words in _AXES.items() for word in words.split()}
"""Word or letter -> kind of measure. `l`, `L` and `d` mean different things in different languages: see `dimensions`."""

_PARTS = {
    "work": "work werk support object objekt objet oggetto objeto overall opera œuvre obra painting gemälde dipinto"
    " schilderij drager gesamt gesamtmaß totaal totale total insieme ensemble accurate confirmed unconfirmed unframed"
    " dimension dimensions size measurements maß maße masse größe afmeting afmetingen formaat maten misure dimensioni"
    " formato medidas dimensiones mesures mått storlek",
    "frame": "frame framed gerahmt ingelijst incorniciato encadré enmarcado inramad rahmen rahmenmaß lijst lijstmaat omlijsting cornice cadre marco ram",
    "sheet": "sheet blatt blattmaß blad bladmaat foglio feuille hoja paper ark",
    "image": "image bild bildmaß darstellung immagine beeld voorstelling motiv imagen composition",
    "plate": "plate platemark platte plattenmaß plaat plaatrand lastra impronta cuvette plancha plåt",
    "mount": "mount mounted montierung montaggio montage",
    "mat": "mat matted passepartout",
    "base": "base basis sockel socle plinth pedestal piedistallo zoccolo pedestal sockeln",
    "sight": "sight sichtmaß dagmaat luce",
    "stretcher": "stretcher keilrahmen spieraam telaio châssis bastidor spännram",
    "book": "book buch boek libro livre bok",
    "page": "page seite pagina página sida",
    "cover": "cover einband omslag coperta couverture",
    "case": "case vitrine teca",
    "block": "block",
    "displayed": "displayed display",
}
PARTS: dict[str, str] = {word: part for part, words in _PARTS.items() for word in words.split()}
"""Word -> the part of a work that is measured."""

FIRST_OF_SEVERAL = ("sheet", "work", "image")
"""Where one label names several parts ("Image/Sheet"), the one that is the physical thing."""

AROUND_THE_WORK = frozenset({"frame", "mount", "mat", "base", "case"})
"""Parts that are not the work itself."""

WITHOUT = frozenset(("without", "no", "ohne", "zonder", "senza", "sans", "sin", "utan", "excl", "excluding"))
WITH = frozenset(("with", "mit", "met", "con", "avec", "med", "incl", "including"))
NO_PART = frozenset(
    ("each", "part", "parts", "element", "elements", "jeweils", "je", "elk", "ciascuno", "chacun", "cada", "vardera")
)
"""Words before a colon that name no part."""
VARIABLE = (
    "variable",
    "variabel",
    "variabile",
    "veränderlich",
    "wisselend",
    "dependent on",
    "varierande",
    "unavailable",
    "not recorded",
)
"""Words by which a text says that there is no one measure."""

_UNITS = {
    "mm": "mm millimeter millimeters millimetre millimetres millimètres millimetri milímetros",
    "px": "px pixel pixels",
    "cm": "cm cms centimeter centimeters centimetre centimetres zentimeter centimètres centimetri centímetros",
    "dm": "dm",
    "m": "m mt meter meters metre metres mètre mètres metri metro metros",
    "in": 'in ins inch inches zoll duim pouce pouces pollici pulgadas tum "',
    "ft": "ft foot feet fuß voet pied pieds piedi pies fot '",
    "kg": "kg kgs kilo kilogram kilograms kilogramm kilogrammes chilogrammi kilogramos",
    "g": "g gr gram grams gramm gramme grammes grammi gramos",
    "lb": "lb lbs pound pounds",
    "oz": "oz ounce ounces",
    "h": "hour hours hr hrs std stunde stunden uur heure heures ora ore hora horas timme timmar",
    "min": "min mins minute minutes minuten minuti minutos minuter",
    "s": "s sec secs second seconds sek sekunden seconden secondes secondi segundos sekunder",
}
UNITS: dict[str, str] = {word: unit for unit, words in _UNITS.items() for word in words.split()}
"""Word or sign -> unit symbol."""

SECONDS = {"h": 3600, "min": 60, "s": 1}
WEIGHTS = frozenset({"kg", "g", "lb", "oz"})
IMPERIAL = frozenset({"in", "ft", "lb", "oz"})
UNIT_BEFORE_NUMBER = frozenset({"mm", "cm", "m"})
"""Units that Italian cataloguing writes before the number: `cm 30 x 20`."""
