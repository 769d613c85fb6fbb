import gzip
import shutil
import socket
import ssl
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tests.server.collection.media.files import image, sha256
from tests.server.collection.media.web import drip, file, serving, status, then
from vitrine.server.collection.media.fetch import Fetcher
from vitrine.server.collection.media.limits import UnusableMediaError
from vitrine.server.collection.models import MediaFile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_home")]

PICTURE = image(".jpg")


@pytest.fixture
def web():
    """A web server with one picture."""
    with serving() as running:
        running.pages["/a.jpg"] = file(PICTURE, Content_Type="text/html")
        yield running


@pytest.fixture
def waits() -> list[float]:
    """Seconds that the fetcher waited."""
    return []


@pytest.fixture
def fetcher(limits, waits):
    """A fetcher that does not really wait."""
    return Fetcher(limits, waits.append)


@pytest.fixture
def enough():
    """An event that ends a server's dripping when the test is over."""
    event = threading.Event()
    yield event
    event.set()


def refused(fetcher, url) -> str:
    with pytest.raises(UnusableMediaError) as error:
        fetcher.fetch(url)
    assert not MediaFile.objects.exists()
    return str(error.value)


def test_a_picture_is_fetched_and_its_type_found_in_its_content(web, fetcher):
    fetched = fetcher.fetch(web.url("/a.jpg"))
    assert fetched.file.checksum == sha256(PICTURE)
    assert fetched.file.type == "image/jpeg"
    assert (fetched.reservation, fetched.remark) == (None, "")


def test_the_server_is_told_who_asks(web, fetcher):
    fetcher.fetch(web.url("/a.jpg"))
    headers = web.asked[0][1]
    assert headers["User-Agent"].startswith("Vitrine/")
    assert headers["Host"] == f"127.0.0.1:{web.port}"


def test_an_address_inside_the_network_is_refused_unless_the_operator_allows_it(web, limits):
    said = refused(Fetcher(limits._replace(private_hosts=frozenset())), web.url("/a.jpg"))
    assert "VITRINE_MEDIA_PRIVATE_HOSTS" in said
    assert web.asked == []


@pytest.mark.parametrize("host", ["localhost", "0x7f.1", "2130706433", "127.1"])
def test_other_names_of_the_same_machine_are_not_allowed_with_it(web, fetcher, host):
    assert "127.0.0.1" in refused(fetcher, web.url("/a.jpg", host)) or host == "localhost"
    assert web.asked == []


def test_a_redirect_is_followed(web, fetcher):
    web.pages["/old"] = status(301, Location="/new")
    web.pages["/new"] = status(307, Location=web.url("/a.jpg"))
    assert fetcher.fetch(web.url("/old")).file.checksum == sha256(PICTURE)


def test_a_redirect_into_the_network_is_refused(web, fetcher):
    web.pages["/out"] = status(302, Location=web.url("/a.jpg", "localhost"))
    assert "inside the network" in refused(fetcher, web.url("/out"))
    assert web.paths() == ["/out"]


def test_a_redirect_to_a_file_is_refused(web, fetcher):
    web.pages["/out"] = status(302, Location="file:///etc/passwd")
    assert "not a web address" in refused(fetcher, web.url("/out"))


def test_five_redirects_are_followed_and_no_more(web, fetcher):
    for number in range(6):
        web.pages[f"/{number}"] = status(302, Location=f"/{number + 1}")
    web.pages["/6"] = file(PICTURE)
    assert "redirects more than 5 times" in refused(fetcher, web.url("/0"))
    assert fetcher.fetch(web.url("/1")).file.checksum == sha256(PICTURE)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a.jpg", "file:///etc/passwd", "a.jpg", "http://", "http://[::1", "//x/a"]
)
def test_what_is_no_web_address(fetcher, url):
    assert "is not a web address" in refused(fetcher, url)


def test_an_address_with_a_password_is_not_fetched(web, fetcher):
    said = refused(fetcher, f"http://curator:secret@127.0.0.1:{web.port}/a.jpg")
    assert "secret" not in said
    assert web.asked == []


def test_a_host_that_does_not_exist(fetcher):
    assert "There is no host" in refused(fetcher, "http://nowhere.invalid/a.jpg")


@pytest.fixture
def address():
    """The address of a port where nobody listens."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", 0))
        yield free.getsockname()


def test_a_dead_host_is_not_asked_again_and_again(fetcher, address, waits):
    url = f"http://127.0.0.1:{address[1]}/a.jpg"
    for _ in range(5):
        assert "cannot be reached" in refused(fetcher, url)
    waited = len(waits)
    assert "left alone" in refused(fetcher, url)
    assert len(waits) == waited


def test_a_host_that_fails_now_and_then_is_asked_again(web, fetcher, address):
    for _ in range(4):
        refused(fetcher, f"http://127.0.0.1:{address[1]}/a.jpg")
    fetcher.fetch(web.url("/a.jpg"))
    MediaFile.objects.all().delete()
    assert "cannot be reached" in refused(fetcher, f"http://127.0.0.1:{address[1]}/a.jpg")
    assert fetcher.fetch(web.url("/a.jpg")).file.checksum == sha256(PICTURE)


def test_a_name_is_resolved_once_and_no_second_answer_is_believed(web, limits, monkeypatch):
    lookups = []
    real = socket.getaddrinfo

    def resolve(host, *arguments, **options):
        if host != "museum.example":
            return real(host, *arguments, **options)
        lookups.append(host)
        # What an attacker's name server does: a good address first, one inside the network afterwards.
        return real("127.0.0.1" if len(lookups) == 1 else "127.9.9.9", *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    fetcher = Fetcher(limits._replace(private_hosts=frozenset({"museum.example"})))
    assert fetcher.fetch(web.url("/a.jpg", "museum.example")).file.checksum == sha256(PICTURE)
    assert lookups == ["museum.example"] * 3, "once for each connection: the file and the site's two notices"


def test_a_page_that_is_not_there(web, fetcher):
    assert "status 404" in refused(fetcher, web.url("/none.jpg"))


def test_a_file_that_says_it_is_too_large_is_not_read(web, fetcher):
    web.pages["/large"] = file(b"", Content_Length="1000001")
    assert "1,000,001 bytes" in refused(fetcher, web.url("/large"))


def test_a_file_that_does_not_say_how_large_it_is_ends_at_the_limit(web, fetcher):
    def endless(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n\xff\xd8\xff")
        while True:
            handler.wfile.write(bytes(65_536))

    web.pages["/endless"] = endless
    assert "larger than the 1,000,000" in refused(fetcher, web.url("/endless"))


def test_a_small_answer_that_unpacks_to_a_large_one_ends_at_the_limit(web, fetcher):
    web.pages["/bomb"] = file(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")
    assert "larger than the 1,000,000" in refused(fetcher, web.url("/bomb"))


def test_a_file_cut_on_the_way_is_not_taken_for_whole(web, fetcher):
    web.pages["/cut.bin"] = file(PICTURE, Content_Length=str(len(PICTURE) + 10))
    assert "broke" in refused(fetcher, web.url("/cut.bin"))


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nX-Slow: ", id="headers"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n\xff\xd8\xff", id="a body of unknown length"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", id="a body of known length"),
        pytest.param(b"HTTP/1.1 2", id="the status line"),
    ],
)
def test_a_server_that_drips_is_left_when_the_time_is_up(web, limits, enough, head):
    web.pages["/slow"] = drip(head, enough)
    # Each drip comes well within the time limit of a single read, and there is no end to them.
    assert "VITRINE_MEDIA_TIMEOUT" in refused(Fetcher(limits._replace(timeout=0.8)), web.url("/slow"))


def test_a_busy_server_is_waited_for_as_long_as_it_asks(web, fetcher, waits):
    web.pages["/busy"] = then(status(429, Retry_After="7"), status(503), file(PICTURE))
    assert fetcher.fetch(web.url("/busy")).file.checksum == sha256(PICTURE)
    assert [wait for wait in waits if wait > 1] == [7, 10]


def test_a_server_that_stays_busy_is_given_up(web, fetcher):
    web.pages["/busy"] = status(503, Retry_After="1")
    assert "too busy" in refused(fetcher, web.url("/busy"))
    assert web.paths() == ["/busy"] * 3


@pytest.mark.parametrize(
    "later",
    # Named, because tests whose names change by the second are other tests in each of several processes.
    ["3600", pytest.param(format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True), id="a time")],
)
def test_a_server_that_asks_for_an_hour_is_left_alone_for_the_rest_of_the_job(web, fetcher, waits, later):
    web.pages["/busy"] = status(429, Retry_After=later)
    assert "asks not to be fetched from before" in refused(fetcher, web.url("/busy"))
    assert "asks not to be fetched from before" in refused(fetcher, web.url("/a.jpg"))
    assert web.paths() == ["/busy"]
    assert max(waits, default=0) < 1


def test_a_host_is_asked_no_oftener_than_the_rate(web, limits, waits):
    fetcher = Fetcher(limits._replace(rate=0.1), waits.append)
    for _ in range(2):
        fetcher.fetch(web.url("/a.jpg"))
    # Two files and the site's two notices: the first goes at once, the others ten seconds apart.
    assert [round(wait / 10) for wait in waits] == [1, 2, 3]


def test_a_reservation_in_the_headers_is_kept_with_its_evidence(web, fetcher):
    web.pages["/r.jpg"] = file(PICTURE, TDM_Reservation="1", TDM_Policy="https://museum.example/policy.json")
    reservation = fetcher.fetch(web.url("/r.jpg")).reservation
    assert (reservation.reserved, reservation.carrier) == (True, "header")
    assert reservation.policy == "https://museum.example/policy.json"
    assert reservation.seen == datetime.now(UTC).date().isoformat()


def test_a_reservation_of_the_site_holds_for_its_files_and_is_asked_for_once(web, fetcher):
    web.pages["/.well-known/tdmrep.json"] = file(b'[{"location": "/a.jpg", "tdm-reservation": 1}]')
    web.pages["/b.jpg"] = file(PICTURE)
    assert fetcher.fetch(web.url("/a.jpg")).reservation.carrier == "tdmrep.json"
    assert fetcher.fetch(web.url("/b.jpg")).reservation is None
    assert sum(path == "/.well-known/tdmrep.json" for path, _ in web.asked) == 1


def test_robots_txt_is_evidence(web, fetcher):
    web.pages["/robots.txt"] = file(b"User-agent: GPTBot\nDisallow: /\n")
    reservation = fetcher.fetch(web.url("/a.jpg")).reservation
    assert reservation.carrier == "robots.txt"
    assert "GPTBot" in reservation.evidence


def test_a_reservation_that_cannot_be_read_is_remarked(web, fetcher):
    web.pages["/.well-known/tdmrep.json"] = file(b"[{")
    fetched = fetcher.fetch(web.url("/a.jpg"))
    assert fetched.file.checksum == sha256(PICTURE)
    assert "tdmrep.json" in fetched.remark


def test_a_page_in_place_of_a_notice_says_nothing(web, fetcher):
    web.pages["/.well-known/tdmrep.json"] = file(b"<html>Not found</html>", Content_Type="text/html")
    assert fetcher.fetch(web.url("/a.jpg"))[1:] == (None, "")


@pytest.fixture
def certificate(tmp_path):
    """A certificate for 127.0.0.1, made by OpenSSL."""
    if shutil.which("openssl") is None:
        pytest.skip("OpenSSL's command is not installed (Debian: apt-get install openssl)")
    path = tmp_path / "certificate.pem"
    line = f"openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=museum -keyout {path}.key -out {path}"
    subprocess.run([*line.split(), "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
    return path


def test_a_certificate_is_checked_for_the_name_that_was_asked(certificate, limits, monkeypatch):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, f"{certificate}.key")
    fetcher = Fetcher(limits._replace(private_hosts=frozenset({"127.0.0.1", "localhost"})))
    with serving(context) as web:
        web.pages["/a.jpg"] = file(PICTURE)
        assert "certificate" in refused(fetcher, web.url("/a.jpg")).lower()
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert "localhost" in refused(fetcher, web.url("/a.jpg", "localhost"))
        assert fetcher.fetch(web.url("/a.jpg")).file.checksum == sha256(PICTURE)
