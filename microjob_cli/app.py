"""The command line: commands hung on lazily, and the one error boundary."""

from __future__ import annotations

import inspect
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from microjob_cli.catalog.errors import MicrojobError, NotFound, RecordsBroken, UsageProblem
from microjob_cli.environment import Environment
from microjob_cli.global_options import GLOBALS, answering, parameters, with_parameters
from microjob_cli.help import SpokenCommand, SpokenGroup, docstring_of_run, language_at, paragraphs
from microjob_cli.typed import day_in, format_in, language_in

COMMANDS = (
    "list",
    "show",
    "recommend",
    "advise",
    "compare",
    "route",
    "estimate",
    "tasks",
    "payouts",
    "learn",
    "ask",
    "check",
    "why",
)
GROUPS: Mapping[str, tuple[str, ...]] = {"data": ("check", "schema", "new", "stale", "quality", "path")}


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


_COMPLETING = "_MICROJOB_COMPLETE"  # set by the scripts of Typer with which shells ask what can follow


class LazyCommands(dict[str, Any]):
    """The commands of a group by name; each is loaded when it is first asked for."""

    def __init__(self, names: Sequence[str], load: Callable[[str], Any]) -> None:
        super().__init__(dict.fromkeys(names))
        self._load = load

    def __getitem__(self, name: str) -> Any:
        if super().__getitem__(name) is None:
            self[name] = self._load(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else default  # noqa: SIM401


class LazyGroup(SpokenGroup):
    """Imports a command's module only when the command is called or its help is asked for."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.verbs = GROUPS.get(self.name or "")
        self.commands = LazyCommands(self.verbs or (*COMMANDS, *GROUPS), self._load)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)

    def about(self, name: str) -> str:
        """The first sentence of a command's help, without importing what the command needs."""
        return paragraphs(self._docstring(name))[0]

    def _docstring(self, name: str) -> str:
        if self.verbs is None and name in GROUPS:
            return import_module(f"microjob_cli.commands.{name}").__doc__ or ""
        return docstring_of_run(self._module(name))

    def _module(self, name: str) -> str:
        return f"microjob_cli.commands.{f'{self.name}_{name}' if self.verbs else name}"

    def _load(self, name: str) -> Any:
        if self.verbs is None and name in GROUPS:
            group = typer.Typer(name=name, cls=LazyGroup, add_completion=False, rich_markup_mode=None)
            group.callback(help=import_module(f"microjob_cli.commands.{name}").__doc__)(lambda: None)
            return typer.main.get_command(group)
        module = import_module(self._module(name))
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name, cls=SpokenCommand)(answering(module.run))
        return typer.main.get_command(single)


def _version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from microjob_cli.commands.version import version_line

        typer.echo(version_line(language_at(context)))
        raise typer.Exit


def _before(ctx: typer.Context, **given: Any) -> None:
    """Which micro-job site can you trust, how does it pay, and what reaches your hand."""
    ctx.obj = {option.name: given[option.name] for option in GLOBALS}


_VERSION = inspect.Parameter(
    "version",
    inspect.Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Program and catalogue version.")
    ],
)
app = typer.Typer(cls=LazyGroup, pretty_exceptions_enable=False, rich_markup_mode=None)
app.callback()(with_parameters(_before, [_VERSION, *parameters(from_variables=True)]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one call and returns its exit code. Every failure ends here, as one sentence."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _allow_any_text()
    if _COMPLETING in os.environ:
        os.environ["COLUMNS"] = "1000"  # at which Typer wraps what it says of an offer: a shell takes each line for one
    try:
        command = typer.main.get_command(app)
        code = command.main(args=words, prog_name="microjob", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except MicrojobError as problem:
        return _fail(problem, words)
    except typer.TyperException as problem:  # has no public name for wrong usage, and says nothing else with these
        return _misused(problem, words)
    except (BrokenPipeError, SystemExit) as end:  # Typer exits after what it does for completion, and for a closed pipe
        code = getattr(end, "code", ExitCode.FAILED)
        if code == ExitCode.DONE or _COMPLETING in os.environ:
            return int(code)
        _silence_stdout()
        return ExitCode.DONE
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except OSError as problem:
        return _fail(_of_the_system(problem), words)
    except Exception as problem:
        if os.environ.get("MICROJOB_DEBUG"):
            raise
        return _fail(_unforeseen(problem), words)


def _of_the_system(problem: OSError) -> MicrojobError:
    """What the system refuses: to read or write a file, else to take the answer."""
    reason = problem.strerror or str(problem)
    if problem.filename is not None:
        return MicrojobError("cannot-use", path=os.fsdecode(problem.filename), problem=reason)
    _silence_stdout()
    return MicrojobError("cannot-print", problem=reason)


def _unforeseen(problem: Exception) -> MicrojobError:
    """What nobody here raises: a fault of ours, or of `Path.home`, which Typer asks where to set completion up."""
    if isinstance(problem, RuntimeError) and "home directory" in str(problem):
        return UsageProblem("no-home", variable="USERPROFILE" if os.name == "nt" else "HOME")
    return MicrojobError("unexpected", problem=f"{type(problem).__name__}: {problem}")


def _fail(problem: MicrojobError, words: list[str]) -> int:
    from microjob_cli.render.render import render_error

    render_error(problem, _plain_environment(words), _command_in(words))
    return next((code for kind, code in _CODES.items() if isinstance(problem, kind)), ExitCode.FAILED)


def _misused(problem: typer.TyperException, words: list[str]) -> int:
    """A usage error of Typer's own: its sentence, and how to get help."""
    environment = _plain_environment(words)
    from microjob_cli.render import usage
    from microjob_cli.render.render import fail

    message = usage.told(problem.format_message(), environment.language)
    context = getattr(problem, "ctx", None)  # of the command that was called, where Typer knows it
    path = context.command_path if context else "microjob"
    tip = environment.language.say("Try: {command}", command=f"{path} --help")
    error = {"code": "usage", "message": message, "suggestions": []}
    fail(error, [message, tip], environment, _command_in(words))
    return ExitCode.USAGE


def _plain_environment(words: list[str]) -> Environment:
    """Enough of an environment to print an error: the global options may be the very thing that is wrong."""
    return Environment(today=day_in(words), format=format_in(words), language=language_in(words))


def _command_in(words: list[str]) -> str | None:
    """The command's name among the words, for the envelope of an error."""
    for index, word in enumerate(words):
        if word in GROUPS:
            verb = next((later for later in words[index + 1 :] if later in GROUPS[word]), None)
            return f"{word} {verb}" if verb else word
        if word in COMMANDS:
            return word
    return None


def _allow_any_text() -> None:
    """A terminal or code page that cannot write Bengali shows a mark in its place instead of failing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _silence_stdout() -> None:
    """Python would complain about the closed pipe once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
