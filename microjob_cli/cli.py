"""The command line: commands loaded when they are called, and the one error boundary."""

from __future__ import annotations

import functools
import gc
import inspect
import os
import re
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import suppress
from enum import IntEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from microjob_cli import help_texts, terminal
from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.help import SpokenCommand, SpokenGroup, language_at
from microjob_cli.options import GLOBALS, command_of, global_options, own_parameters, with_parameters
from microjob_cli.version import __version__

if TYPE_CHECKING:
    from microjob_cli.settings import Settings

COMMANDS = (
    "list", "show", "recommend", "advise", "compare", "route", "estimate", "tasks", "payouts", "learn", "ask", "check",
    "why", "post", "mcp",
)  # fmt: skip
GROUPS: Mapping[str, tuple[str, ...]] = {
    "data": ("check", "schema", "new", "stale", "quality", "verify", "export", "path"),
    "site": ("build",),
}
# They hand answers on: what they need lies above the commands.
_ROOMS = {"data_export": "programs", "mcp": "programs", "site_build": "site", "post": "site"}


class ExitCode(IntEnum):
    """What the exit code says; documented in `docs/json.md`."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    RECORDS = 4
    INTERRUPTED = 130


class LazyGroup(SpokenGroup):
    """Imports a command's module only when the command is called or its help is asked for."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.verbs = GROUPS.get(self.name or "")
        names = self.verbs or (*COMMANDS, *GROUPS)
        self.commands: dict[str, Any] = dict.fromkeys(names)  # each None until it is loaded

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in self.commands and self.commands[cmd_name] is None:
            self.commands[cmd_name] = self._load(cmd_name)
        return self.commands.get(cmd_name)

    def _module(self, name: str) -> str:
        path = f"{self.name}_{name}" if self.verbs else name
        return f"microjob_cli.{_ROOMS.get(path, 'commands')}.{path}"

    def _load(self, name: str) -> Any:
        if self.verbs is None and name in GROUPS:
            group = typer.Typer(name=name, cls=LazyGroup, add_completion=False, rich_markup_mode=None)
            group.callback(help=help_texts.GROUPS[name])(lambda: None)
            return typer.main.get_command(group)
        run = import_module(self._module(name)).run
        about = help_texts.COMMANDS[f"{self.name} {name}" if self.verbs else name]
        parameters = [*own_parameters(run), *global_options(from_variables=False)]
        return command_of(_answering(run), parameters, name=name, cls=SpokenCommand, help=about)


def _answering(run: Callable[..., Any]) -> Callable[..., None]:
    """A command function that takes the global options too, runs the command and prints its result."""

    @functools.wraps(run)
    def command(ctx: typer.Context, **given: Any) -> None:
        from microjob_cli.settings import settings_of

        typed = {name: given.pop(name) for name in GLOBALS}
        # One typed after the command's name wins over one before it.
        everywhere = {name: ctx.obj[name] if value is None else value for name, value in typed.items()}
        code = _answered(run, settings_of(everywhere), given)
        if code:
            raise typer.Exit(code)

    return command


def _answered(run: Callable[..., Any], settings: Settings, given: dict[str, Any]) -> int:
    """Runs a command and prints its result. Returns the exit code."""
    from microjob_cli.render.render import prepare, print_result, print_stream, tell_left_out
    from microjob_cli.result import Stream

    prepare(settings)
    records = settings.records
    try:
        result = run(settings, **given)
        if isinstance(result, Generator):
            from microjob_cli.render.asking import result_of

            result = result_of(result, settings)
        records = getattr(result, "records", None) or records
    finally:
        tell_left_out(records, settings.language)
    if not isinstance(result, Stream):
        return print_result(result, settings)
    gc.enable()  # of a single answer the garbage is not worth collecting, of thousands it is
    return print_stream(result, settings)


def _version(context: typer.Context, asked: bool) -> None:
    """`microjob 0.1.0, catalogue 1a2b3c4d5e6f, newest fact 2026-06-30`."""
    if not asked or context.resilient_parsing:
        return
    from microjob_cli.settings import Records

    language, catalogue = language_at(context), Records().catalogue
    newest = language.short_date(catalogue.newest) if catalogue.newest else language.say("unknown")
    told = "microjob {program}, catalogue {catalogue}, newest fact {newest}"
    typer.echo(language.say(told, program=__version__, catalogue=catalogue.version, newest=newest))
    raise typer.Exit


def _before(ctx: typer.Context, **given: Any) -> None:
    ctx.obj = {name: given[name] for name in GLOBALS}
    if ctx.invoked_subcommand is None:
        from microjob_cli.commands import home
        from microjob_cli.settings import settings_of

        raise typer.Exit(_answered(home.run, settings_of(ctx.obj), {}))


_VERSION = inspect.Parameter(
    "version",
    inspect.Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Program and catalogue version.")
    ],
)
app = typer.Typer(
    cls=LazyGroup, pretty_exceptions_enable=False, rich_markup_mode=None, invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
app.callback(help=help_texts.OF_ALL)(with_parameters(_before, [_VERSION, *global_options(from_variables=True)]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one call and returns its exit code. Every failure ends here, as one sentence."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    terminal.allow_any_text()
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
        if code == ExitCode.DONE or "_MICROJOB_COMPLETE" in os.environ:
            return int(code)
        terminal.silence_stdout()
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
    terminal.silence_stdout()
    return MicrojobError("cannot-print", problem=reason)


def _unforeseen(problem: Exception) -> MicrojobError:
    """What nobody here raises: a fault of ours, or of `Path.home`, which Typer asks where to set completion up."""
    if isinstance(problem, RuntimeError) and "home directory" in str(problem):
        return UsageProblem("no-home", variable="USERPROFILE" if os.name == "nt" else "HOME")
    return MicrojobError("unexpected", problem=f"{type(problem).__name__}: {problem}")


def _fail(problem: MicrojobError, words: list[str]) -> int:
    from microjob_cli.render.render import print_error
    from microjob_cli.settings import likely_settings

    print_error(problem, likely_settings(words), _command_in(words))
    return problem.exit_code


def _misused(problem: typer.TyperException, words: list[str]) -> int:
    """A usage error of Typer's own: its sentence, and how to get help."""
    from microjob_cli.render import usage
    from microjob_cli.render.render import print_error
    from microjob_cli.settings import likely_settings

    settings = likely_settings(words)
    message = usage.told(problem.format_message(), settings.language)
    context = getattr(problem, "ctx", None)  # of the command that was called, where Typer knows it
    path = context.command_path if context else "microjob"
    tip = settings.language.say("Try: {command}", command=_meant(problem.format_message()) or f"{path} --help")
    print_error(UsageProblem("usage", problem=message), settings, _command_in(words), tip)
    return ExitCode.USAGE


def _meant(message: str) -> str | None:
    """The command that tells of a site or method whose name was typed as one."""
    from microjob_cli.settings import Records

    named = re.fullmatch("No such command '(.+)'\\..*", message, re.DOTALL)
    if named is None:
        return None
    with suppress(MicrojobError):
        part, _ = Records().catalogue.named(named[1], ("platforms", "methods"), "no-such-record")
        return f"microjob {'show' if part == 'platforms' else 'payouts'} {named[1]}"
    return None


def _command_in(words: list[str]) -> str | None:
    """The command's name among the words, for the envelope of an error."""
    for index, word in enumerate(words):
        if word in GROUPS:
            verb = next((later for later in words[index + 1 :] if later in GROUPS[word]), None)
            return f"{word} {verb}" if verb else word
        if word in COMMANDS:
            return word
    return None
