"""The options that work before and after the command's name."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
from msgspec import Struct

from microjob_cli import completion
from microjob_cli.i18n.choosing import KNOWN
from microjob_cli.settings import Format


class GlobalOption(Struct, frozen=True):
    """An option of every command; its environment variable is MICROJOB_ and its name."""

    name: str
    kind: Any
    flags: tuple[str, ...]
    help: str
    metavar: str | None = None
    completing: completion.Completing | None = None


GLOBALS = (
    GlobalOption(
        "lang",
        str | None,
        ("--lang",),
        "Language: en or bn. [default: that of your system]",
        metavar="LANGUAGE",
        completing=completion.one_of(KNOWN),
    ),
    GlobalOption(
        "country",
        str | None,
        ("--country",),
        "Your country, two letters. [default: BD]",
        metavar="CC",
        completing=completion.COUNTRIES,
    ),
    GlobalOption("format", Format | None, ("--format", "-f"), "How to print the answer. [default: table]"),
    GlobalOption(
        "data",
        str | None,
        ("--data",),
        "A folder of your own records, laid over the shipped ones.",
        metavar="DIR",
    ),
    GlobalOption("today", str | None, ("--today",), "Answer as on this day (2026-11-23).", metavar="DAY"),
)


def parameters(*, from_variables: bool) -> list[inspect.Parameter]:
    """The global options as parameters of a function.

    Only the ones before the command's name read environment variables, so that what is typed always wins.
    """
    found = []
    for option in GLOBALS:
        variable = f"MICROJOB_{option.name.upper()}" if from_variables else None
        typed = typer.Option(
            *option.flags,
            help=option.help,
            metavar=option.metavar,
            envvar=variable,
            rich_help_panel="Everywhere",
            autocompletion=option.completing,
        )
        annotation: Any = Annotated[option.kind, typed]
        found.append(
            inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        )
    return found


def with_parameters(function: Callable[..., Any], own: list[inspect.Parameter]) -> Callable[..., Any]:
    """Gives a function the signature that Typer shall read: the context and these parameters."""
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    every = [context, *own]
    function.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
    return function
