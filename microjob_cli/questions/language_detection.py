"""Which language a question is in: English, Bengali script, or Bengali in Latin letters."""

from __future__ import annotations

from collections.abc import Sequence

from microjob_cli.questions.lexicon import Hit
from microjob_cli.questions.spelling import is_bengali
from microjob_cli.questions.tokens import Token

_FEW = 0.2
# Words that hold an English sentence together; loanwords stand in Bengali sentences too.
_ENGLISH = frozenset(
    "the a is are was do does did how what which who can i my you to of in for with and it on any".split()
)


def detect_language(row: Sequence[Token], hits: Sequence[Hit]) -> str:
    """`en`, `bn` or `banglish`; English when nothing tells."""
    words = [token for token in row if token.number is None]
    bengali = sum(is_bengali(token.folded) for token in words)
    if bengali and bengali >= _FEW * len(words):
        return "bn"
    english = sum(hit.end - hit.start for hit in hits if "en" in hit.languages)
    banglish = sum(hit.end - hit.start for hit in hits if "en" not in hit.languages and "banglish" in hit.languages)
    framed = any(token.folded in _ENGLISH for token in words)
    return "banglish" if 2 * banglish > english or (banglish and not framed) else "en"
