"""What stands where in the text of an offer: words of the records, sums, telephones, names in a messenger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from microjob_cli.questions.lexicon import Spellings, phrases_from
from microjob_cli.questions.tokens import DIGITS, Span, Token, key, stems, tokens

# Words of the records.
_CURRENCY, _THOUSANDS, _PERCENT = "currency", "thousands", "percent"
# A word that begins so hides what stands inside it: "no registration fee" is no fee.
_HIDING = "no-"
_SHORTEST_SOUND = 4
_ENGLISH = "en"
# In a spelling: any number.
_ANY_NUMBER = "num"
# A number without a unit that may be a pay; what is longer is the number of a telephone.
_LEAST_SUM, _MOST_SUM, _LONGEST_SUM = 100, 99_999, 8
_MARKS = {
    "a-phone": re.compile(r"(?<![\d.,])(?:\+\s?|00)?\d(?:[\s-]?[\dxX*]){9,14}(?![\d.,]*\d)"),
    # The name of somebody in a messenger.
    "a-handle": re.compile(r"(?<![\w.@])@\s?[A-Za-z]\w{3,}(?![\w.]*@)"),
}
_PER = re.compile(r"(?<=\S)\s?/\s?(?=[^\W\d])")
# What is said of a sum that is so much more than the one before it: "give 1000, get 1300".
_MORE = Decimal("1.1")


class Said(Span, frozen=True):
    """A word of the records, or a mark, and the tokens in which it stands."""

    word: str


class Wording(Struct, frozen=True):
    """A sentence of an offer: its tokens, and what stands in it."""

    row: tuple[Token, ...]
    said: tuple[Said, ...]


def worded(sentence: str, spellings: Spellings) -> Wording:
    """What stands in a sentence."""
    text = _plain(sentence)
    row = tokens(text)
    words = _words(row, spellings)
    hiding = [one for one in words if one.word.startswith(_HIDING)]
    shown = [one for one in words if one in hiding or not any(other.holds(one) for other in hiding)]
    return Wording(row, (*shown, *_sums(row, shown), *_marked(text, row)))


def _plain(sentence: str) -> str:
    """The sentence in digits of one script, with `/` read aloud: "1800 BDT/day"."""
    return _PER.sub(" per ", unicodedata.normalize("NFC", sentence).translate(DIGITS))


def _words(row: Sequence[Token], spellings: Spellings) -> list[Said]:
    """Every phrase that begins anywhere, each as long as it goes."""
    found: dict[tuple[str, int], int] = {}
    for start in range(len(row)):
        for word, end in _from(row, start, spellings):
            found[word, start] = max(end, found.get((word, start), 0))
    return [Said(start, end, word) for (word, start), end in found.items()]


def _from(row: Sequence[Token], start: int, spellings: Spellings) -> Iterator[tuple[str, int]]:
    """The words that begin there; those in English by their sound never, for they sound like too many."""
    spelt = phrases_from(spellings.exact, row, start, lambda token: _forms(token, spellings))
    begun = ((named, start + 1) for named in spellings.beginning(row[start]))
    yield from ((named.partition("/")[0], end) for found in (spelt, begun) for named, end in found)
    for named, end in phrases_from(spellings.sound, row, start, lambda token: _sounds(token, spellings)):
        word, _, language = named.partition("/")
        if language != _ENGLISH:
            yield word, end


def _forms(token: Token, spellings: Spellings) -> Sequence[str]:
    """The word itself, and without an ending; of a number also any number."""
    if token.number is not None:
        return token.folded, _ANY_NUMBER
    return _stems(token, spellings) if len(token.folded) >= _SHORTEST_SOUND else (token.folded,)


def _sounds(token: Token, spellings: Spellings) -> Sequence[str]:
    """How it sounds; what is short in Latin letters sounds like too many."""
    sounds = dict.fromkeys(key(stem) for stem in _stems(token, spellings))
    if token.folded.isascii():
        return [token.folded, *(sound for sound in sounds if len(sound) >= _SHORTEST_SOUND)]
    return list(sounds)


def _stems(token: Token, spellings: Spellings) -> Sequence[str]:
    """The word without each ending that it may have; one that is known as it stands has none: "দিনে"."""
    return (token.folded,) if spellings.exact.get(token.folded) else stems(token.folded)


def _marked(text: str, row: Sequence[Token]) -> Iterator[Said]:
    """Where telephones and the names of people stand."""
    for name, mark in _MARKS.items():
        for match in mark.finditer(text):
            place = sum(token.end <= match.start() for token in row)
            yield Said(place, place + 1, name)


def _sums(row: Sequence[Token], words: Sequence[Said]) -> Iterator[Said]:
    """Every sum of money, share and bare number; sums that are larger than the one before them."""
    currencies, thousands, percents = (
        {one.start for one in words if one.word == name} for name in (_CURRENCY, _THOUSANDS, _PERCENT)
    )
    before: Decimal | None = None
    for place, token in enumerate(row):
        if token.number is None or len(token.written.strip("0,")) > _LONGEST_SUM:
            continue
        value, end = token.number, place + 1
        multiplied = end in thousands
        if multiplied:
            value, end = value * 1000, end + 1
        if end in percents:
            yield Said(place, end + 1, "a-share")
            continue
        if multiplied or end in currencies or place - 1 in currencies:
            yield Said(place, end, "a-sum")
        elif _LEAST_SUM <= value <= _MOST_SUM:
            yield Said(place, end, "a-number")
        else:
            continue
        if before is not None and value >= before * _MORE:
            yield Said(place, end, "a-larger-sum")
        before = value
