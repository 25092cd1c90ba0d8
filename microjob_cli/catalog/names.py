"""Names and own addresses, and how a word that somebody typed finds what it names.

The only home of RapidFuzz, which finds the nearest to a mistyped one, imported when a name was not found.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NoReturn

from msgspec import Struct, field

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.errors import NotFound, UsageProblem
from microjob_cli.catalog.text import Text


class MethodId(str):
    """The id of a payout method, where a sentence is to call it by its name."""


class PlatformId(str):
    """The same of a platform."""


class CountryCode(str):
    """The same of a country."""


class CurrencyCode(str):
    """The same of a currency."""


class Aliases(Struct, frozen=True, omit_defaults=True):
    """What people type for a name: in English, in Bengali with Latin letters, in Bengali script."""

    en: tuple[str, ...] = ()
    banglish: tuple[str, ...] = ()
    bn: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.en, *self.banglish, *self.bn)


class OwnAddress(Struct, frozen=True, omit_defaults=True):
    """A host that is somebody's own, with all below it; after `until` a former one. `source` tells whose it is."""

    address: str
    source: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: Text | None = None


class Firm(Struct, frozen=True, omit_defaults=True):
    """A well-known firm that is neither a site nor a payout method of the records. `anybody` can have a page there."""

    id: str
    name: Text
    addresses: tuple[OwnAddress, ...]
    aliases: Aliases = field(default_factory=Aliases)
    anybody: bool = False


class NameKind(StrEnum):
    """In which way a word names something."""

    ID = "id"
    NAME = "name"
    FORMER = "former"
    ALIAS = "alias"
    ADDRESS = "address"


class Name(Struct, frozen=True):
    """A name as a record writes it, the id it stands for, and in which way."""

    written: str
    id: str
    kind: NameKind


def fold(text: str) -> str:
    """The form in which names are compared: NFC, no case, no joiners, nothing but letters, marks and digits.

    NFC also brings the two spellings of the Bengali nukta letters together.
    """
    if text.isascii():
        return "".join(filter(str.isalnum, text.casefold()))
    plain = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFC", "".join(char for char in plain if unicodedata.category(char)[0] in "LMN"))


class NameIndex:
    """Finds what a word names. Of two records with the same folded name the first one keeps it."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_fold: dict[str, Name] = {}
        for name in names:
            self._by_fold.setdefault(fold(name.written), name)

    @property
    def names(self) -> Mapping[str, Name]:
        """Every name by its folded form."""
        return self._by_fold

    def find(self, word: str) -> Name | None:
        """The name that the word spells, in any case, spacing and Unicode form."""
        return self._by_fold.get(fold(word))

    def resolve(self, word: str, error: str) -> Name:
        """Like `find`, but raises as `unnamed` does."""
        return self.find(word) or unnamed(word, [self], error)

    def suggestible(self, word: str) -> tuple[Name, ...]:
        """The names worth suggesting for a mistyped word: among Latin letters no aliases, many are mistypings."""
        latin = word.isascii()
        return tuple(name for name in self.names.values() if name.kind is not NameKind.ALIAS or not latin)


def unnamed(word: str, indexes: Iterable[NameIndex], error: str) -> NoReturn:
    """Tells that a word names nothing there. Raises NotFound of that code, UsageProblem for a word without a letter."""
    if not word.strip():
        raise UsageProblem("nothing-named")
    raise NotFound(error, word=word, known=tuple(name for index in indexes for name in index.suggestible(word)))


# How near the nearest names must come.
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
