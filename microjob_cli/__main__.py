"""Where the program starts: `microjob`, and `python -m microjob_cli`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

_INTERRUPTED = 130  # as `app.ExitCode` has it, which may not be imported yet


def main() -> NoReturn:
    """Runs one call, and leaves its memory to the system.

    A call is over before its garbage is worth collecting: looking for some, and taking apart at the end what is given
    back as a whole in any case, would take a tenth of its time.
    """
    gc.disable()
    code = called()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def called() -> int:
    """Runs one call and returns its exit code."""
    try:
        from microjob_cli.app import main as call

        return call()
    except KeyboardInterrupt:  # before the call was far enough to notice it itself
        return _INTERRUPTED


if __name__ == "__main__":
    main()
