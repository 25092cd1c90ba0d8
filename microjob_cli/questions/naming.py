"""Finds the names of sites, payout methods and kinds of work in a question, the longest first, typos tolerated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from microjob_cli.catalog.names import Name, NameKind, fold
from microjob_cli.questions.lexicon import Hit, Lexicon, Nearest
from microjob_cli.questions.spelling import is_bengali, key, stems
from microjob_cli.questions.tokens import Token

if TYPE_CHECKING:
    from microjob_cli.catalog.catalogue import Catalogue

_LONGEST_NAME = 6
_LONGEST_TYPO = 3
_SHORTEST_TYPO = 5
_SHORTEST_STEMMED = 3
# What people add to the name of a payout method without naming another one.
_GENERIC = tuple(
    fold(word)
    for word in ("account", "wallet", "number", "personal", "app", "একাউন্ট", "অ্যাকাউন্ট", "নাম্বার", "অ্যাপ", "ওয়ালেট", "এ টাকা")
)
# Words whose spellings are phrases that hold a name without meaning it.
_NOT_A_NAME = frozenset({"no-name-in-it", "no-investment"})
# What stands behind a name that is an ordinary word too when it is meant as a name.
_BEHIND = frozenset({"e", "te", "theke", "থেকে", "এ", "তে", "diye", "দিয়ে", "account", "একাউন্ট", "wallet", "balance"})
# Endings that say where or by what, and those that a mistyped name may have too.
_LOCATIVE = frozenset({"ে", "এ", "তে", "\u09af\u09bc", "েই", "e", "te", "ei", "tei"})
_CASES = _LOCATIVE | {"er", "র", "ের", "এর", "ke", "কে"}
_SITE = "site"
_MEANT_WITH = frozenset({"account", "from", "dollar"})


class Thing(StrEnum):
    """What sort of record a name leads to."""

    PLATFORM = "platform"
    METHOD = "method"
    TASK = "task"
    DEVICE = "device"


class FoundName(Struct, frozen=True):
    """A name in a question: what it names, where it stands, and whether it is spelt as recorded."""

    thing: Thing
    id: str
    written: str
    start: int
    end: int
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
    platforms = _folded(catalogue.index("platforms").names.values())
    methods = _folded(_without_generic(catalogue.index("methods").names.values()))
    sounds: dict[str, Sequence[str]] = {}
    for thing, named in ((Thing.PLATFORM, platforms), (Thing.METHOD, methods)):
        for spelt, name in named.items():
            sounds.setdefault(key(spelt), (thing, *name))
    return KnownNames(platforms, methods, _folded(catalogue.index("task_types").names.values()), sounds)


def _folded(names: Iterable[Name]) -> dict[str, Sequence[str]]:
    return {fold(name.written): (name.id, name.written) for name in names}


class Names:
    """Finds the names of sites, payout methods and kinds of work in questions."""

    def __init__(self, known: KnownNames, lexicon: Lexicon, nearest: Nearest) -> None:
        self._lexicon, self._nearest = lexicon, nearest
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
        return sorted(_longest_first(list(self._in(Thing.TASK, row)), hits), key=lambda one: one.start)

    def found(
        self, row: Sequence[Token], hits: Sequence[Hit], recorded: Sequence[FoundName], tasks: Sequence[FoundName]
    ) -> list[FoundName]:
        """The sites and payout methods that are meant, none inside another or inside a longer phrase."""
        spelt = [*recorded, *self._sounding(row)]
        taken = _longest_first([one for one in spelt if self._is_meant(one, row, hits)], hits)
        mistyped = self._mistyped(row, hits, taken, tasks)
        return sorted([*taken, *mistyped], key=lambda one: one.start)

    def _in(self, thing: Thing, row: Sequence[Token]) -> Iterator[FoundName]:
        known = self._known[thing]
        for start, end, spelt, ending in _spans(row, _LONGEST_NAME):
            if spelt in known:
                record, written = known[spelt]
                yield FoundName(thing, record, written, start, end, True, ending in _LOCATIVE)

    def _sounding(self, row: Sequence[Token]) -> Iterator[FoundName]:
        for start, end, spelt, ending in _spans(row, _LONGEST_TYPO):
            sounded = self._sounds.get(key(spelt)) if len(spelt) >= _SHORTEST_TYPO else None
            if sounded is not None and not self._is_ordinary(spelt, row[start:end]):
                thing, record, written = sounded
                yield FoundName(Thing(thing), record, written, start, end, False, ending in _LOCATIVE)

    def _is_ordinary(self, spelt: str, span: Sequence[Token]) -> bool:
        """Whether these are usual words that only sound like a name: "bhai je" is not Wise."""
        return self._lexicon.is_word(spelt) or all(self._lexicon.is_word(token.folded) for token in span)

    def _is_meant(self, one: FoundName, row: Sequence[Token], hits: Sequence[Hit]) -> bool:
        """Whether a name that is an ordinary word too stands where a name would."""
        span = row[one.start : one.end]
        words = " ".join(token.folded for token in span)
        if one.thing is Thing.PLATFORM and len(span) > 1 and all(self._lexicon.is_word(token.folded) for token in span):
            return _is_pointed_at(one, span, hits)
        if self._lexicon.stands_for_method(words) or self._lexicon.stands_for_method(one.written.casefold()):
            return False
        if not self._lexicon.is_word(words) and not self._lexicon.is_word(one.written):
            return True
        behind = row[one.end].folded if one.end < len(row) else ""
        if one.locative or behind in _BEHIND or (one.start > 0 and row[one.start].capital):
            return True
        near = _MEANT_WITH | ({_SITE} if one.thing is Thing.PLATFORM else set())
        return any(hit.words & near and one.start - 2 <= hit.start <= one.end + 1 for hit in hits)

    def _is_plain(self, span: Sequence[Token]) -> bool:
        """Whether there is what is no word, or a word that stands for a method: no typo of a name."""
        return any(not token.is_word or self._lexicon.stands_for_method(token.folded) for token in span)

    def _mistyped(
        self, row: Sequence[Token], hits: Sequence[Hit], taken: Sequence[FoundName], tasks: Sequence[FoundName]
    ) -> list[FoundName]:
        """Names that come near to words nobody knows."""
        known = {place for hit in hits if hit.sure for place in range(hit.start, hit.end)}
        known |= {place for one in (*taken, *tasks) for place in range(one.start, one.end)}
        found = []
        for start, end, spelt, ending in _spans(row, _LONGEST_TYPO):
            if ending and ending not in _CASES:
                continue
            places = set(range(start, end))
            strange = sum(len(row[place].folded) for place in places - known)
            if len(spelt) < _SHORTEST_TYPO or 3 * strange < len(spelt) or self._is_plain(row[start:end]):
                continue
            if any(places & set(range(one.start, one.end)) for one in taken):
                continue
            near = self._nearest(spelt, self._long.get(spelt[0], ()))
            if near is not None and _digits(near) == _digits(spelt):
                thing = Thing.PLATFORM if near in self._known[Thing.PLATFORM] else Thing.METHOD
                record, written = self._known[thing][near]
                found.append(FoundName(thing, record, written, start, end, False, ending in _LOCATIVE))
        return _longest_first(found, ())


def _is_pointed_at(one: FoundName, span: Sequence[Token], hits: Sequence[Hit]) -> bool:
    """Whether everyday words that together are the name of a site mean it: "Free Cash", "free cash app"."""
    if all(token.capital and not token.written.isupper() for token in span):
        return True
    sites = [hit for hit in hits if _SITE in hit.words]
    return any(hit.end == one.start or one.start < hit.start <= one.end + 1 for hit in sites)


def _without_generic(names: Iterable[Name]) -> Iterator[Name]:
    """The names without those that only add `account` or the like to another one."""
    every = list(names)
    known = {fold(name.written) for name in every}
    for name in every:
        spelt = fold(name.written)
        ending = next((word for word in _GENERIC if spelt.endswith(word)), None)
        if name.kind is not NameKind.ALIAS or ending is None or spelt.removesuffix(ending) not in known:
            yield name


def _spans(row: Sequence[Token], longest: int) -> Iterator[tuple[int, int, str, str]]:
    """Start, end and folded text of every few tokens in a row, also without the last one's ending; and that ending."""
    for start in range(len(row)):
        for end in range(start + 1, min(start + longest, len(row)) + 1):
            head = "".join(token.folded for token in row[start : end - 1])
            last = row[end - 1].folded
            for stem in stems(last):
                if stem == last or len(head + stem) > _SHORTEST_STEMMED or is_bengali(stem):
                    yield start, end, head + stem, last.removeprefix(stem)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _longest_first(found: Sequence[FoundName], hits: Sequence[Hit]) -> list[FoundName]:
    """Those that no longer name and no longer phrase covers."""
    taken: list[FoundName] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, not one.exact, one.start)):
        free = all(one.end <= other.start or other.end <= one.start for other in taken)
        covered = any(hit.words & _NOT_A_NAME and hit.start <= one.start and one.end <= hit.end for hit in hits)
        if free and not covered:
            taken.append(one)
    return taken
