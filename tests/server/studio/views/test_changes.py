import re

from django.test import Client

from tests.works import jar, put
from vitrine.server.collection.models import RightsChange

INC = "http://rightsstatements.org/vocab/InC/1.0/"


def test_waiting_changes_are_listed_alike_ones_together(keeper: Client) -> None:
    for key in ("1", "2"):
        RightsChange.objects.create(
            work=put(jar(key)),
            before={"rights_of_object": {"uri": INC}},
            after={"rights_of_object": None},
            number=2,
            job_id=1,
        )
    text = keeper.get("/studio/rights-changes/").content.decode()
    assert text.count(INC) == 1
    row = re.search(r"<tbody><tr>(.*?)</tr></tbody>", text, re.DOTALL)
    assert row is not None
    cells = [cell.strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row[1], re.DOTALL)]
    assert cells[:3] == [f"In Copyright ({INC})", "not recorded", "2"]
    assert keeper.get(re.findall(r'href="([^"]+)"', cells[3])[0]).status_code == 200


def test_nothing_waits_where_nothing_changed(keeper: Client, guest: Client) -> None:
    assert "No change of rights waits" in keeper.get("/studio/rights-changes/").content.decode()
    assert guest.get("/studio/rights-changes/").status_code in (302, 403)
