"""Calls the program within this process, and says what is wrong with how it behaved."""

from __future__ import annotations

import io
import json
import re
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType
from typing import NamedTuple
from unittest.mock import patch

from microjob_cli.cli import ExitCode, main
from tests.fuzzing.records import SMALL
from tests.render.hostile import RAW

SLOWEST = 2.0  # seconds of work that any answer may take
LARGEST = 300  # megabytes of memory that any call may hold
_PATIENCE = 20  # seconds after which a call is taken for hung
_FAILED = re.compile("Something went wrong inside|The answer could not be written")


class Outcome(NamedTuple):
    """What a call came to."""

    words: tuple[str, ...]
    code: int
    out: str
    err: str
    seconds: float


class Hung(BaseException):
    """The call took too long, whatever it was at."""


@contextmanager
def patience(seconds: int) -> Iterator[None]:
    """Ends what takes longer, where the system can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(_number: int, frame: FrameType | None) -> None:
        raise Hung("".join(traceback.format_stack(frame, limit=6)))

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def on_invented_records() -> Iterator[None]:
    """Puts the invented records in the place of the shipped ones, which take longer to read."""
    with (
        patch("microjob_cli.storage.opening.shipped_folder", lambda: SMALL),
        patch("microjob_cli.commands.data_check.shipped_folder", lambda: SMALL),
    ):
        yield


def call(words: Sequence[str]) -> Outcome:
    """Runs `microjob` with these words. What escapes it is told on the error stream, as Python would."""
    held = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(one, encoding="utf-8", newline="") for one in held)
    begun = time.process_time()
    with io.StringIO() as nobody, patch.object(sys, "stdin", nobody), redirect_stdout(out), redirect_stderr(err):
        try:
            with patience(_PATIENCE):
                code = int(main(words))
        except BaseException:
            traceback.print_exc(file=err)
            code = -1
    seconds = time.process_time() - begun
    out.flush()
    err.flush()
    told, said = (one.getvalue().decode("utf-8", "replace") for one in held)
    return Outcome(tuple(words), code, told, said, seconds)


def faults(outcome: Outcome) -> Iterator[str]:
    """Everything that the program promises and this call does not keep."""
    code, out, err = outcome.code, outcome.out, outcome.err
    if "Traceback (most recent call last)" in err:
        yield f"a traceback: {err[-1500:]}"
        return
    if outcome.seconds > SLOWEST:
        yield f"took {outcome.seconds:.1f} s"
    if code not in set(ExitCode):
        yield f"exit code {code} is not documented"
    if _FAILED.search(err) or (code == ExitCode.FAILED and not _is_check(outcome.words)):
        yield f"failed: {err[:500]}"
    if code not in (ExitCode.DONE, ExitCode.INTERRUPTED) and not (out or err):
        yield "said nothing of what is wrong"
    if RAW.search(out.replace("\r\n", "\n").removeprefix("\ufeff")) or RAW.search(err):
        yield "printed characters that steer a terminal"
    if out.startswith("{") and '"schema"' in out:
        yield from _wrong_json(outcome)


def _is_check(words: Sequence[str]) -> bool:
    return "data" in words and "check" in words


def _wrong_json(outcome: Outcome) -> Iterator[str]:
    try:
        answer = json.loads(outcome.out.splitlines()[0] if "\n{" in outcome.out else outcome.out)
    except ValueError as problem:
        yield f"no JSON: {problem}"
        return
    # What `ask` does not understand is an answer too, with an exit code of its own.
    beside = (
        {ExitCode.NOT_FOUND} if "ask" in outcome.words else {ExitCode.FAILED} if _is_check(outcome.words) else set()
    )
    if (
        "error" in answer
        and outcome.code not in beside
        and (answer["error"] is None) is not (outcome.code == ExitCode.DONE)
    ):
        yield f"exit code {outcome.code} with the error {answer['error']}"


def write(folder: Path, where: str, content: bytes) -> Path:
    """Puts a file of records into a folder."""
    path = folder / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
