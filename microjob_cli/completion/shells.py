"""How a shell asks what can follow, and how it is answered.

The scripts in `scripts` ask all in one way: COMP_WORDS holds the words that were typed, one a line, COMP_CWORD the
number of the one that is being typed. Nothing that is answered is ever run by the shell, and the exit code 1 leaves the
word to the shell, for files.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from typing import Any

from typer._click.core import Command
from typer._click.shell_completion import CompletionItem, ShellComplete, split_arg_string

from microjob_cli.completion.kinds import FilesMeant
from microjob_cli.output.clean import clean

_FILES = 1
_SPECIAL = re.compile(r"""([\s!"#$&'()*;<>?\[\\\]^`{|}])""")


class Shell(ShellComplete):
    """What all shells have in common."""

    def source_vars(self) -> dict[str, Any]:
        return {}

    def get_completion_args(self) -> tuple[list[str], str]:
        """The whole words before the one that is being typed, and that one."""
        *before, last = map(_unquoted, self.words())
        return before[1:], last

    def words(self) -> list[str]:
        """The words up to the one that is being typed, as they stand on the line."""
        words, last = os.environ["COMP_WORDS"].split("\n"), int(os.environ["COMP_CWORD"])
        return [*words[:last], words[last] if last < len(words) else ""]

    def complete(self) -> str:
        """The answer, one offer a line. Raises FilesMeant."""
        before, last = self.get_completion_args()
        head = last[: last.find("=") + 1] if last.startswith("-") else ""
        offers = self.get_completions(before, last)
        whole = [CompletionItem(clean(f"{head}{offer.value}"), help=clean(offer.help or "")) for offer in offers]
        return "".join(f"{self.format_completion(offer)}\n" for offer in whole if _writable(offer.value))

    def format_completion(self, item: CompletionItem) -> str:
        """One offer: the whole word, and help."""
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class Bash(Shell):
    """Shows values only, and takes them as they stand on the line."""

    name = "bash"

    def words(self) -> list[str]:
        """Bash breaks a word at each `=`."""
        whole: list[str] = []
        glue = False
        for piece in super().words():
            if whole and (glue or piece == "="):
                whole[-1] += piece
            else:
                whole.append(piece)
            glue = piece == "="
        return whole

    def format_completion(self, item: CompletionItem) -> str:
        piece, whole = super().words()[-1], self.words()[-1]
        before = whole if piece == "=" else whole.removesuffix(piece)
        bare = item.value.removeprefix(before)
        return bare if piece[:1] in ("'", '"') else _SPECIAL.sub(r"\\\1", bare)


class Zsh(Shell):
    """Takes `value:help`."""

    name = "zsh"

    def format_completion(self, item: CompletionItem) -> str:
        bare = re.sub(r"([\\:])", r"\\\1", item.value)
        return f"{bare}:{item.help}" if item.help else bare


class Fish(Shell):
    """Takes value and help with a tab between them."""

    name = "fish"


SHELLS: Mapping[str, type[Shell]] = {shell.name: shell for shell in (Bash, Zsh, Fish)}


def answer(command: Command, asked: str) -> int:
    """Prints what can follow, for the shell that asks. Whatever is wrong, nothing else appears on the line."""
    shell = SHELLS.get(asked.removeprefix("complete_"))
    try:
        told = shell(command, {}, "microjob", "_MICROJOB_COMPLETE").complete() if shell else ""
    except FilesMeant:
        return _FILES
    except Exception:
        if os.environ.get("MICROJOB_DEBUG"):
            raise
        return 0
    sys.stdout.write(told)
    return 0


def _writable(word: str) -> bool:
    """Whether the terminal's encoding has it: nothing else may end up on the line."""
    try:
        word.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _unquoted(word: str) -> str:
    """A word without its quotes, closed or still open."""
    return " ".join(split_arg_string(word))
