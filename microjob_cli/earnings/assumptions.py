"""What one estimate assumes: the general assumptions, and in their place what is known of a site, a task or a route.

A range that somebody gives, as in "0.02 to 2 dollars a task", says where the cheapest and the best paid task lie and
not where most of them are. So its bad end is taken for the low case, and the general typical and high values are moved
into it (`moved`). What the user sets herself stands above all.

What a task brings and how long it takes is chosen among what is said of the site, its price floors and the task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from math import inf
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue, TaskType
from microjob_cli.catalog.earning_records import (
    LIMITS,
    Assumption,
    AssumptionName,
    Floor,
    Ground,
    Support,
    Unit,
    Zone,
)
from microjob_cli.catalog.errors import RecordsBroken, UsageProblem
from microjob_cli.catalog.facts import Bound, Claim, Fact, SourceKind
from microjob_cli.catalog.findings import Finding, Location
from microjob_cli.catalog.measures import Days, Pay, Per, Range
from microjob_cli.catalog.names import PlatformId
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.text import Text
from microjob_cli.earnings.sampling import Spread
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.payouts.router import Router

_HOUR = 60
Given = Mapping[AssumptionName, float]  # what the user sets


class Assumed(Struct, frozen=True):
    """One assumption as an estimate uses it, and why: a record's own words, or a code with the values it needs."""

    name: AssumptionName
    spread: Spread
    unit: Unit
    basis: Ground
    rests_on: tuple[Support, ...] = ()
    why: Text | None = None
    code: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def given(self) -> bool:
        """Whether the user knows it better."""
        return self.code == "assumed-given"

    def because(self, code: str, **details: Any) -> Assumed:
        """The same with a reason of this program's own in the place of a record's words."""
        return replace(self, why=None, code=code, details=details)

    def said(
        self, spread: Spread, claims: Iterable[Claim[Any]], code: str, basis: Ground = Ground.RULE, **details: Any
    ) -> Assumed:
        """In the place of the general value one that claims give, and why."""
        sources = dict.fromkeys(claim.source for claim in claims)
        rests_on = tuple(Support(source=source) for source in sources)
        return Assumed(self.name, spread, self.unit, basis, rests_on, code=code, details=details)


class NoEstimate(Struct, frozen=True):
    """Why there is no estimate: a code with the values its sentence needs, and what a record says of it."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)
    texts: tuple[Text, ...] = ()


def usual(catalogue: Catalogue, name: AssumptionName) -> Assumed:
    """The general assumption of a name. Raises RecordsBroken when no record holds it."""
    record = catalogue.assumptions.get(name)
    if record is None:
        raise RecordsBroken((Finding("assumption-missing", Location("estimator.yaml"), found=name),))
    spread = Spread(float(record.low), float(record.typical), float(record.high))
    return Assumed(record.id, spread, record.unit, record.basis, record.rests_on, record.why)


def given_value(record: Assumption, text: str) -> float:
    """`0.6` or `60%` as the value of an assumption. Raises UsageProblem unless it can be one."""
    least, most = LIMITS[record.unit]
    bare = text.strip()
    try:
        value = float(bare.removesuffix("%")) / (100 if bare.endswith("%") else 1)
    except ValueError:
        value = float("nan")
    if not least <= value <= most or (bare.endswith("%") and record.unit is not Unit.SHARE):
        ends = {"least": Decimal(str(least)), "most": Decimal(str(most))}
        raise UsageProblem("bad-assumption", found=text, name=record.id.key, **ends)
    return value


def moved(usual: Spread, least: float | None, most: float | None, *, more_is_better: bool = True) -> Spread:
    """The usual values within a range of which one end may be open; its bad end is the low case."""
    bad = least if more_is_better else most
    floor, roof = -inf if least is None else least, inf if most is None else most
    low, typical, high = (min(max(value, floor), roof) for value in usual.values)
    return Spread(low if bad is None else bad, typical, high)


_CALENDAR_DAYS_PER_WORKING_DAY = 7 / 5


def wait(days: Days) -> Spread:
    """Calendar days, the longest wait as the low case; an open end adds nothing of its own."""
    low = float(days.low or 0)
    high = float(days.high) if days.high is not None else low
    spread = Spread(high, (low + high) / 2, low)
    return spread.times(_CALENDAR_DAYS_PER_WORKING_DAY) if days.working else spread


class _Said(Struct, frozen=True):
    """What somebody says a task, a thousand of them or an hour brings, in dollars; `pay` with its bound as a range."""

    least: float | None
    most: float | None
    pay: Pay
    claim: Claim[Pay]
    code: str


class Paying:
    """Chooses the price and the minutes of an estimate for a site, a task, both or neither."""

    def __init__(self, router: Router, site: PlatformFacts | None, task: TaskType | None, given: Given) -> None:
        self.router = router
        self.site = site
        self.task = task
        self.given = given
        self.catalogue = router.catalogue
        self.evidence = router.evidence

    def chosen(self) -> tuple[Assumed, Assumed] | NoEstimate:
        """Price and minutes. Of a named task both must be known, by the records or by the user."""
        said = next((one for one in self.prices() if self.is_usable(one)), None)
        by_hour = said is not None and said.pay.per is Per.HOUR
        if self.task is not None:
            details = {"task": self.task.name}
            if said is None and AssumptionName.PRICE not in self.given:
                return NoEstimate("no-estimate-pay-unknown", details)
            if not self.is_timed and not by_hour:
                return NoEstimate("no-estimate-minutes-unknown", details)
        if said is None:
            return self.unsaid(), self.minutes()
        return self.by_hour(said) if by_hour else (self.by_task(said), self.minutes())

    @property
    def is_timed(self) -> bool:
        known = self.task is not None and self.evidence.fact(self.task.minutes).known
        return known or AssumptionName.MINUTES_PER_TASK in self.given

    def is_usable(self, said: _Said) -> bool:
        """Pay per thousand pieces says nothing without the time that a piece takes."""
        return said.pay.per in (Per.TASK, Per.HOUR) or (said.pay.per is Per.THOUSAND and self.is_timed)

    def prices(self) -> Iterator[_Said]:
        """What is said of the pay, the nearest to the question first."""
        if self.site is not None and self.task is not None:
            own = next((one for one in self.site.tasks if one.task == self.task.id), None)
            yield from self.said(own.pay if own else None, "assumed-site-pay")
        if self.site is not None:
            yield from self.floor(self.site)
        if self.task is not None:
            yield from self.said(self.evidence.fact(self.task.pay), "assumed-task-pay")
        if self.site is not None:
            yield from self.said(self.site.task_pay, "assumed-site-pay")
            yield from self.said(self.site.earnings, "assumed-site-earnings")

    def said(self, fact: Fact[Pay] | None, code: str) -> Iterator[_Said]:
        """A fact about pay in dollars; nothing when it is unknown or no rate is."""
        claim = fact.chosen if fact else None
        rate = self.router.units(claim.value.currency, DOLLAR) if claim else None
        if claim is None or rate is None:
            return
        low = claim.value.amount.low if claim.bound is not Bound.AT_MOST else None
        high = claim.value.amount.high if claim.bound is not Bound.AT_LEAST else None
        least, most = (None if end is None else float(end * rate) for end in (low, high))
        yield _Said(least, most, replace(claim.value, amount=Range(low, high)), claim, code)

    def floor(self, site: PlatformFacts) -> Iterator[_Said]:
        """The lowest of the site's price floors for jobs that are open to the person: of her own zone, and to all."""
        floors = next((one for one in self.catalogue.price_floors.values() if one.platform == site.id), None)
        if floors is None:
            return
        zone = self.evidence.fact(floors.zone_of.get(self.router.country, ())).value
        zones = dict.fromkeys((Zone.INTERNATIONAL, zone or Zone.INTERNATIONAL))
        facts = [
            self.evidence.fact(floor.least.get(each, ()))
            for floor in floors.floors
            if self._counts(floor)
            for each in zones
        ]
        found = [one for fact in facts for one in self.said(fact, "assumed-floor")]
        lowest = min(found, key=lambda one: one.least or 0.0, default=None)
        if lowest is not None:
            yield replace(lowest, most=None)

    def _counts(self, floor: Floor) -> bool:
        if self.task is not None:
            return floor.task == self.task.id
        return floor.task is None or self.catalogue.task_types[floor.task].estimated

    def unsaid(self) -> Assumed:
        """The general price; of a site it is worth saying that its own is not known."""
        general = usual(self.catalogue, AssumptionName.PRICE)
        return general.because("assumed-general-price", platform=PlatformId(self.site.id)) if self.site else general

    def by_task(self, said: _Said) -> Assumed:
        scale = 1000 if said.pay.per is Per.THOUSAND else 1
        least, most = (None if end is None else end / scale for end in (said.least, said.most))
        general = usual(self.catalogue, AssumptionName.PRICE)
        return self.priced(said, moved(general.spread, least, most), Unit.USD_PER_TASK)

    def by_hour(self, said: _Said) -> tuple[Assumed, Assumed]:
        """Where work is paid by the hour the length of a task does not matter: it is counted as an hour."""
        price = usual(self.catalogue, AssumptionName.PRICE)
        minutes = usual(self.catalogue, AssumptionName.MINUTES_PER_TASK)
        length = self.given.get(AssumptionName.MINUTES_PER_TASK, _HOUR)
        hourly = moved(_per_hour(price.spread, minutes.spread), said.least, said.most).times(length / _HOUR)
        paid = self.priced(said, hourly, Unit.USD_PER_HOUR if length == _HOUR else Unit.USD_PER_TASK)
        return paid, minutes.said(Spread.fixed(length), [said.claim], "assumed-paid-by-hour", paid.basis)

    def priced(self, said: _Said, spread: Spread, unit: Unit) -> Assumed:
        """A price with the words of whoever said it."""
        about: dict[str, Any] = {"platform": PlatformId(self.site.id)} if self.site else {}
        if said.code == "assumed-task-pay" and self.task is not None:
            about = {"task": self.task.name}
        code = f"{said.code}-range" if _is_range(said.claim.value.amount) else said.code
        general = replace(usual(self.catalogue, AssumptionName.PRICE), unit=unit)
        return general.said(spread, [said.claim], code, self.ground(said.claim), pay=said.pay, **about)

    def minutes(self) -> Assumed:
        general = usual(self.catalogue, AssumptionName.MINUTES_PER_TASK)
        claim = self.evidence.fact(self.task.minutes).chosen if self.task else None
        if claim is None or self.task is None:
            return general
        amount = claim.value.amount
        ends = (None if end is None else float(end) for end in (amount.low, amount.high))
        spread = moved(general.spread, *ends, more_is_better=False)
        code = "assumed-task-minutes-range" if _is_range(amount) else "assumed-task-minutes"
        details = {"minutes": claim.value, "task": self.task.name}
        return general.said(spread, [claim], code, self.ground(claim), **details)

    def ground(self, claim: Claim[Any]) -> Ground:
        """Who owns a fact can set it; of what others say only the figures of a study are measured."""
        studies = self.catalogue.studies.values()
        if any(study.source == claim.source and study.basis is Ground.MEASURED for study in studies):
            return Ground.MEASURED
        return Ground.RULE if self.evidence.kind(claim) is SourceKind.OFFICIAL else Ground.GUESS


def is_well_paid(price: Assumed, minutes: Assumed, catalogue: Catalogue) -> bool:
    """Whether an hour of such work brings more than the best of small jobs, by the general assumptions."""
    small, length = usual(catalogue, AssumptionName.PRICE), usual(catalogue, AssumptionName.MINUTES_PER_TASK)
    return _per_hour(price.spread, minutes.spread).typical > _per_hour(small.spread, length.spread).high


def _per_hour(price: Spread, minutes: Spread) -> Spread:
    return Spread(*(paid * _HOUR / length for paid, length in zip(price.values, minutes.values, strict=True)))


def _is_range(amount: Range) -> bool:
    """Whether it is worth saying how the ends are used."""
    return amount.low is not None and amount.high is not None and amount.low != amount.high
