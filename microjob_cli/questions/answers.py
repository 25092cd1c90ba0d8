"""What a question was answered with, before anybody decides how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.catalogue import ExchangeRate, Help
from microjob_cli.catalog.offers import Shown
from microjob_cli.catalog.questions import Intent, Refusal, Saying
from microjob_cli.payouts.route import Notice
from microjob_cli.questions.calls import Call
from microjob_cli.questions.focus import Focus
from microjob_cli.result import Result


class OtherReading(Struct, frozen=True):
    """Another way to read the question, and the command that would answer it; its answer where that is told too."""

    intent: Intent
    call: Call
    result: Result | None = None


class Unrecorded(Struct, frozen=True):
    """A name in the question that no record has, and the recorded names that come near."""

    name: str
    nearest: tuple[str, ...] = ()


class Answered(Struct, frozen=True):
    """One question with its answer. `language` is the question's own when the answer shall follow it.

    Without an intent it is declined: as one of the `refusal`s, or because it was not understood.
    """

    question: str
    slots: Mapping[str, Any]
    language: str | None = None
    intent: Intent | None = None
    refusal: Refusal | None = None
    call: Call | None = None
    result: Result | None = None
    focus: Focus | None = None
    unrecorded: tuple[Unrecorded, ...] = ()
    sites: Result | None = None  # what `check` says of addresses that could be taken for a recorded site's
    says: tuple[Saying, ...] = ()
    help: tuple[Help, ...] = ()  # whom to turn to, for who was cheated
    signs: tuple[Shown, ...] = ()
    cautions: tuple[Notice, ...] = ()  # why a method that is spoken of does not work in the asker's country
    alternatives: tuple[OtherReading, ...] = ()  # the likeliest readings, this one first, where they differ
    sure: bool = True  # else somebody has to choose among them
    second: OtherReading | None = None  # what is asked too
    rate: ExchangeRate | None = None
    among_others: bool = False  # then the question itself is told too

    @property
    def declined(self) -> bool:
        return self.intent is None


def sayings(intent: Intent, slots: Mapping[str, Any]) -> tuple[Saying, ...]:
    """The general answer that fits the slots best."""
    fitting = [
        saying for saying in intent.says if all(_holds(slots.get(name), saying.when[name]) for name in saying.when)
    ]
    return tuple(sorted(fitting, key=lambda saying: not saying.when)[:1])


def _holds(filled: Any, value: str) -> bool:
    return value in (filled if isinstance(filled, list) else [str(filled).casefold()])
