"""Text of records made safe to print: nothing in it may steer a terminal or turn the reading order."""

from __future__ import annotations

from microjob_cli.domain.text import HARMFUL


def clean(text: str) -> str:
    """The text without harmful characters; tabs and line breaks become spaces."""
    return HARMFUL.sub("", text.replace("\t", " ").replace("\n", " ").replace("\r", " "))
