"""Texts tagged with a language that they do not look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.quality.doubtful import looks_like_another

TEXTS = {
    "en": "The painter shows the shore of the lake in the evening, with a boat that has come in from the other side and two men who are mending their nets.",
    "de": "Der Maler zeigt das Ufer des Sees am Abend, mit einem Boot, das von der anderen Seite gekommen ist, und zwei Männern, die ihre Netze flicken.",
    "it": "Il pittore mostra la riva del lago di sera, con una barca che è arrivata dall'altra parte e due uomini che riparano le reti della pesca.",
    "fr": "Le peintre montre la rive du lac le soir, avec une barque qui est venue de l'autre côté et deux hommes qui réparent les filets de pêche.",
    "es": "El pintor muestra la orilla del lago por la tarde, con una barca que ha llegado de la otra orilla y dos hombres que reparan las redes.",
    "nl": "De schilder toont de oever van het meer in de avond, met een boot die van de andere kant is gekomen en twee mannen die de netten herstellen.",
    "sv": "Målaren visar sjöns strand på kvällen, med en båt som har kommit från den andra sidan och två män som lagar sina nät och inte ser på.",
    "tr": "Ressam akşam vakti gölün kıyısını, karşı taraftan gelen bir tekne ile ağlarını onaran iki adam olarak gösterir ve bu sahne çok sakin bir ışık içinde verilmiştir.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_in_its_language_is_in_order(language):
    assert looks_like_another(TEXTS[language], language) == ""
    assert looks_like_another(TEXTS[language], f"{language}-XX") == ""


@pytest.mark.parametrize("language", sorted(set(TEXTS) - {"en"}))
def test_a_text_that_is_tagged_english_and_is_not_is_doubted(language):
    assert looks_like_another(TEXTS[language], "en") == language


@pytest.mark.parametrize(
    "text",
    [
        "Tuval üzerine yağlıboya",
        "Ve bu bir ve bu",
        "Vincent van Gogh, Paul Gauguin, Paul Cézanne, Georges Seurat, Edgar Degas, Claude Monet, Camille Pissarro, Alfred Sisley, Berthe Morisot, Mary Cassatt",
        "oil, tempera, gold leaf, gesso, poplar panel, iron nails, red chalk, white lead, silver point, blue paper, bole, canvas, size",
        TEXTS["en"] + " " + TEXTS["tr"],
    ],
)
def test_short_texts_names_and_lists_prove_nothing(text):
    assert looks_like_another(text, "en") == ""


def test_languages_that_are_not_known_are_left_alone():
    assert looks_like_another(TEXTS["en"], "eu") == ""
    assert looks_like_another(TEXTS["en"], "und") == ""


@given(st.text(max_size=600), st.sampled_from(["en", "tr", "und", "", "-"]))
def test_no_text_is_too_strange(text, language):
    assert looks_like_another(text, language) != language or not language
