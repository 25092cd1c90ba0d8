"""The figures on a line of a page: sums of money, percentages, days, years."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,6})?"
_TO = r"\s?(?:-|–|—|to|থেকে)\s?"
_AMOUNT = rf"(?P<low>{_NUMBER})(?:{_TO}(?:[$৳€£]|us\$)?(?P<high>{_NUMBER}))?"
# How each currency is written before and after a sum.
_BEFORE = {"USD": r"us\s?\$|\$|usd", "BDT": r"৳|bdt|tk\.?|taka", "EUR": "€|eur", "GBP": "£|gbp"}
_AFTER = {
    "USD": r"usd|us dollars?|dollars?|\$|ডলার|মার্কিন ডলার",
    "BDT": r"bdt|taka|tk|টাকা|৳",
    "EUR": "eur|euros?|€",
    "GBP": "gbp|pounds?|£",
    "LTC": "ltc|litecoins?",
    "BTC": "btc|bitcoins?",
    "USDT": "usdt|tether",
    "USDC": "usdc",
}
_UNIT_OF_TIME = r"(?P<working>(?:business|working|bank|কর্ম)[\s-]?)?(?P<unit>days?|hours?|hrs?|দিন|দিবস|ঘণ্টা)"
_PATTERNS = (
    *((code, re.compile(rf"(?<![\w$€£])(?:{sign})\s?{_AMOUNT}(?![\d,.]*\d)")) for code, sign in _BEFORE.items()),
    *((code, re.compile(rf"(?<![\d.,$৳€£]){_AMOUNT}\s?(?:{word})(?![a-z])")) for code, word in _AFTER.items()),
    ("%", re.compile(rf"(?<![\d.,]){_AMOUNT.replace('(?:' + _TO, '(?:%?' + _TO)}\s?(?:%|percent|শতাংশ)")),
    ("days", re.compile(rf"(?<![\d.,]){_AMOUNT}[\s-]?{_UNIT_OF_TIME}(?![a-z])")),
    ("year", re.compile(r"(?<![\d.,/-])(?P<low>(?:19|20)\d\d)(?P<high>)(?![\d,/-]|\.\d)")),
)


class FigureFound(Struct, frozen=True, order=True):
    """A figure on a line, from `low` to `high`, which are the same where one number stands. `unit` is a currency's
    code, `%`, `days`, `working days` or `year`."""

    start: int
    end: int
    unit: str
    low: Decimal
    high: Decimal


def figures_on(line: str) -> tuple[FigureFound, ...]:
    """Every figure on a folded line, in order; of two that overlap the longer one."""
    found = sorted(_found(line), key=lambda figure: (figure.start - figure.end, figure.start))
    kept: list[FigureFound] = []
    for figure in found:
        if all(figure.end <= other.start or figure.start >= other.end for other in kept):
            kept.append(figure)
    return tuple(sorted(kept))


def _found(line: str) -> Iterator[FigureFound]:
    for unit, pattern in _PATTERNS:
        for match in pattern.finditer(line):
            low = _number(match["low"])
            high = _number(match["high"]) if match["high"] else low
            if low <= high:
                yield _figure(match, unit, low, high)


def _figure(match: re.Match[str], unit: str, low: Decimal, high: Decimal) -> FigureFound:
    if unit != "days":
        return FigureFound(match.start(), match.end(), unit, low, high)
    if match["unit"][0] in "hঘ":
        low, high = low / 24, high / 24
    return FigureFound(match.start(), match.end(), "working days" if match["working"] else "days", low, high)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
