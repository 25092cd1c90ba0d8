"""Typer's own sentences about wrong usage, and what it adds to help, in the user's language."""

import re
from decimal import Decimal
from functools import cache

from microjob_cli.i18n import Language

# In Typer's own words, the more special before the more general.
USAGE = {
    "did-you-mean": "{problem}. Did you mean {names}?",
    "possible": "{problem} (Possible options: {names})",
    "invalid-for": "Invalid value for {option}: {problem}",
    "invalid": "Invalid value: {problem}",
    "no-option": "No such option: {option}",
    "no-command": "No such command {name}.",
    "bare-no-command": "No such command {name}",
    "missing-argument": "Missing argument {name}.",
    "missing-option": "Missing option {name}.",
    "missing-command": "Missing command.",
    "extra": "Got unexpected extra argument(s) ({words})",
    "needs-value": "Option {option} requires an argument.",
    "takes-none": "Option {option} does not take a value.",
    "not-one-of": "{found} is not one of {choices}.",
    "not-integer": "{found} is not a valid int.",
    "not-integer-range": "{found} is not a valid int range.",
    "not-float": "{found} is not a valid float.",
    "at-least": "x>={least}",
    "between": "{least}<=x<={most}",
    "out-of-range": "{found} is not in the range {range}.",
    "default": "default: {value}",
    "variable": "env var: {value}",
}


_KINDS = {"least": r"[\d.]+", "most": r"[\d.]+"}


def told(message: str, language: Language) -> str:
    """A sentence of Typer's in this language; as it is if it is not among those known here."""
    if language.code == "en":
        return message
    for sentence in USAGE.values():
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
