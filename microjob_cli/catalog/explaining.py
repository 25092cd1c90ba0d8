"""Where a value comes from: the claims of a field, and which clause of the rule that picks decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec import field as made_by
from msgspec.structs import fields

from microjob_cli.catalog.catalogue import Catalogue, Country, ExchangeRate, Origins, newest_rate
from microjob_cli.catalog.facts import Claim, Evidence, Fact, Statement
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform, Status
from microjob_cli.catalog.record_facts import AGES, sort_of
from microjob_cli.catalog.transfer import Transfer

# The entry of a list is named by what it is about, as in `payouts.litecoin` or `notes.referral`.
_LABELS = ("method", "task", "rater", "code", "topic", "address", "per", "name")


class Clause(StrEnum):
    """Which part of the rule that picks decided."""

    ONLY = "only"
    CONFIDENCE = "confidence"
    DATE = "date"
    NEWEST = "newest"
    HIGHEST = "highest"
    KIND = "kind"
    ORDER = "order"
    NOBODY = "nobody"


class Explained(Struct, frozen=True):
    """One field of one record: its fact, the clause that decided, or the statements it holds."""

    record: str
    field: str
    fact: Fact[Any] | None = None
    clause: Clause = Clause.NOBODY
    statements: tuple[Statement, ...] = ()
    files: Mapping[Any, str] = made_by(default_factory=dict)  # of one's own: where a claim or statement stands

    @property
    def known(self) -> bool:
        return bool(self.statements) or (self.fact is not None and self.fact.known)


def explained(record: Any, field: str, evidence: Evidence, origins: Origins | None = None) -> Explained | None:
    """The field of a record by its dotted name, or None when there is no such field."""
    wanted = _spelled(field.strip()).strip(".")
    every = dict(held_by_field(record, among=wanted.partition(".")[0]))
    found = next((name for name in every if _spelled(name) == wanted), None)
    if found is None:
        return None
    held = every[found]
    files = origins.of(found, held) if origins else {}
    if held and isinstance(held[0], Statement):
        return Explained(record.id, found, statements=tuple(held), files=files)
    claims: Sequence[Claim[Any]] = tuple(held)
    fact = evidence.fact(claims)
    return Explained(record.id, found, fact, _clause(fact, evidence, evidence.chosen(claims)), files=files)


def explained_rate(
    pair: str, rates: Sequence[ExchangeRate], evidence: Evidence, files: Mapping[ExchangeRate, str] | None = None
) -> Explained | None:
    """The recorded rates of a pair such as `USD/BDT`: the one in use, and those before it; None for another pair.

    `files` are those of one's own in which rates stand.
    """
    base, _, quote = pair.upper().partition("/")
    known = [rate for rate in rates if (rate.base, rate.quote) == (base, quote)]
    if not known:
        return None
    claims = {rate: Claim(rate.rate, rate.source, rate.confidence, rate.on) for rate in known}
    used = newest_rate(tuple(rates), base, quote, evidence.today)
    if used is None:
        return Explained(f"{base}/{quote}", "rate", Fact())
    before = [rate for rate in known if rate != used and rate.on.first <= evidence.today]
    earlier = tuple(claims[rate] for rate in sorted(before, key=lambda rate: rate.on.first, reverse=True))
    fact = Fact(claims[used], evidence.kind(claims[used]), confirmed=used.on, earlier=earlier)
    own = {claims[rate]: files[rate] for rate in known if rate in files} if files else {}
    return Explained(f"{base}/{quote}", "rate", fact, Clause.NEWEST if earlier else Clause.ONLY, files=own)


class FieldFact(Struct, frozen=True):
    """The fact of one field. `name` is the field as `microjob why` takes it, `sort` the same for all of its sort.

    The name `payouts.bkash.minimum` is of the sort `payouts.minimum`.
    """

    name: str
    sort: str
    fact: Fact[Any]

    @property
    def about(self) -> str:
        """The method, task, rater or country that its name tells; empty for a field of the record itself."""
        return self.name.partition(".")[2].partition(".")[0]

    @property
    def max_age(self) -> int | None:
        """After how many days it is stale; None when it does not grow stale."""
        return AGES.get(self.sort)

    @property
    def known(self) -> bool:
        """Whether somebody says; that a source leaves it open (the status `unknown`) tells nothing."""
        return self.fact.known and self.fact.value is not Status.UNKNOWN

    @property
    def undated(self) -> bool:
        """Whether it can grow stale, but nobody knows how old it is."""
        return self.max_age is not None and self.known and self.fact.confirmed is None


def field_facts(part: str, record: Any, evidence: Evidence) -> Iterator[FieldFact]:
    """Every fact of a record of that part of the catalogue under the name of its field, known or not."""
    for name, held in held_by_field(record):
        if not held or isinstance(held[0], Claim):
            sort = sort_of(part, name)
            yield FieldFact(name, sort, evidence.fact(held, AGES.get(sort)))


def claims_of(catalogue: Catalogue) -> Iterator[tuple[str, str, str, list[Claim[Any]]]]:
    """Part, record and field with the claims that it holds: all that is claimed, in the order of the records."""
    for part in ("platforms", "methods", "transfers", "incentives", "task_types"):
        for key, record in getattr(catalogue, part).items():
            for field, held in held_by_field(record):
                if held and isinstance(held[0], Claim):
                    yield part, key, field, held


def value_text(value: Any) -> str:
    """A claim's value as text: that of a record, and of a set always in the same order."""
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def claim_id(record: str, field: str, claim: Claim[Any]) -> str:
    """What a claim is called wherever it stands: as long as record, field, source and value stay what they are."""
    from hashlib import sha256

    return sha256("\0".join((record, field, claim.source, value_text(claim.value))).encode()).hexdigest()[:16]


def record_named(word: str, catalogue: Catalogue) -> Platform | PayoutMethod | Transfer | Country:
    """A transfer or country by its id, else a platform, else a payout method. Raises NotFound."""
    if word in catalogue.transfers:
        return catalogue.transfers[word]
    if word in catalogue.countries:
        return catalogue.countries[word]
    part, name = catalogue.named(word, ("platforms", "methods"), "no-such-record")
    return catalogue.platforms[name.id] if part == "platforms" else catalogue.methods[name.id]


def field_names(record: Any) -> tuple[str, ...]:
    return tuple(name for name, _ in held_by_field(record))


def _clause(fact: Fact[Any], evidence: Evidence, picked: Claim[Any] | None) -> Clause:
    """The first clause in which the chosen claim beats the best of the claims that say otherwise.

    `picked`: the one of the best evidence, in whose place a higher one may have been chosen.
    """
    if fact.chosen is None or picked is None:
        return Clause.NOBODY
    if picked.value != fact.chosen.value:
        return Clause.HIGHEST
    rivals = [claim for claim in (*fact.agreeing, *fact.disputed) if claim.value != fact.chosen.value]
    if not rivals:
        return Clause.ONLY
    best, rival = evidence.rank(fact.chosen), min(evidence.rank(claim) for claim in rivals)
    differing = (name for name, one, other in zip(_RANKED, best, rival, strict=True) if one != other)
    return next(differing, Clause.ORDER)


_RANKED = (Clause.CONFIDENCE, Clause.DATE, Clause.KIND)


def _spelled(name: str) -> str:
    return name.casefold().replace("_", "-")


def held_by_field(value: Any, path: str = "", among: str | None = None) -> Iterator[tuple[str, list[Any]]]:
    """Dotted names with the claims or statements they hold; empty lists of claims too, for what is not known.

    `among`: only the names that begin so.
    """
    for item in fields(value):
        if among is not None and _spelled(item.name) != among:
            continue
        yield from _held(getattr(value, item.name), f"{path}{item.name}", str(item.type))


def _held(held: Any, name: str, declared: str) -> Iterator[tuple[str, list[Any]]]:
    if isinstance(held, Mapping):
        for key, inner in held.items():
            yield from _held(inner, f"{name}.{key}", declared)
    elif isinstance(held, tuple) and (_all(held, Claim) if held else "Claim[" in declared):
        yield name, list(held)
    elif isinstance(held, tuple) and _all(held, Statement):
        by_label: dict[str, list[Any]] = {}
        for statement in held:
            by_label.setdefault(_label(statement), []).append(statement)
        yield name, list(held)
        yield from ((f"{name}.{label}", found) for label, found in by_label.items())
    elif isinstance(held, tuple) and held and isinstance(held[0], Struct):
        for entry in held:
            yield from held_by_field(entry, f"{name}.{_label(entry)}.")


def _all(held: tuple[Any, ...], kind: type[Any]) -> bool:
    return bool(held) and all(isinstance(entry, kind) for entry in held)


def _label(entry: Any) -> str:
    return next((str(getattr(entry, label)) for label in _LABELS if hasattr(entry, label)), "")
