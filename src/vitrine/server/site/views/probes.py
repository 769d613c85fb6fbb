"""Questions that machines ask: does the process live, and can it serve?"""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from vitrine.server.start import pending_migrations

_migrated = False


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """Answer as long as the process does."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """Answer 200 where the database answers and has this version's shape, else 503 with the reason."""
    reason = _hindrance()
    if reason:
        return JsonResponse({"status": "not ready", "reason": reason}, status=503)
    return JsonResponse({"status": "ready"})


def _hindrance() -> str:
    global _migrated  # noqa: PLW0603  (a database does not lose its shape while this version runs)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _migrated and pending_migrations():
            return "The database has pending migrations: start Vitrine with `vitrine serve`, which runs them."
    except DatabaseError:
        return "The database cannot be reached."
    _migrated = True
    return ""
