"""Fills a home with suggestions and asks for the next one again and again.

python -m benchmarks.review_queue HOME NUMBER RESULT
"""

import json
import sys
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.measuring import part, timed
from vitrine.server.start import open_home

QUERIES = (
    "",
    "source=tate",
    "value=de",
    "least=0.9",
    "below=0.6",
    "value=it&least=0.8",
    "source=tate&value=fr&below=0.95",
)
ROUNDS = 8
ANSWERS = 60


def main(home: Path, number: int, result: Path) -> None:
    """Measure and write the result as JSON."""
    open_home(home, site=True)
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver"]
    fill(number)
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("ada", "ada@museum.example", "x"))
    timed(lambda: client.get("/studio/review/"))  # the first page wakes templates
    asked = [timed(lambda query=query: client.get(f"/studio/review/?{query}")) for query in QUERIES * ROUNDS]
    answered = [timed(lambda: answer(client)) for _ in range(ANSWERS)]
    result.write_text(
        json.dumps({"p95": part(asked, 0.95), "median": part(asked, 0.5), "answered_p95": part(answered, 0.95)})
    )


def fill(number: int) -> None:
    """Put a suggestion on each of so many texts without a language, with languages and confidences of all kinds."""
    from vitrine.server.collection.models import Version
    from vitrine.server.suggestions.finding import unnamed
    from vitrine.server.suggestions.models import Suggestion

    random = Random(1)
    versions = Version.objects.select_related("work__source").order_by("work").iterator(chunk_size=1000)
    # All read before anything is written: SQLite's cursor does not outlive a commit.
    texts = list(islice(((version.work, text) for version in versions for text in unnamed(version.record)), number))
    rows = (
        Suggestion(
            kind="language",
            work=work,
            source_id=work.source_id,
            path=text.path,
            text=text.text,
            value=random.choice(["de", "it", "fr", "sv", "nl", "en"]),
            confidence=round(random.random(), 4),
            model="py3langid",
            version="0",
            explanation={"candidates": [["de", 0.7], ["nl", 0.2]], "words": ["einem"], "known": 9, "letters": 30},
            job_id=1,
        )
        for work, text in texts
    )
    while some := list(islice(rows, 5000)):
        Suggestion.objects.bulk_create(some)
    assert Suggestion.objects.count() == number


def answer(client: object) -> None:
    """Reject the next one and look at the one after it, as a reviewer does."""
    from vitrine.server.suggestions.models import Suggestion

    one = Suggestion.objects.filter(state="waiting").order_by("pk").first()
    client.post(f"/studio/review/{one.pk}/", {"answer": "reject"}, follow=True)  # type: ignore[attr-defined, union-attr]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
