from django.test import Client

from tests.works import jar, picture, put
from vitrine.records import Text


def test_an_empty_case_says_how_to_fill_it(client: Client) -> None:
    text = client.get("/").content.decode()
    assert "The case is still empty" in text
    assert "vitrine import" in text


def test_the_first_page_shows_a_work_and_how_many_there_are(client: Client) -> None:
    put(jar("1"), {"a.jpg": picture()})
    put(jar("2", source="other", titles=(Text("Another", "en"),)))
    text = client.get("/").content.decode()
    assert 'class="stage landscape"' in text
    assert 'href="/works/museum/1"' in text
    assert "2 works" in text
    assert 'href="/works?source=other"' in text
