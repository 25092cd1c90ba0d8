"""What a command answers with, before anybody decides how it looks."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.settings import Records


class Remark(Struct, frozen=True):
    """A note to an answer: a code and the values its sentence needs."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


class Result(Struct, frozen=True):
    """The answer of one command. `items` are domain values, `query` the options as understood.

    `language` is the code of the one to answer in where nobody asked for any: that of the question. `records` are those
    that the answer is about, where they are not those of the settings.
    """

    command: str
    query: Mapping[str, Any]
    items: tuple[Any, ...]
    remarks: tuple[Remark, ...] = ()
    exit_code: int = 0
    language: str | None = None
    records: Records | None = None


class Stream(Struct, frozen=True):
    """Answers to questions as they come, each made before the next question is read."""

    command: str
    query: Mapping[str, Any]
    answers: Iterator[Result]


class Question(Struct, frozen=True):
    """What a command asks somebody at the terminal: the code of a sentence, and what Enter alone answers.

    `methods` are payout methods to choose from by number, `choices` readings of a question. `problem` is why the answer
    before cannot be used.
    """

    code: str
    suggested: str = ""
    problem: MicrojobError | None = None
    methods: tuple[str, ...] = ()
    choices: tuple[Any, ...] = ()
