"""The examples in the documentation are what the program prints.

A block marked ```console holds lines that begin with `$ microjob`, each followed by the output. A line `...` stands for
any lines. What goes to stderr is shown after what goes to stdout. The day is the one on which the examples were made.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import Microjob

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples_in(text: str) -> Iterator[tuple[str, str]]:
    """The commands in the console blocks of a page, each with the output that is shown."""
    for block in BLOCK.findall(text):
        command, output = "", list[str]()
        for row in block.splitlines():
            if row.startswith("$ "):
                if command:
                    yield command, "\n".join(output)
                command, output = row[2:], []
            else:
                output.append(row)
        if command:
            yield command, "\n".join(output)


def examples() -> Iterator[tuple[str, str, str]]:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]:
        for command, output in examples_in(page.read_text()):
            if command.startswith("microjob"):
                yield page.name, command, output


def shows(shown: str, printed: str) -> bool:
    """Whether what a page shows is what was printed; `...` alone on a line stands for any lines."""
    parts = [re.escape("\n".join(map(str.rstrip, part))) for part in _split(shown.splitlines())]
    whole = "\n".join(map(str.rstrip, printed.splitlines())).strip("\n")
    return re.fullmatch(r"(?s:\n?.*\n?)".join(parts).strip("\n"), whole) is not None


def _split(lines: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for row in lines:
        if row.strip() == "...":
            parts.append([])
        else:
            parts[-1].append(row)
    return parts


@pytest.mark.parametrize(("page", "command", "output"), list(examples()))
def test_examples_are_what_the_program_prints(page: str, command: str, output: str, microjob: Microjob) -> None:
    _, *words = shlex.split(command, comments=True)
    answer = microjob(*words)
    assert shows(output, answer.out + answer.err), f"{page}: $ {command} prints\n{answer.out}{answer.err}"


def test_examples_are_found_and_compared_to_the_letter() -> None:
    text = "```console\n$ microjob list\nA\nB\n$ other x\n```\n```yaml\n$ no\n```\n```console\n$ microjob show\n```\n"
    assert list(examples_in(text)) == [("microjob list", "A\nB"), ("other x", ""), ("microjob show", "")]
    assert shows("A\nB", "A \nB\n")
    assert not shows("A\nB", "A\nB\nC\n")
    assert not shows("A.", "AB")
    assert shows("A\n...\nD", "A\nB\nC\nD\n")
    assert shows("A\n...", "A\nB\n")
    assert not shows("A\n...\nD", "A\nB\n")
