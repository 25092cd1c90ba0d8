"""The command line: global options, commands hung on lazily, and the one error boundary."""

from __future__ import annotations

import functools
import inspect
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from importlib import import_module
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, UsageError
from typer.core import TyperGroup

from microjob_cli.domain.errors import MicrojobError, NotFound, RecordsBroken, UsageProblem
from microjob_cli.environment import Environment, Format

COMMANDS = ("list", "show", "recommend", "compare")


class ExitCode(IntEnum):
    """What the exit code says; documented in `docs/json.md`."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    RECORDS = 4
    INTERRUPTED = 130


_CODES: Mapping[type[MicrojobError], ExitCode] = {
    UsageProblem: ExitCode.USAGE,
    NotFound: ExitCode.NOT_FOUND,
    RecordsBroken: ExitCode.RECORDS,
}


def _version(asked: bool) -> None:
    if asked:
        from microjob_cli.commands.version import version_line

        typer.echo(version_line())
        raise typer.Exit


# The options that work before and after the command's name. Only the ones before it read environment variables, so
# that what is typed always wins.
_PANEL = "Everywhere"
GLOBALS: Mapping[str, tuple[Any, str, str]] = {
    "country": (str | None, "--country", "Your country, two letters. [default: BD]"),
    "format": (Format | None, "--format,-f", "How to print the answer. [default: table]"),
    "data": (str | None, "--data", "A folder of your own records, laid over the shipped ones."),
    "today": (str | None, "--today", "Answer as on this day (2026-11-23)."),
}


def _global_parameters(*, from_variables: bool) -> list[inspect.Parameter]:
    parameters = []
    for name, (kind, flags, text) in GLOBALS.items():
        variable = f"MICROJOB_{name.upper()}" if from_variables else None
        option = typer.Option(*flags.split(","), help=text, envvar=variable, rich_help_panel=_PANEL)
        annotation = Annotated[kind, option]
        parameters.append(inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation))
    return parameters


def _answering(run: Callable[..., Any]) -> Callable[..., None]:
    """A command function that takes the global options too, runs the command and prints its result."""

    @functools.wraps(run)
    def command(ctx: typer.Context, **given: Any) -> None:
        from microjob_cli.output.render import render

        typed = {name: given.pop(name) for name in GLOBALS}
        before = ctx.obj or {}
        settings = {name: value if value is not None else before.get(name) for name, value in typed.items()}
        environment = Environment.settled(settings)
        result = run(environment, **given)
        render(result, environment)
        if result.exit_code:
            raise typer.Exit(result.exit_code)

    signature = inspect.signature(run, eval_str=True)
    own = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in signature.parameters.items()
        if name != "environment"
    ]
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    parameters = [context, *own, *_global_parameters(from_variables=False)]
    command.__signature__ = signature.replace(parameters=parameters, return_annotation=None)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


class LazyGroup(TyperGroup):
    """Imports a command's module only when the command is called or its help is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            module = import_module(f"microjob_cli.commands.{cmd_name}")
            single = typer.Typer(add_completion=False)
            single.command(cmd_name)(_answering(module.run))
            self.commands[cmd_name] = typer.main.get_command(single)
        return self.commands[cmd_name]


app = typer.Typer(cls=LazyGroup, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)


def _before(ctx: typer.Context, **given: Any) -> None:
    """Which micro-job site can you trust, how does it pay, and what reaches your hand."""
    given.pop("version", None)
    ctx.obj = given


_before_parameters = [
    inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
    inspect.Parameter(
        "version",
        inspect.Parameter.KEYWORD_ONLY,
        default=False,
        annotation=Annotated[
            bool, typer.Option("--version", callback=_version, is_eager=True, help="Program and catalogue version.")
        ],
    ),
    *_global_parameters(from_variables=True),
]
_before.__signature__ = inspect.Signature(_before_parameters)  # type: ignore[attr-defined]
_before.__annotations__ = {parameter.name: parameter.annotation for parameter in _before_parameters}
app.callback()(_before)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one call and returns its exit code. Every failure ends here, as one sentence."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = typer.main.get_command(app).main(args=words, prog_name="microjob", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except MicrojobError as problem:
        return _fail(problem, words)
    except UsageError as problem:
        return _misused(problem, words)
    except ClickException as problem:
        sys.stderr.write(f"{problem.format_message()}\n")
        return ExitCode.USAGE
    except BrokenPipeError:
        _silence_stdout()
        return ExitCode.DONE
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except Exception as problem:
        if os.environ.get("MICROJOB_DEBUG"):
            raise
        return _fail(MicrojobError("unexpected", problem=f"{type(problem).__name__}: {problem}"), words)


def _fail(problem: MicrojobError, words: list[str]) -> int:
    from microjob_cli.output.render import render_error

    render_error(problem, _plain_environment(words), _command_in(words))
    return next((code for kind, code in _CODES.items() if isinstance(problem, kind)), ExitCode.FAILED)


def _misused(problem: UsageError, words: list[str]) -> int:
    """A usage error of Typer's own: its sentence, and how to get help."""
    from microjob_cli.output.render import fail

    message = problem.format_message()
    if type(problem).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(f"{message}\n")
        return ExitCode.USAGE
    path = problem.ctx.command_path if problem.ctx else "microjob"
    error = {"code": "usage", "message": message, "suggestions": []}
    fail(error, [message, f"Try: {path} --help"], _plain_environment(words), _command_in(words))
    return ExitCode.USAGE


def _plain_environment(words: list[str]) -> Environment:
    """Enough of an environment to print an error: the global options may be the very thing that is wrong."""
    from datetime import date

    return Environment(today=date.today(), format=_format_in(words))


def _format_in(words: list[str]) -> Format:
    """The format that the words ask for, as far as they can be understood."""
    asked = os.environ.get("MICROJOB_FORMAT", "")
    for index, word in enumerate(words):
        if word in ("--format", "-f") and index + 1 < len(words):
            asked = words[index + 1]
        elif word.startswith("--format="):
            asked = word.partition("=")[2]
        elif word.startswith("-f") and not word.startswith("--") and len(word) > 2:
            asked = word[2:].removeprefix("=")
    return Format(asked) if asked in list(Format) else Format.TABLE


def _command_in(words: list[str]) -> str | None:
    return next((word for word in words if word in COMMANDS), None)


def _silence_stdout() -> None:
    """Python would complain about the closed pipe once more when it ends."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
