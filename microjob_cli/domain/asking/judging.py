"""What a question is most likely about: cues written by hand, and leanings learnt from example questions.

A cue adds its weight to an intent. Beside that, each feature of a question leans towards intents; the leanings together
give every intent a likelihood, whose logarithm is added. So cues decide where they speak clearly, and leanings decide
where they do not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from microjob_cli.domain.asking.features import features
from microjob_cli.domain.asking.heard import Heard
from microjob_cli.domain.asking.records import Cue, Leaning, Phrasebook

# The name under which leanings speak for declining a question.
DECLINED = "declined"
# How much a likelihood counts beside cues, and the least one that is told apart from none.
_WEIGHT = 4.0
_LEAST = 1e-4
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """The score of each intent and refusal: `cues` by hand, `likely` by leanings, `total` of both."""

    cues: Mapping[str, int]
    likely: Mapping[str, float]
    total: Mapping[str, float]
    refusals: Mapping[str, int]
    declined: float

    @property
    def ranked(self) -> list[str]:
        """The intents, the likeliest first; of equals the one first in the records."""
        return sorted(self.total, key=lambda intent: -self.total[intent])

    @property
    def refusal(self) -> str | None:
        """The refusal that its cues speak for most."""
        best = max(self.refusals, key=lambda refusal: self.refusals[refusal], default=None)
        return best if best is not None and self.refusals[best] > 0 else None


def judged(heard: Heard, book: Phrasebook) -> Judged:
    """How well each intent and each refusal fits a question."""
    said = heard.said
    cues = {key: _weight(intent.cues, said) for key, intent in book.intents.items()}
    refusals = {key: _weight(refusal.cues, said) for key, refusal in book.refusals.items()}
    likely = likelihoods(heard, book.leanings.values(), (*cues, DECLINED))
    counted = {kind: _WEIGHT * math.log(chance + _LEAST) for kind, chance in likely.items()}
    total = {key: weight + counted[key] for key, weight in cues.items()}
    return Judged(cues, likely, total, refusals, max(refusals.values(), default=0) + counted[DECLINED])


def likelihoods(heard: Heard, leanings: Iterable[Leaning], kinds: Iterable[str]) -> dict[str, float]:
    """How likely each kind is by the features of the question; all equally where nothing is known of them."""
    found = features(heard)
    sums = dict.fromkeys(kinds, 0.0)
    for leaning in leanings:
        for kind, weight in leaning.of(found.get(leaning.id, frozenset())):
            if kind in sums:
                sums[kind] += weight / _TENTHS
    return softmax(sums)


def softmax(sums: Mapping[str, float]) -> dict[str, float]:
    """Sums of weights as likelihoods that add up to one."""
    highest = max(sums.values(), default=0.0)
    powers = {kind: math.exp(value - highest) for kind, value in sums.items()}
    whole = sum(powers.values())
    return {kind: power / whole for kind, power in powers.items()}


def _weight(cues: Iterable[Cue], said: frozenset[str]) -> int:
    return sum(cue.weight for cue in cues if cue.speaks(said))
