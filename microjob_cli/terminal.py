"""Where a call stands: how wide and colourful its terminal is, what is piped in, and who answers questions."""

import io
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TextIO

from microjob_cli.catalog.errors import UsageProblem

NARROWEST, WIDEST = 40, 140
# Terminals that show links; the first variable is how whoever knows better says so.
_LINKING = ("FORCE_HYPERLINK", "VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID")
_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty")
# Characters: more than anybody writes, but what never ends must end.
MOST_PIPED = 1_000_000


class Screen(NamedTuple):
    """Where an answer is shown: so many columns (None: as many as it takes), and what may be sent beside text."""

    width: int | None = None
    styled: bool = False
    coloured: bool = False
    placed: bool = False  # whether the cursor may be sent to where a column begins
    linked: bool = False  # whether text may lead to an address


def screen(*, paged: bool = False) -> Screen:
    """What the answer goes to: a pipe, a terminal, one that knows nothing but text, or a pager on one."""
    if not sys.stdout.isatty():
        return Screen()
    styled = os.environ.get("TERM") != "dumb"
    placed = styled and not paged
    return Screen(width(), styled, styled and not os.environ.get("NO_COLOR"), placed, placed and _takes_links())


def _takes_links() -> bool:
    """Whether the terminal says by its variables that it is one that knows OSC 8: others may print the addresses."""
    return os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS or any(map(os.environ.get, _LINKING))


def width(widest: int = WIDEST) -> int:
    """Columns of the terminal, within reason."""
    return max(NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, widest))


def show(pieces: Sequence[str], *, paged: bool = False) -> None:
    """Writes an answer; where it is asked for, one that is longer than the terminal page by page."""
    text = "".join(pieces) if paged and sys.stdout.isatty() else ""
    if text.count("\n") >= shutil.get_terminal_size((80, 24)).lines:
        import subprocess

        pager = os.environ.get("PAGER") or ("more" if os.name == "nt" else "less")
        variables = {"LESS": "-R", **os.environ}  # less would show the codes of colours
        if not subprocess.run(pager, shell=True, input=text, encoding="utf-8", env=variables, check=False).returncode:
            return
    sys.stdout.writelines(pieces)


def show_progress(done: int, whole: int) -> None:
    """How far a long work has come, on a line of its own that the next one overwrites; nothing without a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done}/{whole}" + ("\n" if done == whole else ""))
        sys.stderr.flush()


def can_ask() -> bool:
    """Whether somebody is there to answer: a terminal on both sides."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def ask(prompt: str) -> str:
    """What somebody at the terminal answers. Leaving by Ctrl-D is the same as by Ctrl-C.

    Raises UsageProblem for an answer that is no text.
    """
    with suppress(ImportError):  # lets arrow keys move within an answer, where the system can do that
        import readline  # noqa: F401
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # raises, so that the terminal is left as it was
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\n")
        raise KeyboardInterrupt from None
    except UnicodeDecodeError:
        raise UsageProblem("unreadable-answer") from None
    finally:
        signal.signal(signal.SIGINT, before)


def piped() -> str:
    """All that is piped in. Raises UsageProblem where it is no text in UTF-8, or goes on and on."""
    stream = _pipe()
    return "" if stream is None else _read(stream.read)


def lines() -> Iterator[str]:
    """The lines that are piped in, each as soon as it is there. Raises UsageProblem as `piped` does."""
    stream = _pipe()
    while stream is not None and (line := _read(stream.readline)):
        yield from line.splitlines()


def _pipe() -> TextIO | None:
    """What is piped in, to be read as UTF-8 whatever the system reads."""
    stream = sys.stdin
    if stream is None or stream.isatty():  # None: closed by whoever started us
        return None
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8-sig", errors="strict")
    return stream


def _read(read: Callable[[int], str]) -> str:
    try:
        text = read(MOST_PIPED + 1)
    except UnicodeDecodeError:
        raise UsageProblem("piped-no-text") from None
    if len(text) > MOST_PIPED:
        raise UsageProblem("piped-too-long", count=MOST_PIPED)
    return text


def tell(text: str) -> None:
    """Says something beside the answer; where nobody can hear it, the answer and its exit code stay the same."""
    with suppress(OSError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def allow_any_text() -> None:
    """A terminal or code page that cannot write Bengali shows a mark in its place instead of failing."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def can_hold(letters: str) -> bool:
    """Whether answers and errors alike can be written in these letters."""
    try:
        for stream in (sys.stdout, sys.stderr):
            letters.encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write_as_utf8() -> None:
    """What programs read is the same on every system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def silence_stdout() -> None:
    """Python would complain about a closed pipe once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
