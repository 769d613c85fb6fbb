"""From a form that was sent to a decision in the log, and the job that carries it out."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest

from vitrine.server.collection.deciding import evidence
from vitrine.server.collection.deciding.jobs import decision_job
from vitrine.server.collection.models import Evidence, RightsDecision, Source
from vitrine.server.jobs import run
from vitrine.server.studio.pages import name_of


def decide(
    request: HttpRequest, kind: str, filter_: str, source: Source | None, sent: dict[str, Any]
) -> RightsDecision:
    """Write the decision that a valid form states into the log and hand its job to the worker.

    A form that is sent twice decides once. Raises EvidenceError where the file cannot be kept.
    """
    known = Evidence.objects.filter(asked=sent["asked"]).select_related("decision").first()
    if known is not None:
        return known.decision
    file = sent.get("file")
    kept = evidence.keep(file.chunks()) if file else None
    with transaction.atomic():
        job = decision_job(
            kind=kind,
            uri=sent.get("uri", ""),
            scope=sent.get("scope", ""),
            source=source,
            filter=filter_,
            evidence=sent["evidence"],
            by=name_of(request.user),
        )
        decision = RightsDecision.objects.get(pk=job.arguments["decision"])
        Evidence.objects.get_or_create(
            decision=decision,
            defaults={
                "asked": sent["asked"],
                "link": sent["link"],
                "name": file.name[:200] if file else "",
                "checksum": kept.checksum if kept else "",
                "size": kept.size if kept else 0,
            },
        )
        transaction.on_commit(lambda: run.enqueue(job))
    return decision
