"""What Tab offers where."""

from __future__ import annotations

from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.cli import COMMANDS, GROUPS
from tests.completion.asking import Asking
from tests.running import Microjob, Overlay


def test_commands(asking: Asking) -> None:
    assert asking.offers("") == [*COMMANDS, *GROUPS]
    assert asking.offers("sh") == ["show"]
    assert asking.offers("data", "") == list(GROUPS["data"])


def test_options(asking: Asking) -> None:
    assert asking.offers("recommend", "--de") == ["--device"]
    assert {"--lang", "--version", "--install-completion"} <= set(asking.offers("-"))
    assert {"--payout", "--limit", "--format"} <= set(asking.offers("recommend", ""))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("show", "exa"), ["examplegigs"]),
        (("show", "EXA"), ["EXAmplegigs"]),
        (("show", "zzz"), []),
        (("show", "$"), []),
        (("compare", "nopay", "exa"), ["examplegigs"]),
        (("estimate", "exa"), ["examplegigs"]),
        (("list", "--payout", "bk"), ["bkash"]),
        (("recommend", "--without", "lite"), ["litecoin"]),
        (("route", "pay"), ["paypalonly", "paypal"]),
        (("route", "paypal", "--to", "bk"), ["bkash"]),
        (("payouts", "bit"), ["bitcoin"]),
        (("list", "--status", "cl"), ["closed"]),
        (("list", "--columns", "name,sta"), ["name,status"]),
        (("list", "--columns", "status,sta"), []),
        (("list", "--sort", "con"), ["confirmed"]),
        (("list", "--accepts", "B"), ["BD"]),
        (("list", "-f", "js"), ["json", "jsonl"]),
        (("--lang", ""), ["en", "bn"]),
        (("why", "examplegigs", "found"), ["founded"]),
        (("why", "examplegigs", "payouts.litecoin.min"), ["payouts.litecoin.minimum"]),
        (("why", "nosuch", ""), []),
        (("estimate", "--set", "accept"), ["acceptance="]),
        (("data", "schema", "platf"), ["platform"]),
        (("ask", "exa"), []),
        (("list", "--today", ""), []),
    ],
)
def test_values(typed: tuple[str, ...], offered: list[str], asking_small: Asking) -> None:
    assert asking_small.offers(*typed) == offered


def test_every_order_and_column_that_is_offered_is_one(asking_small: Asking, on_small: Microjob) -> None:
    orders, columns = asking_small.offers("list", "--sort", ""), asking_small.offers("list", "--columns", "")
    assert len(orders) > 3
    for order in orders:
        assert on_small("list", "--sort", order).code == 0
    assert on_small("list", "--columns", ",".join(columns)).code == 0


def test_everything_recorded_can_be_named(asking: Asking, shipped: Catalogue) -> None:
    assert set(asking.offers("show", "")) == set(shipped.platforms)
    assert set(asking.offers("payouts", "")) == set(shipped.methods)
    assert set(asking.offers("tasks", "")) == set(shipped.task_types)
    assert set(asking.offers("learn", "")) == {*shipped.guides, "income"}
    assert set(asking.offers("--country", "")) == set(shipped.countries)
    assert set(asking.offers("why", "")) == {*shipped.platforms, *shipped.methods, *shipped.transfers}


# What Typer answers where nothing is offered; then the shells offer files.
NOTHING = {"bash": "\n", "zsh": "_files\n", "fish": "\n"}
OWN = "id: zz-own\nname: Own\nwebsite: null\naliases: {}\nstatus: []\n"


def test_own_records_are_offered(asking_small: Asking, overlay: Overlay, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = str(overlay({"platforms/zz-own.yaml": OWN}))
    assert asking_small.offers("--data", folder, "show", "zz") == ["zz-own"]
    assert asking_small.offers("show", "--data", folder, "zz") == ["zz-own"]
    monkeypatch.setenv("HOME", str(Path(folder).parent))
    assert asking_small.offers("--data", f"~/{Path(folder).name}", "show", "zz") == ["zz-own"]
    assert asking_small.offers("show", "zz") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_broken_records_offer_nothing_and_say_nothing(shell: str, asking_small: Asking, overlay: Overlay) -> None:
    folder = str(overlay({"platforms/broken.yaml": "id: [\n"}))
    for wrong in (("--data", folder), ("--data", "/nowhere")):
        assert asking_small.answer(shell, *wrong, "show", "exa") == (0, NOTHING[shell])
    assert asking_small.answer(shell, "--version", "show", "zzz") == (0, NOTHING[shell])
    assert asking_small.answer(shell, "--install-completion", "show", "zzz") == (0, NOTHING[shell])


@pytest.mark.parametrize("typed", [("--data", ""), ("list", "--data", "/us"), ("data", "check", "")])
def test_files_are_left_to_the_shell(typed: tuple[str, ...], asking: Asking) -> None:
    assert asking.answer("zsh", *typed) == (0, NOTHING["zsh"])
