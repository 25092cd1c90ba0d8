"""Text of records made safe to print: nothing in it may steer a terminal or turn the reading order."""

import re

from microjob_cli.catalog.text import HARMFUL, LOOSE_JOINERS


def clean(text: str) -> str:
    """The text without harmful characters; tabs and line breaks become spaces."""
    if text.isascii() and text.isprintable():
        return text
    plain = re.sub(HARMFUL, "", text.replace("\t", " ").replace("\n", " ").replace("\r", " "))
    return re.sub(LOOSE_JOINERS, "", plain) if "\u200c" in plain or "\u200d" in plain else plain


def escaped(text: str) -> str:
    """JSON text with its harmful characters as escapes: nothing is lost, and nothing steers a terminal."""
    if text.isascii() and "\x7f" not in text:  # JSON has escaped the others already
        return text
    import json

    return re.sub(HARMFUL, lambda match: json.dumps(match[0])[1:-1], text)
