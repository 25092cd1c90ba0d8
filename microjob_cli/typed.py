"""What the words of a call ask for, as far as it shows without Typer: for errors and for help."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.environment import Format
from microjob_cli.i18n import Language
from microjob_cli.i18n.choosing import language


def format_in(words: Sequence[str]) -> Format:
    """The format asked for; the usual one where the words name none that exists."""
    asked = _value(words, "--format", "-f") or os.environ.get("MICROJOB_FORMAT", "")
    return Format(asked) if asked in list(Format) else Format.TABLE


def language_in(words: Sequence[str]) -> Language:
    """The language asked for; the environment's where the words name none that exists."""
    try:
        return language(_value(words, "--lang") or os.environ.get("MICROJOB_LANG"), os.environ)
    except UsageProblem:
        return language(None, os.environ)


def day_in(words: Sequence[str]) -> date:
    """The day asked for; today where the words name none that exists, and the first of all days without a clock."""
    from microjob_cli.environment import day_here, day_of

    asked = _value(words, "--today") or os.environ.get("MICROJOB_TODAY")
    if asked:
        with suppress(UsageProblem):
            return day_of(asked)
    try:
        return day_here()
    except UsageProblem:
        return date.min


def _value(words: Sequence[str], long: str, short: str | None = None) -> str | None:
    """The last value given to an option: `--long value`, `--long=value`, `-s value`, `-svalue`."""
    found = None
    for index, word in enumerate(words):
        if word in (long, short) and index + 1 < len(words):
            found = words[index + 1]
        elif word.startswith(f"{long}="):
            found = word.partition("=")[2]
        elif short and word.startswith(short) and not word.startswith("--") and len(word) > len(short):
            found = word.removeprefix(short).removeprefix("=")
    return found
