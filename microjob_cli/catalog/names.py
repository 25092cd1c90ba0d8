"""Names and own addresses, and how a word that somebody typed finds what it names."""

import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum

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
        """Like `find`, but raises NotFound with the code `error`, and UsageProblem for a word without a letter."""
        found = self.find(word)
        if not word.strip():
            raise UsageProblem("nothing-named")
        if found is None:
            raise NotFound(error, word=word, known=self.suggestible(word))
        return found

    def suggestible(self, word: str) -> tuple[Name, ...]:
        """The names worth suggesting for a mistyped word: among Latin letters no aliases, many are mistypings."""
        latin = word.isascii()
        return tuple(name for name in self.names.values() if name.kind is not NameKind.ALIAS or not latin)
