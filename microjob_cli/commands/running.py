"""A command as Typer reads it, which returns its Result instead of printing it."""

import inspect
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from msgspec.structs import replace

from microjob_cli import options
from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.options import own_parameters
from microjob_cli.result import Result
from microjob_cli.settings import Settings, country_code

_COUNTRY = inspect.Parameter("country", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=str | None)


def command_of(name: str, *more: inspect.Parameter) -> Any:
    """The command, for a context whose object are the settings; with these parameters beside its own."""
    run = import_module(f"microjob_cli.commands.{name}").run

    def answering(ctx: typer.Context, country: str | None = None, **given: Any) -> Any:
        return run(replace(ctx.obj, country=country_code(country)) if country else ctx.obj, **given)

    return options.command_of(answering, [*own_parameters(run), *more], name=name)


def result_of_words(words: Sequence[str], settings: Settings) -> Result | None:
    """The answer to these words, as if they were typed; None where the records have none."""
    name, *typed = words
    try:
        command = command_of(name, _COUNTRY)
        found: Result = command.main(args=typed, prog_name=name, standalone_mode=False, obj=settings)
    except MicrojobError:
        return None
    return found
