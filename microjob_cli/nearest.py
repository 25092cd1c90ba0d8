"""The names nearest to a mistyped one. The only home of RapidFuzz, imported when a name was not found."""

from __future__ import annotations

from collections.abc import Sequence

from microjob_cli.domain.names import fold

_LEAST = 62.0
_MOST = 3


def nearest(word: str, known: Sequence[str]) -> list[str]:
    """Up to three names that resemble the word, the nearest first; none when nothing does."""
    from rapidfuzz import fuzz, process

    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold(name), name)
    matches = process.extract(fold(word), list(folded), scorer=fuzz.ratio, score_cutoff=_LEAST, limit=_MOST)
    return [folded[name] for name, _, _ in matches]
