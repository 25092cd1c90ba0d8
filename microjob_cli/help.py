"""Help in the language of the call, laid out so that no Bengali stands left of anything."""

from __future__ import annotations

import inspect
import re
import shutil
from collections.abc import Sequence
from importlib.util import find_spec
from types import CodeType
from typing import Any

from typer._click.core import Command, Context
from typer._click.formatting import HelpFormatter, wrap_text
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand, TyperGroup

from microjob_cli.environment import NARROWEST
from microjob_cli.language import Language
from microjob_cli.output.usage import told
from microjob_cli.typed import language_in

_WORDS = "microjob.words"
_ROOMY = 70
_PARTS = r"(?P<help>.*?)(?:(?:^|  )\[(?P<extra>[^\]]*)\])?"

# What Typer itself says in help, in its own words.
OF_TYPER = {
    "usage": "Usage",
    "options": "Options",
    "arguments": "Arguments",
    "commands": "Commands",
    "everywhere": "Everywhere",
    "help": "Show this message and exit.",
    "required": "required",
    "default": "default: {value}",
    "variable": "env var: {value}",
}


def remember(context: Context, words: Sequence[str]) -> None:
    """Keeps all words of the call for whoever must know its language before the options are read."""
    context.meta[_WORDS] = tuple(words)


def language_at(context: Context) -> Language:
    """The language of the call that a context belongs to."""
    return language_in(context.find_root().meta.get(_WORDS, ()))


class SpokenFormatter(HelpFormatter):
    """Writes help in a language."""

    def __init__(self, language: Language, **sizes: Any) -> None:
        super().__init__(**sizes)
        self.language = language
        self.width = min(self.width, _columns())

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{self.language.translated(OF_TYPER['usage'])}: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(self.language.translated(heading))

    def write_text(self, text: str) -> None:
        super().write_text("\n\n".join(map(self.language.translated, paragraphs(text))))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        told = [(name, self._told(about)) for name, about in rows]
        if self.width >= _ROOMY:
            super().write_dl(told, col_max, col_spacing)
        else:
            self._stacked(told)

    def _stacked(self, rows: Sequence[tuple[str, str]]) -> None:
        """Every text below its name, for terminals with no room beside it."""
        for name, about in rows:
            for text, indent in ((name.replace("|", " | "), self.current_indent), (about, self.current_indent + 3)):
                margin = " " * indent
                self.write(f"{wrap_text(text, self.width, margin, margin)}\n")

    def _told(self, about: str) -> str:
        """The help of an option, an argument or a command, and what Typer adds to it in brackets."""
        match = re.fullmatch(_PARTS, about, re.DOTALL)
        if self.language.code == "en" or match is None:
            return about
        told = self.language.translated(about)
        if told != about or not match["extra"]:
            return told
        extra = "; ".join(map(self._extra, match["extra"].split("; ")))
        return f"{self.language.translated(match['help'])}  [{extra}]".strip()

    def _extra(self, part: str) -> str:
        for key in ("default", "variable"):
            head = OF_TYPER[key].partition("{")[0]
            if part.startswith(head):
                return self.language.say(OF_TYPER[key], value=part.removeprefix(head))
        return told(self.language.translated(part), self.language)


class SpokenContext(Context):
    """A context whose help is in the language of the call."""

    def make_formatter(self) -> HelpFormatter:
        return SpokenFormatter(language_at(self), width=self.terminal_width, max_width=self.max_content_width)


class SpokenCommand(TyperCommand):
    """A command with help in the language of the call: its own options first, those of every command after them."""

    context_class = SpokenContext

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """The options; of a command that takes nothing else at once, else after a dash."""
        bare = all(parameter.param_type_name == "option" for parameter in self.params)
        return _spoken(super().shell_complete(ctx, "-" if bare and not incomplete else incomplete), ctx)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_options(self, ctx, formatter)


class SpokenGroup(TyperGroup):
    """A group with help in the language of the call; the commands with the whole first sentence of their help."""

    context_class = SpokenContext

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        if ctx.parent is None:
            remember(ctx, args)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        with formatter.section(OF_TYPER["commands"]):
            formatter.write_dl([(name, self.about(name)) for name in self.list_commands(ctx)])

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        if ctx._protected_args:  # a word stands there that is no command
            return []
        commands = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        found = [CompletionItem(name, help=self.about(name)) for name in commands]
        return _spoken([*found, *Command.shell_complete(self, ctx, incomplete)], ctx)

    def about(self, name: str) -> str:
        """The first sentence of a command's help."""
        return paragraphs(self.commands[name].help or "")[0]


def _columns() -> int:
    """What a terminal gives; Typer plans for 50 columns or more, on a phone too."""
    return max(shutil.get_terminal_size((80, 24)).columns, NARROWEST) - 1


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, each in one line."""
    return [" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n")]


def docstring_of_run(module: str) -> str:
    """The docstring of a module's `run`, out of its code: importing all commands would take longer than an answer."""
    found = find_spec(module)
    code_of = getattr(found.loader if found else None, "get_code", None)
    code = code_of(module) if code_of else None
    parts = code.co_consts if code else ()
    run = next((part for part in parts if isinstance(part, CodeType) and part.co_name == "run"), None)
    held = run.co_consts[0] if run and run.co_consts else ""
    return held if isinstance(held, str) else ""


def _spoken(items: list[CompletionItem], ctx: Context) -> list[CompletionItem]:
    """What can follow, told in the language of the call."""
    language = language_at(ctx)
    return [CompletionItem(item.value, help=language.translated(item.help or "")) for item in items]


def _write_options(command: TyperCommand | TyperGroup, ctx: Context, formatter: HelpFormatter) -> None:
    sections: dict[str, list[tuple[str, str]]] = {OF_TYPER["arguments"]: [], OF_TYPER["options"]: []}
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            panel = getattr(parameter, "rich_help_panel", None)
            kind = OF_TYPER["arguments" if parameter.param_type_name == "argument" else "options"]
            sections.setdefault(panel if ctx.parent and panel else kind, []).append(record)
    for title, rows in sections.items():
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)
