"""Every defect that museums' files are known to have is mended, with before, after and rule, or reported, end to end."""

import csv
import io
import shutil

import pytest
from tests.commands import Vitrine

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
ULAN = "http://vocab.getty.edu/page/ulan/"
COLUMNS = (
    "id", "acquired", "title", "about", "lang", "artist", "born", "person", "date", "from", "to", "size", "rights", "words", "image", "page", "extra",
)  # fmt: skip
MAPPING = """
[source]
format = "csv"
language = "en"
[record]
id = "id"
landing_page = "page"
[[titles]]
path = "title"
[[descriptions]]
path = "about"
language = { path = "lang" }
[[makers]]
name = "artist"
born = "born"
uri = { path = "person", split = "|" }
[[events]]
kind = "acquisition"
text = "acquired"
[[events]]
kind = "production"
text = "date"
earliest = "from"
latest = "to"
[[subjects]]
label = "extra"
split = ["$", "|"]
[[dimensions]]
text = "size"
[[rights]]
of = "object"
statement = "rights"
text = "words"
[[surrogates]]
url = "image"
"""
TURKISH = (
    "Bu resim bir kadın ve çocuk için yapılmış olan eski bir tablodur ve onun gibi daha çok eser vardır. "
    "Ressam ile ilgili her bilgi sonra olarak kaydedilmiştir, en çok da bu konuda."
)

MENDED = {
    "empty": ({"artist": "NULL"}, "null", "NULL", ""),
    "twice": ({"artist": "FaurÃ©"}, "double-encoding", "FaurÃ©", "Fauré"),
    "html": ({"about": "<p>A <b>dance</b> &amp; more</p>"}, "html", "<p>A <b>dance</b> &amp; more</p>", "A dance & more"),
    "control": ({"title": "A\x07 dance"}, "control-characters", "A\x07 dance", "A dance"),
    "spaces": ({"title": "A  dance"}, "spaces", "A  dance", "A dance"),
    "nfc": ({"artist": "Faure\u0301"}, "nfc", "Faure\u0301", "Fauré"),
    "https": ({"rights": "https://creativecommons.org/publicdomain/zero/1.0/"}, "", "https://creativecommons.org/publicdomain/zero/1.0/", CC0),
    "slashless": ({"rights": "http://creativecommons.org/publicdomain/zero/1.0"}, "", "http://creativecommons.org/publicdomain/zero/1.0", CC0),
    "scheme": ({"page": "www.museum.example/1"}, "link", "www.museum.example/1", "http://www.museum.example/1"),
}  # fmt: skip
"""For each: the cells, the rule (blank: any), what stood before, what stands now."""

REPORTED = {
    "no-rights": ({"rights": ""}, "rights-missing"),
    "terms": ({"rights": "https://museum.example/terms-of-use"}, "rights-not-a-statement"),
    "free": ({"rights": "Ask us first"}, "rights-free-text"),
    "contradicts": ({"rights": CC0, "words": "© Museum, all rights reserved"}, "rights-contradiction"),
    "order": ({"from": "1900", "to": "1850"}, "date-order"),
    "zero": ({"date": "", "from": "0", "to": "0"}, "date-zero"),
    "unread": ({"date": "when the moon was blue"}, "date-unreadable"),
    "several": ({"date": "1890, cast 1920"}, "date-several"),
    "unborn": ({"date": "1700", "born": "1850"}, "date-before-birth"),
    "apart": ({"date": "1700", "from": "1890", "to": "1899"}, "date-contradiction"),
    "untitled": ({"title": "Untitled"}, "title-untitled"),
    "titleless": ({"title": ""}, "title-missing"),
    "long": ({"title": "word " * 60}, "title-long"),
    "unknown": ({"artist": "Unknown"}, "maker-anonymous"),
    "okand": ({"artist": "Okänd"}, "maker-anonymous"),
    "nobody": ({"artist": ""}, "maker-missing"),
    "two-ids": ({"artist": "Two Ids", "person": f"{ULAN}3|{ULAN}4"}, "maker-uri-several"),
    "turkish": ({"about": TURKISH, "lang": "en"}, "language-doubtful"),
    "no-lang": ({"about": "Ein Bild", "lang": "xx-nowhere"}, "language-invalid"),
    "frame": ({"size": "support: 500 x 400 mm; frame: 700 x 600 mm"}, "measure-mixed"),
    "measure-0": ({"size": "0 x 20 cm"}, "measure-zero"),
    "size": ({"size": "as long as a bridge 3"}, "measure-unreadable"),
    "http": ({"image": "http://museum.example/1.jpg"}, "link-plain-http"),
    "file": ({"page": "1.jpg"}, "link-file-name"),
    "lost": ({"title": "Caf\ufffd"}, "text-encoding"),
}
"""For each: the cells, and the code of what is reported."""

GOOD = {
    "title": "A dance", "artist": "Ada Rossi", "date": "1900", "rights": CC0, "acquired": "1950", "about": "A dance in the street", "lang": "en",
}  # fmt: skip


def rows() -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    cases = {name: cells for name, (cells, *_) in {**MENDED, **REPORTED}.items()}
    cases |= {
        "ulan-a": {"artist": "Jan Steen", "person": f"{ULAN}7"},
        "ulan-b": {"artist": "Gerard Dou", "person": f"{ULAN}7"},
        "ulan-c": {"artist": "Paulus Potter", "person": f"{ULAN}8"},
        "ulan-d": {"artist": "Paulus Potter", "person": f"{ULAN}9"},
        "values": {"extra": "sea$sky|boat"},
        "century": {"date": "seconda metà del XVI secolo"},
        "shortened": {"date": "c.1837-41"},
        "dateless": {"date": "date not known"},
    }
    for name, cells in cases.items():
        row = {"id": name} | GOOD | cells
        writer.writerow([row.get(column, "") for column in COLUMNS])
    writer.writerow(["ragged", "1950", "A dance"])
    return out.getvalue()


@pytest.fixture(scope="module")
def imported(fresh_home, tmp_path_factory):
    """The command after the import of all cases, and the problem rows."""
    folder = tmp_path_factory.mktemp("defects")
    shutil.copytree(fresh_home, folder / "home")
    vitrine = Vitrine(folder / "home")
    (folder / "m.toml").write_text(MAPPING)
    (folder / "works.csv").write_text(rows(), "utf-8")
    counts = vitrine.json("import", folder / "works.csv", "--source", "d", "--mapping", folder / "m.toml")
    assert counts["read"] == counts["stored"], "nothing is dropped and nothing of this is beyond reading"
    vitrine.run("report", "--problems", folder / "problems.csv")
    with (folder / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        return vitrine, list(csv.DictReader(file))


def of(found, name):
    return [row for row in found if row["id"] == f"d:{name}"]


@pytest.mark.parametrize("name", MENDED)
def test_it_is_mended_with_before_after_and_rule(imported, name):
    _, rule, before, after = MENDED[name]
    repairs = [row for row in of(imported[1], name) if row["kind"] == "repaired"]
    assert [(row["before"], row["after"]) for row in repairs] == [(before, after)]
    assert repairs[0]["code"] == rule or (not rule and repairs[0]["code"])


@pytest.mark.parametrize("name", REPORTED)
def test_it_is_reported(imported, name):
    assert REPORTED[name][1] in [row["code"] for row in of(imported[1], name) if row["kind"] == "defect"]


def test_a_row_with_too_few_cells(imported):
    assert "row-ragged" in [row["code"] for row in of(imported[1], "ragged")]


def test_identifiers_of_people_are_compared_across_records(imported):
    beside = {(row["code"], row["locator"]) for row in imported[1] if not row["id"]}
    assert beside == {("maker-uri-shared", f"{ULAN}7"), ("maker-uri-several", "makers[Paulus Potter].uris")}
    assert imported[0].json("report")["defects"]["maker-uri-shared"] == 1


def test_one_title_on_many_works(imported):
    assert imported[0].json("report")["problems"]["P1"] > 30


def test_what_is_good_is_left_alone(imported):
    for name, years in (("century", (1550, 1599)), ("shortened", (1837, 1841)), ("dateless", (None, None))):
        work = imported[0].json("show", f"d:{name}")["record"]
        production = next(event for event in work["events"] if event["kind"] == "production")
        assert (production["date"].get("earliest"), production["date"].get("latest")) == years, name
        assert not [
            row for row in of(imported[1], name) if row["kind"] == "repaired" or row["code"].startswith("date-")
        ]
    subjects = imported[0].json("show", "d:values")["record"]["subjects"]
    assert [subject["labels"][0]["value"] for subject in subjects] == ["sea", "sky", "boat"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-7", "utf-16"])
def test_other_encodings(vitrine, tmp_path, encoding):
    (tmp_path / "m.toml").write_text('[record]\nid = "id"\n[[titles]]\npath = "title"\n')
    (tmp_path / "w.csv").write_bytes("id;title\r\n1;Fauré à la forêt\r\n".encode(encoding))
    vitrine.run("import", tmp_path / "w.csv", "--source", "e", "--mapping", tmp_path / "m.toml")
    account = vitrine.json("show", "e:1")
    assert account["record"]["titles"][0]["value"] == "Fauré à la forêt"
    assert [repair["rule"] for repair in account["repairs"]] == (
        ["encoding"] if encoding in ("cp1252", "utf-7") else []
    )


def test_a_kind_of_mend_is_taken_back_by_its_rule(vitrine, tmp_path):
    (tmp_path / "w.csv").write_text("id,title\n1,A <b>dance</b>\n2,A song\n")
    mapping = tmp_path / "m.toml"
    plain = '[record]\nid = "id"\n[[titles]]\npath = "title"\n'
    mapping.write_text(plain)
    line = ("import", tmp_path / "w.csv", "--source", "t", "--mapping", mapping)
    vitrine.run(*line)
    assert vitrine.json("show", "t:1")["repairs"] == [
        {"path": "titles[und]", "rule": "html", "before": "A <b>dance</b>", "after": "A dance"}
    ]
    mapping.write_text(f'[source]\nleave = ["html"]\n{plain}')
    assert vitrine.json(*line)["stored"] == 1, "only what the mend had changed has a new version"
    account = vitrine.json("show", "t:1")
    assert (account["record"]["titles"][0]["value"], account["repairs"]) == ("A <b>dance</b>", [])
    assert vitrine.json("show", "t:1", "--version", 1)["record"]["titles"][0]["value"] == "A dance"
