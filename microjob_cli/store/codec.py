"""Domain values <-> what JSON holds, by the dataclasses' own annotations, without Pydantic.

A dataclass becomes the list of its fields in order, cut after the last one that differs from its default. Values that a
record writes as text (money, dates, fees ...) stay that text and are parsed again, once for each text.

A whole record becomes one line: its fields as JSON texts between tabs. Read back it is built at once, but a field is
parsed and decoded only when somebody asks for it; most of what a record says no call asks for.
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

from microjob_cli.domain.errors import RecordsGarbled
from microjob_cli.domain.values import finder, lazily

Decoder = Callable[[Any], Any]

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Without the search for spaces around the text that `json.loads` makes.
_parse = json.JSONDecoder().raw_decode

# What decoding raises on data that is not what was encoded.
GARBLED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


def encode(value: Any) -> Any:
    """Any value of the domain as lists, mappings, texts, booleans and None."""
    kind: Any = type(value)
    return _encoder(kind)(value)


@cache
def _encoder(kind: Any) -> Callable[[Any], Any]:
    if kind in (str, bool, int, type(None)):
        return lambda value: value
    if issubclass(kind, Enum):
        return lambda value: value.value
    if kind is Decimal or hasattr(kind, "parse"):
        return str
    if is_dataclass(kind):
        return _fields_of
    if issubclass(kind, Mapping):
        return lambda value: {key: encode(inner) for key, inner in value.items()}
    if issubclass(kind, frozenset):
        return lambda value: sorted(map(encode, value))
    if issubclass(kind, tuple):
        return lambda value: list(map(encode, value))
    raise TypeError(f"no encoded form for {kind.__name__}")


def line_of(record: Any) -> bytes:
    """A record as one line, without its end. Of one that was read it is the line it was read from."""
    found = finder(record)
    return found.line if isinstance(found, _Line) else "\t".join(map(json_of, _fields_of(record))).encode()


def by_id(records: Any) -> Iterable[tuple[str, Any]]:
    """The records of one part of the catalogue with their ids; of a list the places stand for them."""
    return records.items() if isinstance(records, Mapping) else ((str(at), one) for at, one in enumerate(records))


def json_of(value: Any) -> str:
    """A value as JSON without needless spaces; no tab or line end stands in it."""
    return _write(value)


def _fields_of(value: Any) -> list[Any]:
    kind: Any = type(value)
    parts = [(encode(getattr(value, item.name)), default) for item, default in _defaults(kind)]
    while parts and parts[-1][0] == parts[-1][1]:
        parts.pop()
    return [part for part, _ in parts]


@cache
def _defaults(kind: Any) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a dataclass with their defaults, encoded."""
    defaults = ((item, _default(item)) for item in fields(kind))
    return tuple((item, default if default is MISSING else encode(default)) for item, default in defaults)


def _default(item: Field[Any]) -> Any:
    if item.default_factory is not MISSING:
        return item.default_factory()
    return item.default


@cache
def reader(kind: Any) -> Callable[[str, Callable[[], bytes]], Any]:
    """What makes a record of its key and of its line, which is read when a field other than a plain `id` is asked for.

    The fields raise RecordsGarbled if they are garbled.
    """
    places = {item.name: (index, _default(item)) for index, item in enumerate(fields(kind))}
    has_id = "id" in places and _annotation(kind, "id") is str

    def read(key: str, line: Callable[[], bytes]) -> Any:
        find = _Line(kind, places, line)
        return lazily(kind, find, id=key) if has_id else lazily(kind, find)

    return read


class _Line:
    """Finds the fields of one record in its line."""

    __slots__ = ("_kind", "_parts", "_places", "_read")

    def __init__(self, kind: Any, places: Mapping[str, tuple[int, Any]], read: Callable[[], bytes]) -> None:
        self._kind, self._places, self._read = kind, places, read
        self._parts: list[bytes] = []

    @property
    def line(self) -> bytes:
        return b"\t".join(self._split())

    def _split(self) -> list[bytes]:
        self._parts = self._parts or self._read().split(b"\t")
        return self._parts

    def __call__(self, name: str) -> Any:
        (index, default), parts = self._places[name], self._parts or self._split()
        if index >= len(parts) or (default == () and parts[index] == b"[]"):
            if default is MISSING:
                raise RecordsGarbled
            return default
        try:
            text = str(parts[index], "utf-8")
            data, end = _parse(text)
            if end != len(text):
                raise ValueError
            return _field_decoder(self._kind, name)(data)
        except GARBLED as problem:
            raise RecordsGarbled from problem


@cache
def _field_decoder(kind: Any, name: str) -> Decoder:
    return decoder(_annotation(kind, name))


def _annotation(kind: Any, name: str) -> Any:
    """The type of one field; `typing.get_type_hints` would evaluate those of all."""
    owner = next(one for one in kind.__mro__ if name in getattr(one, "__annotations__", ()))
    written = owner.__annotations__[name]
    return _evaluated(written, owner.__module__) if isinstance(written, str) else written


@cache
def _evaluated(written: str, module: str) -> Any:
    """What an annotation in a module stands for; many fields have the same one."""
    return eval(written, vars(sys.modules[module]))


@cache
def decoder(kind: Any) -> Decoder:
    """What turns the encoded form of a type back into its values. It raises one of several errors on other data."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional_decoder(next(part for part in arguments if part is not type(None)))
    if origin is tuple:
        inner = decoder(arguments[0])
        return lambda data: tuple([inner(part) for part in data])
    if origin is frozenset:
        inner = decoder(arguments[0])
        return lambda data: frozenset([inner(part) for part in data])
    if origin is not None and issubclass(origin, Mapping):
        inner = decoder(arguments[1])
        return lambda data: {key: inner(part) for key, part in data.items()}
    if is_dataclass(origin or kind) and not hasattr(kind, "parse"):
        return _dataclass_decoder(kind)
    return _plain_decoder(kind)


def _optional_decoder(kind: Any) -> Decoder:
    inner = decoder(kind)

    def decode(data: Any) -> Any:
        return None if data is None else inner(data)

    return cache(decode) if hasattr(kind, "parse") else decode


def _plain_decoder(kind: Any) -> Decoder:
    if kind in (str, bool, int):
        return _checked(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return cache(kind.parse if hasattr(kind, "parse") else kind)


def _checked(kind: type[Any]) -> Decoder:
    def decode(data: Any) -> Any:
        if type(data) is not kind:
            raise TypeError(f"{kind.__name__} expected")
        return data

    return decode


def _dataclass_decoder(kind: Any) -> Decoder:
    record = get_origin(kind) or kind
    bound = dict(zip(getattr(record, "__parameters__", ()), get_args(kind), strict=False))
    if _is_bundle(record):
        return _bundle_decoder(record)
    names = [item.name for item in fields(record)]
    inner = [decoder(_bound(_annotation(record, name), bound)) for name in names]
    if all(not item.kw_only for item in fields(record)):
        return lambda data: record(*[decode(part) for decode, part in zip(inner, data, strict=False)])
    return lambda data: record(**{name: decode(part) for name, decode, part in zip(names, inner, data, strict=False)})


def _is_bundle(record: Any) -> bool:
    """Whether it is a label with many lists of claims, of which a call asks for few."""
    return len(fields(record)) > 3 and all(item.default == () for item in fields(record)[1:])


def _bundle_decoder(record: Any) -> Decoder:
    places = {item.name: index for index, item in enumerate(fields(record))}
    label = fields(record)[0].name

    def decode(data: Any) -> Any:
        def find(name: str) -> Any:
            index = places[name]
            try:
                if index >= len(data) or not data[index]:
                    return ()
                return _field_decoder(record, name)(data[index])
            except GARBLED as problem:
                raise RecordsGarbled from problem

        return lazily(record, find, **{label: _field_decoder(record, label)(data[0])})

    return decode


def _bound(hint: Any, bound: Mapping[Any, Any]) -> Any:
    """A type hint with the parameters of a generic dataclass put in."""
    return bound[hint] if isinstance(hint, TypeVar) else hint
