"""What a command answers with, before anybody decides how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field


class Remark(Struct, frozen=True):
    """A note to an answer: a code and the values its sentence needs."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


class Result(Struct, frozen=True):
    """The answer of one command. `items` are domain values, `query` the options as understood.

    `language` is the code of the one to answer in where nobody asked for any: that of the question.
    """

    command: str
    query: Mapping[str, Any]
    items: tuple[Any, ...]
    remarks: tuple[Remark, ...] = ()
    exit_code: int = 0
    language: str | None = None


class Stream(Struct, frozen=True):
    """Questions answered as they come, each before the next is read. `answer` takes one and the environment."""

    command: str
    query: Mapping[str, Any]
    asked: Iterator[str]
    answer: Callable[[str, Any], Result]
