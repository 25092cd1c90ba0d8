"""Text of records made safe to print: nothing in it may steer a terminal or turn the reading order."""

from __future__ import annotations

import re

# Control characters, line and paragraph separators, marks that override the reading direction, tags, and the byte
# order mark. The zero-width joiner and non-joiner stay: Bengali words need them.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """The text without harmful characters; tabs and line breaks become spaces."""
    return _HARMFUL.sub("", text.replace("\t", " ").replace("\n", " ").replace("\r", " "))
