"""Signs by which fraudulent offers are known, found in the words and in the links of an offer."""

from __future__ import annotations

from msgspec import Struct

from microjob_cli.catalog.questions import Cue
from microjob_cli.catalog.statements import Statement
from microjob_cli.catalog.text import Text


class Seen(Statement, frozen=True):
    """A case in which the sign was seen, as one source tells it."""


class DangerSign(Struct, frozen=True):
    """What an offer may show: the sign, why it is one, by what it is known, and cases of it.

    It is known by words that come together (`cues`) in one sentence, or in several if they may stand `apart`, or by the
    hosts of links (`hosts`): such a one says nothing bad, but hides what one would have to know. Where one of its
    `phrases`, of any language, was said, the cues know it as `own-phrase`. Words inside a phrase of `unless` do not
    count: "team" alone recruits nobody.
    """

    id: str
    sign: Text
    why: Text
    cues: tuple[Cue, ...] = ()
    apart: bool = False
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()

    def speaks(self, said: frozenset[str]) -> bool:
        """Whether what was said shows it."""
        return any(cue.speaks(said) for cue in self.cues)

    @property
    def is_doubt(self) -> bool:
        """Whether it only hides something."""
        return bool(self.hosts)
