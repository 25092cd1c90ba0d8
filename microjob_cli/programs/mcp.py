"""`microjob mcp`: the commands as tools for assistants, by the official SDK of the Model Context Protocol."""

from __future__ import annotations

import gc
import re
from collections.abc import Mapping
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import typer

from microjob_cli import help_texts
from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.programs.calling import TOOLS, called, general_options, parameters_of, settings_now
from microjob_cli.programs.shortening import cut, shortened
from microjob_cli.programs.tool_schemas import input_schema, output_schema
from microjob_cli.render.render import answer_item, error_envelope, error_item, error_sentence, short_markdown
from microjob_cli.result import Result
from microjob_cli.settings import Settings
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
    parameters = {key: one for key, one in parameters_of(name).items() if key != _BRIEF}
    general = {key: general_options()[key] for key in _GENERAL}
    return Tool(
        name=name,
        title=title,
        description=about,
        input_schema=input_schema({**parameters, **general}),
        output_schema=output_schema(name),
        annotations=ToolAnnotations(
            title=title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


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
        answer, text, failed = shortened(answer_item(result, now), now), short_markdown(result, now), False
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
