"""What people see, in both languages, on terminals of 80 and 120 columns and in a pipe; from the invented records.

The golden files hold the escape character as ␛. `pytest --update-golden` writes them anew: read what changed.
"""

from __future__ import annotations

import re

import pytest

from tests.render.drawing import OnTerminal
from tests.running import Golden, Microjob

CALLS = {
    "list": ("list",),
    "show": ("show", "examplegigs"),
    "recommend": ("recommend", "--payout", "bkash"),
    "route": ("route", "examplegigs", "--to", "bkash", "--amount", "10 USD"),
}
LINK_ID = re.compile("(?<=\x1b\\]8;)id=[^;]*")  # Rich numbers the links of a process


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("name", CALLS)
def test_an_answer_as_drawn(
    name: str, columns: int, language: str, on_small: Microjob, on_terminal: OnTerminal, golden: Golden
) -> None:
    answer = on_terminal(columns, "--lang", language, *CALLS[name])
    golden(f"{name}-{language}-{columns}.txt", LINK_ID.sub("", answer.out).replace("\x1b", "␛"))


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize("name", CALLS)
def test_an_answer_as_piped(name: str, language: str, on_small: Microjob, golden: Golden) -> None:
    answer = on_small("--lang", language, *CALLS[name])
    assert "\x1b" not in answer.out
    golden(f"{name}-{language}-piped.txt", answer.out)
