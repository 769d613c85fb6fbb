"""Pages are kept until something changes, and not a moment longer: on a real database, with what others commit."""

import gzip
import threading
from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from tests.works import jar, put
from vitrine.server.collection.models import Work
from vitrine.server.museum.models import ONLY, Museum
from vitrine.server.site import kept
from vitrine.server.site.kept import KeptPages
from vitrine.server.unchanged import stamp, until_changed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader() -> Client:
    return Client(headers={"accept-encoding": "gzip", "accept-language": "en"})


def text(answer: object) -> str:
    return gzip.decompress(answer.content).decode()  # type: ignore[attr-defined]


def asked(client: Client, path: str) -> int:
    """Return how often the database was asked for a page, besides whether it has changed."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len([one for one in queries.captured_queries if "pg_current_snapshot" not in one["sql"]])


def name_it(name: str) -> None:
    Museum.objects.update_or_create(pk=ONLY, defaults={"name": name})


def elsewhere(work: Callable[[], object]) -> None:
    """Do something on another connection, as another process does."""

    def doing() -> None:
        work()
        connection.close()

    thread = threading.Thread(target=doing)
    thread.start()
    thread.join()


def test_a_page_is_made_once(reader: Client) -> None:
    put(jar("1"))
    for path in ("/", "/works/museum/1", "/works?q=jar", "/ai.json"):
        assert asked(reader, path) > 0, path
        assert asked(reader, path) == 0, path


@pytest.mark.parametrize("where", [lambda work: work(), elsewhere], ids=["here", "elsewhere"])
def test_every_change_counts_at_once(reader: Client, where: Callable[[Callable[[], object]], None]) -> None:
    put(jar("1"))
    for name in ("Museum of Jars", "Museum of Lids"):
        where(lambda name=name: name_it(name))
        assert name in text(reader.get("/"))
    assert reader.get("/works/museum/1").status_code == 200
    where(lambda: Work.objects.all().delete())
    assert reader.get("/works/museum/1").status_code == 404


def test_what_was_read_before_a_change_is_not_kept_after_it(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody commits while a page is made that has read the old state already."""
    name_it("Old")
    made = kept._may_be_kept

    def slow(response: object) -> bool:
        monkeypatch.setattr(kept, "_may_be_kept", made)
        elsewhere(lambda: name_it("New"))
        return made(response)  # type: ignore[arg-type]

    monkeypatch.setattr(kept, "_may_be_kept", slow)
    assert "Old" in text(reader.get("/"))
    assert "New" in text(reader.get("/"))


def test_within_a_transaction_nothing_is_kept(reader: Client) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        name_it("Never")
        assert "Never" in text(reader.get("/"))
        assert stamp() is None
        raise ZeroDivisionError
    assert "Never" not in text(reader.get("/"))


def test_each_language_has_its_own(reader: Client) -> None:
    for _ in range(2):
        assert '<html lang="en"' in text(reader.get("/"))
        assert '<html lang="it"' in text(reader.get("/", headers={"accept-language": "it"}))
    reader.cookies["django_language"] = "de"
    assert '<html lang="de"' in text(reader.get("/"))


def test_whoever_does_not_unpack_gets_it_plain(reader: Client) -> None:
    packed = reader.get("/")
    plain = Client(headers={"accept-language": "en"}).get("/")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert plain.content == gzip.decompress(packed.content)
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "default-src 'none'" in packed.headers["Content-Security-Policy"]


def test_who_is_signed_in_gets_pages_of_their_own(reader: Client) -> None:
    reader.force_login(get_user_model().objects.create_superuser("ada", "ada@museum.example", "x"))
    reader.get("/works")
    assert asked(reader, "/works") > 0
    assert asked(reader, "/studio/people/") > 0
    assert asked(reader, "/studio/people/") > 0


@pytest.mark.parametrize("path", ["/no-such-page", "/health", f"/works?q={'a' * 600}"])
def test_some_answers_are_not_kept(reader: Client, path: str) -> None:
    reader.get(path)
    assert "Content-Encoding" not in reader.get(path).headers


def test_other_pages_make_room(monkeypatch: pytest.MonkeyPatch, reader: Client) -> None:
    monkeypatch.setattr(kept, "MOST", 12_000)
    pages: list[KeptPages] = []
    make = KeptPages.__init__

    def made(self: KeptPages, get_response: object) -> None:
        make(self, get_response)  # type: ignore[arg-type]
        pages.append(self)

    monkeypatch.setattr(KeptPages, "__init__", made)
    for number in range(20):
        reader.get(f"/works?q=word{number}")
    held = [len(page.packed) for page in pages[0]._pages.values()]
    assert 0 < sum(held) <= 12_000
    assert pages[0]._bytes == sum(held)


def test_something_made_is_kept_until_a_change() -> None:
    made: list[int] = []

    @until_changed
    def count() -> int:
        made.append(Museum.objects.count())
        return made[-1]

    assert [count(), count()] == [0, 0]
    assert len(made) == 1
    elsewhere(lambda: name_it("New"))
    assert [count(), count()] == [1, 1]
    assert len(made) == 2


def test_a_request_with_conditions_passes(reader: Client) -> None:
    request = RequestFactory().get("/", headers={"if-none-match": "x"})
    assert not kept._everybodys(request)
    assert kept._everybodys(RequestFactory().get("/"))
