"""What the records know of offers: the words of frauds and of honest texts, and the signs by which a fraud is known."""

from __future__ import annotations

from msgspec import Struct

from microjob_cli.catalog.facts import Statement
from microjob_cli.catalog.questions import Cue, IntentWeights, Word
from microjob_cli.catalog.text import Text

# What cues may speak of beside the words of the records: a sum of money, a sum after a smaller one, a percentage, a
# number without a unit, the number of a telephone, an @name, the name of a payout method, of a recorded or well-known
# firm; any link, one to a chat, one that hides where it leads, one to a form; and any phrase of the sign itself.
OFFER_MARKS = frozenset(
    """
    a-sum a-larger-sum a-share a-number a-phone a-handle a-method a-firm a-site a-link a-chat-link a-short-link
    a-form-link own-phrase
    """.split()
)


# Before the id of a sign: the phrases inside which words do not count for it.
UNLESS = "unless "


class OfferWord(Word, frozen=True):
    """One thing that offers speak of, and the ways in which they write it."""


class OfferExample(Struct, frozen=True):
    """A text as people get it, and the signs that would be right to tell of it; an honest one has none."""

    text: str
    signs: tuple[str, ...] = ()


class OfferWeights(IntentWeights, frozen=True):
    """How far words of offers, or sounds, lean towards a fraud, and in frauds towards each sign: learnt."""


class Clue(Cue, frozen=True):
    """By which words a sign is known: all of these, none of those; `a/b` is either.

    They stand in one sentence, or, if they may stand `apart`, in sentences that follow each other closely.
    """

    apart: bool = False


class Seen(Statement, frozen=True):
    """A case in which the sign was seen, as one source tells it."""


class DangerSign(Struct, frozen=True):
    """What an offer may show: the sign, why it is one, what to do, by what it is known, and cases of it.

    It is known by words that come together (`clues`), or by the hosts of links (`hosts`): such a one says nothing bad,
    but hides what one would have to know. Words inside a phrase of `unless` do not count: "team" alone recruits nobody.
    """

    id: str
    sign: Text
    why: Text
    do: Text
    clues: tuple[Clue, ...] = ()
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()

    @property
    def is_doubt(self) -> bool:
        """Whether it only hides something."""
        return bool(self.hosts)


class Shown(Struct, frozen=True):
    """A danger sign in a text. `words`: those by which it was known where no rule knew it."""

    sign: DangerSign
    words: tuple[str, ...] = ()
