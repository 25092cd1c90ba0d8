"""Runs a command by its words, parsed as if they were typed, and hands on its Result."""

import inspect
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from msgspec.structs import replace

from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.options import own_parameters, with_parameters
from microjob_cli.result import Result
from microjob_cli.settings import Settings, country_code


def result_of_words(words: Sequence[str], settings: Settings) -> Result | None:
    """The answer to these words; None where the records have none."""
    name, *typed = words
    run = import_module(f"microjob_cli.commands.{name}").run

    def command(ctx: typer.Context, country: str | None = None, **given: Any) -> Result:
        own = replace(settings, country=country_code(country)) if country else settings
        result: Result = run(own, **given)
        return result

    country = inspect.Parameter("country", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=str | None)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name)(with_parameters(command, [*own_parameters(run), country]))
    try:
        found: Result = typer.main.get_command(single).main(args=typed, prog_name=name, standalone_mode=False)
    except MicrojobError:
        return None
    return found
