"""What a question is most likely about: each of its features leans towards some intents and refusals.

The leanings are learnt from the example questions. Their sums are turned into likelihoods by a softmax, as in the
regression by which they were learnt.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from microjob_cli.catalog.question_records import IntentWeights
from microjob_cli.questions.features import features
from microjob_cli.questions.parsed import ParsedQuestion

_TENTHS = 10


def likelihoods(heard: ParsedQuestion, leanings: Collection[IntentWeights]) -> dict[str, float]:
    """How likely each intent and refusal is, the likeliest first; none when no feature of the question is known."""
    found = features(heard)
    sums: dict[str, int] = {}
    for leaning in leanings:
        for feature in sorted(found.get(leaning.id, ())):
            for kind, weight in leaning.of(feature):
                sums[kind] = sums.get(kind, 0) + weight
    if not sums:
        return {}
    every = (kind for leaning in leanings for kind in leaning.kinds.values())
    return _softmax({kind: sums.get(kind, 0) / _TENTHS for kind in every})


def _softmax(sums: Mapping[str, float]) -> dict[str, float]:
    """Sums of weights as likelihoods that add up to one, the greatest first."""
    highest = max(sums.values(), default=0.0)
    powers = {kind: math.exp(value - highest) for kind, value in sums.items()}
    whole = sum(powers.values())
    return {kind: powers[kind] / whole for kind in sorted(powers, key=lambda kind: -powers[kind])}
