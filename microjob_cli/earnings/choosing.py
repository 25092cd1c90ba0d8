"""Chooses what an estimate assumes for one site, one task, both or neither, or tells why there is no estimate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.catalogue import TaskType
from microjob_cli.catalog.earning_records import AssumptionName, Ground, Support, Unit
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.measures import Days
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import Status, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.earnings.assumptions import Assumed, Assumptions, Given, NoEstimate, set_by_user, usual, wait
from microjob_cli.earnings.prices import Paying, is_well_paid
from microjob_cli.earnings.sampling import Spread
from microjob_cli.payouts.own_rate import DOLLAR
from microjob_cli.payouts.route import Route
from microjob_cli.payouts.router import Router

_ENDED = (Status.CLOSED, Status.MERGED, Status.NOT_PAYING_REPORTS)


class About(Struct, frozen=True):
    """What an estimate is about; nothing: micro-jobs in general.

    `route` is the way home that is reckoned with, `option` the payout of the site that it begins with.
    """

    site: PlatformFacts | None = None
    task: TaskType | None = None
    route: Route | None = None
    option: PayoutFacts | None = None


class Chooser:
    """Chooses assumptions in one country on the day of the router's evidence."""

    def __init__(self, router: Router, about: About, given: Given) -> None:
        self.router = router
        self.about = about
        self.given = given
        self.catalogue = router.catalogue

    def premises(self) -> Assumptions | NoEstimate:
        """Everything the estimate assumes, or why there is none."""
        refusal = self.refused_task() or self.refused_site()
        if refusal is not None:
            return refusal
        pay = Paying(self.router, self.about.site, self.about.task, self.given).chosen()
        if isinstance(pay, NoEstimate):
            return pay
        found = {one.name: one for one in (*pay, self.work_found(*pay), self.acceptance(), self.fee(), *self.waits())}
        every = {name: found.get(name) or usual(self.catalogue, name) for name in AssumptionName.used()}
        if self.about.site is not None and AssumptionName.PAYOUT_MINIMUM not in found:
            del every[AssumptionName.PAYOUT_MINIMUM]
        every |= {name: set_by_user(usual(self.catalogue, name), value) for name, value in self.given.items()}
        return Assumptions({name: every[name] for name in AssumptionName.used() if name in every})

    def refused_task(self) -> NoEstimate | None:
        """Work that breaks rules or endangers whoever does it is not reckoned with."""
        task = self.about.task
        if task is None or task.estimated:
            return None
        code = "no-estimate-breaks-rules" if task.breaks_rules else "no-estimate-danger"
        texts = tuple(text for text in (task.breaks_rules, task.danger) if text)
        return NoEstimate(code, {"task": task.name}, texts)

    def refused_site(self) -> NoEstimate | None:
        """Sites that have ended, do not pay, or have nothing but such work."""
        site = self.about.site
        if site is None:
            return None
        details = {"platform": site.id}
        if site.status.value in _ENDED:
            return NoEstimate(f"no-estimate-{site.status.value}", details)
        warned = tuple(warning.text for warning in site.warnings if warning.weight is Weight.AVOID)
        if warned:
            return NoEstimate("no-estimate-avoid", details, warned)
        offered = [self.catalogue.task_types[one.task] for one in site.tasks if one.offered.value is not Answer.NO]
        if offered and not any(task.estimated for task in offered):
            texts = tuple(text for task in offered for text in (task.breaks_rules, task.danger) if text)
            return NoEstimate("no-estimate-only-such-tasks", details, texts)
        return None

    def work_found(self, price: Assumed, minutes: Assumed) -> Assumed:
        """Work that pays better than small jobs do is scarce."""
        name = AssumptionName.WORK_FOUND_SHARE
        if not is_well_paid(price, minutes, self.catalogue):
            return usual(self.catalogue, name)
        scarce = usual(self.catalogue, AssumptionName.WELL_PAID_WORK_SHARE)
        return Assumed(name, scarce.spread, scarce.unit, scarce.basis, scarce.rests_on, scarce.why)

    def acceptance(self) -> Assumed:
        """A site that asks for a success rate ends the accounts of those below it."""
        general, site = usual(self.catalogue, AssumptionName.ACCEPTANCE), self.about.site
        claim = site.success_rate.chosen if site else None
        if claim is None or site is None:
            return general
        least = float(claim.value.value) / 100
        spread = Spread(least, max(general.spread.typical, least), max(general.spread.high, least))
        found = Assumed(general.name, spread, general.unit, Ground.RULE, (Support(source=claim.source),))
        return found.because("assumed-success-rate", platform=site.id, rate=claim.value)

    def fee(self) -> Assumed:
        """What is lost on the way home. Where a charge on it is not known, the general assumption still counts."""
        general, route = usual(self.catalogue, AssumptionName.FEE_SHARE), self.about.route
        most = self.router.kept(route.send, route.steps[-1].received) if route and route.steps else None
        if route is None or most is None:
            return general
        lost = min(max(1 - float(most), 0.0), 1.0)
        claims = [hop.fee.chosen for hop in route.hops if hop.fee.chosen]
        said = tuple(Support(source=source) for source in dict.fromkeys(claim.source for claim in claims))
        if route.exact and said:
            known = Assumed(general.name, Spread.fixed(lost), general.unit, Ground.RULE, said)
            return known.because("assumed-own-payout" if route.to == route.via else "assumed-route", **_way(route))
        spread = Spread(
            *(max(lost, share) for share in (general.spread.low, general.spread.typical, general.spread.high))
        )
        partly = Assumed(general.name, spread, general.unit, general.basis, (*said, *general.rests_on))
        return partly.because("assumed-route-in-part", **_way(route))

    def waits(self) -> Iterator[Assumed]:
        """The least that is paid out, how long work is under review, and how long a payout takes."""
        site, option, route = self.about.site, self.about.option, self.about.route
        if site is None:
            return
        yield from self.waited(AssumptionName.REVIEW_DAYS, site.review_days, site.id)
        if option is None:
            return
        yield from self.minimum(option, site.id)
        if route is not None and route.days is not None:
            claims = [hop.days.chosen for hop in route.hops if hop.days.chosen]
            said = tuple(Support(source=claim.source) for claim in claims)
            found = Assumed(AssumptionName.PAYOUT_DAYS, wait(route.days), Unit.DAYS, Ground.RULE, said)
            yield found.because("assumed-route-days", **_way(route), days=route.days)
        else:
            yield from self.waited(AssumptionName.PAYOUT_DAYS, option.days, site.id)

    def waited(self, name: AssumptionName, fact: Fact[Days], site: str) -> Iterator[Assumed]:
        if fact.chosen is not None:
            said = (Support(source=fact.chosen.source),)
            found = Assumed(name, wait(fact.chosen.value), Unit.DAYS, Ground.RULE, said)
            yield found.because("assumed-site-days", platform=site, days=fact.chosen.value)

    def minimum(self, option: PayoutFacts, site: str) -> Iterator[Assumed]:
        """The smallest of the option's alternative minimums, in dollars; nothing when it is unknown or no rate is."""
        claim = option.minimum.chosen
        worths = [self.router.exchanged(amount, DOLLAR) for amount in claim.value.amounts] if claim else []
        sizes = [float(worth.amount) for worth in worths if worth is not None]
        if claim is None or not sizes:
            return
        said = (Support(source=claim.source),)
        found = Assumed(AssumptionName.PAYOUT_MINIMUM, Spread.fixed(min(sizes)), Unit.USD, Ground.RULE, said)
        yield found.because("assumed-site-minimum", platform=site, method=option.method, minimum=claim.value)


def _way(route: Route) -> dict[str, Any]:
    return {"platform": route.platform, "via": route.via, "to": route.to}
