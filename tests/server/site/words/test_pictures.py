from django.test import Client

from tests.works import jar, picture, put
from vitrine.records import Sensitivity, Surrogate, Text
from vitrine.server.site.entries import entries
from vitrine.server.site.words.pictures import Picture


def shown(*args: object, **kwargs: object) -> list[Picture]:
    return entries([put(*args, **kwargs)])[0].pictures  # type: ignore[arg-type]


def test_a_picture_is_offered_in_no_width_larger_than_itself() -> None:
    one = shown(jar(), {"a.jpg": picture(width=1000, height=500)})[0]
    assert [part.split(" ")[1] for part in one.sources.split(", ")] == ["320w", "640w", "960w"]
    assert one.source.endswith("?w=960")
    assert one.shape == "landscape"


def test_a_picture_smaller_than_every_width_is_offered_once() -> None:
    one = shown(jar(), {"a.jpg": picture(width=100, height=200)})[0]
    assert one.sources.endswith("?w=320 100w")
    assert (one.shape, one.small) == ("portrait", True)


def test_every_address_of_a_picture_answers(client: Client) -> None:
    one = shown(jar(), {"a.jpg": picture(width=1400, height=900)})[0]
    for source in (one.source, one.original, *(part.split(" ")[0] for part in one.sources.split(", "))):
        assert client.get(source).status_code == 200


def test_alt_text_is_the_records_in_the_readers_language() -> None:
    alt = (Text("Ein Krug", "de"), Text("A jar with a lid", "en"))
    assert shown(jar(surrogates=(Surrogate("a.jpg", alt=alt),)), {"a.jpg": picture()})[0].alt == Text(
        "A jar with a lid", "en"
    )


def test_a_picture_nobody_has_described_says_so_and_names_the_work() -> None:
    alt = shown(jar(), {"a.jpg": picture()})[0].alt
    assert alt.value.startswith("A jar.")
    assert "not been described" in alt.value


def test_a_thumbnail_is_shown_only_where_there_is_nothing_else() -> None:
    both = jar("both", surrogates=(Surrogate("t.jpg", purpose="thumbnail"), Surrogate("a.jpg")))
    assert [one.width for one in shown(both, {"t.jpg": picture(width=200), "a.jpg": picture()})] == [800]
    only = jar("only", surrogates=(Surrogate("t.jpg", purpose="thumbnail"),))
    assert [one.width for one in shown(only, {"t.jpg": picture(width=200)})] == [200]


def test_the_same_file_under_two_names_is_one_picture() -> None:
    assert len(shown(jar(), {"a.jpg": picture(), "b.jpg": picture()})) == 1


def test_a_picture_that_may_hurt_says_why() -> None:
    one = shown(jar(sensitivities=(Sensitivity("human remains"),)), {"a.jpg": picture()})[0]
    assert one.warnings == ("This picture shows human remains.",)


def test_of_a_sacred_work_there_is_no_picture() -> None:
    assert shown(jar(sensitivities=(Sensitivity("sacred or secret"),)), {"a.jpg": picture()}) == []
