"""`python -m tools.messages` brings the translations up to the program: adds new sentences, drops old ones.

A sentence is found where it is said: `say("...")` and `translated("...")` with a literal, a choice of literals, or a
value of a constant; beside them the help of commands, options and arguments. `pybabel extract` sees only literals in
calls: most sentences here are values of mappings by code, some put together from other modules, so a plug-in for it
would have to follow them just as this does, and the rest of this file is Babel's API.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from microjob_cli import help_texts
from microjob_cli.help import paragraphs
from microjob_cli.i18n.catalogue import FOLDER

ROOT = Path(__file__).parents[1]
_SAYING = ("say", "translated")
_HELPED = ("Option", "method", "Argument", "option")
_HEADER = """\
# Sentences of microjob by their English. `python -m tools.messages` keeps the list; translations are written by hand.
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
# These hand on a sentence that was written down elsewhere.
_HANDING_ON = (("microjob_cli/i18n", "say"), ("microjob_cli/render", "say"))
# These say what Typer writes: all that stands there.
_TYPER = {"microjob_cli/help.py": "OF_TYPER", "microjob_cli/render/usage.py": "USAGE"}


class NotFound(Exception):
    """A sentence is said whose text cannot be found in the source."""


def messages() -> dict[str, set[str]]:
    """Every English sentence of the program, with the files that say it. Raises NotFound."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "microjob_cli").rglob("*.py")):
        file = path.relative_to(ROOT)
        for sentence in _in_file(file, ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(sentence, set()).add(file.as_posix())
    for text in (help_texts.OF_ALL, *help_texts.GROUPS.values(), *help_texts.COMMANDS.values()):
        for sentence in paragraphs(text):
            found.setdefault(sentence, set()).add("microjob_cli/help_texts.py")
    found.pop("", None)
    return found


def _in_file(file: Path, tree: ast.Module) -> Iterator[str]:
    for call in _calls(tree):
        if _name(call.func) in _HELPED:
            yield from _help_of(call)
    if file.as_posix() in _TYPER:
        yield from _values(file, _TYPER[file.as_posix()])
        return
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for call in _calls(function):
            if _name(call.func) in _SAYING and call.args:
                yield from _sentences(call.args[0], function, file)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _sentences(node: ast.expr, function: ast.FunctionDef, file: Path) -> Iterator[str]:
    """What an expression can be."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _sentences(one, function, file)
            yield from _sentences(other, function, file)
        case ast.Subscript(value=ast.Name(id=name)):
            yield from _values(file, name)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get")):
            yield from _values(file, name)
        case ast.Name(id=name):
            yield from _assigned(name, function, file)
        case _:
            raise NotFound(f"{file}:{node.lineno}: write the sentence where it is said, or in a constant mapping")


def _assigned(name: str, function: ast.FunctionDef, file: Path) -> Iterator[str]:
    """What a local name stands for."""
    values = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and any(_name(target) == name for target in node.targets)
    ]
    if not values and (file.parent.as_posix(), function.name) not in _HANDING_ON:
        raise NotFound(f"{file}:{function.lineno}: {function.name} says {name}, which is written nowhere")
    for value in values:
        yield from _sentences(value, function, file)


def _values(file: Path, name: str) -> Iterator[str]:
    """The values of a mapping, or all of a tuple, that a module holds or imports."""
    held = getattr(import_module(".".join(file.with_suffix("").parts).removesuffix(".__init__")), name)
    if not isinstance(held, Mapping | tuple):
        raise NotFound(f"{file}: {name} is no mapping")
    yield from held.values() if isinstance(held, Mapping) else held


def _help_of(call: ast.Call) -> Iterator[str]:
    """The help of an option or an argument."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "help"]
    for node in given:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def update(source: Path) -> tuple[int, int]:
    """Writes a catalogue anew. Returns how many sentences it lacks and how many it dropped."""
    before, said = read(source), messages()
    after = Catalog(locale=source.stem)
    for sentence, files in said.items():
        old = before.get(sentence)
        message = after.add(sentence, old.string if old else "", locations=[(file, 0) for file in sorted(files)])
        message.flags.discard("python-format")
    with source.open("wb") as stream:
        stream.write(_HEADER.format(code=source.stem).encode())
        write_po(stream, after, width=0, include_lineno=False, omit_header=True)
    dropped = sum(1 for message in before if message.id and message.id not in said)
    return sum(1 for message in after if message.id and not message.string), dropped


def read(source: Path) -> Catalog:
    """The catalogue in a file."""
    with source.open("rb") as stream:
        return read_po(stream, locale=source.stem, abort_invalid=True)


def main() -> int:
    """Brings every catalogue up to date. The exit code tells whether one lacks sentences."""
    lacking = 0
    for source in sorted(FOLDER.glob("*.po")):
        missing, dropped = update(source)
        sys.stdout.write(f"{source.name}: {missing} to translate, {dropped} dropped\n")
        lacking += missing
    return int(bool(lacking))


if __name__ == "__main__":
    sys.exit(main())
