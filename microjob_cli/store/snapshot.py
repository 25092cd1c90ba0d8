"""The catalogue as one JSON text: answers are read from it, YAML and Pydantic are for those who write records.

The first line says which shape of records the text holds, so that another version's text is noticed; the second one
holds the records. It is only ever parsed as JSON and decoded into frozen values, never executed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from hashlib import sha256
from typing import Any, get_args, get_type_hints

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.store.codec import decoder, encode


class LazyRecords(Mapping[str, Any]):
    """Records by id, each built when it is first asked for."""

    def __init__(self, kind: Any, encoded: Mapping[str, Any]) -> None:
        self._decode = decoder(kind)
        self._encoded = encoded
        self._built: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._built:
            self._built[key] = self._decode(self._encoded[key])
        return self._built[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


def written(catalogue: Catalogue, key: str) -> str:
    """The catalogue as text. `key` says what it was made from."""
    head = {"shape": _shape(), "key": key}
    body = {item.name: encode(getattr(catalogue, item.name)) for item in fields(Catalogue)}
    return "\n".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (head, body)) + "\n"


def read(text: str, key: str | None = None) -> Catalogue | None:
    """The catalogue of a text, or None when it is not one of ours, not of this version, or made from something else."""
    try:
        head, body = (json.loads(line) for line in text.splitlines())
        if head["shape"] != _shape() or (key is not None and head["key"] != key):
            return None
        return Catalogue(**{name: _part(hint, body[name]) for name, hint in get_type_hints(Catalogue).items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _part(hint: Any, encoded: Any) -> Any:
    arguments = get_args(hint)
    if len(arguments) == 2 and arguments[0] is str:
        return LazyRecords(arguments[1], dict(encoded))
    return decoder(hint)(encoded)


def _shape() -> str:
    """A digest of the names and types of all fields of a catalogue and what it holds."""
    told: dict[str, str] = {}
    _tell(Catalogue, told)
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def _tell(kind: Any, told: dict[str, str]) -> None:
    for part in get_args(kind):
        _tell(part, told)
    if hasattr(kind, "__dataclass_fields__") and kind.__name__ not in told:
        hints = get_type_hints(kind)
        told[kind.__name__] = ", ".join(f"{name}: {hint}" for name, hint in hints.items())
        for hint in hints.values():
            _tell(hint, told)
