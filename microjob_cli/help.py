"""Help in the language of the call, laid out so that no Bengali stands left of anything."""

import inspect
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from textwrap import fill
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from microjob_cli import help_texts, terminal
from microjob_cli.i18n import Language
from microjob_cli.i18n.choosing import LETTERS
from microjob_cli.options import likely_language
from microjob_cli.render.usage import told

_WORDS = "microjob.words"
_WIDEST = 80
_ROOMY = 70  # below that every text stands under its name
_LONGEST_NAME = 30
_PARTS = r"(?P<help>.*?)(?:(?:^|  )\[(?P<extra>[^\]]*)\])?"

# What options and arguments take, as `metavar` calls it.
_TAKEN = """
ADDRESS AMOUNT CC DAY DIR FIELD FILE ID KIND LANGUAGE METHOD NAME NUMBER
PATH QUESTION TASK TEXT TOPIC VALUE WHOM
""".split()
# What Typer itself says in help, in its own words.
OF_TYPER = {
    "usage": "Usage",
    "options": "Options",
    "arguments": "Arguments",
    "commands": "Commands",
    "[OPTIONS]": "[OPTIONS]",
    "COMMAND [ARGS]...": "COMMAND [ARGS]...",
    "examples": "Examples",
    "everywhere": "Everywhere",
    "help": "Show this message and exit.",
    "install": "Install completion for the current shell.",
    "show": "Show completion for the current shell, to copy it or customize the installation.",
    "required": "required",
    "default": "default: {value}",
    "variable": "env var: {value}",
    "<float range>": "<float range>",
    "<int range>": "<int range>",
    **{word: word for word in _TAKEN},
}

Rows = Sequence[tuple[str, str]]


def language_at(context: typer.Context) -> Language:
    asked = likely_language(context.find_root().meta.get(_WORDS, ()))
    return asked if terminal.can_hold(LETTERS) else Language()


class SpokenCommand(TyperCommand):
    """A command with help in the language of the call: its own options first, those of every command after them."""

    def __init__(self, *given: Any, **attributes: Any) -> None:
        super().__init__(*given, **attributes)
        for parameter in self.params:
            if parameter.param_type_name == "argument" and parameter.name:  # as its `metavar` would be an option's
                parameter.metavar = parameter.metavar or parameter.name.upper()

    def get_help(self, ctx: Any) -> str:
        return _page(self, ctx)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The options; of a command that takes nothing else at once, else after a dash."""
        bare = all(parameter.param_type_name == "option" for parameter in self.params)
        return _bare(super().shell_complete(ctx, "-" if bare and not incomplete else incomplete))


class SpokenGroup(TyperGroup):
    """A group with help in the language of the call; the commands with the whole first sentence of their help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keeps all words of the call for whoever must know its language before the options are read."""
        if ctx.parent is None:
            ctx.meta[_WORDS] = tuple(args)
        if not args and ctx.parent and not ctx.resilient_parsing:
            with suppress(OSError):  # where nobody can hear it, the exit code still tells it
                typer.echo(self.get_help(ctx), err=True)
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        return _page(self, ctx, [(name, self.about(name)) for name in self.list_commands(ctx)])

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The commands and the options. To name the commands does not take loading them."""
        self.commands = {name: TyperCommand(name) for name in self.list_commands(ctx)}
        return _bare(super().shell_complete(ctx, incomplete))

    def about(self, name: str) -> str:
        """The first sentence of a command's help."""
        path = f"{self.name} {name}" if self.name in help_texts.GROUPS else name
        return paragraphs(help_texts.COMMANDS.get(path) or help_texts.GROUPS[name])[0]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, each in one line."""
    return [" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n")]


def _bare(items: list[Any]) -> list[Any]:
    """What can follow, and nothing about it: of long help each line would be taken for an offer."""
    for item in items:
        item.help = None
    return items


def _page(command: TyperCommand | TyperGroup, ctx: Any, commands: Rows = ()) -> str:
    language = language_at(ctx)
    width = terminal.width(_WIDEST) - 1
    usage = " ".join([f"{language.translated(OF_TYPER['usage'])}:", ctx.command_path])
    pieces = " ".join(command.collect_usage_pieces(ctx))
    for word in ("[OPTIONS]", "COMMAND [ARGS]..."):
        pieces = pieces.replace(word, language.translated(OF_TYPER[word]))
    parts = [_wrapped(f"{usage} {_named(pieces, language)}", width, "", "    ")]
    parts += [_wrapped(language.translated(part), width) for part in paragraphs(command.help or "")]
    for title, rows in [*_parameters(command, ctx), (OF_TYPER["commands"], commands)]:
        if rows:
            said = [(_named(name, language), _told(about, language)) for name, about in rows]
            parts.append("\n".join([f"{language.translated(title)}:", *_table(said, width)]))
    examples = help_texts.EXAMPLES.get(ctx.command_path.removeprefix("microjob "), ())
    if examples:
        parts.append("\n".join([f"{language.translated(OF_TYPER['examples'])}:", *(f"  {one}" for one in examples)]))
    return "\n\n".join(parts)


def _parameters(command: TyperCommand | TyperGroup, ctx: Any) -> Iterable[tuple[str, Rows]]:
    """What a command takes, under the titles of help."""
    sections: dict[str, list[tuple[str, str]]] = {OF_TYPER["arguments"]: [], OF_TYPER["options"]: []}
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            panel = getattr(parameter, "rich_help_panel", None)
            kind = OF_TYPER["arguments" if parameter.param_type_name == "argument" else "options"]
            sections.setdefault(panel if ctx.parent and panel else kind, []).append(record)
    return sections.items()


def _table(rows: Rows, width: int) -> Iterator[str]:
    """Names with what is told of each beside it; below it where there is no room."""
    longest = max((len(name) for name, _ in rows if len(name) <= _LONGEST_NAME and name.isascii()), default=0)
    for name, about in rows:
        if width < _ROOMY or len(name) > longest or not name.isascii():  # no two terminals agree on its width
            yield _wrapped(name.replace("|", " | "), width)
            yield _wrapped(about, width, *[" " * (longest + 4 if width >= _ROOMY else 5)] * 2)
        else:
            yield _wrapped(about, width, f"  {name:<{longest}}  ", " " * (longest + 4))


def _named(name: str, language: Language) -> str:
    """An option or argument, with what it takes in the language of the call."""
    return re.sub(r"<\w+ range>|\b[A-Z]{2,}\b", lambda match: language.translated(match[0]), name)


def _wrapped(text: str, width: int, first: str = "  ", later: str = "  ") -> str:
    return fill(text, width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)


def _told(about: str, language: Language) -> str:
    """The help of an option, an argument or a command, and what Typer adds to it in brackets."""
    match = re.fullmatch(_PARTS, about, re.DOTALL)
    if language.code == "en" or match is None:
        return about
    said = language.translated(about)
    if said != about or not match["extra"]:
        return said
    extra = "; ".join(_extra(part, language) for part in match["extra"].split("; "))
    return f"{language.translated(match['help'])}  [{extra}]".strip()


def _extra(part: str, language: Language) -> str:
    for key in ("default", "variable"):
        head = OF_TYPER[key].partition("{")[0]
        if part.startswith(head):
            value = part.removeprefix(head)
            return language.say(OF_TYPER[key], value=Decimal(value) if re.fullmatch(r"[\d.]+", value) else value)
    return told(language.translated(part), language)
