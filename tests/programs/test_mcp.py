"""The commands as tools for assistants: the SDK's own client asks over pipes, as the usual hosts do."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

import anyio
import pytest
from jsonschema import Draft202012Validator
from mcp import StdioServerParameters
from mcp.client.client import Client

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.programs.calling import TOOLS, parameters_of
from microjob_cli.programs.mcp import answered, cut
from tests.making import TODAY, settings_for
from tests.running import Microjob

MOST = 10_000
# What is asked, and what is typed for the same.
Calls = list[tuple[str, dict[str, Any], list[str]]]
CALLS: Calls = [
    ("recommend", {"payout": ["bkash"], "limit": 3}, "--payout bkash --limit 3 --brief".split()),
    ("recommend", {"country": "NP"}, "--country NP --brief".split()),
    ("list", {"verdict": ["proven", "unproven"]}, "--verdict proven --verdict unproven --brief".split()),
    ("show", {"name": "পিকু ওয়ার্কার", "lang": "bn"}, ["পিকু ওয়ার্কার", "--lang", "bn", "--brief"]),
    ("compare", {"names": ["sproutgigs", "hotovaga"]}, "sproutgigs hotovaga --brief".split()),
    ("route", {"name": "payoneer", "to": "bkash", "amount": "97 USD"}, "payoneer --to bkash --amount 97USD".split()),
    ("payouts", {"method": "bkash"}, ["bkash"]),
    ("payouts", {}, []),
    ("estimate", {"hours": 2}, ["--hours", "2"]),
    ("tasks", {"task": "survey"}, ["survey"]),
    ("tasks", {}, []),
    ("check", {"text": "Pay 500 taka to join our Telegram job"}, ["Pay 500 taka to join our Telegram job"]),
    ("check", {"text": "sproutgigs.com", "today": "2026-01-02"}, "sproutgigs.com --today 2026-01-02".split()),
    ("ask", {"question": "is SproutGigs real"}, ["is SproutGigs real"]),
    ("ask", {"question": "বিকাশে কোন সাইট টাকা দেয়"}, ["বিকাশে কোন সাইট টাকা দেয়"]),
    ("learn", {"name": "income"}, ["income"]),
    ("learn", {}, []),
    ("why", {"name": "hotovaga", "field": "payouts.bkash.minimum"}, ["hotovaga", "payouts.bkash.minimum"]),
    ("why", {"name": "USD/BDT"}, ["USD/BDT"]),
]  # fmt: skip


def talk(mode: str, said: Callable[[Client], Awaitable[Any]]) -> Any:
    """What comes of talking with a server in a process of its own."""
    words = ["-m", "microjob_cli", "--today", str(TODAY), "mcp"]
    where: dict[str, Any] = {"cwd": Path(__file__).parents[2], "env": dict(os.environ)}
    server = StdioServerParameters(command=sys.executable, args=words, **where)

    async def connected() -> Any:
        async with Client(server, mode=mode) as client:
            return await said(client)

    return anyio.run(connected)


def is_part_of(cut: Any, whole: Any) -> bool:
    """Whether nothing was changed but lists cut at their end, sources left out, the answer that is named."""
    if isinstance(cut, list) and isinstance(whole, list):
        return len(cut) <= len(whole) and all(is_part_of(one, other) for one, other in zip(cut, whole, strict=False))
    if isinstance(cut, dict) and isinstance(whole, dict):
        if isinstance(sources := whole.get("sources"), dict) and not sources.items() >= cut["sources"].items():
            return False
        return cut.keys() == whole.keys() and all(is_part_of(cut[key], whole[key]) for key in cut if key != "sources")
    return bool(cut == whole) or (cut is None and isinstance(whole, dict))


@pytest.mark.parametrize(("mode", "calls"), [("auto", CALLS), ("legacy", CALLS[::6])])
def test_in_both_eras_every_answer_is_that_of_the_command_line(mode: str, calls: Calls, microjob: Microjob) -> None:
    async def said(client: Client) -> Any:
        return (await client.list_tools()).tools, [await client.call_tool(name, given) for name, given, _ in calls]

    tools, answers = talk(mode, said)
    by_name = {tool.name: tool for tool in tools}
    assert tuple(by_name) == TOOLS
    for (name, _, typed), answer in zip(calls, answers, strict=True):
        told = answer.structured_content
        Draft202012Validator(by_name[name].output_schema).validate(told)
        assert not answer.is_error
        assert len(answer.model_dump_json(by_alias=True, exclude_none=True).encode()) <= MOST
        assert answer.content[0].text.strip()
        whole = microjob(name, "-f", "json", *typed).json
        if told["notes"][-1:] and told["notes"][-1]["code"] == "shortened":
            assert told["items"]
            assert {**told, "items": 0} == {**whole, "items": 0, "notes": [*whole["notes"], told["notes"][-1]]}
            assert is_part_of(told["items"], whole["items"])
        else:
            assert told == whole


def test_tools_say_what_they_take_and_that_they_only_read() -> None:
    async def said(client: Client) -> Any:
        return (await client.list_tools()).tools, client.instructions

    tools, instructions = talk("auto", said)
    instructions = str(instructions)
    assert "unknown" in instructions
    assert "date" in instructions
    for tool in tools:
        assert tool.title
        assert tool.description
        assert tool.annotations.read_only_hint
        schema = tool.input_schema
        Draft202012Validator.check_schema(schema)
        assert set(schema["properties"]) == {*parameters_of(tool.name)} - {"brief"} | {"country", "lang", "today"}
        assert all(one.get("description") for one in schema["properties"].values())
    taken = {tool.name: tool.input_schema for tool in tools}
    assert taken["recommend"]["properties"]["payout"]["type"] == "array"
    assert taken["recommend"]["properties"]["prefer"]["enum"] == ["soonest", "most", "safest"]
    assert taken["estimate"]["properties"]["hours"] | {"description": ""} == {
        "type": "number", "minimum": 0.1, "maximum": 24, "default": 2.0, "description": "",
    }  # fmt: skip
    assert taken["route"]["required"] == ["name", "to"]
    assert taken["check"]["required"] == ["text"]
    assert taken["compare"]["properties"]["names"]["type"] == "array"


def test_what_is_wrong_is_told_with_what_may_be_meant() -> None:
    wrong: list[tuple[str, dict[str, Any], str]] = [
        ("show", {"name": "sprutgigs"}, "sproutgigs"),
        ("recommend", {"payout": ["bkahs"]}, "bkash"),
        ("recommend", {"hours": 30}, "30"),
        ("recommend", {"hours": 30, "lang": "bn"}, "ঠিক নেই"),
        ("recommend", {"nosuch": 1}, "nosuch"),
        ("check", {}, "TEXT"),
        ("learn", {"name": "safty"}, "safety"),
        ("list", {"country": "XX"}, "XX"),
        ("nosuch", {}, "nosuch"),
    ]

    async def said(client: Client) -> Any:
        return [await client.call_tool(name, given) for name, given, _ in wrong]

    for (_, _, near), answer in zip(wrong, talk("auto", said), strict=True):
        assert answer.is_error
        assert near in answer.content[0].text
        assert answer.structured_content["error"]["message"]


def test_many_at_once_are_answered_right_and_nothing_is_kept() -> None:
    async def said(client: Client) -> Any:
        alone = [(await client.call_tool(name, given)).structured_content for name, given, _ in CALLS]
        wrong: list[int] = []

        async def again(number: int) -> None:
            name, given, _ = CALLS[number]
            if (await client.call_tool(name, given)).structured_content != alone[number]:
                wrong.append(number)

        for _ in range(2):
            async with anyio.create_task_group() as group:
                for number in range(len(CALLS)):
                    group.start_soon(again, number)
        return wrong

    assert talk("auto", said) == []


def test_nothing_but_the_protocol_is_written_and_it_ends_with_its_input() -> None:
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    calls: list[dict[str, Any]] = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "learn", "arguments": {}}},
    ]
    server = subprocess.Popen(
        [sys.executable, "-m", "microjob_cli", "mcp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdin is not None
    assert server.stdout is not None
    rows: list[Any] = []
    for call in calls:
        server.stdin.write(f"{json.dumps(call)}\n")
        server.stdin.flush()
        if "id" in call:
            rows.append(json.loads(server.stdout.readline()))
    rest, _ = server.communicate()
    assert (rest, server.returncode) == ("", 0)
    assert [row["id"] for row in rows] == [1, 2]
    assert rows[1]["result"]["structuredContent"]["command"] == "learn"


def test_the_day_is_that_of_each_call_unless_one_is_named(shipped: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    started = settings_for(shipped)
    for day in (date(2026, 11, 24), date(2026, 11, 25)):
        monkeypatch.setattr("microjob_cli.settings._day_here", lambda day=day: day)
        assert (answered("learn", {}, started).structured_content or {})["today"] == str(day)
    named = answered("learn", {"today": "2026-01-02"}, settings_for(shipped, today_asked=True))
    assert (named.structured_content or {})["today"] == "2026-01-02"
    kept = answered("learn", {}, settings_for(shipped, today_asked=True))
    assert (kept.structured_content or {})["today"] == str(TODAY)


def test_without_the_library_one_sentence_says_so(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("microjob_cli.programs.mcp.find_spec", lambda name: None)
    answer = microjob("mcp")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "A server for assistants needs one more library: pip install 'microjob-cli[mcp]'.\n"


def test_long_texts_end_with_a_whole_line() -> None:
    text = "\n".join(f"line {number} {'ক' * 100}" for number in range(50))
    kept = cut(text)
    assert len(kept.encode()) < len(text.encode())
    assert text.startswith(kept.removesuffix("\n…"))
    assert cut("short") == "short"


def test_the_example_of_the_page_runs() -> None:
    page = (Path(__file__).parents[2] / "docs/mcp.md").read_text(encoding="utf-8")
    code, printed = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL)[0]
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == printed
    assert all(f"`{name}`" in page for name in TOOLS)
