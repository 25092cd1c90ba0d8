"""What Tab offers where, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from microjob_cli import help_texts
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.cli import COMMANDS, GROUPS
from tests.completion.asking import Asking
from tests.running import Microjob, Overlay


def test_commands_with_the_first_sentence_of_their_help(asking: Asking) -> None:
    offered = asking.offers("")
    assert list(offered) == [*COMMANDS, *GROUPS]
    assert (
        offered["show"]
        == "What is known of one site: is it real, how does it pay, does that reach you, what to beware of."
    )
    assert asking.offers("sh") == {"show": offered["show"]}
    assert list(asking.offers("data", "")) == list(GROUPS["data"])


def test_the_first_sentences_are_those_of_the_help(asking: Asking) -> None:
    for path in [(), *((group,) for group in GROUPS)]:
        for name, about in asking.offers(*path, "").items():
            assert about == {**help_texts.GROUPS, **help_texts.COMMANDS}[" ".join([*path, name])].split("\n\n")[0]


def test_options_with_their_help(asking: Asking) -> None:
    assert asking.offers("recommend", "--de") == {"--device": "Works on this."}
    assert {"--lang", "--version", "--install-completion"} <= set(asking.offers("-"))
    assert {"--payout", "--limit", "--format"} <= set(asking.offers("recommend", ""))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("show", "exa"), {"examplegigs": "ExampleGigs"}),
        (("show", "EXA"), {"EXAmplegigs": "ExampleGigs"}),
        (("show", "tiny"), {"tinytasks": "ExampleGigs"}),
        (("show", "exampel"), {"exampel-gig": "ExampleGigs"}),
        (("show", "এক্সা"), {"এক্সাম্পল-গিগস": "ExampleGigs"}),
        (("show", "বড়"), {"বড়-গিগস": "ExampleGigs"}),
        (("show", "closed"), {"closedjobs": "ClosedJobs (closed)"}),
        (("show", "nop"), {"nopay": "NoPay (reported not to pay)"}),
        (("show", "zzz"), {}),
        (("compare", "nopay", "exa"), {"examplegigs": "ExampleGigs"}),
        (("estimate", "exa"), {"examplegigs": "ExampleGigs"}),
        (("list", "--payout", "bk"), {"bkash": "bKash"}),
        (("recommend", "--without", "lite"), {"litecoin": "Litecoin"}),
        (("route", "pay"), {"paypalonly": "PayPalOnly", "paypal": "PayPal"}),
        (("route", "paypal", "--to", "bk"), {"bkash": "bKash"}),
        (("payouts", "bit"), {"bitcoin": "Bitcoin"}),
        (("list", "--status", "cl"), {"closed": ""}),
        (("list", "--columns", "name,sta"), {"name,status": ""}),
        (("list", "--columns", "status,sta"), {}),
        (("list", "--sort", "con"), {"confirmed": ""}),
        (("list", "--accepts", "B"), {"BD": "Bangladesh"}),
        (("--country", "b"), {"bd": "Bangladesh"}),
        (("list", "-f", "js"), {"json": "", "jsonl": ""}),
        (("--lang", ""), {"en": "", "bn": ""}),
        (("why", "examplegigs", "found"), {"founded": ""}),
        (("why", "examplegigs", "payouts.litecoin.min"), {"payouts.litecoin.minimum": ""}),
        (("why", "nosuch", ""), {}),
        (("estimate", "--set", "accept"), {"acceptance=": ""}),
        (("data", "schema", "platf"), {"platform": ""}),
        (("ask", "exa"), {}),
        (("list", "--today", ""), {}),
    ],
)
def test_values(typed: tuple[str, ...], offered: dict[str, str], asking_small: Asking) -> None:
    assert asking_small.offers(*typed) == offered


def test_every_order_and_column_that_is_offered_is_one(asking_small: Asking, on_small: Microjob) -> None:
    orders, columns = asking_small.offers("list", "--sort", ""), asking_small.offers("list", "--columns", "")
    assert len(orders) > 3
    for order in orders:
        assert on_small("list", "--sort", order).code == 0
    assert on_small("list", "--columns", ",".join(columns)).code == 0


def test_former_names_and_bengali_spellings_of_the_shipped_sites(asking: Asking) -> None:
    assert asking.offers("show", "picow") == {"picoworkers": "SproutGigs"}
    assert "SproutGigs" in asking.offers("show", "পি").values()
    assert asking.offers("list", "--payout", "বিকা") == {"বিকাশ": "bKash"}


def test_everything_recorded_can_be_named(asking: Asking, shipped: Catalogue) -> None:
    assert set(asking.offers("show", "")) == set(shipped.platforms)
    assert set(asking.offers("payouts", "")) == set(shipped.methods)
    assert set(asking.offers("tasks", "")) == set(shipped.task_types)
    assert all(asking.offers("tasks", "").values())
    known = set(asking.offers("why", ""))
    assert {*shipped.platforms, *shipped.methods, *shipped.transfers, "USD/BDT"} <= known


def test_topics_with_their_titles(asking: Asking, shipped: Catalogue) -> None:
    offered = asking.offers("learn", "")
    assert set(shipped.guides) | {"income"} == set(offered)
    assert offered["safety"] == "Staying safe"
    assert all(offered.values())


def test_help_is_in_the_language_of_the_call(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asking.offers("--lang", "bn", "recommend", "--de") == {"--device": "এটা দিয়ে কাজ করা যায়।"}
    assert asking.offers("--lang", "bn", "learn", "saf") == {"safety": "নিরাপদে থাকুন"}
    assert asking.offers("list", "--lang", "bn", "--payout", "bk") == {"bkash": "বিকাশ"}
    monkeypatch.setenv("MICROJOB_LANG", "bn")
    assert asking.offers("sh") == {"show": "একটা সাইটের কথা: আসল কি না, কীভাবে টাকা দেয়, আপনার কাছে আসে কি না, কীসে সাবধান।"}


# What Typer answers where nothing is offered; then the shells offer files.
NOTHING = {"bash": "\n", "zsh": "_files\n", "fish": "\n"}
OWN = """\
id: zz-own
name: "Own $(touch x) `y` '; %F{red}\\e[31m"
website: null
aliases: {}
status: []
"""


def test_own_records_are_offered_and_cannot_act(
    asking_small: Asking, overlay: Overlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(overlay({"platforms/zz-own.yaml": OWN}))
    told = {"zz-own": "Own (touch x) y  Fred31m (unknown)"}
    assert asking_small.offers("--data", folder, "show", "zz") == told
    assert asking_small.offers("show", "--data", folder, "zz") == told
    assert list(asking_small.offers("--data", folder, "show", "own")) == ["own-touch-x-y-f-red-31m"]
    monkeypatch.setenv("HOME", str(Path(folder).parent))
    assert asking_small.offers("--data", f"~/{Path(folder).name}", "show", "zz") == told
    assert asking_small.offers("show", "zz") == {}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_broken_records_and_wrong_options_offer_nothing_and_say_nothing(
    shell: str, asking_small: Asking, overlay: Overlay
) -> None:
    folder = str(overlay({"platforms/broken.yaml": "id: [\n"}))
    for wrong in (("--data", folder), ("--data", "/nowhere"), ("--lang", "xx"), ("--today", "never")):
        assert asking_small.answer(shell, *wrong, "show", "exa") == (0, NOTHING[shell])
    assert asking_small.answer(shell, "--version", "show", "zzz") == (0, NOTHING[shell])
    assert asking_small.answer(shell, "--install-completion", "show", "zzz") == (0, NOTHING[shell])


@pytest.mark.parametrize("typed", [("--data", ""), ("list", "--data", "/us"), ("data", "check", "")])
def test_files_are_left_to_the_shell(typed: tuple[str, ...], asking: Asking) -> None:
    assert asking.answer("zsh", *typed) == (0, NOTHING["zsh"])
