"""Our items in the studio's menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem


class Item(MenuItem):  # type: ignore[misc]
    """A menu item for those who have its permission."""

    def __init__(self, label: Any, address: str, permission: str, icon: str, order: int) -> None:
        super().__init__(label, reverse(address), name=address, icon_name=icon, order=order)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.permission))
