"""Domain values <-> what JSON holds, by the dataclasses' own type hints, without Pydantic.

A dataclass becomes the list of its fields in order, cut after the last one that differs from its default. Values that a
record writes as text (money, dates, fees ...) stay that text and are parsed again, once for each text.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Decoder = Callable[[Any], Any]


def encode(value: Any) -> Any:
    """Any value of the domain as lists, mappings, texts, booleans and None."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal) or hasattr(type(value), "parse"):
        return str(value)
    if is_dataclass(value):
        parts = [(encode(getattr(value, item.name)), _default(item)) for item in fields(value)]
        while parts and parts[-1][0] == parts[-1][1]:
            parts.pop()
        return [part for part, _ in parts]
    if isinstance(value, Mapping):
        return {key: encode(inner) for key, inner in value.items()}
    if isinstance(value, frozenset):
        return sorted(encode(inner) for inner in value)
    if isinstance(value, tuple):
        return [encode(inner) for inner in value]
    return str(value)


def _default(item: Field[Any]) -> Any:
    if item.default is not MISSING:
        return encode(item.default)
    return encode(item.default_factory()) if item.default_factory is not MISSING else MISSING


@cache
def decoder(kind: Any) -> Decoder:
    """What turns the encoded form of a type back into its values. Raises TypeError or ValueError on other data."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = decoder(next(part for part in arguments if part is not type(None)))
        return lambda data: None if data is None else inner(data)
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
    hints = get_type_hints(record)
    names = [item.name for item in fields(record)]
    inner = [decoder(_bound(hints[name], bound)) for name in names]
    if all(not item.kw_only for item in fields(record)):
        return lambda data: record(*[decode(part) for decode, part in zip(inner, data, strict=False)])
    return lambda data: record(**{name: decode(part) for name, decode, part in zip(names, inner, data, strict=False)})


def _bound(hint: Any, bound: Mapping[Any, Any]) -> Any:
    """A type hint with the parameters of a generic dataclass put in."""
    return bound[hint] if isinstance(hint, TypeVar) else hint
