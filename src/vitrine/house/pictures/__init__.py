"""The pictures, each a function of its long side in pixels. One file a family; every picture has its own seed."""

from collections.abc import Callable

from vitrine.house.pictures import (
    abstracts,
    cutouts,
    flowers_and_fruit,
    gouaches,
    landscapes,
    linocuts,
    open_air,
    pastels,
    portraits,
    posters,
    printed_landscapes,
    seated,
    stage,
    still_lifes,
    woodblocks,
)
from vitrine.house.pictures.painted import Painted

PICTURES: dict[str, Callable[[int], Painted]] = {
    "house-01": stage.dancer,
    "house-02": posters.fencer,
    "house-03": linocuts.archer,
    "house-04": pastels.juggler,
    "house-05": gouaches.runner,
    "house-06": woodblocks.skater,
    "house-07": cutouts.acrobat,
    "house-08": open_air.kite,
    "house-09": portraits.scarf_woman,
    "house-10": portraits.ferryman,
    "house-11": pastels.cardigan_woman,
    "house-12": seated.reader,
    "house-13": seated.concertina_player,
    "house-14": still_lifes.vessels,
    "house-15": still_lifes.lemons,
    "house-16": flowers_and_fruit.anemones,
    "house-17": flowers_and_fruit.pears,
    "house-18": landscapes.lake,
    "house-19": printed_landscapes.rain,
    "house-20": landscapes.terraces,
    "house-21": printed_landscapes.railway,
    "house-22": abstracts.tilted_square,
    "house-23": abstracts.score,
    "house-24": abstracts.low_tide,
}

__all__ = ["PICTURES", "Painted"]
