"""The catalogue as one file: answers are read from it, YAML and Pydantic are for those who write records.

Its first line says what it was made from and where in it each block lies. For each part of the catalogue there are
two blocks: the records, a line each, and an index of their ids with the places of their lines. Blocks of names lead
from the folded form of a name to what it names, and one holds of each platform what the order of sites looks at. An
answer reads the blocks it needs and of them the lines it needs; what it reads is parsed as JSON and decoded into frozen
values, never executed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from microjob_cli import __version__
from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.errors import RecordMissing, RecordsGarbled
from microjob_cli.domain.names import Name, NameIndex, NameKind, fold
from microjob_cli.files import content_of
from microjob_cli.store.codec import GARBLED, by_id, decoder, encode, json_of, line_of, reader
from microjob_cli.store.folders import ANSWERING

if TYPE_CHECKING:
    from microjob_cli.domain.asking.lexicon import Spellings
    from microjob_cli.domain.asking.naming import KnownNames
    from microjob_cli.domain.outline import Outline
    from microjob_cli.store.memory import FileRead

_FORMAT = f"microjob {__version__}, snapshot 5"
_PARTS = {
    **{str(layout.part): layout.record for layout in ANSWERING},
    "guides": "guides:Guide",
    "origins": "origins:Origins",
}
# What finds words and names in questions: each field is a block of sorted lines, a key and what it leads to.
_FINDING = {"spellings": "asking.lexicon:Spellings", "known_names": "asking.naming:KnownNames"}
_NAMED = {"platforms": "platform_index", "methods": "method_index", "task_types": "task_index"}
_NO_FILES: Mapping[str, FileRead] = {}
# After so many single searches in an index it is read as a whole.
_MANY = 40


def written(catalogue: Catalogue, key: str, files: Mapping[str, FileRead] = _NO_FILES) -> bytes:
    """The catalogue as a file. `key` says what it was made from, `files` what each record file held."""
    blocks = dict(_blocks(catalogue))
    blocks["files"] = "".join(f"{json_of([name, encode(read)])}\n" for name, read in files.items()).encode()
    places, end = {}, 0
    for name, block in blocks.items():
        places[name] = (end, len(block))
        end += len(block)
    head = {
        "format": _FORMAT,
        "key": key,
        "size": end,
        "blocks": places,
        "version": catalogue.version,
        "newest": str(catalogue.newest) if catalogue.newest else None,
    }
    return b"".join((json_of(head).encode(), b"\n", *blocks.values()))


def _blocks(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    for part in _PARTS:
        index, lines, end = [], [], 0
        for name, record in by_id(getattr(catalogue, part)):
            lines.append(line_of(record))
            index.append(f"{json_of(name)}\t{end}\t{len(lines[-1])}\n")
            end += len(lines[-1])
        yield f"{part}.index", "".join(("\n", *index)).encode()
        yield part, b"".join(lines)
    for part, index_name in _NAMED.items():
        names: NameIndex = getattr(catalogue, index_name)
        told = (f"{key}\t{json_of([one.written, one.id, one.kind])}\n" for key, one in names.names.items())
        yield f"{part}.names", "".join(("\n", *told)).encode()
    yield "outlines", "".join(_outlines(catalogue)).encode()
    for aid in _FINDING:
        found = getattr(catalogue, aid)
        for item in fields(found):
            yield f"{aid}.{item.name}", _lines(getattr(found, item.name))


def _outlines(catalogue: Catalogue) -> Iterator[str]:
    """From the newest date of the records on; whoever asks for an earlier day waits until they are made."""
    from microjob_cli.domain.turning import outlines_from

    start = catalogue.newest.last if catalogue.newest else date.min
    for key, platform in catalogue.platforms.items():
        yield f"{key}\t{json_of(encode(tuple(outlines_from(start, platform, catalogue.sources))))}\n"


def _lines(lists: Mapping[str, Sequence[str]]) -> bytes:
    """As `StoredLines` has them."""
    return "".join(f"{key}\t{_list(tuple(found))}\n" for key, found in sorted(lists.items())).encode()


@cache
def _list(found: tuple[str, ...]) -> str:
    """A list as JSON; many spellings lead to the same words."""
    return json_of(list(found))


def opened(path: Path, key: str | None = None) -> StoredCatalogue | None:
    """The catalogue of a file, or None when there is none, it is not one of ours, cut, or made from something else."""
    try:
        whole = content_of(path)
        start = whole.find(b"\n") + 1
        head = json.loads(whole[:start])
        snapshot = Snapshot(whole, start, head)
        if head["format"] != _FORMAT or (key is not None and head["key"] != key) or not snapshot.is_whole():
            return None
        return StoredCatalogue(snapshot, head["key"], head["version"], head["newest"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


class Snapshot:
    """The blocks of a file, which is in memory as a whole: many may read at once, and it may be replaced meanwhile."""

    def __init__(self, whole: bytes, start: int, head: Mapping[str, Any]) -> None:
        self._whole = whole
        self._start = start
        self._places: Mapping[str, tuple[int, int]] = {
            name: (int(at), int(n)) for name, (at, n) in head["blocks"].items()
        }
        self._size = int(head["size"])

    def is_whole(self) -> bool:
        """Whether the file is as long as it says."""
        return len(self._whole) == self._start + self._size

    def block(self, name: str) -> bytes:
        """A whole block."""
        return self.piece(name, 0, self._place(name)[1])

    def _place(self, name: str) -> tuple[int, int]:
        try:
            return self._places[name]
        except KeyError:
            raise RecordsGarbled from None

    def piece(self, name: str, at: int, length: int) -> bytes:
        """A piece of a block."""
        start, whole = self._place(name)
        if not 0 <= at <= at + length <= whole:
            raise RecordsGarbled
        first = self._start + start + at
        return self._whole[first : first + length]


class StoredRecords(Mapping[str, Any]):
    """The records of one part by id, each read when it is first asked for."""

    def __init__(self, snapshot: Snapshot, part: str) -> None:
        self._snapshot, self._part = snapshot, part
        self._read: dict[str, Any] = {}
        self._searches = 0

    def __getitem__(self, key: str) -> Any:
        try:
            return self._read[key]
        except KeyError:
            at, length = self._place(key)
            self._read[key] = found = self._reader(key, lambda: self._snapshot.piece(self._part, at, length))
            return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def _place(self, key: str) -> tuple[int, int]:
        self._searches += 1
        try:
            if self._searches > _MANY:
                return self._places[key]
            at, length = _sought(self._index, json_of(key), key)
        except KeyError:
            raise RecordMissing(key) from None
        return int(at), int(length)

    @cached_property
    def _index(self) -> bytes:
        return self._snapshot.block(f"{self._part}.index")

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, int]]:
        try:
            lines = (line.split("\t") for line in str(self._index, "utf-8").split("\n")[1:-1])
            return {_id(key): (int(at), int(length)) for key, at, length in lines}
        except ValueError as problem:
            raise RecordsGarbled from problem

    @cached_property
    def _reader(self) -> Callable[[str, Callable[[], bytes]], Any]:
        return reader(_class(_PARTS[self._part]))


class StoredNames(NameIndex):
    """Names as they lead to records, searched without reading them all."""

    def __init__(self, snapshot: Snapshot, part: str) -> None:
        self._block = snapshot.block(f"{part}.names")

    def find(self, word: str) -> Name | None:
        try:
            (told,) = _sought(self._block, fold(word), word)
        except KeyError:
            return None
        return _name(told)

    @cached_property
    def _by_fold(self) -> Mapping[str, Name]:  # type: ignore[override]
        lines = (line.partition("\t") for line in str(self._block, "utf-8").split("\n")[1:-1])
        return {key: _name(told) for key, _, told in lines}


def _id(told: str) -> str:
    """An id out of its JSON; hardly one needs a parser."""
    return str(json.loads(told)) if "\\" in told else told[1:-1]


def _name(told: str) -> Name:
    try:
        written, key, kind = json.loads(told)
        return Name(written, key, NameKind(kind))
    except (ValueError, TypeError) as problem:
        raise RecordsGarbled from problem


def _sought(block: bytes, first: str, key: str) -> list[str]:
    """What follows the first word of the line that begins with it. Raises KeyError."""
    sought = f"\n{first}\t".encode()
    start = block.find(sought)
    if start < 0:
        raise KeyError(key)
    start += len(sought)
    return str(block[start : block.index(b"\n", start)], "utf-8").split("\t")


class StoredLines(Mapping[str, Sequence[str]]):
    """Lists of texts by key, in sorted lines: a key is sought by halving, and only its own list is parsed."""

    def __init__(self, block: bytes) -> None:
        self._block = block

    def __getitem__(self, key: str) -> Sequence[str]:
        told = self._sought(key.encode())
        if told is None:
            raise KeyError(key)
        try:
            found = json.loads(told)
        except ValueError as problem:
            raise RecordsGarbled from problem
        if not isinstance(found, list):
            raise RecordsGarbled
        return found

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._sought(key.encode()) is not None

    def __iter__(self) -> Iterator[str]:
        try:
            lines = str(self._block, "utf-8").split("\n")
        except UnicodeDecodeError as problem:
            raise RecordsGarbled from problem
        return (line.partition("\t")[0] for line in lines[:-1])

    def __len__(self) -> int:
        return self._block.count(b"\n")

    def _sought(self, key: bytes) -> bytes | None:
        block = self._block
        low, high = 0, len(block)
        while low < high:
            start = max(block.rfind(b"\n", low, (low + high) // 2) + 1, low)
            tab = block.find(b"\t", start, high)
            end = block.find(b"\n", tab, high)
            if min(tab, end) < 0:
                raise RecordsGarbled
            found = block[start:tab]
            if found == key:
                return block[tab + 1 : end]
            if found < key:
                low = end + 1
            else:
                high = start
        return None


class StoredOutlines(Mapping[str, Any]):
    """The outlines of platforms by their ids, a line each, decoded when they are asked for."""

    def __init__(self, block: bytes) -> None:
        try:
            lines = (line.partition("\t") for line in str(block, "utf-8").split("\n")[:-1])
        except UnicodeDecodeError as problem:
            raise RecordsGarbled from problem
        self._told = {key: told for key, _, told in lines}
        self._decode = decoder(_class("outline:Outline"))

    def __getitem__(self, key: str) -> Sequence[Outline]:
        told = self._told[key]
        try:
            return tuple(self._decode(outline) for outline in json.loads(told))
        except GARBLED as problem:
            raise RecordsGarbled from problem

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


def _finding(snapshot: Snapshot, aid: str) -> Any:
    kind = _class(_FINDING[aid])
    return kind(*(StoredLines(snapshot.block(f"{aid}.{item.name}")) for item in fields(kind)))


def _class(named: str) -> Any:
    module, _, name = named.partition(":")
    return getattr(import_module(f"microjob_cli.domain.{module}"), name)


class StoredCatalogue(Catalogue):
    """A catalogue whose parts are read when they are first asked for."""

    def __init__(self, snapshot: Snapshot, key: str, version: str, newest: str | None) -> None:
        date_of = PartialDate.parse(newest) if newest else None
        vars(self).update(_snapshot=snapshot, key=key, version=version, newest=date_of)

    key: str

    @property
    def files(self) -> Mapping[str, FileRead]:
        """What the record files held that it was made from."""
        from microjob_cli.store.memory import FileRead

        try:
            lines = [json.loads(line) for line in self._snapshot.block("files").split(b"\n")[:-1]]
            return {name: decoder(FileRead)(read) for name, read in lines}
        except GARBLED as problem:
            raise RecordsGarbled from problem

    def __getattr__(self, name: str) -> Any:
        vars(self)[name] = found = self._part(name)
        return found

    def _part(self, name: str) -> Any:
        if name == "outlines":
            return StoredOutlines(self._snapshot.block(name))
        if name not in _PARTS:
            raise AttributeError(name)
        records = StoredRecords(self._snapshot, name)
        return tuple(records.values()) if name == "rates" else records

    @cached_property
    def spellings(self) -> Spellings:
        found: Spellings = _finding(self._snapshot, "spellings")
        return found

    @cached_property
    def known_names(self) -> KnownNames:
        found: KnownNames = _finding(self._snapshot, "known_names")
        return found

    @cached_property
    def platform_index(self) -> NameIndex:
        return StoredNames(self._snapshot, "platforms")

    @cached_property
    def method_index(self) -> NameIndex:
        return StoredNames(self._snapshot, "methods")

    @cached_property
    def task_index(self) -> NameIndex:
        return StoredNames(self._snapshot, "task_types")
