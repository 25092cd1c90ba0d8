"""The options that work before and after the command's name."""

import inspect
import os
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

from microjob_cli import completion
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.i18n import Language
from microjob_cli.i18n.choosing import KNOWN, language

T = TypeVar("T")

GLOBALS = ("lang", "country", "format", "data", "today", "pager")


class Format(StrEnum):
    """What an answer is printed as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


def global_options(*, from_variables: bool) -> list[inspect.Parameter]:
    """The global options as parameters of a function; the environment variable of each is MICROJOB_ and its name.

    Only the ones before the command's name read environment variables, so that what is typed always wins.
    """

    def option(kind: Any, *flags: str, **more: Any) -> inspect.Parameter:
        name = flags[0].removeprefix("--").partition("/")[0]
        variable = f"MICROJOB_{name.upper()}" if from_variables else None
        typed = typer.Option(*flags, envvar=variable, rich_help_panel="Everywhere", **more)
        annotation: Any = Annotated[kind | None, typed]
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)

    return [
        option(
            str, "--lang", metavar="LANGUAGE", help="Language: en or bn. [default: that of your system]",
            autocompletion=completion.one_of(KNOWN),
        ),
        option(
            str, "--country", metavar="CC", help="Your country, two letters. [default: BD]",
            autocompletion=completion.COUNTRIES,
        ),
        option(Format, "--format", "-f", help="How to print the answer. [default: table]"),
        option(str, "--data", metavar="DIR", help="A folder of your own records, laid over the shipped ones."),
        option(str, "--today", metavar="DAY", help="Answer as on this day (2026-11-23)."),
        option(bool, "--pager/--no-pager", help="Show a long answer page by page. [default: no]"),
    ]  # fmt: skip


def own_parameters(run: Callable[..., Any]) -> list[inspect.Parameter]:
    """What a command's function takes beside the settings, for Typer to read."""
    return [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(run, eval_str=True).parameters.items()
        if name != "settings"
    ]


def with_parameters(function: Callable[..., Any], own: list[inspect.Parameter]) -> Callable[..., Any]:
    """Gives a function the signature that Typer shall read: the context and these parameters."""
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    every = [context, *own]
    function.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
    return function


def command_of(function: Callable[..., Any], own: list[inspect.Parameter], **about: Any) -> Any:
    """A function as the command that Typer makes of it: one that takes the context and these parameters."""
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(**about)(with_parameters(function, own))
    return typer.main.get_command(single)


def likely(words: Sequence[str], name: str, read: Callable[[str], T], otherwise: T) -> T:
    """What a global option says where that is right, read without Typer: for help, and errors in these options."""
    from argparse import ArgumentParser

    reader = ArgumentParser(add_help=False, allow_abbrev=False)
    for flags in (("--lang",), ("--today",), ("--format", "-f")):
        reader.add_argument(*flags, nargs="?")
    typed = vars(reader.parse_known_args(list(words))[0])[name] or os.environ.get(f"MICROJOB_{name.upper()}")
    try:
        return read(typed) if typed else otherwise
    except (UsageProblem, ValueError):
        return otherwise


def likely_language(words: Sequence[str]) -> Language:
    """The language asked for if there is such a one, else that of the environment."""
    return likely(words, "lang", lambda code: language(code, os.environ), language(None, os.environ))
