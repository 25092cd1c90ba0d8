"""Which recorded site an address comes near to, and how surely it means to be taken for it.

A name of many letters is nobody else's by chance, so its bearer passes for the site. A short name, or an ordinary word,
may be another's, and so may that of a site of which no address is recorded: that is a resemblance and no more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property

from msgspec import Struct

from microjob_cli.addresses.finding import Link, readable
from microjob_cli.catalog.catalogue import Catalogue, host, platform_names
from microjob_cli.catalog.names import fold
from microjob_cli.catalog.platform import Platform

Nearest = Callable[[str, Sequence[str]], str | None]

# Names shorter than these are not looked for: before other parts of a host, as a part of a label, inside a longer word,
# mistyped.
_BEFORE, _PART, _INSIDE, _MISTYPED = 4, 7, 8, 8
# From so many letters on a name, or a mistyped one, is nobody else's by chance.
_LONG, _LONG_MISTYPED = 9, 10
_ADDRESS_NAME = re.compile(r"[\w-]+(?:\.[a-z]{2,})+", re.IGNORECASE)
# Small letters of other alphabets, and digits, by the Latin letter that they can be taken for.
_LOOKS_LIKE = {
    **dict(zip("авсԁеһіјкӏмнорԛѕтуѵԝхү", "abcdehijklmhopqstyvwxy", strict=True)),
    **dict(zip("αβεζικμνορτυχωγ", "abezikmvoptuxwy", strict=True)),
    **dict(zip("օսոհց", "ounhg", strict=True)),
    **dict(zip("ıɑɡſ", "iags", strict=True)),
    **dict(zip("01০", "olo", strict=True)),
}
# Two letters that together are drawn like one.
_PAIRS = (("rn", "m"), ("vv", "w"))
# Alphabets with letters that are drawn like Latin ones. Bengali has none.
_ALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")


class Likeness(Enum):
    """How an address comes near to a site: it passes for it, it may be another's, or the rest of its link names it."""

    PASSES = "passes"
    RESEMBLES = "resembles"
    BEARS = "bears"


class Resembled(Struct, frozen=True):
    """The site that an address comes near to."""

    platform: str
    likeness: Likeness


class Resemblance:
    """Compares addresses with the names and addresses of all sites."""

    def __init__(self, catalogue: Catalogue, nearest: Nearest, is_word: Callable[[str], bool]) -> None:
        self.catalogue, self.nearest, self.is_word = catalogue, nearest, is_word

    def of(self, link: Link) -> Resembled | None:
        """The site that an address nearly is, or that the rest of its link names."""
        last, *others = reversed(readable(link.host).split(".")[:-1] or [link.host])
        labels = [last, *(label for label in others if len(skeleton(label)) >= _BEFORE)]
        ways = (self._whole, self._partly, self._mistyped)
        found = (way(label, link.host) for way in ways for label in labels)
        return next(filter(None, found), None) or self._borne(link)

    def _whole(self, label: str, address: str) -> Resembled | None:
        """A site of that name: `sproutgigs.net`, `sprоutgigs.com` with a foreign letter, `outlier.org`."""
        key = self._whole_names.get(skeleton(label))
        if key is None:
            return None
        disguised = fold(label) not in self._spelt
        if disguised or self._holds_address_of(key, address):
            return Resembled(key, Likeness.PASSES)
        return self._resembled(key, sure=len(fold(label)) >= _LONG)

    def _partly(self, label: str, address: str) -> Resembled | None:
        """A site whose name is joined with other words: `sproutgigs-login`, `mysproutgigs`."""
        parts = {part for part in map(skeleton, label.split("-")) if len(part) >= _PART and part in self._known}
        whole = skeleton(label)
        parts |= {name for name in self._long if name in whole}
        if not parts:
            return None
        longest = max(parts, key=lambda part: (len(part), part))
        return self._resembled(self._known[longest], sure=len(longest) >= _LONG)

    def _mistyped(self, label: str, address: str) -> Resembled | None:
        """A site whose name is spelt nearly so: `sproutgiggs`. A usual word of the trade is a name of its own."""
        seen = skeleton(label)
        if len(seen) < _MISTYPED - 1 or self.is_word(label) or self.catalogue.task_index.find(label):
            return None
        near = self.nearest(seen, self._long)
        if near is None or abs(len(near) - len(seen)) > 1:
            return None
        return self._resembled(self._known[near], sure=len(near) >= _LONG_MISTYPED)

    def _borne(self, link: Link) -> Resembled | None:
        """A site that stands in the link beside the host: before an `@` it is meant to be taken for the host."""
        before, _, behind = link.written.casefold().partition(link.host)
        for text, likeness in ((before, Likeness.PASSES), (behind, Likeness.BEARS)):
            seen = skeleton(text)
            key = next((self._known[name] for name in self._long if name in seen), None)
            if key is not None:
                return Resembled(key, likeness)
        return None

    def _resembled(self, key: str, *, sure: bool) -> Resembled:
        sure = sure and bool(hosts_of(self.catalogue.platforms[key]))
        return Resembled(key, Likeness.PASSES if sure else Likeness.RESEMBLES)

    def _holds_address_of(self, key: str, address: str) -> bool:
        """Whether the recorded address stands in front of another one: `hotovaga.com.evil.top`."""
        return any(f".{own}{end}" in f".{address}" for own in hosts_of(self.catalogue.platforms[key]) for end in ".-")

    @cached_property
    def _whole_names(self) -> Mapping[str, str]:
        """Everything that a site is called, in any language, as it looks in small letters too, with the site."""
        names = list(platform_names(self.catalogue.platforms))
        small = {skeleton(name.written.casefold()): name.id for name in reversed(names)}
        return {**small, **{skeleton(name.written): name.id for name in reversed(names)}, **self._known}

    @cached_property
    def _spelt(self) -> frozenset[str]:
        names = (name.written for name in platform_names(self.catalogue.platforms))
        return frozenset(map(fold, (*names, *(name for _, name in self._names))))

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """The English names of sites and what their addresses begin with, as they look, with the site."""
        named = ((skeleton(name), key) for key, name in self._names)
        return dict(reversed(list(named)))

    @cached_property
    def _long(self) -> list[str]:
        return sorted((name for name in self._known if len(name) >= _INSIDE), key=lambda name: (-len(name), name))

    @property
    def _names(self) -> Iterator[tuple[str, str]]:
        for key, platform in self.catalogue.platforms.items():
            former = (one.name for one in platform.former_names)
            starts = (max(one.split(".")[:-1], key=len) for one in hosts_of(platform) if "." in one)
            yield from ((key, name) for name in (*starts, platform.name, *former, *platform.aliases.en))


def hosts_of(platform: Platform) -> list[str]:
    """The recorded host of a site, and those among its names."""
    named = [name for name in (platform.name, *platform.aliases.en) if _ADDRESS_NAME.fullmatch(name)]
    return [host(one) for one in ([platform.website] if platform.website else []) + named]


def skeleton(text: str) -> str:
    """What a name looks like: equal for two names that a reader cannot tell apart."""
    decomposed = unicodedata.normalize("NFKD", text.replace("I", "l")).casefold()
    bare = "".join(char for char in decomposed if not "\u0300" <= char <= "\u036f")
    letters = (_LOOKS_LIKE.get(char, char) for char in bare)
    seen = "".join(char for char in letters if unicodedata.category(char)[0] in "LMN")
    for pair, letter in _PAIRS:
        seen = seen.replace(pair, letter)
    return unicodedata.normalize("NFC", seen)


def mixed_alphabet(word: str) -> str:
    """The alphabet whose letters stand among the Latin ones of a word, as in `GREEK`; empty when none does."""
    alphabets = {unicodedata.name(char, "").split(" ", 1)[0] for char in word if char.isalpha()}
    return next((alphabet for alphabet in _ALIKE if alphabet in alphabets), "") if "LATIN" in alphabets else ""
