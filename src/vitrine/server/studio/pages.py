"""What every page of ours in the studio gives to Wagtail's frame."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.paginator import WagtailPaginator

PER_PAGE = 50


def frame(title: str, icon: str, *above: tuple[str, str]) -> dict[str, Any]:
    """Return title, icon and trail; `above` are the pages above this one, address and name."""
    trail = [{"url": reverse(address), "label": name} for address, name in above]
    return {"header_title": title, "header_icon": icon, "breadcrumbs_items": [*trail, {"url": "", "label": title}]}


def paged(request: HttpRequest, rows: QuerySet[Any] | list[Any]) -> dict[str, Any]:
    """Return the page of `rows` that is asked for, as Wagtail's templates want it."""
    paginator = WagtailPaginator(rows, PER_PAGE)
    page = paginator.get_page(request.GET.get("p"))
    return {"page_obj": page, "elided_page_range": list(paginator.get_elided_page_range(page.number))}


def name_of(user: Any) -> str:
    """Return the name by which what somebody does is remembered: the full name, else the one used to sign in."""
    return str(user.get_full_name() or user.get_username())
