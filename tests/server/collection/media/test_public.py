"""Who sees a stored file: everybody, those who look after the collection, or nobody."""

import msgspec
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from tests.works import jar, picture, put, record
from vitrine.records import CommunityLabel, Record, Rights, Sensitivity, Surrogate, Text, encode
from vitrine.rights import Purpose, decide
from vitrine.server.collection.media.public import closed
from vitrine.server.collection.models import MediaFile, Statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_home")]

SACRED = {"sensitivities": (Sensitivity("sacred or secret"),)}


def labelled(label: str) -> dict[str, object]:
    return {"community_labels": (CommunityLabel(f"https://localcontexts.org/label/{label}/"),)}


def addresses(file: MediaFile) -> list[str]:
    return [f"/media/{file.checksum}", f"/media/{file.checksum}/image?w=320", f"/grounds/{file.checksum}.css"]


def statuses(client: Client, file: MediaFile, **headers: str) -> set[int]:
    return {client.get(address, headers=headers).status_code for address in addresses(file)}


def stored(one: Record, red: int = 1) -> MediaFile:
    file = put(one, {"a.jpg": picture(red)}).media.get().file
    assert file is not None
    return file


@pytest.mark.parametrize(
    ("fields", "is_closed"),
    [
        ({}, False),
        ({"sensitivities": (Sensitivity("nudity"),)}, False),
        (SACRED, True),
        (labelled("tk-secret-sacred"), True),
        (labelled("tk-women-restricted"), True),
        (labelled("tk-seasonal"), True),
        ({"community_labels": (CommunityLabel("", "TK Secret / Sacred", Text("Ours.", "en")),)}, True),
        (labelled("tk-attribution"), False),
    ],
)
def test_files_are_closed_where_a_community_or_the_museum_says_so(
    client: Client, fields: dict[str, object], is_closed: bool
) -> None:
    assert closed(record(**fields)) is is_closed
    assert statuses(client, stored(jar(**fields))) == {404 if is_closed else 200}


@pytest.mark.parametrize(
    "rights", [None, Rights("http://rightsstatements.org/vocab/InC/1.0/"), Rights(text="© The heirs")]
)
def test_the_museum_shows_its_works_whatever_ai_may_not_publish(client: Client, rights: Rights | None) -> None:
    one = jar(rights_of_object=rights)
    assert decide(one, "publish", Purpose()).outcome != "allowed"
    assert statuses(client, stored(one)) == {200}


def test_an_open_file_is_asked_about_each_time(client: Client) -> None:
    file = stored(jar())
    for address in addresses(file):
        first = client.get(address)
        assert first["Cache-Control"] == "public, no-cache"
        assert "Cookie" not in first.get("Vary", "")
        assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_decision_counts_at_once_whatever_browsers_keep(client: Client) -> None:
    file = stored(jar())
    tags = {address: client.get(address)["ETag"] for address in addresses(file)}
    Statement.objects.create(
        work=file.uses.get().work, path="sensitivities", value=[{"kind": "sacred or secret"}],
        agent_kind="person", agent="Ada", status="asserted",
    )  # fmt: skip
    for address, tag in tags.items():
        response = client.get(address, headers={"If-None-Match": tag})
        assert (response.status_code, response["Cache-Control"]) == (404, "no-store")
    Statement.objects.update(status="withdrawn")
    assert statuses(client, file) == {200}


def test_a_file_of_two_works_is_shown_with_the_one_that_is_open(client: Client) -> None:
    file = stored(jar("closed", **SACRED))
    assert statuses(client, file) == {404}
    assert stored(jar("open")) == file
    assert statuses(client, file) == {200}


def test_a_file_that_its_record_no_longer_names_is_not_shown(client: Client) -> None:
    file = stored(jar())
    version = file.uses.get().work.version()
    version.data = encode(msgspec.structs.replace(version.record, surrogates=(Surrogate("b.jpg"),), origin=None))
    version.save()
    assert statuses(client, file) == {404}


def test_a_file_of_no_work_is_not_shown(client: Client) -> None:
    file = stored(jar())
    file.uses.all().delete()
    assert statuses(client, file) == {404}


def test_who_looks_after_the_collection_sees_all_and_no_cache_keeps_it(client: Client) -> None:
    file = stored(jar(**SACRED))
    user = get_user_model().objects.create_user("ada", "ada@museum.example", "x")
    client.force_login(user)
    assert statuses(client, file) == {404}
    user.user_permissions.add(Permission.objects.get(codename="view_mediafile"))
    for address in addresses(file):
        response = client.get(address)
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
        assert "Cookie" in response["Vary"]
    client.logout()
    assert statuses(client, file) == {404}


def test_of_a_placeholder_of_many_works_one_open_work_is_enough(client: Client) -> None:
    for number in range(60):
        file = stored(jar(f"closed {number}", **SACRED))
    assert statuses(client, file) == {404}
    stored(jar("open"))
    assert statuses(client, file) == {200}
