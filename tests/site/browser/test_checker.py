"""The address checker reads hosts out of a text, and says of recorded ones what `check` says."""

from __future__ import annotations

from typing import Any

import pytest

from microjob_cli.commands.check import checker
from microjob_cli.programs.calling import called
from microjob_cli.render.document import text_of
from microjob_cli.render.pages import for_page, formatter_of_page
from microjob_cli.render.views import blocks_of
from microjob_cli.settings import Settings
from tests.site.browser.chromium import Opened
from tests.site.building import shipped_settings

UNKNOWN = "is not in the records: unknown does not mean safe"


@pytest.fixture
def settings() -> Settings:
    return shipped_settings("en")


def shown(page: Any, text: str) -> str:
    """What the page says of a text."""
    page.fill("#text", text)
    return str(page.inner_text("#answer"))


def test_of_every_recorded_address_it_says_what_check_says(opened: Opened, settings: Settings) -> None:
    page, words = opened.open("en/checker.html"), formatter_of_page(settings)
    recorded = checker(settings).recorded
    assert len(recorded) > 100
    for host in recorded:
        first = for_page(blocks_of(called("check", {"text": f"https://{host}/"}, settings), words), words)[0]
        sentences = [text_of(one) for one in first.lines]  # type: ignore[union-attr]
        assert sentences[0] in shown(page, f"https://{host}/"), host
    assert opened.complaints == []


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("sproutgigs.com", "sproutgigs.com"),
        ("https://www.SproutGigs.com/jobs?x=1#y", "sproutgigs.com"),
        ("look at sproutgigs.com-এ, it is good", "sproutgigs.com"),
        ("(https://sproutgigs.com).", "sproutgigs.com"),
        ("https://app.sproutgigs.com:8443/", "app.sproutgigs.com"),
        ("hxxps://sproutgigs.com", "sproutgigs.com"),
        ("https:\\\\sproutgigs.com\\x", "sproutgigs.com"),
        ("SPROUTGIGS.COM।", "sproutgigs.com"),
    ],
)
def test_it_reads_an_address_as_browsers_do(opened: Opened, text: str, host: str) -> None:
    told = shown(opened.open("en/checker.html"), text)
    assert f"Leads to: {host}\n" in told
    assert "sproutgigs.com is the recorded address of SproutGigs" in told


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://sproutgigs.com@evil.example/login", "evil.example"),
        ("https://sproutgigs.com:pw@evil.example", "evil.example"),
        ("sproutgigs.com@evil.example", "evil.example"),
        ("https://sproutgigs.com.evil.example", "sproutgigs.com.evil.example"),
        ("https://evil.example/sproutgigs.com", "evil.example"),
        ("https://evil.example\\@sproutgigs.com", "evil.example"),
        ("https://constructor.example", "constructor.example"),
        ("https://toString", None),
    ],
)
def test_what_only_looks_like_a_recorded_address_is_none(opened: Opened, text: str, host: str | None) -> None:
    told = shown(opened.open("en/checker.html"), text)
    if host is None:
        assert told.startswith("No address stands in that.")
        return
    assert f"Leads to: {host}\n" in told
    assert f"{host} {UNKNOWN}" in told
    assert ("What stands before the @" in told) == ("com@" in text or "pw@" in text)
    assert "What fraud looks like" in told


def test_letters_of_other_alphabets_are_told(opened: Opened) -> None:
    told = shown(opened.open("en/checker.html"), "https://spr\u043eutgigs.com")
    assert "Leads to: xn--" in told
    assert "letters that are not Latin" in told
    assert UNKNOWN in told


def test_links_that_hide_where_they_lead_are_told(opened: Opened) -> None:
    page = opened.open("en/checker.html")
    assert "short link" in shown(page, "see bit.ly/3xyz now").casefold()
    assert "short link" not in shown(page, "see example.org/bit.ly now").casefold()


def test_without_an_address_it_says_so(opened: Opened) -> None:
    page = opened.open("en/checker.html")
    assert shown(page, "  ") == ""
    assert shown(page, "write to me@example.org, pay 500 tk. Thanks").startswith("No address stands in that.")


def test_what_is_pasted_stays_text(opened: Opened) -> None:
    page = opened.open("en/checker.html")
    shown(page, "<img/src=x/onerror=alert(1)>.example <script>alert(1)</script>.example")
    assert page.locator("#answer img, #answer script").count() == 0
    assert opened.complaints == []
