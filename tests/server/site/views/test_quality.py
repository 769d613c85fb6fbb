import re

from django.test import Client

from tests.works import jar, put
from vitrine.records import Rights, Text


def test_every_bar_has_its_number_beside_it(client: Client) -> None:
    put(jar("1", rights_of_object=Rights("http://creativecommons.org/publicdomain/zero/1.0/")))
    for number in range(2, 5):
        put(jar(str(number)))
    text = client.get("/quality").content.decode()
    rights = text[text.index('class="chart rights"') :]
    rights = rights[: rights.index("</section>")]
    rows = re.findall(
        r'<th scope="row">([^<]+).*?class="part" width="([\d.]+)%".*?<td>(\d+)</td><td class="share">(\d+%)',
        rights,
        re.DOTALL,
    )
    assert [(name.strip(), width, number, share) for name, width, number, share in rows] == [
        ("not recorded", "75.00", "3", "75%"),
        ("Creative Commons Zero", "25.00", "1", "25%"),
    ]


def test_the_report_of_one_source_counts_that_source_only(client: Client) -> None:
    put(jar("1"))
    put(jar("1", source="other", titles=(Text("Vas", "sv"),)))
    text = client.get("/quality?source=other").content.decode()
    assert "1 work" in text
    assert "svenska" in text
    assert "English</span>" not in text
    assert client.get("/quality?source=nobody").status_code == 404


def test_an_empty_collection_is_no_error(client: Client) -> None:
    assert "There are no works here." in client.get("/quality").content.decode()
