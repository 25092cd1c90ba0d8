"""Typer's own sentences about wrong usage, and what it adds to help, in the user's language."""

import re
from decimal import Decimal
from functools import cache

from microjob_cli.i18n import Language

# In Typer's own words, the more special before the more general.
USAGE = (
    "{problem}. Did you mean {names}?",
    "{problem} (Possible options: {names})",
    "Invalid value for {option}: {problem}",
    "Invalid value: {problem}",
    "No such option: {option}",
    "No such command {name}.",
    "No such command {name}",
    "Missing argument {name}.",
    "Missing option {name}.",
    "Missing command.",
    "Got unexpected extra argument(s) ({words})",
    "Option {option} requires an argument.",
    "Option {option} does not take a value.",
    "{found} is not one of {choices}.",
    "{found} is not a valid int.",
    "{found} is not a valid int range.",
    "{found} is not a valid float.",
    "x>={least}",
    "{least}<=x<={most}",
    "{found} is not in the range {range}.",
    "default: {value}",
    "env var: {value}",
)


_KINDS = {"least": r"[\d.]+", "most": r"[\d.]+"}


def told(message: str, language: Language) -> str:
    """A sentence of Typer's in this language; as it is if it is not among those known here."""
    if language.code == "en":
        return message
    for sentence in USAGE:
        match = _pattern(sentence).fullmatch(message)
        if match:
            values = {name: _value(name, value, language) for name, value in match.groupdict().items()}
            return language.say(sentence, **values)
    return message


def _value(name: str, text: str, language: Language) -> object:
    """A sentence within a sentence, a number of Typer's, or what was typed."""
    is_number = name in ("least", "most", "value") and re.fullmatch(r"[\d.]+", text)
    return Decimal(text) if is_number else told(text, language)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    """The sentence with any text in the place of each value."""
    parts = re.split(r"\{(\w+)\}", sentence)
    bare = [
        re.escape(part) if index % 2 == 0 else f"(?P<{part}>{_KINDS.get(part, '.+')})"
        for index, part in enumerate(parts)
    ]
    return re.compile("".join(bare), re.DOTALL)
