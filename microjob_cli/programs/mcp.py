"""`microjob mcp`: the commands as tools for assistants, by the official SDK of the Model Context Protocol."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import typer

from microjob_cli import help_texts
from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.programs.calling import TOOLS, called, parameters_of, settings_now
from microjob_cli.render.jsonable import Json, note
from microjob_cli.render.render import (
    answer_item,
    error_envelope,
    error_item,
    error_sentence,
    formatter_of,
    short_markdown,
)  # fmt: skip
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings
from microjob_cli.storage.folders import SCHEMAS, shipped_folder
from microjob_cli.version import __version__

if TYPE_CHECKING:
    from mcp.server.lowlevel import Server
    from mcp_types import CallToolResult, Tool

_INSTRUCTIONS = (
    "microjob answers from dated, sourced records which micro-job sites somebody in Bangladesh (or another country: "
    "`country`) can trust, how they pay, and what reaches her hand. Say the date and the source of what you tell; "
    "`why` has them for every value. null is unknown: say that it is not known, and put nothing in its place. "
    "A verdict of `unproven` or `unknown` is no promise. Money that must be paid first is a danger sign: ask `check`. "
    "Structured answers are brief; the note `shortened` tells where more was cut."
)
# Of all general options those that can differ from question to question.
_GENERAL = ("country", "lang", "today")
_BRIEF = "brief"
_TYPES = {"int": "integer", "float": "number", "boolean": "boolean"}
_COMMON = re.compile(r'"common\.json(#/\$defs/(\w+))"')
# An answer is cut to what an assistant can be given at once: 10 kB with all that is around it, in bytes.
_MOST, _MOST_TEXT = 7_000, 2_400


def run(settings: Settings) -> Result:
    """Answers until whoever started it closes standard input. Nothing but the protocol is written."""
    if find_spec("mcp") is None:
        raise UsageProblem("no-mcp-extra")
    import anyio

    gc.enable()  # of a single answer the garbage is not worth collecting, of thousands it is
    _ = settings.catalogue  # opened once, before many ask at a time
    anyio.run(partial(_serve, settings))
    raise typer.Exit


async def _serve(settings: Settings) -> None:
    from mcp.server.stdio import stdio_server

    server = server_of(settings)
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


def server_of(settings: Settings) -> Server[Any]:
    """The server; `settings` stand for what a call leaves open."""
    import anyio
    import anyio.to_thread
    from mcp.server.lowlevel import Server
    from mcp_types import ListToolsResult

    tools = [_tool(name) for name in TOOLS]
    one_at_a_time = anyio.CapacityLimiter(1)  # they reckon, and wait for nothing: at once they would only take longer

    async def listed(_context: object, _params: object) -> ListToolsResult:
        return ListToolsResult(tools=tools)

    async def asked(_context: object, params: Any) -> CallToolResult:
        return await anyio.to_thread.run_sync(
            answered, params.name, params.arguments or {}, settings, limiter=one_at_a_time
        )

    return Server(
        "microjob", version=__version__, title="microjob", instructions=_INSTRUCTIONS,
        on_list_tools=listed, on_call_tool=asked,
    )  # fmt: skip


def _tool(name: str) -> Tool:
    from mcp_types import Tool, ToolAnnotations

    about = help_texts.COMMANDS[name].partition("\n")[0]
    title = re.split("[:,.]", about)[0]
    parameters = {key: one for key, one in parameters_of(name, *_GENERAL).items() if key != _BRIEF}
    return Tool(
        name=name,
        title=title,
        description=about,
        input_schema=_input_schema(parameters),
        output_schema=_output_schema(name),
        annotations=ToolAnnotations(
            title=title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


def _input_schema(parameters: Mapping[str, Any]) -> Json:
    """What a tool takes, of the options and arguments that Typer reads."""
    return {
        "type": "object",
        "properties": {name: dict(_property(one)) for name, one in parameters.items()},
        # Any number of words, which are read in where none are typed, are one text here.
        "required": [name for name, one in parameters.items() if one.required or one.nargs == -1],
        "additionalProperties": False,
    }


def _property(one: Any) -> Iterator[tuple[str, Any]]:
    several = getattr(one, "multiple", False) or (one.nargs == -1 and one.required)
    kind = dict(_kind(one.type))
    yield from {"type": "array", "items": kind}.items() if several else kind.items()
    if one.help:
        yield "description", f"{one.help} ({one.metavar})" if one.metavar and one.metavar[0] != "[" else one.help
    if one.default not in (None, False):
        yield "default", one.default


def _kind(of: Any) -> Iterator[tuple[str, Any]]:
    yield "type", _TYPES.get(of.name.removesuffix(" range"), "string")
    if of.name == "choice":
        yield "enum", [str(getattr(choice, "value", choice)) for choice in of.choices]
    for key, name in (("minimum", "min"), ("maximum", "max")):
        if getattr(of, name, None) is not None:
            yield key, getattr(of, name)


def _output_schema(command: str) -> Json:
    """What a command answers, as the schema file of its answers has it, with all that it refers to."""
    text = _schema(command)
    shapes = json.loads(_schema("common"))["$defs"]
    found: Json = {}
    looked_at = [text]
    while looked_at:
        for _, name in _COMMON.findall(looked_at.pop()):
            if name not in found:
                found[name] = shapes[name]
                looked_at.append(json.dumps(shapes[name]))
    whole = {**json.loads(text), "type": "object", "$defs": found}
    del whole["$id"]
    answer: Json = json.loads(_COMMON.sub(r'"\1"', json.dumps(whole)))
    return answer


def _schema(name: str) -> str:
    return (shipped_folder() / SCHEMAS / "answers" / f"{name}.json").read_text(encoding="utf-8")


def answered(name: str, arguments: Mapping[str, Any], settings: Settings) -> CallToolResult:
    """What a command answers: brief JSON and short Markdown, or what is wrong and what may have been meant."""
    from mcp_types import CallToolResult, TextContent

    now = settings
    try:
        if name not in TOOLS:
            raise UsageProblem("usage", problem=f"No such command '{name}'.")
        now = _settings_of(arguments, settings)
        own = {key: value for key, value in arguments.items() if key not in _GENERAL}
        brief = {_BRIEF: True} if _BRIEF in parameters_of(name) else {}
        result = called(name, {**own, **brief}, now)
        answer, text, failed = _shortened(answer_item(result, now), now), short_markdown(result, now), False
    except MicrojobError as problem:
        error = error_item(problem, now)
        answer, text, failed = error_envelope(error, now, name), error_sentence(error, now), True
    return CallToolResult(content=[TextContent(text=cut(text))], structured_content=answer, is_error=failed)


def _settings_of(arguments: Mapping[str, Any], started: Settings) -> Settings:
    """Those of one call. The day is that of the call, unless one was named, now or when the server was started."""
    usual = {
        "country": started.country,
        "lang": started.language.code if started.language_asked else None,
        "today": started.today if started.today_asked else None,
    }
    given = {key: arguments.get(key) or usual[key] for key in _GENERAL}
    return settings_now(started.records, given)


def _shortened(answer: Json, settings: Settings) -> Json:
    """The answer if it is short enough. Else with a note, and without what other calls tell: the claims behind a fact
    (`why`) and of a question the answer of the command that it names; then each time half of the longest list goes.
    """
    if _size(answer) <= _MOST:
        return answer
    brief: Json = json.loads(json.dumps(answer))
    for one in _held_in(brief["items"]) if answer["command"] != "why" else ():
        if isinstance(one, dict) and isinstance(one.get("claims"), list):
            one["claims"] = []
        if isinstance(one, dict) and isinstance(one.get("answer"), dict):
            one["answer"] = None
    shortened = Remark("shortened", {"command": f"microjob {answer['command']} -f json"})
    brief["notes"].append(note(shortened, formatter_of(settings)))
    while _size(brief) > _MOST and (
        lists := [one for one in _held_in(brief["items"]) if one and isinstance(one, list)]
    ):
        longest = max([one for one in lists if len(one) > 1] or lists, key=_size)
        del longest[len(longest) // 2 :]
        _keep_named_sources(brief["items"])
    return brief


def _held_in(value: Any) -> Iterator[Any]:
    """All values of a JSON value, each before those that it holds."""
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _held_in(inner)


def _keep_named_sources(items: list[Json]) -> None:
    """Of `why`, the sources of what is left."""
    for item in items:
        if isinstance(item.get("sources"), dict):
            left = json.dumps([item["fact"], item["statements"]])
            item["sources"] = {key: one for key, one in item["sources"].items() if json.dumps(key) in left}


def _size(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False).encode())


def cut(text: str) -> str:
    """As many whole lines of a text as there is room for."""
    kept: list[str] = []
    room = _MOST_TEXT
    for row in text.splitlines():
        room -= len(row.encode()) + 2  # a line's end takes two signs in JSON
        if room < 0:
            return "\n".join([*kept, "…"])
        kept.append(row)
    return "\n".join(kept)
