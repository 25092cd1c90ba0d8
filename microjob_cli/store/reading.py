"""Reads a YAML file into plain values, with the place of each.

Built from parser events and not from PyYAML's constructors: every scalar stays text (`no` is not false, `12:30` not a
number), every value keeps its place for error messages, duplicate keys, anchors and aliases are refused, and deep
nesting, which crashes the C constructor, is merely a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from microjob_cli.domain.findings import Finding, Fix, Place
from microjob_cli.files import NoFile, content_of

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_SCALAR = 4_000
MAX_VALUES = 30_000  # more than a file of that size holds when people write it; only bombs are denser

FieldPath = tuple[str | int, ...]

# What YAML does not allow in a file, and a byte order mark in front of which one was already taken off.
_FORBIDDEN = re.compile("^\ufeff|[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

try:
    _LOADER: Any = yaml.CSafeLoader
except AttributeError:  # PyYAML built without libyaml
    _LOADER = yaml.SafeLoader


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

    def place(self, path: FieldPath) -> Place:
        mark = self.mark(path)
        return Place(self.file, mark.line, mark.column, self.name_of(path))

    def key_place(self, path: FieldPath) -> Place:
        """The place of a key itself, not of its value."""
        mark = self.keys.get(path) or self.mark(path)
        return Place(self.file, mark.line, mark.column, self.name_of(path))

    def place_at(self, offset: int, path: FieldPath = ()) -> Place:
        """The place of a character."""
        return Place(self.file, *_line_and_column(self.text, offset), self.name_of(path))

    def name_of(self, path: FieldPath) -> str:
        """A path as a person would write it: list entries by their method, task or topic, else counted from 1."""
        parts, node = [], self.data
        for step in path:
            node = _child(node, step)
            label = next((node[key] for key in _LABELS if key in node), None) if isinstance(node, dict) else None
            parts.append(
                str(label) if isinstance(step, int) and label else str(step + 1 if isinstance(step, int) else step)
            )
        return ".".join(parts)


_LABELS = ("method", "task", "rater")


class Unreadable(Exception):
    """The file cannot be read as YAML of the accepted kind; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_file(path: Path, shown: str) -> Document:
    """Reads one record file. `shown` is the name used in findings. Raises Unreadable."""
    return read_text(read_plain(path, shown), shown)


def read_plain(path: Path, shown: str) -> str:
    """The text of a file. Raises Unreadable."""
    try:
        raw = content_of(path, MAX_BYTES + 1)
    except NoFile:
        raise Unreadable(Finding("not-a-file", Place(shown))) from None
    except OSError as problem:
        raise Unreadable(unreadable(shown, problem)) from None
    if len(raw) > MAX_BYTES:
        raise Unreadable(Finding("file-too-large", Place(shown), expected=(str(MAX_BYTES),)))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise Unreadable(Finding("not-utf8", Place(shown, line))) from None


def unreadable(shown: str, problem: OSError) -> Finding:
    """That the system does not let a file or folder be read, and why."""
    return Finding("file-unreadable", Place(shown), hint=problem.strerror or str(problem))


def read_text(text: str, shown: str) -> Document:
    """Reads the text of one record. Raises Unreadable."""
    if forbidden := _FORBIDDEN.search(text):
        raise Unreadable(_forbidden(forbidden, text, shown))
    document = Document(shown, text)
    try:
        _Builder(document).build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
        if mark and text[mark.index : mark.index + 1] == "\t":
            raise Unreadable(Finding("tab-used", place)) from None
        if "nesting depth" in str(problem.problem):  # newer libyaml looks ahead and stops before our own limit
            raise Unreadable(Finding("nested-too-deep", place, expected=(str(MAX_DEPTH),))) from None
        raise Unreadable(Finding("not-yaml", place, hint=str(problem.problem or problem.context or ""))) from None
    return document


def _forbidden(first: re.Match[str], text: str, shown: str) -> Finding:
    """The first forbidden character; its mend deletes all of them."""
    end = max(match.end() for match in _FORBIDDEN.finditer(text))
    fix = Fix(first.start(), end, _FORBIDDEN.sub("", text[first.start() : end]))
    place = Place(shown, *_line_and_column(text, first.start()))
    return Finding("forbidden-character", place, found=f"U+{ord(first[0]):04X}", fix=fix)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled; `key` is the mapping key whose value comes next."""

    node: list[Any] | dict[str, Any]
    path: FieldPath
    key: str | None = None


class _Builder:
    """Fills a Document from parser events, without recursion."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[_Open] = []
        self.started = False
        self.covered = 0  # up to which character the values so far reach

    def build(self, events: Iterator[Any]) -> None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self.scalar(event)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self.open(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self.close(event)
            elif isinstance(event, yaml.AliasEvent):
                self.refuse("alias-used", event)
            elif isinstance(event, yaml.DocumentStartEvent) and self.started:
                self.refuse("several-documents", event)

    def scalar(self, event: Any) -> None:
        if len(event.value) > MAX_SCALAR:
            self.refuse("text-too-long", event, expected=(str(MAX_SCALAR),))
        if event.anchor:
            self.refuse("alias-used", event)
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.node, dict) and top.key is None:
            path = (*top.path, event.value)
            if event.value in top.node:
                self.refuse("duplicate-key", event, found=event.value, path=path)
            top.key = event.value
            self.document.keys[path] = _mark(event)
            return
        plain_null = not event.style and event.value in ("", "~", "null")
        self.add(None if plain_null else event.value, event)

    def open(self, event: Any) -> None:
        if event.anchor:
            self.refuse("alias-used", event)
        if len(self.stack) >= MAX_DEPTH:
            self.refuse("nested-too-deep", event, expected=(str(MAX_DEPTH),))
        if self.stack and isinstance(self.stack[-1].node, dict) and self.stack[-1].key is None:
            self.refuse("key-not-text", event)
        node: list[Any] | dict[str, Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append(_Open(node, self.add(node, event)))

    def close(self, event: Any) -> None:
        """Ends a list or mapping: at its bracket, or where its last value ends."""
        path = self.stack.pop().path
        if event.end_mark.index > event.start_mark.index:
            self.covered = event.end_mark.index
        mark = self.document.values[path]
        self.document.values[path] = mark._replace(end=max(self.covered, mark.end))

    def add(self, value: Any, event: Any) -> FieldPath:
        """Puts a value into what is open, and returns its path."""
        if len(self.document.values) >= MAX_VALUES:
            self.refuse("too-many-values", event, expected=(str(MAX_VALUES),))
        self.started = True
        self.covered = event.end_mark.index
        path: FieldPath = ()
        if not self.stack:
            self.document.data = value
        else:
            top = self.stack[-1]
            if isinstance(top.node, dict):
                key, top.key = str(top.key), None
                top.node[key] = value
                path = (*top.path, key)
            else:
                path = (*top.path, len(top.node))
                top.node.append(value)
        self.document.values[path] = _mark(event)
        return path

    def refuse(self, code: str, event: Any, path: FieldPath | None = None, **details: Any) -> None:
        mark = _mark(event)
        field_path = self.stack[-1].path if path is None and self.stack else path or ()
        place = Place(self.document.file, mark.line, mark.column, self.document.name_of(field_path))
        raise Unreadable(Finding(code, place, **details))


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    return Mark(start.line + 1, start.column + 1, start.index, end.index)
