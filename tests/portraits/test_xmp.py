"""What a file made on the visitor's device says of itself is there for every program that reads XMP."""

from pathlib import Path

import pytest
import pyvips
from lxml import etree

from tests import web

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
FACTS = {
    "sourceType": "compositeWithTrainedAlgorithmicMedia",
    "title": "A <b>“girl”</b> & a \x00 pearl 🦪",
    "creators": ["Johannes Vermeer", "unknown"],
    "caption": "You in: Mädchen mit Perle",
    "rights": "Public domain",
    "statement": "http://creativecommons.org/publicdomain/mark/1.0/",
    "credit": "Mauritshuis",
    "language": "de",
}


def written(suffix: str, folder: Path, facts: dict[str, object] = FACTS) -> pyvips.Image:
    """Write a picture as a visitor's device does and return it as this library reads it."""
    before, after = folder / f"before{suffix}", folder / f"after{suffix}"
    pyvips.Image.black(40, 30, bands=3).write_to_file(str(before), strip=True)
    script = """
        const file = await part.withXmp(new Blob([readFileSync(given.before)], { type: "image/x" }), given.facts);
        writeFileSync(given.after, Buffer.from(await file.arrayBuffer()));
    """
    web.run("play/xmp.ts", script, {"before": str(before), "after": str(after), "facts": facts}, folder)
    return pyvips.Image.new_from_file(str(after), fail=True)


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_source_type_title_maker_rights_and_museum_are_read_back(suffix: str, tmp_path: Path) -> None:
    image = written(suffix, tmp_path)
    assert (image.width, image.height, image.avg()) == (40, 30, 0)
    packet = image.get("xmp-data").strip(b"\0")
    said = etree.fromstring(packet[packet.index(b"<x:xmpmeta") : packet.index(b"<?xpacket end")])

    def words(path: str) -> list[str]:
        return [one.text for one in said.iterfind(f".//{path}", SPACES)]

    kind = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
    assert words("Iptc4xmpExt:DigitalSourceType") == [kind]
    assert set(words("dc:title//rdf:li")) == {"A <b>“girl”</b> & a  pearl 🦪"}
    assert words("dc:creator//rdf:li") == ["Johannes Vermeer", "unknown"]
    assert set(words("dc:description//rdf:li")) == {"You in: Mädchen mit Perle"}
    assert set(words("dc:rights//rdf:li")) == {"Public domain"}
    assert words("xmpRights:WebStatement") == ["http://creativecommons.org/publicdomain/mark/1.0/"]
    assert words("photoshop:Credit") == ["Mauritshuis"]


def test_another_kind_of_take_away_says_so(tmp_path: Path) -> None:
    packet = written(".png", tmp_path, FACTS | {"sourceType": "compositeCapture"}).get("xmp-data")
    assert b"digitalsourcetype/compositeCapture<" in packet


def test_another_file_is_refused(tmp_path: Path) -> None:
    script = (
        'try { await part.withXmp(new Blob(["GIF89a"]), given); return "written"; } catch (e) { return e.message; }'
    )
    assert "PNG and JPEG" in web.run("play/xmp.ts", script, FACTS, tmp_path)
