"""What part each payout method plays in a question: wanted, unwanted, where the money is, where it shall go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from microjob_cli.catalog.payout import MethodKind, PayoutMethod
from microjob_cli.catalog.questions import Word
from microjob_cli.questions.lexicon import Hit
from microjob_cli.questions.naming import FoundName, Thing
from microjob_cli.questions.tokens import Token

_TO = frozenset({"to", "into", "in", "onto", "for"})
_AT = frozenset({"e", "te", "এ", "তে"})
_FROM = frozenset({"theke", "thaka", "thake", "hote", "থেকে", "হতে"})
JOINERS = frozenset({"and", "or", "nor", "r", "ar", "o", "ba", "আর", "ও", "বা", "এবং"})
_THESE = frozenset({"eita", "eigula", "egula", "egulo", "duita", "dutai", "এগুলা", "এগুলো", "এইগুলা", "দুইটা", "দুটো", "দুটা"})
_NEAR = 3
# The words of the records that say that something is unwanted, or not to be had.
WITHOUT, LACKING = "without", "have-not"
# What is done to the account that is to be filled.
_LOAD = "load-up"
_OTHER = {"desktop": "mobile", "mobile": "desktop"}


class Roles(Struct, frozen=True):
    """Payout methods by their part, ids in the order said. `home`: where money is kept at home, the rest is `held`."""

    methods: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
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
    home = [one for one in wanted if _is_home(methods[one.id])]
    held = [one for one in wanted if one not in home]
    sources = [one for one in wanted if _is_source(one, row)]
    loaded = [one for one in held if any(_LOAD in hit.words and hit.end == one.start for hit in hits)]
    aimed = [one for one in (wanted if sources else home) if one not in sources and _is_aim(one, row)]
    target = (loaded or aimed or ([one for one in home if one not in sources] if held or sources else []))[-1:]
    return Roles(
        methods=_ids(wanted),
        without=_ids(without),
        lacking=_ids(lacking),
        home=_ids(home),
        held=_ids(held),
        sources=_ids(sources),
        target=target[0].id if target else None,
    )


def devices_of(hits: Sequence[Hit], row: Sequence[Token], words: Mapping[str, Word]) -> list[str]:
    """The devices that are spoken of; who has not one of them has the other."""
    spoken = {hit: words[word].sets["device"] for hit in hits for word in hit.words if "device" in words[word].sets}
    named = [FoundName(Thing.DEVICE, device, "", hit.start, hit.end) for hit, device in spoken.items()]
    lacking = {one.id for kind in (WITHOUT, LACKING) for one in absent(named, kind, hits, row)}
    had = [one.id for one in named if one.id not in lacking]
    return list(dict.fromkeys(had or [_OTHER.get(device, device) for device in sorted(lacking)]))


def _ids(named: Sequence[FoundName]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in named))


def absent(named: Sequence[FoundName], word: str, hits: Sequence[Hit], row: Sequence[Token]) -> list[FoundName]:
    """The names that words of absence (`WITHOUT` or `LACKING`) belong to, each to the nearest on its side.

    English ones stand before the name, Bengali ones behind it; "does not work" stands behind in English too.
    """
    found = []
    for hit in hits:
        if word not in hit.words:
            continue
        if hit.start and row[hit.start - 1].folded in _THESE:
            found += [one for one in named if one.end <= hit.start]
            continue
        if "en" not in hit.languages or _is_verbal(hit, row):
            reach = _NEAR if word == LACKING else 1
            behind = [one for one in named if 0 <= hit.start - one.end <= reach]
            nearest = sorted(behind, key=lambda one: -one.end)[:1]
        else:
            nearest = sorted((one for one in named if 0 <= one.start - hit.end < _NEAR), key=lambda one: one.start)[:1]
        found += [one for near in nearest for one in _joined(near, named, row)]
    return found


def _joined(near: FoundName, named: Sequence[FoundName], row: Sequence[Token]) -> list[FoundName]:
    """A name and those that it is listed with: "neither PayPal nor Skrill", "PayPal, Skrill"."""
    place = named.index(near)
    first = last = place
    while first and _are_listed(named[first - 1], named[first], row):
        first -= 1
    while last + 1 < len(named) and _are_listed(named[last], named[last + 1], row):
        last += 1
    return list(named[first : last + 1])


def _are_listed(one: FoundName, other: FoundName, row: Sequence[Token]) -> bool:
    """Whether nothing but a comma, a space or a word that joins stands between two names."""
    between = [token.folded for token in row[one.end : other.start]]
    if not between:
        return row[other.start].start - row[one.end - 1].end <= 2
    return len(between) == 1 and between[0] in JOINERS


def _is_verbal(hit: Hit, row: Sequence[Token]) -> bool:
    """`not work`, `isn't available`: what is said of the thing named before it."""
    return row[hit.end - 1].folded in ("work", "working", "available", "supported")


def _is_home(method: PayoutMethod) -> bool:
    """Where money is kept in one's own country: a wallet of that country, a bank, banknotes."""
    return method.kind in (MethodKind.MOBILE_WALLET, MethodKind.BANK, MethodKind.CASH)


def _is_source(one: FoundName, row: Sequence[Token]) -> bool:
    after = [token.folded for token in row[one.end : one.end + 2]]
    before = [token.folded for token in reversed(row[max(one.start - 2, 0) : one.start])]
    if before[:1] == ["my"] and before[1:] and before[1] in _TO:
        return False
    return before[:1] in (["from"], ["my"]) or any(word in _FROM for word in after)


def _is_aim(one: FoundName, row: Sequence[Token]) -> bool:
    after = row[one.end].folded if one.end < len(row) else ""
    before = {token.folded for token in row[max(one.start - 2, 0) : one.start]}
    return one.locative or after in _AT or bool(before & _TO)
