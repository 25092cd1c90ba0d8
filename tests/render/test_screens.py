"""The first screens: the answer in the first line, all of it on a terminal of 80 by 24, in both languages."""

from __future__ import annotations

import pytest

from tests.render.counting import COUNTS, starts
from tests.render.drawing import OnTerminal
from tests.running import Microjob

LINES = 22
# Each with what its first lines say in either language.
SCREENS = {
    (): ("What do you want to know?", "কী জানতে চান?"),
    ("route", "payoneer", "--to", "bkash", "--amount", "97USD"): ("You get at most 1", "হাতে পাবেন বড়জোর ১"),
    ("route", "bkash", "--to", "cash"): ("You get 98", "হাতে পাবেন ৯৮"),
    ("route", "sproutgigs", "--to", "bkash"): ("No lawful way", ""),
    ("payouts",): ("By these, money can reach you in Bangladesh", "বাংলাদেশ:"),
    ("payouts", "bkash"): ("bKash works in Bangladesh.", "বিকাশ চলে।"),
    ("estimate", "--hours", "2"): ("Micro-jobs: about 6", "মাইক্রো জব: ঘণ্টায় প্রায় ৬"),
    ("tasks",): ("What a planned hour of each kind of work brings", "কোন কাজে ঘণ্টায়"),
    ("why", "hotovaga"): ("fields are known of Hotovaga", "Hotovaga:"),
    ("why", "USD/BDT"): ("USD/BDT, rate: 122.81", "১২২.৮১"),
    ("learn",): ("What there is to know.", "যা যা জানার আছে।"),
}


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize("call", SCREENS, ids=" ".join)
def test_the_answer_stands_first_and_all_of_it_on_the_screen(
    call: tuple[str, ...], language: str, on_terminal: OnTerminal
) -> None:
    shown = on_terminal(80, "--lang", language, *call).out.splitlines()
    assert len(shown) <= LINES
    assert SCREENS[call][language == "bn"] in "".join(shown[:2])


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize("columns", [40, 60, 120, 200])
@pytest.mark.parametrize("call", SCREENS, ids=" ".join)
def test_it_fits_every_width(call: tuple[str, ...], columns: int, language: str, on_terminal: OnTerminal) -> None:
    for row in on_terminal(columns, "--lang", language, *call).out.splitlines():
        for count in COUNTS:
            assert starts(row, count)[1] <= columns, row


@pytest.mark.parametrize(
    ("call", "whole"),
    [
        (("route", "payoneer", "--to", "bkash"), "--all"),
        (("payouts", "bkash"), "--all"),
        (("payouts",), "--all"),
        (("estimate",), "--explain"),
        (("tasks",), "--all"),
        (("why", "USD/BDT"), "--all"),
        (("why", "hotovaga"), "--all"),
    ],
)
def test_what_the_screen_leaves_out_is_in_a_pipe_and_behind_its_option(
    call: tuple[str, ...], whole: str, on_terminal: OnTerminal, microjob: Microjob
) -> None:
    folded, unfolded = (on_terminal(200, *call, *more).out for more in ((), (whole,)))
    assert len(unfolded) > len(folded)
    piped = microjob(*call).out
    assert piped == microjob(*call, whole).out
    assert len(piped.splitlines()) > len(folded.splitlines())


def test_money_that_is_there_already_needs_no_way(microjob: Microjob) -> None:
    answer = microjob("route", "payoneer", "--to", "payoneer", "-f", "json")
    (route,) = answer.items
    assert (route["blocked"], route["receive"], route["steps"]) == (None, route["send"], [])
    assert microjob("route", "payoneer", "--to", "payoneer").out == "10 USD at Payoneer are there already.\n"


def test_all_ways_into_the_hand_are_told(microjob: Microjob) -> None:
    routes = microjob("payouts", "bkash", "-f", "json").items[0]["routes"]
    ways = [route["steps"][0]["way"]["text"] for route in routes if route["to"] == "cash" and route["steps"]]
    assert {"at an agent", "at your favourite agent"} <= set(ways)
    (cash,) = (route for route in routes if route["blocked"] and route["to"] == "cash")
    assert cash["blocked"]["code"] == "below-limit"
    told = microjob("payouts", "bkash").out
    assert "from 3,000 tk" in told and "Cash (at a cash machine)" in told


def test_a_site_of_whose_pay_nobody_speaks_is_told_apart_first(microjob: Microjob) -> None:
    first = microjob("estimate", "hotovaga").out.splitlines()[0]
    assert first == "Nobody says what Hotovaga pays a task: reckoned like small jobs."
    assert "Nobody says" not in microjob("estimate", "sproutgigs").out


def test_markdown_has_a_title_the_day_and_links(microjob: Microjob) -> None:
    for call in (("payouts", "bkash"), ("list",), ("learn", "start"), ("route", "payoneer", "--to", "bkash")):
        title, _, day, *_ = microjob(*call, "-f", "markdown").out.splitlines()
        assert title.startswith("# ")
        assert day.startswith("23 November 2026, from the records of microjob ")
    assert "[Hotovaga](https://hotovaga.com)" in microjob("payouts", "bkash", "-f", "markdown").out
