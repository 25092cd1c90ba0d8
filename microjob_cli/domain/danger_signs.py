"""Signs by which fraudulent offers are known."""

from __future__ import annotations

from dataclasses import dataclass

from microjob_cli.domain.statements import Statement
from microjob_cli.domain.text import Text


@dataclass(frozen=True, slots=True)
class Seen(Statement):
    """A case in which the sign was seen, as one source tells it."""


@dataclass(frozen=True, slots=True)
class DangerSign:
    """What an offer may show: the sign, why it is one, and cases of it."""

    id: str
    sign: Text
    why: Text
    seen: tuple[Seen, ...] = ()
