"""Names of sites that are not in the records."""

from __future__ import annotations

from collections.abc import Sequence

from microjob_cli.domain.asking.amounts import Amount
from microjob_cli.domain.asking.lexicon import Hit
from microjob_cli.domain.asking.naming import Found
from microjob_cli.domain.asking.spelling import is_bengali
from microjob_cli.domain.asking.tokens import Token

_SHORTEST = 4
_ASKED_OF = frozenset({"is", "does", "do", "of", "on", "named", "called", "about", "join", "joined", "trust"})
_ASKED_BEHIND = frozenset(
    {"naki", "ki", "নাকি", "কি", "e", "te", "theke", "er", "legit", "real", "site", "app", "থেকে", "এ", "সাইট", "অ্যাপ"}
)


def stranger(
    row: Sequence[Token], hits: Sequence[Hit], names: Sequence[Found], numbers: Sequence[Amount]
) -> str | None:
    """The first unknown word that stands where the name of a site would, as written."""
    spans = [(one.start, one.end) for found in (hits, names, numbers) for one in found]
    known = {place for start, end in spans for place in range(start, end)}
    for place, token in enumerate(row):
        unknown = place not in known and token.number is None and len(token.folded) >= _SHORTEST
        if unknown and not is_bengali(token.folded) and _stands_like_a_name(row, place):
            return token.written
    return None


def _stands_like_a_name(row: Sequence[Token], place: int) -> bool:
    before = row[place - 1].folded if place else ""
    behind = row[place + 1].folded if place + 1 < len(row) else ""
    among_bengali = any(is_bengali(token.folded) for token in row)
    capital = place > 0 and row[place].capital
    return capital or among_bengali or before in _ASKED_OF or behind in _ASKED_BEHIND
