"""Where the program starts: `microjob`, and `python -m microjob_cli`."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

_INTERRUPTED = 130  # as `cli.ExitCode` has it, which may not be imported yet


def main() -> NoReturn:
    """Runs one call, and leaves its memory to the system.

    A call is over before its garbage is worth collecting: looking for some, and taking apart at the end what is given
    back as a whole in any case, would take a tenth of its time.
    """
    # An exception would be told, or lost, where it interrupts an import. Whoever asks something changes this meanwhile.
    signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(_INTERRUPTED))
    gc.disable()
    from microjob_cli.cli import main as call

    code = call()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
