import csv
import io
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from django.test import Client

from tests.works import jar, put
from vitrine.records import Rights, Text
from vitrine.server.collection.deciding.jobs import decision_job
from vitrine.server.collection.filters import works
from vitrine.server.jobs.run import run
from vitrine.server.studio.quality.models import Snapshot

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"


def collection() -> None:
    put(jar("1", rights_of_object=Rights(CC0)))
    put(jar("2", titles=(Text("Vas"),)))
    put(jar("3", source="other"))


def links(text: str) -> list[tuple[str, int]]:
    """Return every link from a count: the address, and the count that stands in it."""
    found = re.findall(r'<td class="vitrine-number"><a href="([^"]+)">([\d,]+)<', text)
    return [(unescape(address), int(number.replace(",", ""))) for address, number in found]


def test_every_count_leads_to_exactly_the_works_it_counted(keeper: Client) -> None:
    collection()
    for source in ("", "museum"):
        found = links(keeper.get("/studio/quality/", {"source": source}).content.decode())
        assert len(found) > 5
        for address, number in found:
            query = parse_qs(urlsplit(address).query)
            assert works(query["filter"][0], query.get("source", [None])[0]).count() == number, address


def test_a_mend_of_rights_leads_to_the_action_on_exactly_its_works(keeper: Client) -> None:
    collection()
    text = keeper.get("/studio/quality/").content.decode()
    row = text[text.index("Set a rights statement that lets everybody") :]
    number = int(re.search(r'vitrine-number"[^>]*>(\d+)', row)[1])
    address = unescape(re.search(r'href="(/studio/rights/assign/[^"]+)"', row)[1])
    assert f"Assign it to {number} works" in keeper.get(address).content.decode()


def test_what_was_is_held_against_what_is(keeper: Client) -> None:
    collection()
    keeper.get("/studio/quality/")
    run(decision_job(kind="set", uri=CC0, scope="object", source=None, filter="rights=missing", evidence="x", by="Ada"))
    text = keeper.get("/studio/quality/").content.decode()
    after = text[text.index("Since ") :]
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", after[: after.index("</table>")])
    rows = [cells[start : start + 4] for start in range(0, len(cells), 4)]
    assert ["Creative Commons Zero", "1", "3", "+2"] in rows
    assert ["not recorded", "2", "0", "-2"] in rows


def test_looking_twice_keeps_one_state(keeper: Client) -> None:
    collection()
    keeper.get("/studio/quality/")
    keeper.get("/studio/quality/")
    assert Snapshot.objects.count() == 1


def test_problems_are_downloaded_as_a_table_that_no_spreadsheet_runs(keeper: Client) -> None:
    put(jar("=1+1", titles=(Text("Vas"),)))
    answer = keeper.get("/studio/quality/problems.csv")
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[0][0] == "id"
    assert len(rows) > 1
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_an_empty_collection_says_so_and_guests_stay_out(keeper: Client, guest: Client) -> None:
    assert "There are no works yet" in keeper.get("/studio/quality/").content.decode()
    assert keeper.get("/studio/quality/?source=none").status_code == 404
    assert guest.get("/studio/quality/").status_code in (302, 403)
    assert guest.get("/studio/quality/problems.csv").status_code in (302, 403)
