"""Signs by which fraudulent offers are known, found in the words of an offer."""

from __future__ import annotations

from collections.abc import Iterable

from microjob_cli.domain.asking.records import Cue
from microjob_cli.domain.statements import Statement
from microjob_cli.domain.text import Text
from microjob_cli.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Seen(Statement):
    """A case in which the sign was seen, as one source tells it."""


@dataclass(frozen=True, slots=True)
class DangerSign:
    """What an offer may show: the sign, why it is one, by which words it is known, and cases of it."""

    id: str
    sign: Text
    why: Text
    cues: tuple[Cue, ...]
    seen: tuple[Seen, ...] = ()


def signs_in(said: frozenset[str], signs: Iterable[DangerSign]) -> tuple[DangerSign, ...]:
    """The signs that what was said shows."""
    return tuple(sign for sign in signs if any(cue.speaks(said) for cue in sign.cues))
