"""What a question is most likely about: each of its features weighs for some intents and refusals, against others.

Features are its known words, how its words sound, and pieces of that. The weights are learnt from the example
questions; their sums become likelihoods by a softmax, as in the regression by which they were learnt.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from microjob_cli.catalog.questions import IntentWeights
from microjob_cli.questions.lexicon import FILLER
from microjob_cli.questions.parsed import ParsedQuestion
from microjob_cli.questions.tokens import Token, key, stems

_TENTHS = 10
# The sorts of features, as the records of leanings are named.
WORDS, SOUNDS, PIECES = "words", "sounds", "pieces"
SORTS = (WORDS, SOUNDS, PIECES)
# So many letters make a piece; `^` and `$` stand for the ends of a word.
_LENGTHS = (3, 4)


def features(question: ParsedQuestion) -> Mapping[str, frozenset[str]]:
    """The features of a question by their sort. Names of sites and payout methods, and numbers, have no sound here.

    A word that no example has still shares pieces with its relatives.
    """
    sounds = frozenset(sound(token) for token in question.unnamed)
    marked = [f"^{one}$" for one in sounds]
    parts = ((one, start, start + length) for one in marked for length in _LENGTHS for start in range(len(one)))
    pieces = frozenset(one[start:end] for one, start, end in parts if end <= len(one))
    return {WORDS: question.said - {FILLER}, SOUNDS: sounds, PIECES: pieces}


def sound(token: Token) -> str:
    """How a word sounds without its endings."""
    return key(stems(token.folded)[-1])


def likelihoods(question: ParsedQuestion, weights: Collection[IntentWeights]) -> dict[str, float]:
    """How likely each intent and refusal is, the likeliest first; none when no word of the question is known.

    Pieces alone tell nothing: any keys that somebody strikes have some.
    """
    found = features(question)
    if not any(found[one.id] & one.weights.keys() for one in weights if one.id in found and one.id != PIECES):
        return {}
    sums = dict.fromkeys((kind for one in weights for kind in one.kinds.values()), 0)
    for one in weights:
        for feature in sorted(found.get(one.id, ())):
            for kind, weight in one.of(feature):
                sums[kind] += weight
    highest = max(sums.values(), default=0)
    powers = {kind: math.exp((weight - highest) / _TENTHS) for kind, weight in sums.items()}
    whole = sum(powers.values())
    return {kind: powers[kind] / whole for kind in sorted(powers, key=lambda kind: -powers[kind])}
