"""The names nearest to a mistyped one. The only home of RapidFuzz, imported when a name was not found."""

from collections.abc import Iterable, Sequence

from microjob_cli.catalog.names import Name, NameKind, fold

_LEAST = 62.0
# How near a mistyped word must come to be taken for a known one: long words may have more mistakes.
_SURE, _SURE_OF_LONG, _LONG = 86.0, 82.0, 8
_MOST = 3
# Who mistypes a word seldom begins it wrongly: bcash is meant for bKash rather than for cash.
_SAME_BEGINNING = 10


def suggest(word: str, known: Sequence[Name]) -> list[str]:
    """Up to three names that resemble the word, the nearest first, each of another record."""
    from rapidfuzz import fuzz, process

    folded = {fold(name.written): name for name in reversed(known)}
    asked = fold(word)
    matches = process.extract(asked, list(folded), scorer=fuzz.ratio, score_cutoff=_LEAST, limit=None)
    found: dict[str, str] = {}
    for match, _, _ in sorted(matches, key=lambda one: -one[1] - _SAME_BEGINNING * (one[0][0] == asked[0])):
        found.setdefault(folded[match].id, folded[match].written)
    return list(found.values())[:_MOST]


def suggest_spelling(word: str, known: Sequence[str]) -> str | None:
    """The known spelling that a mistyped word stands for, if one is near enough to be taken for it."""
    from rapidfuzz import fuzz, process

    least = _SURE_OF_LONG if len(word) >= _LONG else _SURE
    match = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=least)
    return match[0] if match else None


def nearest_words(word: str, known: Iterable[str]) -> list[str]:
    """Up to three of the known words that resemble the word, the nearest first."""
    return suggest(word, [Name(other, other, NameKind.ID) for other in known])
