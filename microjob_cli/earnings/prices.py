"""What a task brings and how long it takes: chosen among what is said of the site, its price floors and the task."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue, TaskType
from microjob_cli.catalog.earning_records import AssumptionName, Floor, Ground, Support, Unit, Zone
from microjob_cli.catalog.facts import Bound, Claim, Evidence, Fact, SourceKind
from microjob_cli.catalog.measures import Pay, Per, Range
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.earnings.assumptions import Assumed, Given, NoEstimate, moved, usual
from microjob_cli.earnings.sampling import Spread
from microjob_cli.payouts.own_rate import DOLLAR
from microjob_cli.payouts.router import Router

_HOUR = 60


class _Said(Struct, frozen=True):
    """What somebody says a task, a thousand of them or an hour brings, in dollars."""

    least: float | None
    most: float | None
    per: Per
    claim: Claim[Pay]
    code: str


class Paying:
    """Chooses the price and the minutes of an estimate for a site, a task, both or neither."""

    def __init__(self, router: Router, site: PlatformFacts | None, task: TaskType | None, given: Given) -> None:
        self.router = router
        self.site = site
        self.task = task
        self.given = given
        self.catalogue: Catalogue = router.catalogue
        self.evidence: Evidence = router.evidence

    def chosen(self) -> tuple[Assumed, Assumed] | NoEstimate:
        """Price and minutes. Of a named task both must be known, by the records or by the user."""
        said = next((one for one in self.prices() if self.is_usable(one)), None)
        by_hour = said is not None and said.per is Per.HOUR
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
        """Whether it is known how long the task takes."""
        known = self.task is not None and self.evidence.fact(self.task.minutes).known
        return known or AssumptionName.MINUTES_PER_TASK in self.given

    def is_usable(self, said: _Said) -> bool:
        """Pay per thousand pieces says nothing without the time that a piece takes."""
        return said.per in (Per.TASK, Per.HOUR) or (said.per is Per.THOUSAND and self.is_timed)

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
        amount = claim.value.amount
        least = None if claim.bound is Bound.AT_MOST or amount.low is None else float(amount.low * rate)
        most = None if claim.bound is Bound.AT_LEAST or amount.high is None else float(amount.high * rate)
        yield _Said(least, most, claim.value.per, claim, code)

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
            yield _Said(lowest.least, None, lowest.per, lowest.claim, lowest.code)

    def _counts(self, floor: Floor) -> bool:
        if self.task is not None:
            return floor.task == self.task.id
        return floor.task is None or self.catalogue.task_types[floor.task].estimated

    def unsaid(self) -> Assumed:
        """The general price; of a site it is worth saying that its own is not known."""
        general = usual(self.catalogue, AssumptionName.PRICE)
        return general.because("assumed-general-price", platform=self.site.id) if self.site else general

    def by_task(self, said: _Said) -> Assumed:
        """The price of a task within what is said of it."""
        scale = 1000 if said.per is Per.THOUSAND else 1
        least, most = (None if end is None else end / scale for end in (said.least, said.most))
        general = usual(self.catalogue, AssumptionName.PRICE)
        return self.priced(said, moved(general.spread, least, most), Unit.USD_PER_TASK)

    def by_hour(self, said: _Said) -> tuple[Assumed, Assumed]:
        """Where work is paid by the hour the length of a task does not matter: it is counted as an hour."""
        price = usual(self.catalogue, AssumptionName.PRICE).spread
        minutes = usual(self.catalogue, AssumptionName.MINUTES_PER_TASK)
        length = self.given.get(AssumptionName.MINUTES_PER_TASK, _HOUR)
        hourly = moved(_per_hour(price, minutes.spread), said.least, said.most).times(length / _HOUR)
        paid = self.priced(said, hourly, Unit.USD_PER_HOUR if length == _HOUR else Unit.USD_PER_TASK)
        hour = Assumed(minutes.name, Spread.fixed(length), minutes.unit, paid.basis, paid.rests_on)
        return paid, hour.because("assumed-paid-by-hour")

    def priced(self, said: _Said, spread: Spread, unit: Unit) -> Assumed:
        """A price with the words of whoever said it."""
        claim = said.claim
        found = Assumed(AssumptionName.PRICE, spread, unit, self.ground(claim), (Support(source=claim.source),))
        about: dict[str, Any] = {"platform": self.site.id} if self.site else {}
        if said.code == "assumed-task-pay" and self.task is not None:
            about = {"task": self.task.name}
        return found.because(said.code + _ranged(claim.value.amount), pay=_bounded(claim), **about)

    def minutes(self) -> Assumed:
        """How long a task takes."""
        general = usual(self.catalogue, AssumptionName.MINUTES_PER_TASK)
        claim = self.evidence.fact(self.task.minutes).chosen if self.task else None
        if claim is None or self.task is None:
            return general
        low, high = claim.value.amount.low, claim.value.amount.high
        ends = (None if end is None else float(end) for end in (low, high))
        spread = moved(general.spread, *ends, more_is_better=False)
        found = Assumed(general.name, spread, general.unit, self.ground(claim), (Support(source=claim.source),))
        code = f"assumed-task-minutes{_ranged(claim.value.amount)}"
        return found.because(code, minutes=claim.value, task=self.task.name)

    def ground(self, claim: Claim[Any]) -> Ground:
        """Who owns a fact can set it; of what others say only the figures of a study are measured."""
        studies = self.catalogue.studies.values()
        if any(study.source == claim.source and study.basis is Ground.MEASURED for study in studies):
            return Ground.MEASURED
        return Ground.RULE if self.evidence.kind(claim) is SourceKind.OFFICIAL else Ground.GUESS


def is_well_paid(price: Assumed, minutes: Assumed, catalogue: Catalogue) -> bool:
    """Whether an hour of such work brings more than the best of small jobs, by the general assumptions."""
    best = _per_hour(
        *(usual(catalogue, name).spread for name in (AssumptionName.PRICE, AssumptionName.MINUTES_PER_TASK))
    )
    return _per_hour(price.spread, minutes.spread).typical > best.high


def _per_hour(price: Spread, minutes: Spread) -> Spread:
    pairs = ((price.low, minutes.low), (price.typical, minutes.typical), (price.high, minutes.high))
    return Spread(*(amount * _HOUR / length for amount, length in pairs))


def _ranged(amount: Range) -> str:
    """The ending of a code for a range, of which it is worth saying how it is used."""
    return "-range" if amount.low is not None and amount.high is not None and amount.low != amount.high else ""


def _bounded(claim: Claim[Pay]) -> Pay:
    """The pay with its open end as a range, so that it reads as one."""
    pay, amount = claim.value, claim.value.amount
    if claim.bound is Bound.AT_LEAST:
        return Pay(Range(amount.low, None), pay.currency, pay.per)
    return Pay(Range(None, amount.high), pay.currency, pay.per) if claim.bound is Bound.AT_MOST else pay
