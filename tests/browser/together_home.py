"""A home in which people can play together: three painted figures, approved. `python -m tests.browser.together_home HOME`."""

import sys
from pathlib import Path

KEYS = ("house-01", "house-04", "house-07")


def main(home: Path) -> None:
    """Fill the home."""
    from vitrine.server.start import open_home  # noqa: PLC0415  (Django cannot be imported before it knows its home)

    open_home(home, site=True)
    import pyvips  # noqa: PLC0415

    from tests.works import index, put, record  # noqa: PLC0415
    from vitrine.cards import uses  # noqa: PLC0415
    from vitrine.house.pictures import PICTURES  # noqa: PLC0415
    from vitrine.house.pictures.painted import STUDY  # noqa: PLC0415
    from vitrine.records import Date, Event, Maker, Rights, Text  # noqa: PLC0415
    from vitrine.server.collection.models import WorkMedia  # noqa: PLC0415
    from vitrine.server.figures import deciding  # noqa: PLC0415
    from vitrine.server.figures.models import Kind  # noqa: PLC0415
    from vitrine.server.uses.models import Switch  # noqa: PLC0415

    card = uses()["strike-a-pose"].card
    assert card is not None
    Switch.objects.create(use="strike-a-pose", on=True, digest=card.digest, card_version=card.version, by="Ada")
    for key in KEYS:
        study = PICTURES[key](STUDY)
        image = pyvips.Image.new_from_array((study.pixels * 255).clip(0, 255).astype("uint8"))
        one = record(
            key,
            titles=(Text(f"Figure {key[-2:]}", "en"),),
            makers=(Maker("Ada Brown", "en", dates="1815–1852"),),
            events=(Event("production", Date("about 1840", "1840~", 1835, 1845, "en")),),
            rights_of_object=Rights("http://creativecommons.org/publicdomain/zero/1.0/"),
        )
        work = put(one, {"a.jpg": image.copy(interpretation="srgb").write_to_buffer(".jpg[Q=92]")})
        media = WorkMedia.objects.select_related("file").filter(work=work)[0]
        points = [[point.x, point.y, point.visibility] for point in study.figures[0]]
        deciding.approve(deciding.add(media, Kind.POSE, points, "full", "Ada"), "Ada")
    index()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
