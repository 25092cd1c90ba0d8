"""How like a fraud a text is as a whole, and like which: each of its words weighs for it or against it.

The weights are learnt from examples of frauds and of honest texts (`tools.learn_offers`): a frauds' sign that no rule
foresaw is still known by the company of its words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from microjob_cli.catalog.questions import IntentWeights
from microjob_cli.questions.likelihoods import SOUNDS, WORDS, sound
from microjob_cli.scams.words import Wording

# What weights are for beside the signs: whether it is a fraud at all.
FRAUD = "fraud"
# A feature of every text: what weighs before anything is read.
_ALWAYS = "any-text"
# So many words are weighed as one text: fewer say too little, more may be honest in one part and not in another.
_FEWEST, _MOST = 8, 200
# So much likelier than the others a sign must be to be told beside the likeliest.
_LEAST, _BESIDE = 0.25, 0.5
_TENTHS, _REASONS = 10, 3
_LONG_NUMBER = 3

# What is weighed in a text, by its sort, each as it is written where it first stands.
Features = Mapping[str, Mapping[str, str]]


class Likeness(Struct, frozen=True):
    """How likely a text is a fraud; the likeliest signs of one, each with the words that weighed most for it."""

    fraud: float
    signs: Mapping[str, tuple[str, ...]]


def features(wordings: Sequence[Wording], marks: Iterable[str]) -> Features:
    """The words of the records and the marks in a text, and the sounds of its own words."""
    words = dict.fromkeys((_ALWAYS, *marks), "")
    sounds: dict[str, str] = {}
    for wording in wordings:
        for one in wording.said:
            words.setdefault(one.word, " ".join(token.written for token in wording.row[one.start : one.end]))
        for token in wording.row:
            number = "##" if len(token.written) >= _LONG_NUMBER else "#"
            sounds.setdefault(sound(token) if token.number is None else number, token.written)
    return {WORDS: words, SOUNDS: sounds}


def likeness(
    wordings: Sequence[Wording], marks: Iterable[str], weights: Mapping[str, IntentWeights]
) -> Likeness | None:
    """What the weights say; nothing of what is no text, or so long that it is many."""
    if not weights or not _FEWEST <= sum(len(wording.row) for wording in wordings) <= _MOST:
        return None
    found = features(wordings, marks)
    weighed = [(found[sort][one], dict(weights[sort].of(one))) for sort in weights for one in sorted(found[sort])]
    kinds = {kind for one in weights.values() for kind in one.kinds.values()}
    likely = {kind: _likelihood(sum(by.get(kind, 0) for _, by in weighed)) for kind in kinds}
    fraud = likely.pop(FRAUD)
    signs = sorted(likely, key=lambda kind: -likely[kind])
    least = max(_LEAST, _BESIDE * likely[signs[0]])
    told = [kind for kind in signs if likely[kind] >= least] or signs[:1]
    return Likeness(fraud, {sign: _reasons(sign, weighed) for sign in told})


def _likelihood(tenths: int) -> float:
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, tenths / _TENTHS))))


def _reasons(sign: str, weighed: Sequence[tuple[str, Mapping[str, int]]]) -> tuple[str, ...]:
    """The words that weighed most for a fraud and for this sign."""
    sums: dict[str, int] = {}
    for written, by in weighed:
        sums[written] = sums.get(written, 0) + by.get(FRAUD, 0) + by.get(sign, 0)
    most = sorted((written for written in sums if written and sums[written] > 0), key=lambda written: -sums[written])
    return tuple(most[:_REASONS])
