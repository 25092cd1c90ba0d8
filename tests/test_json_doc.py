"""Every key that a script can meet is described in `docs/json.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.every_command import CALLS
from tests.running import Microjob

pytestmark = pytest.mark.usefixtures("_few_checked")

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "json.md").read_text()
BROKEN = ROOT / "tests" / "data" / "found" / "successor-is-a-list"
# What the keys below these come from is data: countries, zones, slots, ids of sources; or it is described elsewhere.
DATA = frozenset({"accepts", "least", "slots", "sources"})
ELSEWHERE = frozenset({"answer", "schema"})
# Calls that show what the usual ones do not.
FURTHER = {
    "check": (("bit.ly/x and https://t.me/sproutgigs, freecast.com",),),
    "show": (("premise",), ("remotasks",)),
    "estimate": (("hotovaga", "--target", "5000 BDT"), ("--task", "captcha")),
    "tasks": (("captcha",),),
    "data check": ((str(BROKEN),),),
}
NEW = ("zzyx",)


def described(command: str) -> set[str]:
    """The words in code in the row of a command, and in those of the commands that it refers to."""
    rows = re.findall(r"^\| (`[^|]+`) \| (.*) \|$", PAGE, re.MULTILINE)
    told = [text for commands, text in rows if f"`{command}`" in commands]
    assert len(told) == 1, command
    others = (described(other) for other in re.findall(r"\(as of `(\w+)`\)", told[0]))
    return words_in_code(told[0]).union(*others)


def words_in_code(text: str) -> set[str]:
    return {word for code in re.findall(r"`([^`]*)`", text) for word in re.findall(r"\w+", code)}


def values() -> set[str]:
    """The keys of values that stand in the answers of several commands."""
    table = PAGE.partition("| value | shape |")[2].partition("\n\n")[0]
    return words_in_code(table)


def keys(value: Any) -> Iterator[str]:
    """Every key of an answer, without those that are data."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if isinstance(inner, dict) and key in DATA:
                yield from keys(list(inner.values()))
            elif key not in ELSEWHERE:
                yield from keys(inner)
    elif isinstance(value, list):
        yield from (one for inner in value for one in keys(inner))


@pytest.mark.parametrize("command", list(CALLS))
def test_every_key_is_described(command: str, microjob: Microjob, tmp_path: Path) -> None:
    calls = [*CALLS[command], *FURTHER.get(command, ())]
    if command == "data new":
        calls.append(("--into", str(tmp_path), *NEW))
    items = [item for words in calls for item in microjob(*command.split(), *words, "-f", "json").items]
    assert items
    assert {key for item in items for key in item} - described(command) == set()
    assert set(keys(items)) - described(command) - values() == set()


def test_a_key_that_is_not_described_is_found() -> None:
    assert "price_of_fish" not in described("route") | values()
    assert {"steps", "available"} <= described("route")
    assert set(keys([{"a": {"b": 1}, "accepts": {"BD": {"c": 2}}, "answer": {"d": 3}}])) == {
        "a",
        "b",
        "accepts",
        "c",
        "answer",
    }
