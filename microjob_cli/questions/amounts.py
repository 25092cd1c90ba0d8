"""Amounts, hours and shares in a question: in dollars, cents, taka, in any digits or written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.money import CURRENCIES, Money, plain
from microjob_cli.catalog.questions import Word
from microjob_cli.questions.indexes import spellings
from microjob_cli.questions.lexicon import Hit, Lexicon
from microjob_cli.questions.tokens import Span, Token, tokens

_MINUTES = Decimal(60)
_CENTS = Decimal(100)
# A smaller number in words and without a unit is no amount, nor is "thousands": "one of them".
_LEAST_SAID = 100
# Words of the records for periods, the longer first.
_PERIODS = (("each-month", "month"), ("each-week", "week"), ("each-day", "day"))
# So far from a sum such a word stands that is surely of it; where pay is asked of, it may stand anywhere.
NEAR, FAR = 1, 99
_SIGNS = {"$": "USD", "৳": "BDT", "%": "percent", "¢": "cent"}


class Amount(Span, frozen=True):
    """A number with its unit (USD, BDT, hour, percent, or none), and where it stands."""

    number: Decimal
    unit: str | None


def amounts(row: Sequence[Token], hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[Amount]:
    """Every number that is said, in order: in digits or as a word, times the multipliers behind it ("10 hajar")."""
    meant, end = _meanings(hits, lexicon.words), 0
    for place, token in enumerate(row):
        number = _number(token, meant.get(place, {})) if place >= end else None
        if number is None:
            continue
        start, end = place, place + 1
        while "multiplier" in meant.get(end, {}):
            number *= Decimal(meant[end]["multiplier"])
            end += 1
        unit = _unit(row[end], meant.get(end, {}), lexicon) if end < len(row) else None
        if unit is not None:
            end += 1
        elif place and row[place - 1].folded in _SIGNS:
            unit, start = _SIGNS[row[place - 1].folded], place - 1
        said = token.number is not None or ("number" in meant[place] and number >= _LEAST_SAID)
        if unit is not None or said:
            yield _scaled(number, unit, start, end)


def _meanings(hits: Sequence[Hit], words: Mapping[str, Word]) -> dict[int, dict[str, str]]:
    """What single words mean for a number: its value, a multiplier, a unit."""
    found: dict[int, dict[str, str]] = {}
    for hit in hits:
        for word in hit.words if hit.sure else ():
            sets = words[word].sets
            if hit.end - hit.start == 1 or "unit" in sets:
                found.setdefault(hit.start, {}).update(sets)
    return found


def _number(token: Token, meant: Mapping[str, str]) -> Decimal | None:
    if token.number is not None:
        return token.number
    value = meant.get("number") or (meant.get("multiplier") if len(token.folded) > 1 else None)
    return Decimal(value) if value else None


def _unit(token: Token, meant: Mapping[str, str], lexicon: Lexicon) -> str | None:
    """The unit that a word is, by itself too, whatever phrase it begins."""
    return _SIGNS.get(token.folded) or meant.get("unit") or lexicon.sets(token.folded, "unit")


def _scaled(number: Decimal, unit: str | None, start: int, end: int) -> Amount:
    """Cents as dollars and minutes as hours."""
    if unit == "cent":
        return Amount(start, end, number / _CENTS, "USD")
    if unit == "minute":
        return Amount(start, end, (number / _MINUTES).quantize(Decimal("0.01")), "hour")
    return Amount(start, end, number, unit)


def period_words(hits: Sequence[Hit]) -> Iterator[tuple[Hit, str]]:
    """The words for periods."""
    for hit in hits:
        yield from ((hit, period) for word, period in _PERIODS if word in hit.words)


def period_of(amount: Amount, hits: Sequence[Hit]) -> tuple[str | None, int]:
    """The period whose word stands nearest to an amount, and how far from it.

    English has it behind the amount, Bengali before it; of two that are as near, the longer one.
    """
    lengths = [period for _, period in _PERIODS]
    near = [(distance(amount, hit), lengths.index(period), period) for hit, period in period_words(hits)]
    away, _, period = min(near, default=(FAR + 1, 0, None))
    return period, away


def distance(amount: Amount, hit: Hit) -> int:
    """How far a word is from an amount; a word on the other side than its language has it is one further."""
    behind, before = hit.start - amount.end, amount.start - hit.end
    return max(behind, before) + int((behind >= 0) != ("en" in hit.languages))


def has_wage(amounts: Sequence[Amount], hits: Sequence[Hit]) -> bool:
    """Whether a sum is for a day, a week or a month."""
    return any(amount.unit in CURRENCIES and period_of(amount, hits)[1] <= NEAR for amount in amounts)


def sum_in(text: str, catalogue: Catalogue) -> Money | None:
    """The sum that a text is, and nothing else: `৫০০ টাকা`, `$5`, `5 dollars`."""
    if text.lstrip().startswith(("-", "\u2212")):  # which is no token
        return None
    row = tokens(text)
    lexicon = Lexicon(spellings(catalogue), catalogue.words, lambda _word, _known: None)
    found = list(amounts(row, lexicon.hits(row), lexicon))
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(row)) or found[0].unit not in CURRENCIES:
        return None
    try:
        return Money.parse(f"{plain(found[0].number)} {found[0].unit}")
    except FormError:  # more digits than any sum has
        return None
