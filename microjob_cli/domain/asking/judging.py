"""What a question is most likely about: cues written by hand, and leanings learnt from example questions.

A cue adds its weight to an intent. Beside that, each word leans towards intents; the leanings together give every
intent a likelihood, whose logarithm is added. So cues decide where they speak clearly, and leanings where they do not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from microjob_cli.domain.asking.records import Cue, Leaning, Phrasebook

# The name under which leanings speak for declining a question.
DECLINED = "declined"
_HUNDREDTHS = 100
# The least likelihood that is told apart; what is less likely all counts the same.
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Judged:
    """The score of each intent and refusal: `cues` by hand, `total` with the likelihood."""

    cues: Mapping[str, int]
    total: Mapping[str, float]
    refusals: Mapping[str, int]
    declined: float

    @property
    def ranked(self) -> list[str]:
        """The intents, the likeliest first; of equals the one first in the records."""
        return sorted(self.total, key=lambda key: -self.total[key])

    @property
    def refusal(self) -> str | None:
        """The refusal that its cues speak for most."""
        best = max(self.refusals, key=lambda key: self.refusals[key], default=None)
        return best if best is not None and self.refusals[best] > 0 else None


def judged(said: frozenset[str], book: Phrasebook) -> Judged:
    """How well each intent and each refusal fits what was said."""
    cues = {key: _weight(intent.cues, said) for key, intent in book.intents.items()}
    refusals = {key: _weight(refusal.cues, said) for key, refusal in book.refusals.items()}
    logs = _logarithms(likelihoods(said, book.leanings, (*cues, DECLINED)))
    total = {key: weight + logs[key] for key, weight in cues.items()}
    return Judged(cues, total, refusals, max(refusals.values(), default=0) + logs[DECLINED])


def likelihoods(said: Iterable[str], leanings: Mapping[str, Leaning], kinds: Iterable[str]) -> dict[str, float]:
    """How likely each kind is by the leanings of the words; all equally without any."""
    every = tuple(kinds)
    sums = dict.fromkeys(every, 0.0)
    for word in sorted(said):
        leaning = leanings.get(word)
        for kind, weight in leaning.towards.items() if leaning else ():
            if kind in sums:
                sums[kind] += weight / _HUNDREDTHS
    highest = max(sums.values(), default=0.0)
    powers = {kind: math.exp(value - highest) for kind, value in sums.items()}
    whole = sum(powers.values())
    return {kind: power / whole for kind, power in powers.items()}


def _logarithms(likely: Mapping[str, float]) -> dict[str, float]:
    """Above zero, so that an intent without cues that is by far the likeliest still scores."""
    return {kind: math.log(max(chance, _LEAST) / _LEAST) for kind, chance in likely.items()}


def _weight(cues: Iterable[Cue], said: frozenset[str]) -> int:
    return sum(cue.weight for cue in cues if cue.speaks(said))
