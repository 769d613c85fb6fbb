"""People playing together on a really running `vitrine serve`: to the winner, by keyboard, through a drop; every message is read."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import CUT, Visit
from tests.commands import Vitrine

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PATIENCE = 60
TIMEOUT = PATIENCE * 1000

MAY_BE_SAID = {
    "join": {"t", "nickname", "token"},
    "ready": {"t", "ready"},
    "score": {"t", "round", "score"},
    "begin": {"t"},
    "here": {"t"},
    "leave": {"t"},
}
MAY_BE_HEARD = {
    "welcome": {"t", "seat", "token"},
    "state": {
        "t",
        "now",
        "room",
        "challenge",
        "work",
        "phase",
        "round",
        "rounds",
        "begins",
        "ends",
        "host",
        "winners",
        "players",
    },
    "scores": {"t", "now", "round", "scores"},
}
PLAYER = {"seat", "nickname", "ready", "here", "score", "best", "total"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running site in which people can play together."""
    home = tmp_path_factory.mktemp("together")
    vitrine = Vitrine(home)
    fill = [sys.executable, "-m", "tests.browser.together_home", str(home)]
    subprocess.run(fill, env=vitrine.environment, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = vitrine.start("serve", "--address", address, stdout=subprocess.DEVNULL)
    for _ in range(PATIENCE * 10):
        with suppress(OSError):
            urllib.request.urlopen(f"http://{address}/health", timeout=5).read()
            break
        time.sleep(0.1)
    yield f"http://{address}"
    process.terminate()
    process.wait()


class Phone(Visit):
    """One player's browser, with every message that crosses its sockets."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        super().__init__(context, site)
        self.said: list[dict[str, Any]] = []
        self.heard: list[dict[str, Any]] = []
        self.page.set_default_timeout(TIMEOUT)
        self.page.on("websocket", self._listen)

    def come_in(self, path: str, nickname: str) -> Page:
        """Come into a room without a camera."""
        self.open(path)
        self.page.get_by_label("Your name in the game").select_option(nickname)
        self.page.get_by_role("button", name="Come in without camera").click()
        return self.page

    def find(self, drawing: str) -> None:
        """Choose a drawing, the right one or a wrong one, as somebody who knows."""
        self.page.locator('section[data-screen="drawn"]').wait_for()
        expect(self.page.locator("[data-choices] button")).not_to_have_count(0)
        for button in self.page.locator("[data-choices] button").all():
            if button.is_visible() and "waiting" not in (self.page.locator("[data-drawn-says]").text_content() or ""):
                button.click()
                right = "Waiting" in (self.page.locator("[data-drawn-says]").text_content() or "")
                if right or drawing == "any":
                    return

    def _listen(self, socket: Any) -> None:
        socket.on("framesent", lambda frame: self.said.append(json.loads(frame)))
        socket.on("framereceived", lambda frame: self.heard.append(json.loads(frame)))


Phones = Callable[..., Phone]


@pytest.fixture
def phones(chromium: Browser, site: str) -> Iterator[Phones]:
    contexts: list[BrowserContext] = []
    expect.set_options(timeout=TIMEOUT)

    def one(width: int = 390, scheme: Any = "light", **options: Any) -> Phone:
        size = {"width": width, "height": 844}
        contexts.append(chromium.new_context(viewport=size, color_scheme=scheme, locale="en", **options))
        return Phone(contexts[-1], site)

    yield one
    expect.set_options(timeout=5000)
    for context in contexts:
        context.close()


def _open(phone: Phone, rounds: int) -> str:
    """Open a room as a visitor does, and return its path."""
    page = phone.open("/play/together/")
    page.get_by_label("Rounds").select_option(str(rounds))
    page.get_by_role("button", name="Open", exact=True).click()
    page.wait_for_url(re.compile(r"/play/together/[A-Z]{6}/$"))
    return page.url.removeprefix(phone.site)


def _only_what_may_cross(*phones: Phone) -> None:
    for phone in phones:
        assert phone.said
        assert phone.heard
        for said in phone.said:
            assert set(said) <= MAY_BE_SAID[said["t"]], said
        for heard in phone.heard:
            assert set(heard) <= MAY_BE_HEARD[heard["t"]], heard
            assert all(set(player) == PLAYER for player in heard.get("players", []))
        assert not phone.elsewhere()
        assert phone.complaints == []


def test_three_play_to_a_winner(phones: Phones) -> None:
    ada, ben, cem = phones(), phones(), phones(1440, "dark")
    path = _open(ada, 2)
    ada.come_in(path, "otter")
    expect(ada.page.get_by_text("Nobody else is here yet.")).to_be_visible()
    ben.open("/play/together/")
    ben.page.get_by_label("Six letters").fill(path.split("/")[-2].lower())
    ben.page.keyboard.press("Enter")
    ben.page.wait_for_url("**" + path)
    ben.come_in(path, "heron")
    cem.come_in(path, "heron")  # taken: the next name of the list is free
    expect(ada.page.locator("[data-players] li")).to_have_count(3)
    for phone in (ada, ben, cem):
        assert phone.barriers() == []
        assert phone.sideways() <= 0
        assert phone.page.evaluate(CUT) == []
    expect(ben.page.get_by_role("button", name="Begin now")).to_be_hidden()
    ada.page.get_by_role("button", name="Begin now").click()
    for number in (1, 2):
        for phone in (ada, ben, cem):
            expect(phone.page.locator('section[data-screen="drawn"] h1')).to_contain_text(f"Round {number} of 2")
        ada.find("right")
        ben.find("right")
        cem.page.locator('section[data-screen="drawn"]').get_by_role("button", name="I have done").click()
        for phone in (ada, ben, cem):
            expect(phone.page.locator('section[data-screen="board"]')).to_be_visible()
            expect(phone.page.locator("[data-shown] img")).to_be_visible()
        assert ada.barriers() == []
        for phone in (ada, ben, cem):
            phone.page.get_by_role("button", name="Go on").click()
    totals = {player["nickname"]: player["total"] for player in ada.heard[-1]["players"]}
    assert totals["otter"] > 0
    assert sorted(totals.values())[0] == 0
    sentence = ada.page.locator("[data-winner]")
    expect(sentence).to_be_visible()
    best = [name for name, total in totals.items() if total == max(totals.values())]
    expect(sentence).to_contain_text("You win" if best == ["otter"] else "A tie" if len(best) > 1 else "wins with")
    # Nothing is left in the browser, and the host may begin anew.
    assert ada.context.cookies() == []
    assert ada.page.evaluate("localStorage.length + sessionStorage.length") == 0
    ada.page.get_by_role("button", name="Play again").click()
    expect(ben.page.locator('section[data-screen="lobby"]')).to_be_visible()
    _only_what_may_cross(ada, ben, cem)


def test_by_keyboard_alone(phones: Phones) -> None:
    ada, ben = phones(1440), phones()
    path = _open(ada, 1)
    ada.open(path)
    ada.page.get_by_label("Your name in the game").focus()
    for key in ("Tab", "Tab", "Enter"):
        ada.page.keyboard.press(key)
    expect(ada.page.locator("#lobby-title")).to_be_focused()
    ben.come_in(path, "fox")
    ada.page.keyboard.press("Tab")
    expect(ada.page.locator('section[data-screen="lobby"] [data-do="ready"]')).to_be_focused()
    ada.page.keyboard.press("Space")
    ben.page.get_by_role("button", name="I am ready").click()
    expect(ada.page.locator("#drawn-title")).to_be_focused()
    for _ in range(5):
        if "Waiting" in (ada.page.locator("[data-drawn-says]").text_content() or ""):
            break
        ada.page.keyboard.press("Tab")
        ada.page.keyboard.press("Enter")
    ben.find("right")
    expect(ada.page.locator("#board-title")).to_be_focused()
    ada.page.keyboard.press("Tab")
    ben.page.get_by_role("button", name="Go on").click()
    ada.page.locator('section[data-screen="board"] [data-do="ready"]').focus()
    ada.page.keyboard.press("Enter")
    expect(ada.page.locator("#end-title")).to_be_focused()
    _only_what_may_cross(ada, ben)


def test_a_drop_keeps_place_and_points(phones: Phones) -> None:
    ada, ben = phones(), phones()
    path = _open(ada, 2)
    ada.come_in(path, "otter")
    ben.come_in(path, "heron")
    expect(ada.page.locator("[data-players] li")).to_have_count(2)
    ada.page.get_by_role("button", name="Begin now").click()
    ben.find("right")
    points = ben.said[-1]
    ben.context.set_offline(True)
    expect(ben.page.locator("[data-dropped]")).to_contain_text("Coming back")
    expect(ada.page.locator('section[data-screen="drawn"] [data-rivals]')).to_contain_text("connection lost")
    ben.context.set_offline(False)
    expect(ben.page.locator("[data-dropped]")).to_be_hidden()
    expect(ada.page.locator('section[data-screen="drawn"] [data-rivals]')).not_to_contain_text("connection lost")
    ada.find("right")
    expect(ben.page.locator('section[data-screen="board"]')).to_be_visible()
    assert points is not None
    heron = next(player for player in ben.heard[-1]["players"] if player["nickname"] == "heron")
    assert heron["total"] > 0
    assert [said["t"] for said in ben.said].count("join") == 2
    # Who leaves frees the seat, and the host's right goes on.
    ada.page.locator('section[data-screen="board"]').get_by_role("button", name="Leave the room").click()
    expect(ben.page.locator('section[data-screen="board"] [data-scores] li')).to_have_count(1)


def test_what_cannot_be_entered_says_why(phones: Phones) -> None:
    ada, ben, cem = phones(), phones(), phones(320)
    path = _open(ada, 1)
    ada.come_in(path, "otter")
    ben.come_in(path, "heron")
    expect(ada.page.locator("[data-players] li")).to_have_count(2)
    ada.page.get_by_role("button", name="Begin now").click()
    expect(ben.page.locator('section[data-screen="soon"]')).to_be_visible()
    cem.come_in(path, "fox")
    expect(cem.page.get_by_role("heading", name="A game is running in this room.")).to_be_visible()
    assert cem.barriers() == []
    assert cem.sideways() <= 0
    page = cem.open("/play/together/ZZZZZZ/")
    expect(page.get_by_role("alert")).to_contain_text("There is no room with these letters")
    assert cem.barriers() == []
    assert cem.sideways() <= 0
    page.get_by_label("Six letters").fill("abc")
    page.get_by_role("button", name="Enter", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("not the six letters")
