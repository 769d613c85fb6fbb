"""Twenty mixed queries, asked of the index itself and of the page.

python -m benchmarks.search_asked HOME RESULT
"""

import json
import sys
from pathlib import Path

from benchmarks.measuring import part, timed
from vitrine.server.start import open_home

_TURNER = "maker=Joseph+Mallord+William+Turner"

QUERIES = (
    *("q=turner", "q=the", "q=of", "q=a+view+of+the+river", "q=%22evening+light%22", "q=portrait"),
    *("q=london&source=tate", f"{_TURNER}&from=1800&to=1850", "type=painting&rights=cc0", "from=1900&to=1910"),
    *("q=sea&order=oldest", "order=newest", "q=woman+-man", f"q=winter&{_TURNER}&maker=George+Jones"),
    *("q=A01004", "q=untitled&language=en&order=newest", "q=the&from=1700&to=1850", "q=tirner", "q=storm&page=40", ""),
)
"""Common words, rare ones, a phrase, a number, a misspelling, facets, years, orders, a page far behind, and nothing at all."""

ROUNDS = 10

_NOT_KEPT = {"If-None-Match": "none"}
"""Pages asked for with a condition are made for each request: what is kept from before would not be measured."""


def main(home: Path, result: Path) -> None:
    """Measure and write the result as JSON."""
    open_home(home, site=True)
    from django.conf import settings
    from django.http import QueryDict
    from django.test import Client

    from vitrine.server.search.finding import find
    from vitrine.server.search.query import query_of

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    queries = [query_of(QueryDict(query)) for query in QUERIES]
    # Once for templates and for the counts over everything, which are kept until the index changes.
    find(queries[-1])
    client.get("/works")
    engine, page = [], []
    for _ in range(ROUNDS):
        engine += [timed(lambda query=query: find(query)) for query in queries]
        page += [timed(lambda query=query: client.get(f"/works?{query}", headers=_NOT_KEPT)) for query in QUERIES]
    slow = sorted(zip(page[: len(QUERIES)], QUERIES, strict=True))[-3:]
    figures = {"engine": part(engine, 0.95), "page": part(page, 0.95), "works": find(queries[-1]).total}
    result.write_text(
        json.dumps({**figures, "engine_median": part(engine, 0.5), "page_median": part(page, 0.5), "slow": slow})
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
