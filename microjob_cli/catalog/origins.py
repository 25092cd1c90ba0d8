"""Which files of somebody's own say what of a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct


class Origin(Struct, frozen=True):
    """A file of one's own that holds a whole record, or adds to it.

    `counts` tells by the name of each field how many claims or statements it adds, before all others.
    """

    file: str
    whole: bool
    counts: Mapping[str, int]


class Origins(Struct, frozen=True):
    """The files of one's own behind one record, the uppermost first. `id` is as `platforms/sproutgigs`."""

    id: str
    files: tuple[Origin, ...]

    def of(self, field: str, held: Sequence[Any]) -> Mapping[Any, str]:
        """The file of each claim or statement that a field holds, where it is one's own."""
        found: dict[Any, str] = {}
        start = 0
        for origin in self.files:
            end = len(held) if origin.whole else start + origin.counts.get(field, 0)
            found |= {one: origin.file for one in held[start:end] if one not in found}
            start = end
        return found
