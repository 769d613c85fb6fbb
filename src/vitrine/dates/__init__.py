"""Museums' date texts, read into EDTF and years, in English, Italian, German, French, Spanish, Dutch and Swedish.

`resolve` reads whatever stands in a museum's date field; `normalise` only what is already date-like; `span_years`
gives the years of an EDTF text. `words` holds the vocabulary, `spelling` spells shorthand out, `tokens` cuts a text up,
`atom`, `bounds` and `ranges` read one date, `events` says which of several is the production, `figures` reads dates in
figures, `edtf` writes.
"""

from vitrine.dates.edtf import span_years
from vitrine.dates.resolve import normalise, resolve
from vitrine.dates.result import DateRange

__all__ = ["DateRange", "normalise", "resolve", "span_years"]
