"""What stands where in the text of an offer: words of the records, sums, telephones, names in a messenger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from microjob_cli.questions.lexicon import Spellings
from microjob_cli.questions.spelling import key, stems
from microjob_cli.questions.tokens import Token, tokens

# Words of the records.
_CURRENCY, _THOUSANDS, _PERCENT = "currency", "thousands", "percent"
# A word that begins so hides what stands inside it: "no registration fee" is no fee.
_HIDING = "no-"
_LONGEST_PHRASE = 6
_SHORTEST_SOUND = 4
_ENGLISH = "en"
# In a spelling: any number.
_ANY_NUMBER = "num"
# A phrase may have such words in between: "koto (ta) din".
_PARTICLES = frozenset("e te er r ta ti o je to a the your apnar টা টি তো যে ও এ র আপনার".split())
_DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
# A number without a unit that may be a pay; what is longer is the number of a telephone.
_LEAST_SUM, _MOST_SUM = 100, 99_999
_PHONE = re.compile(r"(?<![\d.,])(?:\+\s?|00)?\d(?:[\s-]?[\dxX*]){9,14}(?![\d.,]*\d)")
# The name of somebody in a messenger.
_HANDLE = re.compile(r"(?<![\w.@])@\s?[A-Za-z]\w{3,}(?![\w.]*@)")
_PER = re.compile(r"(?<=\S)\s?/\s?(?=[^\W\d])")
# What is said of a sum that is so much more than the one before it: "give 1000, get 1300".
_MORE = Decimal("1.1")


class Said(Struct, frozen=True):
    """A word of the records, or a mark, and the tokens in which it stands."""

    word: str
    start: int
    end: int


class Wording(Struct, frozen=True):
    """A sentence of an offer: its tokens, and what stands in it. `begin` is its place among all tokens."""

    begin: int
    row: tuple[Token, ...]
    said: tuple[Said, ...]


class Vocabulary:
    """Finds the words of offers in sentences."""

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings

    def worded(self, sentences: Sequence[str]) -> tuple[Wording, ...]:
        """What stands in sentences that follow each other."""
        read: list[Wording] = []
        known: dict[str, tuple[tuple[Token, ...], tuple[Said, ...]]] = {}
        begin = 0
        for sentence in sentences:
            if sentence not in known:
                known[sentence] = self._read(_plain(sentence))
            row, said = known[sentence]
            read.append(Wording(begin, row, said))
            begin += len(row)
        return tuple(read)

    def _read(self, text: str) -> tuple[tuple[Token, ...], tuple[Said, ...]]:
        row = tokens(text)
        words = _Row(row, self._spellings).said
        hiding = [one for one in words if one.word.startswith(_HIDING)]
        shown = [one for one in words if one in hiding or not any(_inside(one, other) for other in hiding)]
        return row, (*shown, *_sums(row, shown), *_marked(_PHONE, "a-phone", text, row),
                     *_marked(_HANDLE, "a-handle", text, row))  # fmt: skip


class _Row:
    """The tokens of a sentence, and the phrases in them."""

    def __init__(self, row: Sequence[Token], spellings: Spellings) -> None:
        self._row, self._spellings = row, spellings

    @cached_property
    def said(self) -> list[Said]:
        """Every phrase that begins anywhere, each as long as it goes."""
        found: dict[tuple[str, int], int] = {}
        for start in range(len(self._row)):
            for word, end in self._from(start):
                found[word, start] = max(end, found.get((word, start), 0))
        return [Said(word, start, end) for (word, start), end in found.items()]

    def _from(self, start: int) -> Iterator[tuple[str, int]]:
        for named, end in self._walk(self._spellings.exact, start, self._spelt):
            yield named.partition("/")[0], end
        for named, end in self._walk(self._spellings.sound, start, self._sounds):
            word, _, language = named.partition("/")
            if language != _ENGLISH:
                yield word, end
        spelt = key(self._row[start].folded)
        for length in range(len(spelt), 2, -1):
            for named in self._spellings.begun.get(spelt[:length], ()):
                yield named.partition("/")[0], start + 1

    def _walk(
        self, phrases: Mapping[str, Sequence[str]], start: int, forms: Callable[[Token], Sequence[str]]
    ) -> Iterator[tuple[str, int]]:
        """Every spelling that begins there, as the records name it, and where it ends."""
        reached = [("", start)]
        for _ in range(_LONGEST_PHRASE):
            following = []
            for begun, place in reached:
                for end in self._next(place, started=bool(begun)):
                    for form in forms(self._row[end - 1]):
                        phrase = f"{begun} {form}" if begun else form
                        words = phrases.get(phrase)
                        if words is not None:
                            following.append((phrase, end))
                            yield from ((named, end) for named in words)
            reached = following

    def _spelt(self, token: Token) -> Sequence[str]:
        """The word itself, and without an ending; of a number also any number."""
        if token.number is not None:
            return token.folded, _ANY_NUMBER
        return self._stems(token) if len(token.folded) >= _SHORTEST_SOUND else (token.folded,)

    def _sounds(self, token: Token) -> Sequence[str]:
        """How it sounds; what is short in Latin letters sounds like too many."""
        sounds = dict.fromkeys(key(stem) for stem in self._stems(token))
        if token.folded.isascii():
            return [token.folded, *(sound for sound in sounds if len(sound) >= _SHORTEST_SOUND)]
        return list(sounds)

    def _stems(self, token: Token) -> Sequence[str]:
        """The word without each ending that it may have; one that is known as it stands has none: "দিনে"."""
        return (token.folded,) if self._spellings.exact.get(token.folded) else stems(token.folded)

    def _next(self, place: int, *, started: bool) -> list[int]:
        """The ends of the next token of a phrase: at once, or after a particle."""
        ends = [place + 1] if place < len(self._row) else []
        if started and place + 1 < len(self._row) and self._row[place].folded in _PARTICLES:
            ends.append(place + 2)
        return ends


def _plain(sentence: str) -> str:
    """The sentence in digits of one script, with `/` read aloud: "1800 BDT/day"."""
    return _PER.sub(" per ", unicodedata.normalize("NFC", sentence).translate(_DIGITS))


def _inside(one: Said, other: Said) -> bool:
    return one is not other and other.start <= one.start and one.end <= other.end


def _marked(mark: re.Pattern[str], name: str, text: str, row: Sequence[Token]) -> Iterator[Said]:
    """Where a mark that is no word stands."""
    for match in mark.finditer(text):
        place = sum(token.end <= match.start() for token in row)
        yield Said(name, place, place + 1)


def _sums(row: Sequence[Token], words: Sequence[Said]) -> Iterator[Said]:
    """Every sum of money, share and bare number; sums that are larger than the one before them."""
    units = {name: {one.start for one in words if one.word == name} for name in (_CURRENCY, _THOUSANDS, _PERCENT)}
    before: Decimal | None = None
    for place, token in enumerate(row):
        if token.number is None or len(token.written.strip("0,")) > len(str(_MOST_SUM)) + 3:
            continue
        value, end = token.number, place + 1
        multiplied = end in units[_THOUSANDS]
        if multiplied:
            value, end = value * 1000, end + 1
        if end in units[_PERCENT]:
            yield Said("a-share", place, end + 1)
            continue
        paid = end in units[_CURRENCY] or place - 1 in units[_CURRENCY]
        if paid or multiplied:
            yield Said("a-sum", place, end)
        elif _LEAST_SUM <= value <= _MOST_SUM:
            yield Said("a-number", place, end)
        else:
            continue
        if before is not None and value >= before * _MORE:
            yield Said("a-larger-sum", place, end)
        before = value
