"""The plain values of one file, and where each of them stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from microjob_cli.catalog.findings import Location

FieldPath = tuple[str | int, ...]
_LABELS = ("method", "task", "rater")


class Mark(NamedTuple):
    """Where a value or key stands: line and column from 1, and the characters it covers. One is made for each value."""

    line: int
    column: int
    start: int
    end: int


@dataclass(slots=True)
class Document:
    """The plain values of one file and the places of its keys and values."""

    file: str
    text: str
    data: Any = None
    values: dict[FieldPath, Mark] = field(default_factory=dict)
    keys: dict[FieldPath, Mark] = field(default_factory=dict)

    def mark(self, path: FieldPath) -> Mark:
        """The place of a value, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            found = self.values.get(path[:length]) or self.keys.get(path[:length])
            if found:
                return found
        return Mark(1, 1, 0, 0)

    def place(self, path: FieldPath) -> Location:
        mark = self.mark(path)
        return Location(self.file, mark.line, mark.column, self.name_of(path))

    def key_place(self, path: FieldPath) -> Location:
        """The place of a key itself, not of its value."""
        mark = self.keys.get(path) or self.mark(path)
        return Location(self.file, mark.line, mark.column, self.name_of(path))

    def place_at(self, offset: int, path: FieldPath = ()) -> Location:
        """The place of a character."""
        line, column = self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)
        return Location(self.file, line, column, self.name_of(path))

    def name_of(self, path: FieldPath) -> str:
        """A path as a person would write it: list entries by their method, task or topic, else counted from 1."""
        parts, node = [], self.data
        for step in path:
            node = _child(node, step)
            label = next((node[key] for key in _LABELS if key in node), None) if isinstance(node, dict) else None
            parts.append(str(label or step + 1) if isinstance(step, int) else step)
        return ".".join(parts)


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None
