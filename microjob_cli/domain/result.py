"""What a command answers with, before anybody decides how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any

from microjob_cli.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A note to an answer: a code and the values its sentence needs."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of one command. `items` are domain values, `query` the options as understood.

    `language` is the code of the one to answer in where nobody asked for any: that of the question.
    """

    command: str
    query: Mapping[str, Any]
    items: tuple[Any, ...]
    remarks: tuple[Remark, ...] = ()
    exit_code: int = 0
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """Questions answered as they come, each before the next is read. `answer` takes one and the environment."""

    command: str
    query: Mapping[str, Any]
    asked: Iterator[str]
    answer: Callable[[str, Any], Result]
