"""What a question in free words asks for: its intent and its slots, by the words and names in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from microjob_cli.domain.addresses import addresses
from microjob_cli.domain.asking.amounts import amounts
from microjob_cli.domain.asking.heard import Heard
from microjob_cli.domain.asking.judging import Judged, judged
from microjob_cli.domain.asking.lexicon import Hit, Lexicon, Nearest, slots_of
from microjob_cli.domain.asking.naming import Found, Names
from microjob_cli.domain.asking.records import Intent, Phrasebook, Refusal
from microjob_cli.domain.asking.roles import roles_of
from microjob_cli.domain.asking.slots import slots
from microjob_cli.domain.asking.strangers import stranger
from microjob_cli.domain.asking.tokens import tokens
from microjob_cli.domain.asking.tongue import tongue
from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.values import dataclass

# How likely an intent must be to be believed without a cue.
_BELIEVED = 0.4
# How near the next intent may come before it is offered too.
_DOUBTFUL = 2.0


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was understood. Without intent and refusal it was not; `other` is another likely intent."""

    heard: Heard
    language: str
    slots: Mapping[str, Any]
    intent: Intent | None = None
    refusal: Refusal | None = None
    other: Intent | None = None


class Reader:
    """Reads questions with one phrasebook and one catalogue. `nearest` finds the known spelling of a mistyped word."""

    def __init__(self, book: Phrasebook, catalogue: Catalogue, nearest: Nearest) -> None:
        self.book, self.catalogue = book, catalogue
        self.lexicon = Lexicon(book.words.values(), nearest)
        self.names = Names(catalogue, self.lexicon, nearest)

    def read(self, text: str) -> Reading:
        """How a question is understood; the same text is always understood in the same way."""
        heard = self.heard(text)
        language = tongue(heard.row, heard.hits)
        found = judged(heard, self.book)
        ranked = found.ranked
        if not ranked or found.declined >= found.total[ranked[0]]:
            refusal = self.book.refusals[found.refusal] if found.refusal else None
            return Reading(heard, language, slots(heard, None), refusal=refusal)
        intent = self.book.intents[ranked[0]]
        if not _is_believed(intent.id, found):
            return Reading(heard, language, slots(heard, None))
        near = [key for key in ranked[1:2] if found.total[ranked[0]] - found.total[key] <= _DOUBTFUL]
        other = self.book.intents[near[0]] if near and _is_believed(near[0], found) else None
        return Reading(heard, language, slots(heard, intent), intent, other=other)

    def heard(self, text: str) -> Heard:
        """The words, names and amounts in a question."""
        row = tokens(text)
        hits = _outermost(self.lexicon.hits(row))
        names = tuple(self.names.found(row, hits))
        free = tuple(hit for hit in hits if not _covered(hit, names))
        numbers = tuple(amounts(row, hits, self.book.words))
        return Heard(
            text=text,
            row=row,
            hits=free,
            names=names,
            tasks=tuple(self.names.tasks(row)),
            amounts=numbers,
            roles=roles_of(row, free, names, self.catalogue.methods),
            filled=slots_of(free, self.book.words),
            stranger=stranger(row, free, names, numbers),
            addresses=addresses(text),
            implied=frozenset(word for hit in free for found in hit.words for word in self.book.words[found].also),
        )


def _outermost(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits that no longer one contains."""
    return tuple(hit for hit in hits if not any(_inside(hit, other) for other in hits))


def _inside(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _covered(hit: Hit, names: Sequence[Found]) -> bool:
    """Whether the words are part of a name."""
    return any(one.start <= hit.start and hit.end <= one.end for one in names)


def _is_believed(intent: str, found: Judged) -> bool:
    """Whether anything but a guess speaks for it."""
    return found.cues[intent] > 0 or found.likely[intent] >= _BELIEVED
