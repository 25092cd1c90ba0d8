"""The options that work before and after the command's name, and how a command function gets them."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
from msgspec import Struct

from microjob_cli.completion import kinds
from microjob_cli.environment import Environment, Format
from microjob_cli.i18n.choosing import KNOWN
from microjob_cli.result import Stream


class GlobalOption(Struct, frozen=True):
    """An option of every command; its environment variable is MICROJOB_ and its name."""

    name: str
    kind: Any
    flags: tuple[str, ...]
    help: str
    metavar: str | None = None
    completing: kinds.Completing | None = None


GLOBALS = (
    GlobalOption(
        "lang",
        str | None,
        ("--lang",),
        "Language: en or bn. [default: that of your system]",
        metavar="LANGUAGE",
        completing=kinds.one_of(KNOWN),
    ),
    GlobalOption(
        "country",
        str | None,
        ("--country",),
        "Your country, two letters. [default: BD]",
        metavar="CC",
        completing=kinds.COUNTRIES,
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


def answering(run: Callable[..., Any]) -> Callable[..., None]:
    """A command function that takes the global options too, runs the command and prints its result."""

    @functools.wraps(run)
    def command(ctx: typer.Context, **given: Any) -> None:
        code = _answered(run, Environment.settled(_settings(ctx, given)), given)
        if code:
            raise typer.Exit(code)

    own = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(run, eval_str=True).parameters.items()
        if name != "environment"
    ]
    return with_parameters(command, [*own, *parameters(from_variables=False)])


def _answered(run: Callable[..., Any], environment: Environment, given: dict[str, Any]) -> int:
    """Runs a command and prints its result. Returns the exit code."""
    from microjob_cli.render.render import render

    result = run(environment, **given)
    if isinstance(result, Stream):
        from microjob_cli.render.streaming import stream

        return stream(result, environment)
    render(result, environment)
    return int(result.exit_code)


def _settings(ctx: typer.Context, given: dict[str, Any]) -> dict[str, Any]:
    """Takes the global options out of what was given; one typed after the command's name wins over one before it."""
    before = ctx.obj or {}
    typed = {option.name: given.pop(option.name) for option in GLOBALS}
    return {name: before.get(name) if value is None else value for name, value in typed.items()}


def with_parameters(function: Callable[..., Any], own: list[inspect.Parameter]) -> Callable[..., Any]:
    """Gives a function the signature that Typer shall read: the context and these parameters."""
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    every = [context, *own]
    function.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
    return function
