"""A question as a row of words and numbers."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

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
