import json
import re
from urllib.parse import quote

import pytest
from django.test import Client

from tests.works import index, jar, picture, put, record
from vitrine.records import CommunityLabel, Maker, Rights, Sensitivity, Surrogate, Term, Text
from vitrine.server.collection.models import Statement
from vitrine.server.search import place
from vitrine.server.site.entries import work_address

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_label_has_its_lines_in_the_museums_order(client: Client) -> None:
    put(jar(credit_lines=(Text("Gift of a friend", "en"),)))
    whole = page(client, "/works/museum/1")
    text = re.sub(r"<[^>]+>|\s+", " ", whole[whole.index("<main") :])
    lines = ["Ada Brown", "A jar", "about 1840", "Gift of a friend", "Not recorded: medium, dimensions"]
    places = [text.index(line) for line in lines]
    assert places[1:] == sorted(places[1:])
    assert text.index("Ada Brown") < text.rindex("A jar")


def test_an_empty_record_is_a_whole_page_that_says_what_is_missing(client: Client) -> None:
    put(record())
    text = page(client, "/works/museum/1")
    for missing in ("Maker not recorded", "Title not recorded", "Not recorded: date, medium, dimensions, credit line"):
        assert missing in text
    assert "There is no picture of this work here yet." in text


def test_hostile_data_stays_text(client: Client) -> None:
    evil = Text(EVIL, "en")
    put(
        record(
            titles=(evil, Text(EVIL, "sv")), descriptions=(evil,), makers=(Maker(EVIL, role=EVIL, qualifier=EVIL, dates=EVIL),),
            credit_lines=(evil,), inscriptions=(evil,), dimension_texts=(evil,), rights_of_object=Rights(text=EVIL, holder=EVIL),
            surrogates=(Surrogate("a.jpg", alt=(evil,), credit=EVIL),), landing_page="javascript:alert(1)",
            community_labels=(CommunityLabel("javascript:alert(1)", EVIL, evil, EVIL),),
        ),
        {"a.jpg": picture()},
    )  # fmt: skip
    for path in ("/works/museum/1", "/works", "/"):
        text = page(client, path)
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert 'href="javascript:' not in text


def test_links_out_of_the_data_tell_the_other_side_nothing(client: Client) -> None:
    put(jar(landing_page="https://museum.example/1"))
    assert '<a href="https://museum.example/1" rel="noopener nofollow">' in page(client, "/works/museum/1")


@pytest.mark.parametrize("key", ["a/b", "http://x.example/../1?a=b#c", "Größe 5 %", "..", "/", "ключ"])
def test_a_work_with_any_key_is_at_the_address_that_lists_give(client: Client, key: str) -> None:
    put(jar(key))
    address = re.search(r'href="(/works/[^"]+)"', page(client, "/works"))
    assert address is not None
    assert "A jar" in page(client, address[1])


@pytest.mark.parametrize("path", ["/works/museum/2", "/works/nobody/1", "/works/museum/~00", "/works?source=nobody"])
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    put(jar())
    response = client.get(path)
    assert response.status_code == 404
    assert "Nothing stands here" in response.content.decode()


def test_a_list_shows_what_it_says_it_shows(client: Client) -> None:
    put(jar("1", titles=(Text("From here", "en"),)))
    put(jar("1", source="other", titles=(Text("From there", "en"),)))
    both = page(client, "/works")
    assert "From here" in both
    assert "From there" in both
    other = page(client, "/works?source=other")
    assert "From there" in other
    assert "From here" not in other


def test_a_picture_that_may_hurt_is_behind_a_choice_and_not_in_lists(client: Client) -> None:
    put(jar(sensitivities=(Sensitivity("nudity"),)), {"a.jpg": picture()})
    text = page(client, "/works/museum/1")
    veil = text[text.index("<details") : text.index("</details>")]
    assert "<img" in veil
    assert text.count("<img") == 1
    assert "<img" not in page(client, "/works")


def test_a_sacred_work_has_words_but_no_picture_anywhere(client: Client) -> None:
    label = CommunityLabel(
        "https://localcontexts.org/label/tk-secret-sacred/", "TK", Text("It is ours.", "en"), "Its people"
    )
    put(jar(community_labels=(label,)), {"a.jpg": picture()})
    text = page(client, "/works/museum/1")
    assert "<img" not in text
    assert "/media/" not in text
    assert "It is ours." in text
    assert "out of respect" in text


def test_the_page_tells_of_source_versions_and_of_what_a_person_said(client: Client) -> None:
    work = put(jar(), versions=3)
    Statement.objects.create(
        work=work, path="rights_of_object", value={"uri": "http://creativecommons.org/licenses/by/4.0/"},
        agent_kind="person", agent="Ada", status="asserted",
    )  # fmt: skip
    text = page(client, work_address(work))
    assert f"export.json:{work.pk}" in text
    assert "3 versions" in text
    assert "a person at the museum" in text
    assert "Creative Commons Attribution 4.0" in text


def test_a_text_in_another_language_is_marked(client: Client) -> None:
    put(jar(descriptions=(Text("En kruka.\n\nMed lock.", "sv"), Text("جرة", "ar"))))
    text = page(client, "/works/museum/1")
    assert re.search(r'<div lang="sv" dir="ltr"><p>En kruka.</p>\s*<p>Med lock.</p></div>', text)
    assert '<div lang="ar" dir="rtl">' in text
    assert "svenska" in text


def test_in_a_list_a_caption_stands_for_a_description_that_is_not_there(client: Client) -> None:
    put(jar("1"), {"a.jpg": picture()})
    alt = (Text("En röd kruka", "sv"),)
    put(jar("2", surrogates=(Surrogate("a.jpg", alt=alt),)), {"a.jpg": picture(9)})
    text = page(client, "/works")
    assert re.findall(r' alt="([^"]*)"', text) == ["", "En röd kruka"]
    assert 'alt="En röd kruka" lang="sv"' in text


def test_only_looking_is_possible(client: Client) -> None:
    put(jar())
    for path in ("/", "/works", "/works/museum/1", "/quality"):
        assert client.post(path).status_code == 405


def test_search_engines_read_the_work_and_no_text_leaves_its_place(client: Client) -> None:
    put(jar(descriptions=(Text("</script><script>alert(1)</script>", "sv"),)), {"a.jpg": picture()})
    text = page(client, "/works/museum/1")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert block is not None
    data = json.loads(block[1])
    assert data["@type"] == "VisualArtwork"
    assert data["creator"][0]["name"] == "Ada Brown"
    assert data["dateCreated"] == "1835/1845"
    assert data["description"] == [{"@value": "</script><script>alert(1)</script>", "@language": "sv"}]
    assert data["image"]["contentUrl"].startswith("http://127.0.0.1:8000/media/")


def test_a_picture_is_taken_along_where_its_rights_say_so_and_only_there(client: Client) -> None:
    free = Rights("http://creativecommons.org/licenses/by/4.0/")
    closed = Rights("http://rightsstatements.org/vocab/InC/1.0/")
    put(jar("free", rights_of_object=free), {"a.jpg": picture(1)})
    put(jar("closed", rights_of_object=closed), {"a.jpg": picture(2)})
    put(jar("own", rights_of_object=free, surrogates=(Surrogate("a.jpg", rights=closed),)), {"a.jpg": picture(3)})
    put(jar("silent"), {"a.jpg": picture(4)})
    assert 'download="ada-brown-a-jar-free.jpeg"' in page(client, "/works/museum/free")
    for key in ("closed", "own", "silent"):
        text = page(client, f"/works/museum/{key}")
        assert 'download="ada' not in text
        assert "It cannot be taken from here" in text


def test_a_maker_leads_to_all_works_of_that_maker(client: Client) -> None:
    put(jar(makers=(Maker("Ö & Söner <b>"),)))
    assert 'href="/works?maker=%C3%96+%26+S%C3%B6ner+%3Cb%3E"' in page(client, "/works/museum/1")


def test_what_a_machine_said_is_told_as_such(client: Client) -> None:
    work = put(jar())
    Statement.objects.create(
        work=work, path="titles[it]", value={"value": "Vaso", "language": "it"}, agent_kind="software",
        agent="translator", agent_version="1.2", confidence=0.87, status="accepted",
    )  # fmt: skip
    text = page(client, "/works/museum/1")
    assert "Contribution of a machine" in text
    assert "translator 1.2" in text
    assert "87%" in text


def test_a_citation_is_a_file_that_hostile_data_cannot_break(client: Client) -> None:
    put(jar(titles=(Text("A {jar}\nER  - \\x", "en"),)))
    ris = client.get("/cite/ris/museum/1")
    assert ris["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert ris.content.decode().count("\nER  -") == 1
    bibtex = client.get("/cite/bibtex/museum/1").content.decode()
    assert r"title = {A \{jar\} ER - \textbackslash{}x}" in bibtex
    assert "url = {http://127.0.0.1:8000/works/museum/1}" in bibtex
    assert client.get("/cite/word/museum/1").status_code == 404
    assert client.get("/cite/ris/museum/2").status_code == 404


def test_a_visitor_sees_in_which_language_names_and_terms_are(client: Client) -> None:
    term = Term(labels=(Text("Gemälde", "de"),))
    put(
        jar(
            titles=(Text("Vattnet", "sv"),), makers=(Maker("Unbekannter Meister", "de"),), object_types=(term,), materials=(term,), credit_lines=(Text("Geschenk", "de"),),
        )
    )  # fmt: skip
    work = page(client, "/works/museum/1")
    assert '<span lang="de" dir="ltr">Unbekannter Meister</span>' in work
    assert '<span lang="de" dir="ltr">Gemälde</span>' in work
    shown = re.sub(r"<[^>]+>", "", work[work.index("<main") :])
    for marked in ("Vattnet, about 1840 svenska", "Unbekannter Meister Deutsch", "Gemälde Deutsch", "Geschenk Deutsch"):
        assert marked in re.sub(r"\s+", " ", shown)
    shelf = page(client, "/works")
    assert re.search(r'Vattnet</span></cite></a> <span class="tongue" lang="sv"', shelf)
    assert '<span lang="de" dir="ltr">Unbekannter Meister</span>' in shelf
    assert "Deutsch, " not in page(client, "/cite/bibtex/museum/1")


@pytest.fixture
def river() -> None:
    put(jar("1", titles=(Text("The river", "en"),), object_types=(Term((Text("painting", "en"),)),)))
    put(jar("2", titles=(Text("A river at night", "en"),), object_types=(Term((Text("print", "en"),)),)))
    put(jar("3", titles=(Text("A lemon", "en"),), object_types=(Term((Text("poster", "en"),)),)))
    index()


def test_where_nothing_is_found_the_page_says_what_was_looked_for_and_leads_on(client: Client, river: None) -> None:
    text = page(client, "/works?q=river&type=poster&from=1000")
    assert "No work has all of this at once" in text
    for words, address, works in (
        ("Any type", "q=river&amp;from=1000", "2 works"),
        ("Without the words “river”", "type=poster&amp;from=1000", "1 work"),
        ("Only “river”, without any other choice", "q=river", "2 works"),
    ):
        assert re.search(rf'href="/works\?{re.escape(address)}"[^>]*>{words}</a> <span class="tally">{works}<', text), (
            words
        )
    assert "Any date" not in text, "whatever the date, there is no poster of a river"
    chips = text[text.index('class="chips"') :]
    assert ["poster" in chips, "“river”" in chips, "from 1000" in chips] == [True] * 3


def test_words_spelled_wrong_lead_to_those_that_are_there(client: Client, river: None) -> None:
    text = page(client, "/works?q=rivre")
    assert "No work has these words: <bdi>rivre</bdi>" in text
    assert re.search(r'href="/works\?q=river"[^>]*>river</a> <span class="tally">2 works<', text)


def test_a_page_behind_the_last_leads_to_the_first(client: Client, river: None) -> None:
    text = page(client, "/works?q=river&page=7")
    assert "behind the last one" in text
    assert 'href="/works?q=river"' in text
    assert 'rel="prev"' not in text


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize(
    "asked",
    [
        "q=" + "x" * 8000,
        "q=" + "a%20b%20" * 1000,
        "q=%00&maker=%00&type=a%00b",
        "q=%ED%A0%80%FF",
        "q=%E2%80%AE%D8%AC%D8%B1%D8%A9",
        "q=%F0%9F%A6%84",
        "q=%F0%9F%A6%84%20river%20rivre",
        f"q={quote(EVIL)}&maker={quote(EVIL)}&rights={quote(EVIL)}&language={quote(EVIL)}&order={quote(EVIL)}",
        "from=abc&to=-&page=x",
        "from=99999999999999999999&to=-99999999999999999999&page=99999999999999999999",
        "from=1e9&to=1.5&page=-1&image=maybe",
        "from=2000&to=1000",
        "from=-99999&to=99999",
        "page=0",
        "q=" + "%22" * 99,
        "&".join(f"maker={n}" for n in range(500)),
    ],
)
def test_whatever_is_asked_is_answered_with_a_page(client: Client, river: None, indexed: bool, asked: str) -> None:
    if not indexed:
        place.remove()
    text = page(client, f"/works?{asked}")
    assert "Search the works" in text
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert client.get(f"/works/suggest?{asked}").status_code == 200


def test_typing_is_answered_with_kinds_and_numbers_in_the_visitors_language(client: Client, river: None) -> None:
    put(jar("4", makers=(Maker("Rita Rivers"),)))
    index()
    answer = client.get("/works/suggest?q=riv").json()
    assert answer["suggestions"][0] == {"kind": "maker", "name": "Maker", "words": "Rita Rivers"}
    assert {one["words"] for one in answer["suggestions"][1:]} == {"The river", "A river at night"}
    assert answer["says"] == "3 suggestions"
    assert client.get("/works/suggest?q=zzz").json() == {"suggestions": [], "says": "No suggestions"}
