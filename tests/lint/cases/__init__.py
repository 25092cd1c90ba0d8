"""For each rule records that it passes and records that it finds fault with."""

from __future__ import annotations

from tests.lint.building import Case
from tests.lint.cases import files, names, offers, pages, platforms, sources, texts

_ROOMS = (files, names, offers, pages, sources, platforms, texts)
CASES: tuple[Case, ...] = tuple(case for room in _ROOMS for case in room.CASES)
