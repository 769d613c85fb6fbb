"""`vitrine account`: the way back in for somebody who is locked out of the studio."""

from pathlib import Path

import click

from vitrine.cli.output import fail, notes, out


@click.command("account")
@click.argument("name", required=False)
@click.option("--take-second-factor", is_flag=True, help="Also take the second factor away: phone and codes are lost.")
@click.pass_obj
def command(home: Path, name: str | None, take_second_factor: bool) -> None:
    """List the accounts, or print a link with which NAME sets a new password.

    For when nobody is there who could help in the studio. The link works once, for a day; who has it has the account.

    \b
    Examples:
      vitrine account
      vitrine account ada
      vitrine account ada --take-second-factor
    """
    from vitrine.server.start import open_home

    open_home(home, site=True)
    if name is None:
        if take_second_factor:
            raise fail("Say whose second factor: vitrine account NAME --take-second-factor.", 2)
        _list()
    else:
        _help(name, take_second_factor)


def _list() -> None:
    from django.contrib.auth import get_user_model

    from vitrine.server.people.accounts import role_of
    from vitrine.server.people.second_factor import is_on

    for account in get_user_model().objects.prefetch_related("groups").order_by("username"):
        role = role_of(account)
        facts = [
            "first account" if account.is_superuser else role.group if role else "no role",
            *(["second factor"] if is_on(account) else []),
            *([] if account.is_active else ["locked out"]),
        ]
        out.print(f"{account.get_username()}: {', '.join(facts)}", markup=False)


def _help(name: str, take_second_factor: bool) -> None:
    from django.conf import settings
    from django.contrib.auth import get_user_model

    from vitrine.server.people.accounts import note, take_factor
    from vitrine.server.people.invitations import password_link
    from vitrine.server.people.models import Deed

    account = get_user_model().objects.filter(username=name).first()
    if account is None:
        raise fail(f"There is no account {name!r}. `vitrine account` lists them.")
    if not account.is_active:
        raise fail(f"The account {name!r} is locked out. Somebody who looks after the accounts lets it in again.")
    if take_second_factor:
        take_factor(None, account)
    note(Deed.What.LINK, account)
    out.print(password_link(settings.SITE_URL, account), markup=False)
    notes.print("It works once, for a day. Hand it on so that nobody else reads it.")
