"""The shapes of what the fixtures of `conftest.py` hand to tests."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, NamedTuple, Protocol


class Answer(NamedTuple):
    """What one call came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object that was printed."""
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value

    @property
    def items(self) -> list[dict[str, Any]]:
        """The items of the envelope that was printed."""
        items = self.json["items"]
        assert isinstance(items, list)
        return items

    @property
    def ids(self) -> list[str]:
        """The ids of the platforms that were printed."""
        return [item.get("id") or item["platform"] for item in self.items]

    @property
    def notes(self) -> list[str]:
        """The codes of the notes that were printed."""
        return [note["code"] for note in self.json["notes"]]


class Microjob(Protocol):
    """Runs `microjob` with these words; `today` None leaves the day to the program."""

    def __call__(self, *words: str, today: str | None = ...) -> Answer: ...


class Overlay(Protocol):
    """Writes files into a fresh records folder and returns the folder."""

    def __call__(self, files: dict[str, str]) -> Path: ...


class Golden(Protocol):
    """Compares a text with the golden file of that name."""

    def __call__(self, name: str, text: str) -> None: ...


class Screen(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True
