"""A question as a row of words and numbers, and what two spellings of one word have in common, in both scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from msgspec import Struct

from microjob_cli.catalog.names import fold

# Of a longer text only the beginning is read.
LONGEST = 2_000
DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
# Numbers, currency signs, words of Latin letters, words of any other letters with their marks.
_PIECE = re.compile(
    r"\d[\d,]*(?:\.\d+)?|[$€£৳¢%]|[A-Za-z']+|(?:[^\W\dA-Za-z_]|[\u0981-\u0983\u09bc-\u09d7\u200c\u200d])+"
)
_BLANKS = re.compile(r"\s+")
# What addresses begin with, which is no word.
_SCHEMES = frozenset({"http", "https"})


class Token(Struct, frozen=True):
    """A word, number or sign: as written, as it is compared, and where it stands."""

    written: str
    folded: str
    number: Decimal | None
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.written[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it can be a mistyped word: no number, and not what addresses begin with."""
        return self.number is None and self.folded not in _SCHEMES


class Span(Struct, frozen=True):
    """Where something stands in a row of tokens."""

    start: int
    end: int

    @property
    def places(self) -> range:
        return range(self.start, self.end)

    def holds(self, other: Span) -> bool:
        """Whether the other one stands in it."""
        return self.start <= other.start and other.end <= self.end


def places_of(spans: Iterable[Span]) -> set[int]:
    """All places at which any of them stands."""
    return {place for one in spans for place in one.places}


def tokens(text: str) -> tuple[Token, ...]:
    """The pieces of a question, in order."""
    plain = _BLANKS.sub(" ", unicodedata.normalize("NFC", text[:LONGEST]).translate(DIGITS))
    return tuple(_token(match) for match in _PIECE.finditer(plain))


def _token(match: re.Match[str]) -> Token:
    written = match[0]
    return Token(written, fold(written) or written, _number(written), match.start(), match.end())


def _number(written: str) -> Decimal | None:
    if not written[0].isdigit():
        return None
    try:
        return Decimal(written.replace(",", ""))
    except InvalidOperation:
        return None


_BENGALI = re.compile("[\u0980-\u09ff]")

# Latin letters that people use for the same sound, in the order in which they are replaced.
_SOUNDS = (
    ("bh", "v"), ("ph", "f"), ("chh", "C"), ("ch", "C"), ("sh", "s"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("z", "j"),
    ("th", "t"), ("dh", "d"), ("gh", "g"), ("kh", "k"), ("jh", "j"), ("ee", "i"), ("oo", "u"), ("aa", "a"), ("w", "v"),
    ("ay", "ai"), ("ey", "ei"), ("oy", "oi"), ("iy", "i"), ("c", "k"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")

# Bengali letters that sound alike, and signs that are often left out. What is joined comes apart first.
_JOINED = (
    ("\u09af\u09bc", "ই"),  # য with its dot below
    ("\u09a1\u09bc", "র"),  # ড with its dot below
    ("\u09a2\u09bc", "র"),  # ঢ with its dot below
    ("অ\u09cdযা", "এ"),
    ("এ\u09cdযা", "এ"),
    ("\u09cdযা", "ে"),
)
_LETTERS = str.maketrans(dict(zip("ীূণষশঙৎ", "িুনসসংত", strict=True)))
_DROPPED = re.compile("[\u0981\u09bc\u09cd]")

# Endings that join a word without changing what it names, the longest first.
_BENGALI_ENDINGS = (
    "গুলোতে", "গুলোর", "গুলাতে", "গুলার", "টাতে", "দেরকে", "\u09af\u09bcের", "গুলো", "গুলা", "গুলি", "টার",
    "টা\u09af\u09bc", "দের", "েই", "েও", "তেই", "ের", "টা", "টি", "তে", "কে", "রা", "\u09af\u09bc", "এর", "এ", "ে", "র",
    "ই", "ও",
)  # fmt: skip
_LATIN_ENDINGS = (
    "gulate", "gulote", "gular", "gulor", "gula", "gulo", "der", "tar", "tay", "tei", "ei", "er", "ta", "ti", "te",
    "ke", "ra", "e", "r", "i", "o", "s",
)  # fmt: skip
_SHORTEST_STEM = 3
# Words: more than the records have, but not all that are ever asked in one process.
_REMEMBERED = 20_000


def is_bengali(text: str) -> bool:
    """Whether there is any Bengali letter."""
    return _BENGALI.search(text) is not None


@lru_cache(_REMEMBERED)
def key(folded: str) -> str:
    """The sound of a folded word: spellings of one word mostly have the same."""
    return _bengali_key(folded) if is_bengali(folded) else _latin_key(folded)


def _latin_key(word: str) -> str:
    for letters, sound in _SOUNDS:
        if letters in word:
            word = word.replace(letters, sound)
    if word.endswith("y") and len(word) > 2:
        word = f"{word[:-1]}i"
    return _TWICE.sub(r"\1", word)


def _bengali_key(word: str) -> str:
    for letters, sound in _JOINED:
        if letters in word:
            word = word.replace(letters, sound)
    return _DROPPED.sub("", word.translate(_LETTERS))


@lru_cache(_REMEMBERED)
def stems(folded: str) -> tuple[str, ...]:
    """The word itself and what is left of it without each ending that it may have, the longest first."""
    endings = _BENGALI_ENDINGS if is_bengali(folded) else _LATIN_ENDINGS
    found = [folded]
    for ending in endings:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= _SHORTEST_STEM:
            found.append(stem)
    return tuple(dict.fromkeys(found))
