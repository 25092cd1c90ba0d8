"""What part each payout method plays in a question: wanted, unwanted, where the money is, where it shall go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from microjob_cli.catalog.payout import MethodKind, PayoutMethod
from microjob_cli.catalog.questions import Word
from microjob_cli.questions.lexicon import Hit
from microjob_cli.questions.naming import FoundName, Thing
from microjob_cli.questions.tokens import Token

_TO = frozenset("to into in onto for".split())
_AT = frozenset("e te এ তে".split())
_FROM = frozenset("theke thaka thake hote থেকে হতে".split())
JOINERS = frozenset("and or nor r ar o ba আর ও বা এবং".split())
_THESE = frozenset("eita eigula egula egulo duita dutai এগুলা এগুলো এইগুলা দুইটা দুটো দুটা".split())
# `not work`, `isn't available`: what is said of the thing named before it.
_VERBS = frozenset("work working available supported".split())
_NEAR = 3
# The words of the records that say that something is unwanted, or not to be had.
WITHOUT, LACKING = "without", "have-not"
# What is done to the account that is to be filled.
_LOAD = "load-up"
_OTHER = {"desktop": "mobile", "mobile": "desktop"}
# Where money is kept in one's own country: a wallet of that country, a bank, banknotes.
_AT_HOME = frozenset({MethodKind.MOBILE_WALLET, MethodKind.BANK, MethodKind.CASH})
Named = TypeVar("Named", Hit, FoundName)


class Roles(Struct, frozen=True):
    """Payout methods by their part, ids in the order said. `home`: where money is kept at home."""

    methods: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    target: str | None = None


def roles_of(
    row: Sequence[Token], hits: Sequence[Hit], names: Sequence[FoundName], methods: Mapping[str, PayoutMethod]
) -> Roles:
    """The parts of the methods that were named."""
    named = [one for one in names if one.thing is Thing.METHOD]
    without = absent(named, WITHOUT, hits, row)
    lacking = [one for one in absent(named, LACKING, hits, row) if one not in without]
    wanted = [one for one in named if one not in without and one not in lacking]
    home = [one for one in wanted if methods[one.id].kind in _AT_HOME]
    sources = [one for one in wanted if _is_source(one, row)]
    loads = {hit.end for hit in hits if _LOAD in hit.words}
    loaded = [one for one in wanted if one.start in loads and one not in home]
    aimed = [one for one in (wanted if sources else home) if one not in sources and _is_aim(one, row)]
    others = [one for one in home if one not in sources] if len(wanted) > len(home) or sources else []
    target = _ids((loaded or aimed or others)[-1:])
    return Roles(_ids(wanted), _ids(without), _ids(lacking), _ids(home), _ids(sources), *target)


def _ids(named: Iterable[FoundName]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in named))


def devices_of(hits: Sequence[Hit], row: Sequence[Token], words: Mapping[str, Word]) -> list[str]:
    """The devices that are spoken of; who has not one of them has the other."""
    spoken = {hit: words[word].sets["device"] for hit in hits for word in hit.words if "device" in words[word].sets}
    lacking = {spoken[one] for kind in (WITHOUT, LACKING) for one in absent(list(spoken), kind, hits, row)}
    had = [device for device in spoken.values() if device not in lacking]
    return list(dict.fromkeys(had or [_OTHER.get(device, device) for device in sorted(lacking)]))


def absent(named: Sequence[Named], word: str, hits: Sequence[Hit], row: Sequence[Token]) -> list[Named]:
    """What words of absence (`WITHOUT` or `LACKING`) belong to, each to the nearest on its side, and what is listed.

    English ones stand before the name, Bengali ones behind it; "does not work" stands behind in English too.
    """
    found: list[Named] = []
    for hit in hits:
        if word not in hit.words:
            continue
        behind = [one for one in named if one.end <= hit.start]
        if hit.start and row[hit.start - 1].folded in _THESE:
            found += behind
        elif "en" in hit.languages and row[hit.end - 1].folded not in _VERBS:
            found += _listed([one for one in named if 0 <= one.start - hit.end < _NEAR][:1], named, row)
        else:
            reach = _NEAR if word == LACKING else 1
            found += _listed([one for one in behind[-1:] if hit.start - one.end <= reach], named, row)
    return found


def _listed(near: Sequence[Named], named: Sequence[Named], row: Sequence[Token]) -> list[Named]:
    """A name and those that it is listed with: "neither PayPal nor Skrill", "PayPal, Skrill"."""
    lists: list[list[Named]] = []
    for one in named:
        if lists and _are_listed(lists[-1][-1], one, row):
            lists[-1].append(one)
        else:
            lists.append([one])
    return [one for group in lists if any(one in near for one in group) for one in group]


def _are_listed(one: Named, other: Named, row: Sequence[Token]) -> bool:
    """Whether nothing but a comma, a space or a word that joins stands between two names."""
    between = [token.folded for token in row[one.end : other.start]]
    if not between:
        return row[other.start].start - row[one.end - 1].end <= 2
    return len(between) == 1 and between[0] in JOINERS


def _is_source(one: FoundName, row: Sequence[Token]) -> bool:
    before, last = (["", "", *(token.folded for token in row[: one.start])])[-2:]
    if last == "my":
        return before not in _TO
    return last == "from" or any(token.folded in _FROM for token in row[one.end : one.end + 2])


def _is_aim(one: FoundName, row: Sequence[Token]) -> bool:
    before = {token.folded for token in row[max(one.start - 2, 0) : one.start]}
    return one.locative or bool(before & _TO) or any(token.folded in _AT for token in row[one.end : one.end + 1])
