"""What a command answers with, before anybody decides how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field


class Remark(Struct, frozen=True):
    """A note to an answer: a code and the values its sentence needs."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


class Result(Struct, frozen=True):
    """The answer of one command. `items` are domain values, `query` the options as understood."""

    command: str
    query: Mapping[str, Any]
    items: tuple[Any, ...]
    remarks: tuple[Remark, ...] = ()
    exit_code: int = 0
