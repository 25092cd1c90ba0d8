"""Runs a command for a program: options by name, as they are typed, are read by what reads them on the command line."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import typer
from msgspec.structs import replace

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.commands import running
from microjob_cli.options import Format, global_options
from microjob_cli.render.usage import told
from microjob_cli.result import Result
from microjob_cli.settings import Records, Settings, settings_of

# What the commands that answer can be called by: `advise` asks back, and one at a terminal only.
TOOLS = (
    "recommend", "list", "show", "compare", "route", "payouts", "estimate", "tasks", "check", "ask", "learn", "why",
)  # fmt: skip


@cache
def command_of(name: str, *everywhere: str) -> Any:
    """A command as Typer reads it; with those of the options that all commands have."""
    general = {one.name: one for one in global_options(from_variables=False)}
    return running.command_of(name, *(general[one] for one in everywhere))


def called(command: str, given: Mapping[str, Any], settings: Settings) -> Result:
    """The answer of a command. Raises MicrojobError as the command does; UsageProblem for options that it has not."""
    parsed = command_of(command)
    try:
        with parsed.make_context(command, list(_words(command, given)), obj=settings) as context:
            result: Result = parsed.invoke(context)
            return result
    except typer.TyperException as problem:
        raise UsageProblem("usage", problem=told(problem.format_message(), settings.language)) from None


def settings_now(records: Records, given: Mapping[str, object]) -> Settings:
    """Those of one call: the day is that on which it is made, unless `given` names another."""
    return replace(settings_of({**given, "format": Format.JSON}), records=records)


def name_of(parameter: Any) -> str:
    """What an option or argument is called by programs: as it is typed, `max_minimum` for `--max-minimum`."""
    if parameter.param_type_name == "argument":
        return str(parameter.name)
    return str(next(one for one in parameter.opts if one.startswith("--"))[2:]).replace("-", "_")


def parameters_of(command: str, *everywhere: str) -> Mapping[str, Any]:
    """The options and arguments of a command by what programs call them."""
    return {name_of(one): one for one in command_of(command, *everywhere).params if one.name != "help"}


def _words(command: str, given: Mapping[str, Any]) -> Iterator[str]:
    """What would be typed. Arguments stand behind all options, where a leading dash is no option."""
    known = parameters_of(command)
    for name in given.keys() - known.keys():
        raise typer.TyperException(f"No such option: --{name.replace('_', '-')}")
    texts = {name: _texts(given[name]) for name in known if given.get(name) is not None}
    for name, held in texts.items():
        if known[name].param_type_name == "option":
            yield from _option(known[name], held)
    yield "--"
    for name, one in known.items():
        if one.param_type_name == "argument":
            if one.nargs == -1 and not any(text.strip() for text in texts.get(name, ())):
                raise typer.TyperException(f"Missing argument '{name.upper()}'.")  # nothing is piped in
            yield from texts.get(name, ())


def _option(one: Any, texts: list[str]) -> Iterator[str]:
    flag = next(flag for flag in one.opts if flag.startswith("--"))
    if one.is_flag:
        yield from [flag] * texts.count("True")
    else:
        yield from (f"{flag}={text}" for text in texts)


def _texts(value: Any) -> list[str]:
    return [str(value)] if isinstance(value, str) or not hasattr(value, "__iter__") else list(map(str, value))
