"""What a question in free words asks for: its intent and its slots, by the words and names in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from microjob_cli.domain.asking.amounts import amounts
from microjob_cli.domain.asking.heard import Heard
from microjob_cli.domain.asking.lexicon import Hit, Lexicon, Nearest, slots_of
from microjob_cli.domain.asking.naming import Found, Names
from microjob_cli.domain.asking.records import Intent, Phrasebook, Refusal
from microjob_cli.domain.asking.roles import roles_of
from microjob_cli.domain.asking.slots import slots
from microjob_cli.domain.asking.strangers import stranger
from microjob_cli.domain.asking.tokens import addresses, tokens
from microjob_cli.domain.asking.tongue import tongue
from microjob_cli.domain.catalogue import Catalogue

# What an intent must reach to be believed, and how near the next one may come before it is offered too.
_BELIEVED = 2
_DOUBTFUL = 1


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
        intents, refusals = self.scores(heard)
        best, other = _best_two(intents)
        refused, _ = _best_two(refusals)
        if refused and refusals[refused] >= intents.get(best or "", 0):
            return Reading(heard, language, slots(heard, None), refusal=self.book.refusals[refused])
        if best is None or intents[best] < _BELIEVED:
            return Reading(heard, language, slots(heard, None))
        intent = self.book.intents[best]
        near = other is not None and intents[other] >= max(_BELIEVED, intents[best] - _DOUBTFUL)
        return Reading(
            heard, language, slots(heard, intent), intent, other=self.book.intents[other] if near and other else None
        )

    def scores(self, heard: Heard) -> tuple[dict[str, int], dict[str, int]]:
        """What speaks for each intent and for each refusal."""
        said = heard.said
        return (
            {key: _score(intent, said) for key, intent in self.book.intents.items()},
            {key: _score(refusal, said) for key, refusal in self.book.refusals.items()},
        )

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


def _score(asked: Intent | Refusal, said: frozenset[str]) -> int:
    return sum(cue.weight for cue in asked.cues if cue.speaks(said))


def _best_two(scores: Mapping[str, int]) -> tuple[str | None, str | None]:
    """The two highest that are above nothing; of equals the one first in the records."""
    ranked = [key for key, score in sorted(scores.items(), key=lambda item: -item[1]) if score > 0]
    return (ranked[0] if ranked else None), (ranked[1] if len(ranked) > 1 else None)
