"""Bengali script."""

from __future__ import annotations

import re

_LETTER = re.compile("[\u0985-\u09b9\u09ce\u09dc-\u09df]")


def has_bengali(text: str) -> bool:
    """Whether there is a Bengali letter in a text. Digits and marks alone do not count."""
    return _LETTER.search(text) is not None
