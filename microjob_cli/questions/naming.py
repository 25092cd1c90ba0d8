"""Finds the names of sites, payout methods and kinds of work in a question, the longest first, typos tolerated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from microjob_cli.catalog.names import Name, NameKind, fold, suggest_spelling
from microjob_cli.questions.lexicon import Hit, Lexicon
from microjob_cli.questions.tokens import Span, Token, is_bengali, key, places_of, stems

if TYPE_CHECKING:
    from microjob_cli.catalog.catalogue import Catalogue

# Of how many words a name may be, and one that is mistyped; how many letters that has at least, and a stem.
_LONGEST_NAME, _LONGEST_TYPO = 6, 3
_SHORTEST_TYPO, _SHORTEST_STEMMED = 5, 3
# Words whose spellings are phrases that hold a name without meaning it.
_NOT_A_NAME = frozenset({"no-name-in-it", "no-investment"})
# What stands behind a name that is an ordinary word too when it is meant as a name.
_BEHIND = frozenset({"e", "te", "theke", "থেকে", "এ", "তে", "diye", "দিয়ে", "account", "একাউন্ট", "wallet", "balance"})
# What people add to the name of a payout method without naming another one.
_GENERIC = tuple(
    fold(word)
    for word in ("account", "wallet", "number", "personal", "app", "একাউন্ট", "অ্যাকাউন্ট", "নাম্বার", "অ্যাপ", "ওয়ালেট", "এ টাকা")
)
# Endings that say where or by what, and those that a mistyped name may have too.
_LOCATIVE = frozenset({"ে", "এ", "তে", "\u09af\u09bc", "েই", "e", "te", "ei", "tei"})
_CASES = _LOCATIVE | {"", "er", "র", "ের", "এর", "ke", "কে"}
_SITE = "site"
_MEANT_WITH = frozenset({"account", "from", "dollar"})
# The slot of words that stand for a payout method without being its name.
_METHODS = "payout_methods"


class Thing(StrEnum):
    """What sort of record a name leads to."""

    PLATFORM = "platform"
    METHOD = "method"
    TASK = "task"


class FoundName(Span, frozen=True):
    """A name in a question: what it names, where it stands, and whether it is spelt as recorded."""

    thing: Thing
    id: str
    written: str
    exact: bool = True
    locative: bool = False


class KnownNames(Struct, frozen=True):
    """All names of a catalogue, folded, with the id and the name as written; `sounds` (of sites and methods) with the
    thing first."""

    platforms: Mapping[str, Sequence[str]]
    methods: Mapping[str, Sequence[str]]
    tasks: Mapping[str, Sequence[str]]
    sounds: Mapping[str, Sequence[str]]


def known_names_of(catalogue: Catalogue) -> KnownNames:
    """The names, made ready for finding them in questions."""
    platforms, methods, tasks = (
        {fold(name.written): (name.id, name.written) for name in _without_generic(catalogue.index(part).names)}
        for part in ("platforms", "methods", "task_types")
    )
    sounds: dict[str, Sequence[str]] = {}
    for thing, named in ((Thing.PLATFORM, platforms), (Thing.METHOD, methods)):
        for spelt, name in named.items():
            sounds.setdefault(key(spelt), (thing, *name))
    return KnownNames(platforms, methods, tasks, sounds)


def _without_generic(names: Mapping[str, Name]) -> Iterator[Name]:
    """The names without those that only add `account` or the like to another one."""
    for spelt, name in names.items():
        ending = next((word for word in _GENERIC if spelt.endswith(word)), None)
        if name.kind is not NameKind.ALIAS or ending is None or spelt.removesuffix(ending) not in names:
            yield name


class _Words(Span, frozen=True):
    """A few tokens in a row, folded, perhaps without the ending of the last one; and that ending."""

    spelt: str
    ending: str

    def named(self, thing: Thing, found: Sequence[str], *, exact: bool) -> FoundName:
        """The name that it is, by the id and the name as written."""
        return FoundName(self.start, self.end, thing, found[0], found[1], exact, self.ending in _LOCATIVE)


class Names:
    """Finds the names of sites, payout methods and kinds of work in questions. `guesses`: mistyped ones too."""

    def __init__(self, known: KnownNames, lexicon: Lexicon, *, guesses: bool) -> None:
        self._lexicon, self._guesses = lexicon, guesses
        self._known = {Thing.PLATFORM: known.platforms, Thing.METHOD: known.methods, Thing.TASK: known.tasks}
        self._sounds = known.sounds

    @cached_property
    def _long(self) -> Mapping[str, Sequence[str]]:
        """The names that can be told when mistyped, by what they begin with: nobody mistypes that."""
        found: dict[str, list[str]] = {}
        for spelt in (*sorted(self._known[Thing.PLATFORM]), *sorted(self._known[Thing.METHOD])):
            if len(spelt) >= _SHORTEST_TYPO:
                found.setdefault(spelt[0], []).append(spelt)
        return found

    def recorded(self, row: Sequence[Token]) -> list[FoundName]:
        """The names of sites and payout methods that are spelt as recorded, meant as names or not."""
        return [*self._in(Thing.PLATFORM, row), *self._in(Thing.METHOD, row)]

    def tasks(self, row: Sequence[Token], hits: Sequence[Hit]) -> list[FoundName]:
        """The kinds of work, none inside another or inside a longer phrase."""
        return _longest_first(self._in(Thing.TASK, row), hits)

    def found(
        self, row: Sequence[Token], hits: Sequence[Hit], recorded: Sequence[FoundName], tasks: Sequence[FoundName]
    ) -> list[FoundName]:
        """The sites and payout methods that are meant, none inside another or inside a longer phrase."""
        spelt = (one for one in (*recorded, *self._sounding(row)) if self._is_meant(one, row, hits))
        taken = _longest_first(spelt, hits)
        return sorted([*taken, *_longest_first(self._mistyped(row, hits, taken, tasks))], key=lambda one: one.start)

    def _in(self, thing: Thing, row: Sequence[Token]) -> Iterator[FoundName]:
        known = self._known[thing]
        return (one.named(thing, known[one.spelt], exact=True) for one in _spans(row) if one.spelt in known)

    def _sounding(self, row: Sequence[Token]) -> Iterator[FoundName]:
        for one in _spans(row, _LONGEST_TYPO):
            sounded = self._sounds.get(key(one.spelt)) if len(one.spelt) >= _SHORTEST_TYPO else None
            if sounded is not None and not self._is_ordinary(one.spelt, row[one.start : one.end]):
                yield one.named(Thing(sounded[0]), sounded[1:], exact=False)

    def _is_ordinary(self, spelt: str, span: Sequence[Token]) -> bool:
        """Whether these are usual words that only sound like a name: "bhai je" is not Wise."""
        return self._lexicon.is_word(spelt) or all(self._lexicon.is_word(token.folded) for token in span)

    def _is_meant(self, one: FoundName, row: Sequence[Token], hits: Sequence[Hit]) -> bool:
        """Whether a name that is an ordinary word too stands where a name would."""
        span = row[one.start : one.end]
        spelt = " ".join(token.folded for token in span)
        if one.thing is Thing.PLATFORM and len(span) > 1 and all(self._lexicon.is_word(token.folded) for token in span):
            return _is_pointed_at(one, span, hits)
        if any(self._lexicon.sets(written, _METHODS) for written in (spelt, one.written.casefold())):
            return False
        if not self._lexicon.is_word(spelt) and not self._lexicon.is_word(one.written):
            return True
        behind = row[one.end].folded if one.end < len(row) else ""
        if one.locative or behind in _BEHIND or (one.start > 0 and row[one.start].capital):
            return True
        near = _MEANT_WITH | ({_SITE} if one.thing is Thing.PLATFORM else set())
        return any(hit.words & near and one.start - 2 <= hit.start <= one.end + 1 for hit in hits)

    def _mistyped(
        self, row: Sequence[Token], hits: Sequence[Hit], taken: Sequence[FoundName], tasks: Sequence[FoundName]
    ) -> Iterator[FoundName]:
        """Names that come near to words of which enough is unknown, and none stands for a method or is no word."""
        named = places_of(taken)
        known = named | places_of(tasks) | places_of(hit for hit in hits if hit.sure)
        for one in _spans(row, _LONGEST_TYPO) if self._guesses else ():
            strange = sum(len(row[place].folded) for place in one.places if place not in known)
            if len(one.spelt) < _SHORTEST_TYPO or 3 * strange < len(one.spelt) or one.ending not in _CASES:
                continue
            plain = (not row[place].is_word or self._lexicon.sets(row[place].folded, _METHODS) for place in one.places)
            if not named.isdisjoint(one.places) or any(plain):
                continue
            near = suggest_spelling(one.spelt, self._long.get(one.spelt[0], ()))
            if near is not None and _digits(near) == _digits(one.spelt):
                thing = Thing.PLATFORM if near in self._known[Thing.PLATFORM] else Thing.METHOD
                yield one.named(thing, self._known[thing][near], exact=False)


def _is_pointed_at(one: FoundName, span: Sequence[Token], hits: Sequence[Hit]) -> bool:
    """Whether everyday words that together are the name of a site mean it: "Free Cash", "free cash app"."""
    if all(token.capital and not token.written.isupper() for token in span):
        return True
    sites = (hit for hit in hits if _SITE in hit.words)
    return any(hit.end == one.start or one.start < hit.start <= one.end + 1 for hit in sites)


def _spans(row: Sequence[Token], longest: int = _LONGEST_NAME) -> Iterator[_Words]:
    """Every few tokens in a row, as they are and without each ending that the last one may have."""
    for start in range(len(row)):
        head = ""
        for end in range(start + 1, min(start + longest, len(row)) + 1):
            last = row[end - 1].folded
            for stem in stems(last):
                if stem == last or len(head + stem) > _SHORTEST_STEMMED or is_bengali(stem):
                    yield _Words(start, end, head + stem, last.removeprefix(stem))
            head += last


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _longest_first(found: Iterable[FoundName], hits: Sequence[Hit] = ()) -> list[FoundName]:
    """Those that no longer name and no longer phrase covers, in order."""
    phrases = [hit for hit in hits if hit.words & _NOT_A_NAME]
    taken: list[FoundName] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, not one.exact, one.start)):
        if places_of(taken).isdisjoint(one.places) and not any(hit.holds(one) for hit in phrases):
            taken.append(one)
    return sorted(taken, key=lambda one: one.start)
