"""Whose address another one comes near to, and how surely it means to be taken for it.

A name of many letters is nobody else's by chance, so its bearer passes for the owner. A short name, or an ordinary
word, may be another's, and so may that of a site of which no address is recorded: that is a resemblance. Of a payout
method or a firm a short name counts too, for those are copied most.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import cached_property

from msgspec import Struct

from microjob_cli.addresses.finding import Link, readable
from microjob_cli.addresses.owners import Owner, OwnerKind
from microjob_cli.catalog.catalogue import Catalogue, platform_names
from microjob_cli.catalog.names import fold

Nearest = Callable[[str, Sequence[str]], str | None]

# Names shorter than these are not looked for: before other parts of a host, as a part of a label, in front of other
# letters or behind them, inside a longer word, mistyped.
_BEFORE, _PART, _EDGE, _INSIDE, _MISTYPED = 4, 5, 6, 8, 8
# Those of payout methods and firms, which frauds copy most, are looked for from fewer letters on.
_KNOWN_PART, _KNOWN_MISTYPED = 5, 5
# So many more letters before a name, or behind it, make a word with the name in it: "mybkash", but not "skrillex".
_LEAST_BEFORE, _LEAST_BEHIND = 2, 3
# From so many letters on a name, or a mistyped one, is nobody else's by chance.
_LONG, _LONG_MISTYPED = 9, 10
# Small letters of other alphabets, and digits, by the Latin letter that they can be taken for.
_LOOKS_LIKE = {
    **dict(zip("авсԁеһіјкӏмнорԛѕтуѵԝхү", "abcdehijklmhopqstyvwxy", strict=True)),
    **dict(zip("αβεζικμνορτυχωγ", "abezikmvoptuxwy", strict=True)),
    **dict(zip("օսոհց", "ounhg", strict=True)),
    **dict(zip("ıɑɡſ", "iags", strict=True)),
    **dict(zip("01০", "olo", strict=True)),
}
# Digits that stand for a letter in the middle of a word: "b4ank".
_AS_LETTERS = str.maketrans("3457", "east")
# Two letters that together are drawn like one.
_PAIRS = (("rn", "m"), ("vv", "w"))
# Alphabets with letters that are drawn like Latin ones. Bengali has none.
_ALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")
_VOWELS = frozenset("aeiou")
_USUAL_ENDINGS = frozenset({"com", "net", "org"})


class Likeness(Enum):
    """How an address comes near to an owner: it passes for it, may be another's, or the rest of its link names it."""

    PASSES = "passes"
    RESEMBLES = "resembles"
    BEARS = "bears"


class Resembled(Struct, frozen=True):
    """Whose address another one comes near to."""

    owner: Owner
    likeness: Likeness


class Resemblance:
    """Compares addresses with the names and addresses of all owners. `is_ordinary`: whether a name is a usual word."""

    def __init__(
        self, catalogue: Catalogue, everybody: Sequence[Owner], nearest: Nearest, is_ordinary: Callable[[str], bool]
    ) -> None:
        self.catalogue, self.everybody = catalogue, everybody
        self.nearest, self.is_ordinary = nearest, is_ordinary

    def of(self, link: Link) -> Resembled | None:
        """Whose address it nearly is, or whom the rest of its link names."""
        last, *others = reversed(readable(link.host).split(".")[:-1] or [link.host])
        labels = [last, *(label for label in others if len(skeleton(label)) >= _BEFORE)]
        ways = (self._whole, self._partly, self._mistyped)
        found = next(filter(None, (way(label, link.host) for way in ways for label in labels)), None)
        return found if found and found.likeness is Likeness.PASSES else self.borne(link) or found

    def _whole(self, label: str, address: str) -> Resembled | None:
        """Somebody of that name: `sproutgigs.net`, `sprоutgigs.com` with a foreign letter, `outlier.org`."""
        owner = self._whole_names.get(skeleton(label)) or self._whole_names.get(skeleton(label.translate(_AS_LETTERS)))
        if owner is None:
            return None
        disguised = fold(label) not in self._spelt
        if disguised or self._holds_address_of(owner, address):
            return Resembled(owner, Likeness.PASSES)
        if owner.kind is not OwnerKind.PLATFORM and len(fold(label)) < _KNOWN_PART:
            return None
        if self._is_coined(skeleton(label), owner):  # under a usual ending a firm may well have another address
            return self._resembled(owner, sure=address.rpartition(".")[2] not in _USUAL_ENDINGS)
        return self._resembled(owner, sure=len(fold(label)) >= _LONG and owner.kind is OwnerKind.PLATFORM)

    def _partly(self, label: str, address: str) -> Resembled | None:
        """Somebody whose name is joined with other words: `sproutgigs-login`, `mysproutgigs`, `bkash-offer`."""
        parts, whole = set(map(skeleton, label.split("-"))), skeleton(label.replace("-", ""))
        joined = (name for name in self._known if name != whole and self._is_joined(name, parts, whole))
        longest = next((name for name in joined if not self.is_ordinary(name)), None)
        if longest is None:
            return None
        owner = self._known[longest]
        return self._resembled(owner, sure=len(longest) >= _LONG or owner.kind is not OwnerKind.PLATFORM)

    def _is_joined(self, name: str, parts: AbstractSet[str], whole: str) -> bool:
        """Whether a name is one of the parts of a label, stands in it, or at the edge of a part."""
        if (len(name) >= _PART and name in parts) or (len(name) >= _INSIDE and name in whole):
            return True
        return name in self._coined and any(_at_the_edge(name, piece) for piece in {whole, *parts})

    def _mistyped(self, label: str, address: str) -> Resembled | None:
        """Somebody whose name is spelt nearly so: `sproutgiggs`. A usual word of the trade is a name of its own."""
        seen = skeleton(label)
        if self.is_ordinary(label) or self.catalogue.index("task_types").find(label):
            return None
        short = next((name for name in self._copied if _is_slip_of(seen, name)), None)
        if short is not None:
            return self._resembled(self._known[short], sure=len(short) > _KNOWN_MISTYPED)
        if len(seen) < _MISTYPED - 1:
            return None
        near = self.nearest(seen, self._long)
        if near is None or abs(len(near) - len(seen)) > 1:
            return None
        return self._resembled(self._known[near], sure=len(near) >= _LONG_MISTYPED)

    def borne(self, link: Link) -> Resembled | None:
        """A site that stands in the link beside the host: before an `@` anybody is meant to be taken for the host."""
        before, _, behind = link.written.casefold().partition(link.host)
        for text, names, likeness in (
            (before, (*self._long, *self._copied), Likeness.PASSES),
            (behind, [one for one in self._long if self._known[one].kind is OwnerKind.PLATFORM], Likeness.BEARS),
        ):
            seen = skeleton(text)
            owner = next((self._known[name] for name in names if name in seen), None)
            if owner is not None:
                return Resembled(owner, likeness)
        return None

    def _resembled(self, owner: Owner, *, sure: bool) -> Resembled:
        return Resembled(owner, Likeness.PASSES if sure and owner.hosts else Likeness.RESEMBLES)

    def _is_coined(self, name: str, owner: Owner) -> bool:
        """Whether it is the name of a payout method or a firm, and no usual word."""
        return owner.kind is not OwnerKind.PLATFORM and len(name) >= _KNOWN_PART and not self.is_ordinary(name)

    def _holds_address_of(self, owner: Owner, address: str) -> bool:
        """Whether the recorded address stands in front of another one: `hotovaga.com.evil.top`."""
        return any(f".{own}{end}" in f".{address}" for own in owner.hosts for end in ".-")

    @cached_property
    def _whole_names(self) -> Mapping[str, Owner]:
        """Everything that somebody is called, in any language, as it looks in small letters too."""
        sites = {one.id: one for one in self.everybody if one.kind is OwnerKind.PLATFORM}
        names = list(platform_names(self.catalogue.platforms))
        small = {skeleton(name.written.casefold()): sites[name.id] for name in reversed(names)}
        return {**small, **{skeleton(name.written): sites[name.id] for name in reversed(names)}, **self._known}

    @cached_property
    def _spelt(self) -> frozenset[str]:
        names = [name.written for name in platform_names(self.catalogue.platforms)]
        return frozenset(map(fold, (*names, *(name for owner in self.everybody for name in owner.names))))

    @cached_property
    def _known(self) -> Mapping[str, Owner]:
        """The English names of everybody and what their addresses begin with, as they look, the longest first."""
        named = {skeleton(name): owner for owner in reversed(self.everybody) for name in reversed(owner.names)}
        return dict(sorted(named.items(), key=lambda one: (-len(one[0]), one[0])))

    @cached_property
    def _long(self) -> list[str]:
        return [name for name in self._known if len(name) >= _INSIDE]

    @cached_property
    def _copied(self) -> list[str]:
        """The names of payout methods and firms that are no usual words."""
        return [name for name, owner in self._known.items() if self._is_coined(name, owner)]

    @cached_property
    def _coined(self) -> frozenset[str]:
        """Names that are no usual words, so that a longer word which begins or ends so means them."""
        sites = (name for name in self._known if len(name) >= _EDGE and not self.is_ordinary(name))
        return frozenset((*self._copied, *sites))


def _at_the_edge(name: str, whole: str) -> bool:
    """Whether a word begins or ends with a name, with enough beside it to be another word."""
    beside = len(whole) - len(name)
    return (beside >= _LEAST_BEHIND and whole.startswith(name)) or (beside >= _LEAST_BEFORE and whole.endswith(name))


def _is_slip_of(seen: str, name: str) -> bool:
    """Whether somebody mistyped a short name: two letters swapped, one doubled or put in, a vowel for another."""
    if seen == name or seen[:1] != name[:1] or len(seen) < _KNOWN_MISTYPED:
        return False
    if len(seen) == len(name):
        places = [place for place in range(len(name)) if seen[place] != name[place]]
        if len(places) == 1:
            return {seen[places[0]], name[places[0]]} <= _VOWELS
        return len(places) == 2 and sorted(seen) == sorted(name) and places[1] - places[0] == 1
    longer, shorter = (seen, name) if len(seen) > len(name) else (name, seen)
    if len(longer) - len(shorter) != 1 or (longer is name and len(name) <= _KNOWN_MISTYPED):
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(1, len(longer) - 1))


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
