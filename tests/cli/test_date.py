"""`vitrine date`, and the tables it reads."""

import json
import subprocess
from pathlib import Path

import pytest
from tests.commands import VITRINE


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([VITRINE, "date", *arguments], capture_output=True, encoding="utf-8", check=False)


def rows(*arguments: str | Path) -> list[list[str]]:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return [line.split("\t") for line in done.stdout.removesuffix("\n").split("\n")]


def test_date_prints_edtf_and_years():
    said = subprocess.run([VITRINE, "date", "c.1837–41"], capture_output=True, text=True, check=True).stdout
    assert "1837" in said
    assert "1841" in said


def test_date_that_cannot_be_read_is_an_error():
    done = subprocess.run([VITRINE, "date", "blue"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "blue" in done.stderr


def test_date_adds_columns_to_every_row_of_a_table(tmp_path):
    file = tmp_path / "dates.tsv"
    file.write_text("id\ttext\na\tc. 1900\nb\t\nc\tnonsense\nd\n")
    done = subprocess.run([VITRINE, "date", "--tsv", file, "--circa", "5"], capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert rows[0] == ["id", "text", "edtf", "earliest", "latest"]
    assert [row[0] for row in rows[1:]] == ["a", "b", "c", "d"]
    assert rows[1][3:] == ["1895", "1905"]
    assert rows[2][2:] == ["", "", ""]


def test_date_table_without_the_column_says_so(tmp_path):
    file = tmp_path / "dates.tsv"
    file.write_text("when\n1900\n")
    done = subprocess.run([VITRINE, "date", "--tsv", file], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "`text`" in done.stderr


@pytest.mark.parametrize(
    "raw",
    [
        b"text\tid\r\n1837\ta\r\n",
        b"\xef\xbb\xbftext\tid\n1837\ta",
        "text\tid\n1837\ta\n".encode("utf-16"),
        b"text\tid\r1837\ta\r",
    ],
)
def test_however_a_table_is_saved(tmp_path, raw):
    (tmp_path / "dates.tsv").write_bytes(raw)
    assert rows("--tsv", tmp_path / "dates.tsv") == [
        ["text", "id", "edtf", "earliest", "latest"],
        ["1837", "a", "1837", "1837", "1837"],
    ]


def test_every_row_is_kept_and_every_column_stays_under_its_name(tmp_path):
    (tmp_path / "dates.tsv").write_text('id\ttext\n1\t"c. 1850"\n\n2\n3\t1850\tmore\t\n4\t"a "quote"\n')
    table = rows("--tsv", tmp_path / "dates.tsv", "--circa", "3")
    assert table[1:] == [
        ["1", '"c. 1850"', "1850~", "1847", "1853"],
        ["", "", "", "", ""],
        ["2", "", "", "", ""],
        ["3", "1850", "1850", "1850", "1850", "more", ""],
        ["4", '"a "quote"', "", "", ""],
    ]


def test_a_table_as_json_is_one_list(tmp_path):
    (tmp_path / "dates.tsv").write_text("text\nc. 1850\nblue\n")
    assert json.loads(run("--tsv", tmp_path / "dates.tsv", "--json", "--circa", "2").stdout) == [
        {"text": "c. 1850", "edtf": "1850~", "earliest": 1848, "latest": 1852},
        {"text": "blue", "edtf": None, "earliest": None, "latest": None},
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "`text`"),
        (b"Text\tx\n1\t2\n", "Text, x"),
        (b"text\n1850\n18\xe950\n", "UTF-8"),
        (b"text\n" + b"1" * (1 << 21), "line 2"),
    ],
)
def test_what_is_no_such_table_is_one_sentence(tmp_path, raw, said):
    (tmp_path / "dates.tsv").write_bytes(raw)
    done = run("--tsv", tmp_path / "dates.tsv")
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_table_is_written_as_it_is_read(tmp_path):
    """The first rows come out before the last are read, so memory does not grow with the file; a reader may leave early."""
    (tmp_path / "dates.tsv").write_text("text\n" + "c. 1850\n" * 300_000 + "1" * (1 << 21))
    with subprocess.Popen(
        [VITRINE, "date", "--tsv", tmp_path / "dates.tsv"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        assert done.stdout.readline() == b"text\tedtf\tearliest\tlatest\n"
        done.stdout.close()
        assert done.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_one_sentence(tmp_path):
    (tmp_path / "dates.tsv").write_text("text\n1850\n")
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [VITRINE, "date", "--tsv", tmp_path / "dates.tsv"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no space left" in done.stderr.lower()
