"""The world around one call: streams, width, language, country, today, and the catalogue, opened when asked for."""

from __future__ import annotations

import io
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TextIO

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.catalog.facts import Evidence
from microjob_cli.catalog.findings import Finding
from microjob_cli.i18n import Language
from microjob_cli.i18n.choosing import language

DEFAULT_COUNTRY = "BD"
NARROWEST, WIDEST = 40, 140
# Characters: more than anybody writes, but what never ends must end.
MOST_PIPED = 1_000_000
# What a clock may say: before the first there was no such work, and one that nobody set says 1970 or 1980.
_YEARS = range(2000, 3000)


class Format(StrEnum):
    """What an answer is printed as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"


@dataclass(repr=False, eq=False)
class Environment:
    """What a command may know of the world outside the records."""

    today: date
    country: str = DEFAULT_COUNTRY
    format: Format = Format.TABLE
    data: Path | None = None
    language: Language = field(default_factory=Language)
    language_asked: bool = False
    left_out: tuple[Finding, ...] = ()  # what is wrong with files of one's own
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @classmethod
    def settled(cls, given: Mapping[str, object]) -> Environment:
        """From the global options as typed (None: not given). Raises UsageProblem."""
        day, code, folder, tongue = (given.get(name) for name in ("today", "country", "data", "lang"))
        return cls(
            today=day_of(str(day)) if day else day_here(),
            country=country_code(str(code)) if code else DEFAULT_COUNTRY,
            format=Format(str(given.get("format") or Format.TABLE)),
            data=Path(str(folder)) if folder else None,
            language=language(str(tongue) if tongue else None, os.environ),
            language_asked=bool(tongue),
        )

    @cached_property
    def catalogue(self) -> Catalogue:
        """The shipped records, with one's own and those of `--data` laid over them.

        What is broken among one's own is left out and told. Raises RecordsBroken or UsageProblem.
        """
        from microjob_cli.questions.indexes import lists_of
        from microjob_cli.storage.opening import open_catalogue

        catalogue, left_out = open_catalogue(lists_of, self.data, self.own)
        if left_out:
            self._leave_out(left_out)
        return catalogue

    @cached_property
    def own(self) -> Path | None:
        """The folder of the user's own records, if there is one."""
        from microjob_cli.storage.folders import is_folder, own_folder

        folder = own_folder(self.variables)
        return folder if folder and is_folder(folder) else None

    def _leave_out(self, findings: tuple[Finding, ...]) -> None:
        """Tells at once which files are left out, whatever becomes of the answer, and remembers it for its notes."""
        from microjob_cli.render.findings import left_out

        self.left_out = findings
        for finding in findings:
            self.tell(left_out(finding, self.language.say))

    @cached_property
    def evidence(self) -> Evidence:
        """The catalogue's sources on the day of the question."""
        return self.catalogue.evidence(self.today)

    @property
    def can_ask(self) -> bool:
        """Whether somebody is there to answer: a terminal on both sides."""
        return self.stdin.isatty() and self.stdout.isatty()

    def ask(self, question: str, *, suggested: str = "") -> str:
        """What somebody at the terminal answers to the question of that code; on Enter alone what was suggested.

        Leaving by Ctrl-D is the same as by Ctrl-C. Raises UsageProblem for an answer that is no text.
        """
        from microjob_cli.render.asking import prompt

        _edit_lines()
        try:
            with _interruptible():
                return input(prompt(self, question, suggested)).strip() or suggested
        except (EOFError, KeyboardInterrupt):
            self.stderr.write("\n")
            raise KeyboardInterrupt from None
        except UnicodeDecodeError:
            raise UsageProblem("unreadable-answer") from None

    def piped(self) -> str:
        """What is piped in. Raises UsageProblem where it is no text in UTF-8, or goes on and on."""
        stream = self._pipe()
        if stream is None:
            return ""
        try:
            text = stream.read(MOST_PIPED + 1)
        except UnicodeDecodeError:
            raise UsageProblem("piped-no-text") from None
        if len(text) > MOST_PIPED:
            raise UsageProblem("piped-too-long", count=MOST_PIPED)
        return text

    def lines(self) -> Iterator[str]:
        """The lines that are piped in, each as soon as it is there. Raises UsageProblem as `piped` does."""
        stream = self._pipe()
        while stream is not None:
            try:
                line = stream.readline(MOST_PIPED + 1)
            except UnicodeDecodeError:
                raise UsageProblem("piped-no-text") from None
            if len(line) > MOST_PIPED:
                raise UsageProblem("piped-too-long", count=MOST_PIPED)
            if not line:
                return
            yield from line.splitlines()

    def _pipe(self) -> TextIO | None:
        """What is piped in, to be read as UTF-8 whatever the system reads."""
        stream = self.stdin
        if stream is None or stream.isatty():  # None: closed by whoever started us
            return None
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8-sig", errors="strict")
        return stream

    def explain(self, problem: MicrojobError) -> None:
        """Tells somebody at the terminal why an answer cannot be used."""
        from microjob_cli.render.asking import explained

        self.tell(explained(self, problem))

    def tell(self, text: str) -> None:
        """Says something beside the answer; where nobody can hear it, the answer and its exit code stay the same."""
        with suppress(OSError):
            self.stderr.write(f"{text}\n")
            self.stderr.flush()

    @property
    def on_terminal(self) -> bool:
        return self.stdout.isatty()

    @property
    def width(self) -> int:
        """Columns of the terminal, within reason."""
        columns = shutil.get_terminal_size((80, 24)).columns
        return max(NARROWEST, min(columns, WIDEST))

    @property
    def colour(self) -> bool:
        return self.on_terminal and not self.variables.get("NO_COLOR") and self.variables.get("TERM") != "dumb"


@contextmanager
def _interruptible() -> Iterator[None]:
    """Lets Ctrl-C end a question by an exception, so that the terminal is left as it was."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _edit_lines() -> None:
    """Lets arrow keys move within an answer, where the system can do that."""
    with suppress(ImportError):
        import readline  # noqa: F401


def day_of(text: str) -> date:
    """`2026-11-23` -> date. Raises UsageProblem."""
    try:
        if len(text) != len("2026-11-23"):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise UsageProblem("bad-date", found=text) from None


def day_here() -> date:
    """Today by the clock of this computer. Raises UsageProblem where it tells a day on which nobody can ask."""
    try:
        today = date.today()
    except (ValueError, OverflowError, OSError):  # a year that has no date
        raise UsageProblem("bad-clock") from None
    if today.year not in _YEARS:
        raise UsageProblem("bad-clock")
    return today


def country_code(text: str) -> str:
    """`bd` -> `BD`. Raises UsageProblem."""
    code = text.strip().upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise UsageProblem("bad-country", found=text)
    return code
