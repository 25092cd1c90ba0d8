"""Every key a script can meet is described in `docs/json.md`, every answer valid by the schema shipped for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from microjob_cli.storage.folders import shipped_folder
from tests.every_command import CALLS
from tests.running import Microjob

pytestmark = pytest.mark.usefixtures("_few_checked")

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "json.md").read_text()
BROKEN = ROOT / "tests" / "data" / "found" / "successor-is-a-list"
# What the keys below these come from is data: countries, zones, slots, ids of sources; or it is described elsewhere.
DATA = frozenset({"accepts", "by_field", "by_host", "least", "slots", "sources"})
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
ANSWERING = [command for command in CALLS if command != "mcp"]


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


SCHEMAS = {path.stem: json.loads(path.read_text()) for path in (shipped_folder() / "schema/answers").glob("*.json")}
REGISTRY: Registry[Any] = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
)


def schema_of(command: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[command.replace(" ", "-")], registry=REGISTRY)


def test_every_command_has_its_schema_and_nothing_else() -> None:
    assert set(SCHEMAS) == {"common", "home", *(command.replace(" ", "-") for command in ANSWERING)}


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object in a schema whose keys are named there, but for what is added to the envelope."""
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        if isinstance(inner, dict) and "object" in str(inner.get("type")) and "properties" in inner:
            yield inner
        yield from objects(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_key_can_be_added_without_a_word_in_the_schema(name: str) -> None:
    assert all("additionalProperties" in one for one in objects(SCHEMAS[name]))


def test_an_undocumented_key_is_found(microjob: Microjob) -> None:
    answer = microjob("route", "payoneer", "--to", "bkash", "-f", "json").json
    answer["items"][0]["steps"][0]["price_of_fish"] = 1
    assert list(schema_of("route").iter_errors(answer))


@pytest.mark.parametrize(
    "words",
    [("show", "zzzz"), ("list", "--sort", "nope"), ("nonsense",), ("list", "--brief"), ("recommend", "--brief")],
)
def test_failures_and_brief_answers_are_valid_too(words: tuple[str, ...], microjob: Microjob) -> None:
    answer = microjob(*words, "-f", "json").json
    assert [error.message for error in schema_of(words[0] if words[0] in SCHEMAS else "list").iter_errors(answer)] == []


def test_without_a_command_json_is_an_answer_too(microjob: Microjob) -> None:
    answer = microjob("-f", "json").json
    assert [error.message for error in schema_of("home").iter_errors(answer)] == []
    assert {key for item in answer["items"] for key in item} <= described("home")


def test_an_answer_that_breaks_the_promise_is_found(microjob: Microjob) -> None:
    answer = microjob("list", "-f", "json").json
    del answer["items"][0]["evidence"]["level"]
    answer["items"][1]["verdict"] = "good"
    assert len(list(schema_of("list").iter_errors(answer))) >= 2


@pytest.mark.parametrize("command", ANSWERING)
def test_every_key_is_described(command: str, microjob: Microjob, tmp_path: Path) -> None:
    calls = [*CALLS[command], *FURTHER.get(command, ())]
    if command == "data new":
        calls.append(("--into", str(tmp_path), *NEW))
    if command == "data export":
        calls.append((str(tmp_path),))
    if command == "site build":
        calls.append((str(tmp_path / "pages"), "--zip"))
    answers = [microjob(*command.split(), *words, "-f", "json").json for words in calls]
    for answer in answers:
        assert [error.message for error in schema_of(command).iter_errors(answer)] == []
    items = [item for answer in answers for item in answer["items"]]
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
