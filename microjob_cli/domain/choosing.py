"""Chooses what an estimate assumes for one site, one task, both or neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from microjob_cli.domain.assumptions import AssumptionName, Support, Unit
from microjob_cli.domain.catalogue import TaskType
from microjob_cli.domain.errors import RecordsBroken
from microjob_cli.domain.facts import Bound, Claim, Fact, Kind
from microjob_cli.domain.findings import Finding, Place
from microjob_cli.domain.measures import Days, Pay, Per
from microjob_cli.domain.own_rate import DOLLAR, exchanged, units
from microjob_cli.domain.payout import Answer, PayoutFacts
from microjob_cli.domain.platform import Status, Weight
from microjob_cli.domain.platform_facts import PlatformFacts
from microjob_cli.domain.premises import Assumed, Given, Premises, Refusal, general, moved, set_by_user, wait
from microjob_cli.domain.price_floors import Floor, Zone
from microjob_cli.domain.routes import Route, Router
from microjob_cli.domain.sampling import Spread
from microjob_cli.domain.studies import Ground

_HOUR = 60
_ENDED = (Status.CLOSED, Status.MERGED, Status.NOT_PAYING_REPORTS)


@dataclass(frozen=True, slots=True)
class About:
    """What an estimate is about; nothing: micro-jobs in general.

    `route` is the way home that is reckoned with, `option` the payout of the site that it begins with.
    """

    site: PlatformFacts | None = None
    task: TaskType | None = None
    route: Route | None = None
    option: PayoutFacts | None = None


@dataclass(frozen=True, slots=True)
class _Priced:
    """What somebody says a task or an hour brings, in dollars."""

    least: float | None
    most: float | None
    per: Per
    claim: Claim[Any]
    code: str


class Chooser:
    """Chooses assumptions in one country on the day of the router's evidence."""

    def __init__(self, router: Router, about: About, given: Given) -> None:
        self.router = router
        self.about = about
        self.given = given
        self.catalogue = router.catalogue
        self.evidence = router.evidence

    def premises(self) -> Premises | Refusal:
        """Everything the estimate assumes, or why there is none."""
        refusal = self.refused_task() or self.refused_site()
        if refusal is not None:
            return refusal
        pay = self.pay()
        if isinstance(pay, Refusal):
            return pay
        found = {one.name: one for one in (*pay, self.acceptance(), self.fee(), *self.waits())}
        every = {name: found.get(name) or self.usual(name) for name in AssumptionName}
        if self.about.site is not None and AssumptionName.PAYOUT_MINIMUM not in found:
            del every[AssumptionName.PAYOUT_MINIMUM]
        for name, value in self.given.items():
            unit = Unit.USD_PER_TASK if name is AssumptionName.PRICE else self.usual(name).unit
            every[name] = set_by_user(name, unit, value)
        return Premises({name: every[name] for name in AssumptionName if name in every})

    def usual(self, name: AssumptionName) -> Assumed:
        """The general assumption of that name. Raises RecordsBroken when no record holds it."""
        if name not in self.catalogue.assumptions:
            raise RecordsBroken((Finding("assumption-missing", Place("estimator.yaml"), found=name),))
        return general(self.catalogue.assumptions[name])

    def refused_task(self) -> Refusal | None:
        """Work that breaks rules or endangers whoever does it is not reckoned with."""
        task = self.about.task
        if task is None or task.estimated:
            return None
        code = "no-estimate-breaks-rules" if task.breaks_rules else "no-estimate-danger"
        texts = tuple(text for text in (task.breaks_rules, task.danger) if text)
        return Refusal(code, {"task": task.name}, texts)

    def refused_site(self) -> Refusal | None:
        """Sites that have ended, do not pay, or have nothing but such work."""
        site = self.about.site
        if site is None:
            return None
        details = {"platform": site.id, "as_of": site.status.as_of}
        if site.status.value in _ENDED:
            return Refusal(f"no-estimate-{site.status.value}", details)
        warned = tuple(warning.text for warning in site.warnings if warning.weight is Weight.AVOID)
        if warned:
            return Refusal("no-estimate-avoid", details, warned)
        offered = [self.catalogue.task_types[one.task] for one in site.tasks if one.offered.value is not Answer.NO]
        if offered and not any(task.estimated for task in offered):
            texts = tuple(text for task in offered for text in (task.breaks_rules, task.danger) if text)
            return Refusal("no-estimate-only-such-tasks", details, texts)
        return None

    def pay(self) -> tuple[Assumed, Assumed] | Refusal:
        """What a task brings and how long it takes. Of a named task, both must be known."""
        priced = next((one for one in self.prices() if self.is_usable(one)), None)
        task = self.about.task
        if task is not None:
            details = {"task": task.name}
            if priced is None and AssumptionName.PRICE not in self.given:
                return Refusal("no-estimate-pay-unknown", details)
            timed = self.evidence.fact(task.minutes).known or (priced is not None and priced.per is Per.HOUR)
            if not timed and AssumptionName.MINUTES_PER_TASK not in self.given:
                return Refusal("no-estimate-minutes-unknown", details)
        minutes = self.minutes()
        if priced is None:
            return self.unpriced(), minutes
        return self.by_hour(priced) if priced.per is Per.HOUR else (self.by_task(priced), minutes)

    def unpriced(self) -> Assumed:
        """The general price; of a site it is worth saying that its own is not known."""
        usual, site = self.usual(AssumptionName.PRICE), self.about.site
        if site is None:
            return usual
        return Assumed(
            usual.name, usual.spread, usual.unit, usual.basis, usual.rests_on,
            code="assumed-general-price", details={"platform": site.id},
        )  # fmt: skip

    def is_usable(self, priced: _Priced) -> bool:
        """Pay per thousand pieces says nothing without the time that a piece takes."""
        if priced.per in (Per.TASK, Per.HOUR):
            return True
        timed = self.about.task is not None and self.evidence.fact(self.about.task.minutes).known
        return priced.per is Per.THOUSAND and (timed or AssumptionName.MINUTES_PER_TASK in self.given)

    def prices(self) -> Iterator[_Priced]:
        """What is said of the pay, the nearest to the question first."""
        site, task = self.about.site, self.about.task
        if site is not None and task is not None:
            own = next((one for one in site.tasks if one.task == task.id), None)
            yield from self.priced(own.pay if own else None, "assumed-site-pay")
        if site is not None:
            yield from self.floor_prices(site, task)
        if task is not None:
            yield from self.priced(self.evidence.fact(task.pay), "assumed-task-pay")
        if site is not None:
            yield from self.priced(site.task_pay, "assumed-site-pay")

    def priced(self, fact: Fact[Pay] | None, code: str) -> Iterator[_Priced]:
        """A fact about pay in dollars; nothing when it is unknown or no rate is."""
        claim = fact.chosen if fact else None
        if claim is None:
            return
        pay = claim.value
        rate = units(self.router, pay.currency, DOLLAR)
        if rate is None:
            return
        low = None if claim.bound is Bound.AT_MOST else pay.amount.low
        high = None if claim.bound is Bound.AT_LEAST else pay.amount.high
        ends = [None if end is None else float(end * rate) for end in (low, high)]
        yield _Priced(ends[0], ends[1], pay.per, claim, code)

    def floor_prices(self, site: PlatformFacts, task: TaskType | None) -> Iterator[_Priced]:
        """The lowest of the site's price floors that hold for jobs which the person may take."""
        floors = next((one for one in self.catalogue.price_floors.values() if one.platform == site.id), None)
        if floors is None:
            return
        zone = self.evidence.fact(floors.zone_of.get(self.router.country, ())).value
        zones = {Zone.INTERNATIONAL, zone or Zone.INTERNATIONAL}
        counted = [floor for floor in floors.floors if self._counts(floor, task)]
        facts = [self.evidence.fact(floor.least.get(each, ())) for floor in counted for each in zones]
        found = [one for fact in facts for one in self.priced(fact, "assumed-floor")]
        lowest = min(found, key=lambda one: one.least or 0.0, default=None)
        if lowest is not None:
            yield _Priced(lowest.least, None, lowest.per, lowest.claim, lowest.code)

    def _counts(self, floor: Floor, task: TaskType | None) -> bool:
        if task is not None:
            return floor.task == task.id
        return floor.task is None or self.catalogue.task_types[floor.task].estimated

    def by_task(self, priced: _Priced) -> Assumed:
        """The price of a task within what is said of it."""
        scale = 1000.0 if priced.per is Per.THOUSAND else 1.0
        ends = [None if end is None else end / scale for end in (priced.least, priced.most)]
        return self.said(AssumptionName.PRICE, moved(self.usual(AssumptionName.PRICE).spread, *ends), priced)

    def by_hour(self, priced: _Priced) -> tuple[Assumed, Assumed]:
        """Where work is paid by the hour the length of a task does not matter; it is counted as an hour."""
        price, minutes = (self.usual(name).spread for name in (AssumptionName.PRICE, AssumptionName.MINUTES_PER_TASK))
        hourly = Spread(
            price.low * _HOUR / minutes.low, price.typical * _HOUR / minutes.typical, price.high * _HOUR / minutes.high
        )
        within = moved(hourly, priced.least, priced.most)
        own_minutes = self.given.get(AssumptionName.MINUTES_PER_TASK)
        if own_minutes is not None:
            within = within.times(own_minutes / _HOUR)
        unit = Unit.USD_PER_HOUR if own_minutes is None else Unit.USD_PER_TASK
        paid = self.said(AssumptionName.PRICE, within, priced, unit)
        hour = Assumed(
            AssumptionName.MINUTES_PER_TASK, Spread.fixed(_HOUR), Unit.MINUTES, paid.basis, paid.rests_on,
            code="assumed-paid-by-hour",
        )  # fmt: skip
        return paid, hour

    def said(self, name: AssumptionName, spread: Spread, priced: _Priced, unit: Unit = Unit.USD_PER_TASK) -> Assumed:
        claim = priced.claim
        site, task = self.about.site, self.about.task
        details = {
            "pay": claim.value,
            "platform": site.id if site else None,
            "task": task.name if task else None,
            "as_of": claim.as_of,
        }
        return Assumed(name, spread, unit, self.ground(claim), (Support(claim.source),), None, priced.code, details)

    def ground(self, claim: Claim[Any]) -> Ground:
        """Who owns a fact can set it; of what others say only the figures of a study are measured."""
        studies = self.catalogue.studies.values()
        if any(study.source == claim.source and study.basis is Ground.MEASURED for study in studies):
            return Ground.MEASURED
        return Ground.RULE if self.evidence.kind(claim) is Kind.OFFICIAL else Ground.GUESS

    def minutes(self) -> Assumed:
        """How long a task takes."""
        usual = self.usual(AssumptionName.MINUTES_PER_TASK)
        claim = self.evidence.fact(self.about.task.minutes).chosen if self.about.task else None
        if claim is None or self.about.task is None:
            return usual
        amount = claim.value.amount
        ends = [None if end is None else float(end) for end in (amount.low, amount.high)]
        return Assumed(
            usual.name, moved(usual.spread, *ends, more_is_better=False), usual.unit, self.ground(claim),
            (Support(source=claim.source),), code="assumed-task-minutes",
            details={"minutes": claim.value, "task": self.about.task.name},
        )  # fmt: skip

    def acceptance(self) -> Assumed:
        """A site that asks for a success rate ends the accounts of those below it."""
        usual = self.usual(AssumptionName.ACCEPTANCE)
        site = self.about.site
        claim = site.success_rate.chosen if site else None
        if claim is None or site is None:
            return usual
        least = float(claim.value.value) / 100
        spread = Spread(least, max(usual.spread.typical, least), max(usual.spread.high, least))
        details = {"platform": site.id, "rate": claim.value}
        return Assumed(
            usual.name, spread, usual.unit, Ground.RULE, (Support(source=claim.source),),
            code="assumed-success-rate", details=details,
        )  # fmt: skip

    def fee(self) -> Assumed:
        """What is lost on the way home. Where a charge on it is not known, the general assumption still counts."""
        usual, route = self.usual(AssumptionName.FEE_SHARE), self.about.route
        if route is None or route.kept is None or not route.hops:
            return usual
        lost = min(max(1 - float(route.kept), 0.0), 1.0)
        claims = [hop.fee.chosen for hop in route.hops if hop.fee.chosen]
        supports = tuple(Support(source=source) for source in dict.fromkeys(claim.source for claim in claims))
        details = {"to": route.to, "via": route.via}
        if route.exact:
            return Assumed(
                usual.name, Spread.fixed(lost), usual.unit, Ground.RULE, supports or usual.rests_on,
                code="assumed-route", details=details,
            )  # fmt: skip
        spread = Spread(*(max(lost, share) for share in (usual.spread.low, usual.spread.typical, usual.spread.high)))
        return Assumed(
            usual.name, spread, usual.unit, usual.basis, (*supports, *usual.rests_on),
            code="assumed-route-in-part", details=details,
        )  # fmt: skip

    def waits(self) -> Iterator[Assumed]:
        """The least that is paid out, how long work is under review, and how long a payout takes."""
        site, option, route = self.about.site, self.about.option, self.about.route
        if site is None:
            return
        yield from self.waited(AssumptionName.REVIEW_DAYS, site.review_days)
        if option is None:
            return
        least = self.least_payout(option)
        if least is not None and option.minimum.chosen is not None:
            yield Assumed(
                AssumptionName.PAYOUT_MINIMUM, Spread.fixed(least), Unit.USD, Ground.RULE,
                (Support(source=option.minimum.chosen.source),), code="assumed-site-minimum",
                details={"platform": site.id, "method": option.method, "minimum": option.minimum.value},
            )  # fmt: skip
        if route is not None and route.days is not None:
            claims = [hop.days.chosen for hop in route.hops if hop.days.chosen]
            supports = tuple(Support(source=claim.source) for claim in claims)
            yield self.waiting(AssumptionName.PAYOUT_DAYS, route.days, supports, "assumed-route-days", {"to": route.to})
        else:
            yield from self.waited(AssumptionName.PAYOUT_DAYS, option.days)

    def waited(self, name: AssumptionName, fact: Fact[Days]) -> Iterator[Assumed]:
        site = self.about.site
        if fact.chosen is not None and site is not None:
            supports = (Support(source=fact.chosen.source),)
            yield self.waiting(name, fact.chosen.value, supports, "assumed-site-days", {"platform": site.id})

    def waiting(
        self, name: AssumptionName, days: Days, supports: tuple[Support, ...], code: str, details: dict[str, Any]
    ) -> Assumed:
        told = {**details, "days": days}
        basis = Ground.RULE if supports else self.usual(name).basis
        return Assumed(name, wait(days), Unit.DAYS, basis, supports or self.usual(name).rests_on, None, code, told)

    def least_payout(self, option: PayoutFacts) -> float | None:
        """The smallest of the option's alternative minimums in dollars; None when unknown or without a rate."""
        amounts = option.minimum.value.amounts if option.minimum.value else ()
        sizes = [worth.amount for amount in amounts if (worth := exchanged(self.router, amount, DOLLAR)) is not None]
        return float(min(sizes)) if sizes else None
