from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import CollectionViewRestriction, Page, Site

from tests.server.stories.conftest import Tell
from tests.works import jar, picture, put
from vitrine.records import Sensitivity
from vitrine.server.collection.models import MediaFile
from vitrine.server.stories.blocks import Body
from vitrine.server.stories.laying_out import lay_out
from vitrine.server.stories.models import Story, StoryIndex, newest

OGG = b"OggS\x00\x02" + bytes(22) + b"\x01\x1e\x01vorbis" + bytes(40)
HTML = b"<!doctype html><script>alert(1)</script>"


def test_there_is_one_list_however_often_it_is_laid_out(db: None, client: Client) -> None:
    lay_out()
    lay_out()
    assert StoryIndex.objects.count() == 1
    assert Site.objects.get(is_default_site=True).root_page.specific == StoryIndex.objects.get()
    assert not Page.objects.filter(slug="home").exists()
    assert "No story has been told here yet" in client.get("/stories/").content.decode()


def test_a_story_shows_its_works_with_picture_and_label(tell: Tell, client: Client) -> None:
    put(jar("1"), {"front": picture()})
    put(jar("2"), {"front": picture(10, 20, 30)})
    story = tell(("text", "<p>Look at the rim.</p>"), ("work", "museum:1"), ("works", ["museum:1", "museum:2"]))
    text = client.get(story.url).content.decode()
    assert "Look at the rim." in text
    assert text.count("/works/museum/1") >= 2
    assert "Ada Brown" in text
    assert "/stories/" in client.get("/").content.decode()
    assert "Four lemons" in client.get("/").content.decode()


def test_a_work_that_is_gone_or_closed_is_said_to_be_so(tell: Tell, client: Client) -> None:
    gone = put(jar("1"))
    put(jar("2", sensitivities=(Sensitivity("sacred or secret"),)))
    story = tell(("work", "museum:1"), ("works", ["museum:1", "museum:2"]))
    gone.delete()
    text = client.get(story.url).content.decode()
    assert "no longer shown" in text
    assert "/works/museum/2" not in text


def test_an_identifier_that_is_none_is_refused_with_its_name(db: None) -> None:
    block = Body().child_blocks["work"]
    for odd in ("nothing", "museum:404", "a\0b:c", "<b>:1", "x" * 470):
        with pytest.raises(ValidationError):
            block.clean(odd)


def test_drafts_are_not_public(tell: Tell, client: Client) -> None:
    story = tell(("heading", "Hidden"), live=False)
    assert client.get(f"/stories/{story.slug}/").status_code == 404
    assert newest() == []
    assert "Four lemons" not in client.get("/stories/").content.decode()


def test_a_reader_sees_a_story_in_their_language_where_it_is_told_in_it(tell: Tell, client: Client) -> None:
    first = tell()
    second = tell(title="Vier Zitronen", language="de", same_as=first)
    client.cookies["django_language"] = "de"
    listed = client.get("/stories/").content.decode()
    assert "Vier Zitronen" in listed
    assert "Four lemons" not in listed
    page = client.get(second.url).content.decode()
    assert '<article lang="de"' in page
    assert first.url in page
    client.cookies["django_language"] = "fr"
    assert client.get("/stories/").content.decode().count("<h2 ") == 1


def test_the_languages_of_a_story_stand_together_however_they_are_chained(tell: Tell) -> None:
    first = tell()
    second = tell(title="Vier Zitronen", language="de", same_as=first)
    third = tell(title="Quatre citrons", language="fr")
    third.same_as = second
    third.full_clean()
    third.save()
    assert third.same_as == first
    assert {story.pk for story in second.tellings()} == {first.pk, second.pk, third.pk}
    first.same_as = third
    with pytest.raises(ValidationError):
        first.full_clean()


def test_hostile_words_are_words(tell: Tell, client: Client) -> None:
    odd = "<script>alert(1)</script>\u202e🍋"
    story = tell(("heading", odd), ("quotation", {"words": odd, "by": odd}), title=odd, slug="odd")
    text = client.get(story.url).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_sound_and_film_are_taken_by_their_content(document: Callable[[str, bytes], Any]) -> None:
    sound = Body().child_blocks["sound"]
    good = {"file": document("a.ogg", OGG), "title": "Rain", "transcript": "Rain."}
    sound.clean(sound.to_python({**good, "file": good["file"].pk}))
    for bad in ({"file": document("b.ogg", HTML).pk}, {"transcript": ""}):
        with pytest.raises(ValidationError):
            sound.clean(sound.to_python({**good, "file": good["file"].pk, **bad}))
    film = Body().child_blocks["film"]
    with pytest.raises(ValidationError):
        film.clean(film.to_python({"file": good["file"].pk, "title": "x", "captions": good["file"].pk, "text": "x"}))


def test_files_are_sent_with_the_type_of_their_content_and_never_run(
    document: Callable[[str, bytes], Any], client: Client
) -> None:
    sound, page = document("a.ogg", OGG), document("evil.vtt", HTML)
    answer = client.get(sound.url, headers={"Range": "bytes=0-3"})
    assert (answer.status_code, answer["Content-Type"]) == (206, "audio/ogg")
    answer = client.get(page.url)
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == "attachment"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"{sound.url}.html").status_code == 404
    CollectionViewRestriction.objects.create(collection=sound.collection, restriction_type="login")
    assert client.get(sound.url).status_code == 404
    for odd in ("../secret-key", "..%2fsecret-key", "none.png", "a/b.png"):
        assert client.get(f"/uploads/images/{odd}").status_code == 404


def test_a_story_in_many_works_costs_few_queries(
    tell: Tell, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        put(jar(str(number)), {"front": picture(number * 20, 30, 40)})
    story = tell(*(("work", f"museum:{number}") for number in range(12)))
    client.get(story.url)
    with django_assert_max_num_queries(30):
        client.get(story.url)
    assert Story.objects.count() == 1


def test_a_story_in_a_list_is_led_to_by_its_first_work_that_everybody_is_shown(tell: Tell, client: Client) -> None:
    put(jar("asks", sensitivities=(Sensitivity("nudity"),)), {"a": picture(9)})
    put(jar("shown"), {"a": picture()})
    put(jar("later"), {"a": picture(30, 60, 90)})
    tell(("work", "museum:asks"), ("text", "<p>And then</p>"), ("works", ["museum:shown", "museum:later"]))
    tell(("text", "<p>Only words</p>"), title="Without works")
    listed = client.get("/stories/").content.decode()
    shown = MediaFile.objects.get(uses__work__key="shown")
    assert listed.count("<img") == 1
    assert shown.checksum in listed
    assert "Without works" in listed
