"""Our pages in Wagtail's studio: addresses, menu, permissions, branding."""

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem

from vitrine.server.site import assets
from vitrine.server.studio import access, summary
from vitrine.server.studio.menu import Item
from vitrine.server.studio.views import jobs


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses below /studio/ that need somebody signed in."""
    return [
        path("jobs/", jobs.jobs, name="studio-jobs"),
        path("jobs/<int:pk>/", jobs.job, name="studio-job"),
        path("jobs/<int:pk>/progress/", jobs.progress, name="studio-job-progress"),
        path("jobs/<int:pk>/<str:wish>/", jobs.steer, name="studio-job-steer"),
    ]


@hooks.register("register_admin_menu_item")
def jobs_item() -> MenuItem:
    """Return the menu item of the jobs."""
    return Item(_("Jobs"), "studio-jobs", access.SEE_JOBS, "tasks", 110)


# After Wagtail's own apps: its counts of pages, images and documents say nothing about the collection.
@hooks.register("construct_homepage_summary_items", order=1000)
def first_page(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Say on the studio's first page how the collection is."""
    items[:] = summary.lines(request)


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Return the stylesheet that gives Wagtail the museum's colours, nothing where the front end was not built."""
    address = assets.address("src/studio.css")
    return format_html('<link rel="stylesheet" href="{}">', address) if address else SafeString("")


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """Return the permissions that can be given to a group."""
    chosen = Q()
    for permission in access.ALL:
        app, codename = permission.split(".")
        chosen |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(chosen)
