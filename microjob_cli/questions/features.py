"""What a question is recognised by: its known words, how its words sound, and pieces of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from microjob_cli.questions.lexicon import FILLER
from microjob_cli.questions.parsed import ParsedQuestion
from microjob_cli.questions.spelling import key, stems
from microjob_cli.questions.tokens import Token

# The sorts of features, as the records of leanings are named.
WORDS, SOUNDS, PIECES = "words", "sounds", "pieces"
SORTS = (WORDS, SOUNDS, PIECES)
# So many letters make a piece; `^` and `$` stand for the ends of a word.
_LENGTHS = (3, 4)


def features(heard: ParsedQuestion) -> Mapping[str, frozenset[str]]:
    """The features of a question by their sort. Names of sites and payout methods, and numbers, have no sound here."""
    sounds = frozenset(sound(token) for token in heard.unnamed)
    return {WORDS: heard.said - {FILLER}, SOUNDS: sounds, PIECES: frozenset(_pieces(sounds))}


def sound(token: Token) -> str:
    """How a word sounds without its endings."""
    return key(stems(token.folded)[-1])


def _pieces(sounds: Iterable[str]) -> Iterator[str]:
    """Parts of words: a word that no example has still shares them with its relatives."""
    for one in sounds:
        whole = f"^{one}$"
        for length in _LENGTHS:
            yield from (whole[start : start + length] for start in range(len(whole) - length + 1))
