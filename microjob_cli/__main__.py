"""Where the program starts: `microjob`, and `python -m microjob_cli`."""

from __future__ import annotations

import gc


def main() -> int:
    """Runs one call. It is over before its garbage is worth collecting, and looking for some takes time."""
    gc.disable()
    from microjob_cli.app import main as call

    return call()


if __name__ == "__main__":
    raise SystemExit(main())
