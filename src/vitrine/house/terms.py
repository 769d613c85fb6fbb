"""The words for kinds of work and techniques, in the collection's three languages."""

LANGUAGES = ("en", "it", "de")

AAT = "http://vocab.getty.edu/aat/"

TYPES: dict[str, tuple[str, dict[str, str]]] = {
    "painting": (AAT + "300033618", {"en": "painting", "it": "dipinto", "de": "Gemälde"}),
    "print": (AAT + "300041273", {"en": "print", "it": "stampa", "de": "Druckgrafik"}),
    "poster": (AAT + "300027221", {"en": "poster", "it": "manifesto", "de": "Plakat"}),
    "collage": (AAT + "300033963", {"en": "collage", "it": "collage", "de": "Collage"}),
}
"""Kind of work: its concept in the Getty Art & Architecture Thesaurus, and its names."""

TECHNIQUES: dict[str, dict[str, str]] = {
    "oil": {
        "en": "Digital painting in the manner of oil on canvas",
        "it": "Pittura digitale alla maniera dell'olio su tela",
        "de": "Digitale Malerei in der Art von Öl auf Leinwand",
    },
    "pastel": {
        "en": "Digital painting in the manner of pastel on toned paper",
        "it": "Pittura digitale alla maniera del pastello su carta colorata",
        "de": "Digitale Malerei in der Art von Pastell auf getöntem Papier",
    },
    "gouache": {
        "en": "Digital painting in the manner of gouache on paper",
        "it": "Pittura digitale alla maniera della gouache su carta",
        "de": "Digitale Malerei in der Art von Gouache auf Papier",
    },
    "watercolour": {
        "en": "Digital painting in the manner of watercolour on paper",
        "it": "Pittura digitale alla maniera dell'acquerello su carta",
        "de": "Digitale Malerei in der Art von Aquarell auf Papier",
    },
    "linocut": {
        "en": "Digital print in the manner of a linocut",
        "it": "Stampa digitale alla maniera della linoleografia",
        "de": "Digitaler Druck in der Art eines Linolschnitts",
    },
    "woodblock": {
        "en": "Digital print in the manner of a colour woodcut",
        "it": "Stampa digitale alla maniera della xilografia a colori",
        "de": "Digitaler Druck in der Art eines Farbholzschnitts",
    },
    "lithograph": {
        "en": "Digital print in the manner of a crayon lithograph",
        "it": "Stampa digitale alla maniera della litografia a matita",
        "de": "Digitaler Druck in der Art einer Kreidelithografie",
    },
    "cut paper": {
        "en": "Digital collage in the manner of painted cut paper",
        "it": "Collage digitale alla maniera della carta dipinta e ritagliata",
        "de": "Digitale Collage in der Art bemalter Papierschnitte",
    },
}
"""How a work is made: by program, in the manner of the technique it imitates."""
