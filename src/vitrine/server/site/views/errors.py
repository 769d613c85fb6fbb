"""Pages for what went wrong."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours. Needs no database: that may be what is broken."""
    return render(request, "500.html", status=500)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent cannot be read, or that it is more than a form may hold."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)
