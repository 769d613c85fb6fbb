"""Pages for what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours. Needs no database: that may be what is broken."""
    return render(request, "500.html", status=500)
