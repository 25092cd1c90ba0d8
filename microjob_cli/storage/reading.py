"""Reads a YAML file into plain values, with the place of each.

PyYAML composes the nodes; values are not made of them by tag: every scalar stays text (`no` is not false, `12:30` not a
number), and a key that stands twice is refused. Before that its parser runs once alone: what composing would not
survive is refused there, and anchors, of which nodes keep no trace.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import yaml

from microjob_cli.catalog.findings import Finding, Location
from microjob_cli.files import NoFile, content_of

FieldPath = tuple[str | int, ...]
_LABELS = ("method", "task", "rater")


class Mark(NamedTuple):
    """Where a value or key stands: line and column from 1, and of a text the characters it covers."""

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


MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_SCALAR = 4_000
MAX_VALUES = 30_000  # more than a file of that size holds when people write it; only bombs are denser

# What YAML does not allow in a file, and a byte order mark in front of which one was already taken off.
_FORBIDDEN = re.compile("^\ufeff|[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # PyYAML may be built without libyaml


class Unreadable(Exception):
    """The file cannot be read as YAML of the accepted kind; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_file(path: Path, shown: str) -> Document:
    """Reads one record file. `shown` is the name used in findings. Raises Unreadable."""
    return read_text(read_plain(path, shown), shown)


def read_plain(path: Path, shown: str) -> str:
    try:
        raw = content_of(path, MAX_BYTES + 1)
    except NoFile:
        raise Unreadable(Finding("not-a-file", Location(shown))) from None
    except OSError as problem:
        raise Unreadable(unreadable(shown, problem)) from None
    if len(raw) > MAX_BYTES:
        raise Unreadable(Finding("file-too-large", Location(shown), expected=(str(MAX_BYTES),)))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise Unreadable(Finding("not-utf8", Location(shown, line))) from None


def unreadable(shown: str, problem: OSError) -> Finding:
    """That the system does not let a file or folder be read, and why."""
    return Finding("file-unreadable", Location(shown), hint=problem.strerror or str(problem))


def read_text(text: str, shown: str) -> Document:
    """Reads the text of one record. Raises Unreadable."""
    document = Document(shown, text)
    if forbidden := _FORBIDDEN.search(text):
        found = f"U+{ord(forbidden[0]):04X}"
        raise Unreadable(Finding("forbidden-character", document.place_at(forbidden.start()), found=found))
    try:
        _survey(document)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as problem:
        raise Unreadable(_not_yaml(problem, text, shown)) from None
    if root is not None:
        _take(root, document, (), partial(setattr, document, "data"))
    return document


def _not_yaml(problem: yaml.MarkedYAMLError, text: str, shown: str) -> Finding:
    mark = problem.problem_mark
    place = Location(shown, mark.line + 1, mark.column + 1) if mark else Location(shown)
    if mark and text[mark.index : mark.index + 1] == "\t":
        return Finding("tab-used", place)
    if "nesting depth" in str(problem.problem):  # newer libyaml looks ahead and stops before our own limit
        return Finding("nested-too-deep", place, expected=(str(MAX_DEPTH),))
    return Finding("not-yaml", place, hint=str(problem.problem or problem.context or ""))


def _survey(document: Document) -> None:
    """Refuses what must not be composed."""
    depth = nodes = 0
    for event in yaml.parse(document.text, Loader=_LOADER):
        if isinstance(event, yaml.DocumentStartEvent) and nodes:
            _refuse(document, "several-documents", event)
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if not isinstance(event, yaml.NodeEvent):
            continue
        nodes += 1
        depth += isinstance(event, yaml.CollectionStartEvent)
        if event.anchor:
            _refuse(document, "alias-used", event)
        if nodes > 2 * MAX_VALUES:  # each value may have a key
            _refuse(document, "too-many-values", event, expected=(str(MAX_VALUES),))
        if depth > MAX_DEPTH:
            _refuse(document, "nested-too-deep", event, expected=(str(MAX_DEPTH),))


def _take(node: Any, document: Document, path: FieldPath, put: Callable[[Any], None]) -> None:
    """Puts the value of a node where it belongs, and then, so that places in it can be named, what it holds."""
    if len(document.values) >= MAX_VALUES:
        _refuse(document, "too-many-values", node, path[:-1], expected=(str(MAX_VALUES),))
    document.values[path] = _mark(node)
    if isinstance(node, yaml.ScalarNode):
        text = _text(node, document, path[:-1])
        put(None if not node.style and text in ("", "~", "null") else text)
    elif isinstance(node, yaml.SequenceNode):
        items: list[Any] = []
        put(items)
        for index, item in enumerate(node.value):
            _take(item, document, (*path, index), items.append)
    else:
        fields: dict[str, Any] = {}
        put(fields)
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                _refuse(document, "key-not-text", key, path)
            name = _text(key, document, path)
            if name in fields:
                _refuse(document, "duplicate-key", key, (*path, name), found=name)
            document.keys[(*path, name)] = _mark(key)
            _take(value, document, (*path, name), partial(fields.__setitem__, name))


def _text(node: yaml.ScalarNode, document: Document, around: FieldPath) -> str:
    if len(node.value) > MAX_SCALAR:
        _refuse(document, "text-too-long", node, around, expected=(str(MAX_SCALAR),))
    return str(node.value)


def _refuse(document: Document, code: str, marked: Any, path: FieldPath = (), **details: Any) -> NoReturn:
    start = marked.start_mark
    place = Location(document.file, start.line + 1, start.column + 1, document.name_of(path))
    raise Unreadable(Finding(code, place, **details))


def _mark(node: yaml.Node) -> Mark:
    start, end = node.start_mark, node.end_mark if isinstance(node, yaml.ScalarNode) else node.start_mark
    return Mark(start.line + 1, start.column + 1, start.index, end.index)
