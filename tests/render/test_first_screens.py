"""What somebody sees first: the answer, the table and what to do now, on one screen of 80 by 24."""

from __future__ import annotations

import pytest

from tests.render.drawing import PAINT, OnTerminal

MOST = 22
CALLS = (
    "recommend --payout bkash", "recommend", "list", "list --payout bkash", "list --sort minimum", "show picoworkers",
    "show hotovaga", "compare sproutgigs hotovaga", "estimate hotovaga", "estimate sproutgigs",
    "ask which site pays bkash",
)  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "bn"])
@pytest.mark.parametrize("call", CALLS)
def test_an_answer_fits_on_a_screen(call: str, lang: str, on_terminal: OnTerminal) -> None:
    answer = on_terminal(80, "--lang", lang, *call.split())
    assert answer.code == 0
    assert answer.out.count("\n") <= MOST, answer.out


def test_no_site_is_named_as_the_one_to_begin_with_unless_somebody_was_paid(on_terminal: OnTerminal) -> None:
    told = PAINT.sub("", on_terminal(80, "recommend", "--payout", "bkash").out)
    items = on_terminal(80, "recommend", "--payout", "bkash", "-f", "json").items
    assert ("only at https://" in told) is (items[0]["verdict"] == "proven")


def test_a_list_on_a_terminal_folds_what_cannot_pay_her_and_counts_it(on_terminal: OnTerminal) -> None:
    folded, whole = (PAINT.sub("", on_terminal(120, "list", *more).out) for more in ((), ("--all",)))
    assert "MTFE" not in folded and "MTFE" in whole
    assert "can pay you in Bangladesh" in folded


@pytest.mark.parametrize(
    ("question", "call"),
    [
        ("no computer only a phone, which site", "recommend --device mobile"),
        ("which sites pay bkash", "list --payout bkash"),
    ],
)
def test_ask_shows_the_screen_of_the_command_that_it_names(question: str, call: str, on_terminal: OnTerminal) -> None:
    """The same sites, the same count, each remark once: nothing but what was understood stands around it."""
    asked, own = (PAINT.sub("", on_terminal(80, *words).out) for words in (("ask", question), call.split()))
    assert f"microjob {call}" in asked.splitlines()[0]
    assert own.rstrip("\n") in asked
    assert asked.count("\n") <= own.count("\n") + 4


def test_a_guide_asked_for_begins_and_ends_on_the_screen(on_terminal: OnTerminal) -> None:
    for question in ("how do I make money online", "online e taka income korbo kivabe"):
        told = PAINT.sub("", on_terminal(80, "ask", question).out)
        assert "microjob learn start" in told.splitlines()[0]
        assert told.count("\n") <= MOST, told
