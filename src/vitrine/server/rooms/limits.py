"""How often one address, or one player, may do something. Kept in memory; whoever waits may go on."""

from collections import OrderedDict


class Allowance:
    """So many at once, and then so many a second, for each key. `most` keys are remembered, those seen last."""

    def __init__(self, at_once: int, a_second: float, most: int = 10_000) -> None:
        self._at_once, self._a_second, self._most = at_once, a_second, most
        self._left: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def has_left(self, key: str, now: int) -> bool:
        """Return whether `key` may do it once more; `now` in milliseconds."""
        return self._at(key, now) >= 1

    def take(self, key: str, now: int) -> bool:
        """Note that `key` does it, and return whether it might."""
        left = self._at(key, now)
        self._left[key] = (max(left - 1, 0), now)
        self._left.move_to_end(key)
        while len(self._left) > self._most:
            self._left.popitem(last=False)
        return left >= 1

    def _at(self, key: str, now: int) -> float:
        left, then = self._left.get(key, (float(self._at_once), now))
        return min(self._at_once, left + (now - then) / 1000 * self._a_second)
