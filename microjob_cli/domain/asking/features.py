"""What a question is recognised by: its known words, pairs of them, and how its words sound."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from microjob_cli.domain.asking.heard import Heard
from microjob_cli.domain.asking.lexicon import FILLER
from microjob_cli.domain.asking.spelling import key, stems

# The kinds of features, as the records of leanings are named.
WORDS, PAIRS, SOUNDS = "words", "pairs", "sounds"


def features(heard: Heard) -> Mapping[str, frozenset[str]]:
    """The features of a question by their kind."""
    words = sorted(heard.said - {FILLER})
    named = {place for one in heard.names for place in range(one.start, one.end)}
    sounds = (
        key(stems(token.folded)[-1])
        for place, token in enumerate(heard.row)
        if place not in named and token.number is None and token.folded[:1].isalpha()
    )
    return {
        WORDS: frozenset(words),
        PAIRS: frozenset(f"{one}+{other}" for one, other in combinations(words, 2)),
        SOUNDS: frozenset(sounds),
    }
