"""Rights in words against rights statements."""

import pytest

from vitrine.rights import contradicts

PDM = "http://creativecommons.org/publicdomain/mark/1.0/"
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
BY = "http://creativecommons.org/licenses/by/4.0/"
BY_NC = "http://creativecommons.org/licenses/by-nc/4.0/"
INC = "http://rightsstatements.org/vocab/InC/1.0/"
INC_EDU = "http://rightsstatements.org/vocab/InC-EDU/1.0/"
CNE = "http://rightsstatements.org/vocab/CNE/1.0/"
OOC_NC = "http://www.europeana.eu/rights/out-of-copyright-non-commercial/"
RR_F = "http://www.europeana.eu/rights/rr-f/"


@pytest.mark.parametrize(
    ("text", "uri"),
    [
        ("All rights reserved", PDM),
        ("All rights reserved.", BY),
        ("Tutti i diritti riservati", CC0),
        ("Alle Rechte vorbehalten", BY_NC),
        ("Tous droits réservés", BY),
        ("Todos los derechos reservados", BY),
        ("Alle rechten voorbehouden", PDM),
        ("Alla rättigheter förbehållna", PDM),
        ("© Museum 2020", CC0),
        ("Copyright Museum of Somewhere", PDM),
        ("Urheberrechtlich geschützt", PDM),
        ("Protetto da copyright", PDM),
        ("Protégé par le droit d'auteur", PDM),
        ("Protegida por derechos de autor", PDM),
        ("Auteursrechtelijk beschermd", PDM),
        ("Upphovsrättsligt skyddad", PDM),
        ("Public domain", INC),
        ("gemeinfrei", INC),
        ("Opera di pubblico dominio", BY),
        ("Domaine public", RR_F),
        ("Dominio público", INC),
        ("Publiek domein", INC),
        ("Allmän egendom", INC),
        ("No known copyright restrictions", INC),
        ("No rights reserved", INC),
        ("Not in the public domain", PDM),
        ("nicht gemeinfrei", CC0),
        ("non è di pubblico dominio", PDM),
        ("n'est pas dans le domaine public", PDM),
        ("niet in het publieke domein", PDM),
        ("nicht urheberrechtlich geschützt", INC),
        ("CC BY", INC),
        ("CC BY 4.0, Museum of Somewhere", RR_F),
        ("CC BY-NC 4.0", BY),
        ("http://creativecommons.org/licenses/by-nd/4.0/", BY),
        ("In Copyright", BY),
        ("CC0", CNE),
        ("Nur für nicht-kommerzielle Nutzung", CC0),
    ],
)
def test_words_that_say_the_opposite(text: str, uri: str) -> None:
    assert contradicts(text, uri)


@pytest.mark.parametrize(
    ("text", "uri"),
    [
        ("", PDM),
        ("Photo: Jane Doe", PDM),
        ("https://museum.example/terms", PDM),
        ("© Museum 2020", BY),  # a licensed photograph is in copyright
        ("© Museum 2020, CC BY 4.0", BY),
        ("CC BY 3.0", BY),  # another version of the same licence
        ("CC0", PDM),
        ("Public domain. Photo © Museum", PDM),  # one fits
        ("Public domain. Photo © Museum", INC),
        ("All rights reserved", INC),
        ("All rights reserved", RR_F),
        ("Some rights reserved", BY),
        ("In Copyright", RR_F),
        ("In Copyright", INC_EDU),
        ("gemeinfrei", PDM),
        ("No copyright", "http://rightsstatements.org/vocab/NoC-OKLR/1.0/"),
        ("© Museum", CNE),
        ("gemeinfrei", CNE),
        ("Public domain", OOC_NC),
        ("No Copyright - Non-Commercial Use Only", OOC_NC),
        ("Copyright status unknown", PDM),
        ("All rights reserved", ""),
        ("All rights reserved", "https://museum.example/terms"),
        ("non-commercial use only", BY_NC),
    ],
)
def test_words_that_fit_or_say_nothing(text: str, uri: str) -> None:
    assert not contradicts(text, uri)
