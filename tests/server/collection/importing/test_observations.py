"""What is seen of a source as a whole: titles that are used systematically (P1)."""

import pytest

from tests.works import jar, put
from vitrine.records import Text
from vitrine.server.collection.importing.observations import observe
from vitrine.server.collection.models import Source
from vitrine.server.collection.report import report

pytestmark = pytest.mark.django_db


def test_works_whose_title_others_have_whatever_its_case():
    titles = ["Étude", "ÉTUDE", "Vase", "Vase", "vase", "Alone", "x" * 255 + "1", "x" * 255 + "2"]
    for number, title in enumerate(titles):
        put(jar(str(number), titles=(Text(title, "fr"),)))
    put(jar("elsewhere", source="other", titles=(Text("Alone", "fr"),)))
    put(jar("none", titles=()))
    put(jar("none as well", titles=()))
    observe(Source.objects.get(name="museum"))
    assert Source.objects.get(name="museum").observations == {"P1": 7}
    assert report("museum")["problems"]["P1"] == 7
