"""`microjob advise`: five questions at a terminal, none without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import Microjob
from tests.terminal import Terminal

ANSWERS = ("--payout", "bkash", "--device", "desktop", "--hours", "2", "--prefer", "safest")


def test_without_a_terminal_it_says_what_it_needs(microjob: Microjob) -> None:
    answer = microjob("advise", "--hours", "2")
    assert (answer.code, answer.out) == (2, "")
    assert "--payout, --device, --prefer" in answer.err


def test_with_every_answer_given_it_asks_nothing(microjob: Microjob) -> None:
    answer = microjob("advise", *ANSWERS, "-f", "json")
    assert answer.code == 0
    assert answer.json["query"]["command"][:3] == ["recommend", "--payout", "bkash"]
    repeated = microjob(*answer.json["query"]["command"], "-f", "json")
    assert repeated.items == answer.items != []


def test_five_questions_in_bengali_lead_to_a_recommendation(tmp_path: Path) -> None:
    terminal = Terminal("--lang", "bn", "advise", cwd=tmp_path)
    terminal.answer("দেশ")
    terminal.answer("টাকা কোথায়", "হিজিবিজি")
    terminal.answer("টাকা কোথায়", "বিকাশ")
    terminal.answer("ফোন", "২")
    terminal.answer("ঘণ্টা", "২.৫")
    terminal.answer("কম", "৩")
    code, said = terminal.ended()
    assert code == 0
    assert "microjob recommend --payout bkash --device desktop --hours 2.5 --prefer safest --country BD" in said


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_answers_nothing(key: bytes, tmp_path: Path) -> None:
    terminal = Terminal("advise", cwd=tmp_path)
    terminal.wait_for("Which country")
    terminal.insist(key)
    assert terminal.ended()[0] == 130


def test_enter_takes_what_is_offered(tmp_path: Path) -> None:
    terminal = Terminal("advise", cwd=tmp_path)
    for question in ("Which country", "Where shall the money arrive", "work on", "hours", "matters most"):
        terminal.answer(question)
    code, said = terminal.ended()
    assert code == 0
    assert "microjob recommend --payout bkash --device mobile --hours 2 --prefer safest --country BD" in said
