"""No word mixes Latin letters with ones that only look Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microjob_cli.domain.confusable import mixed_alphabet
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope

_WORD = re.compile(r"\w+")


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Words such as `bKаsh` with a Cyrillic letter. The address of a look-alike may have them: that is its trick."""
    for path, text in entry.texts():
        if path[0] == "lookalikes" and path[-1] == "address":
            continue
        for word in _WORD.findall(text):
            if alphabet := mixed_alphabet(word):
                yield RULE.finding(entry.place(path), found=word, hint=alphabet.capitalize())


RULE = Rule(
    "mixed-alphabets",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="Such a word cannot be found by typing it, and it is how look-alikes of known names are made.",
)
