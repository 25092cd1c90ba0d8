"""Chooses what an estimate assumes for one site, one task, both or neither, or tells why there is no estimate."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import TaskType
from microjob_cli.catalog.earning_records import AssumptionName
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.measures import Days
from microjob_cli.catalog.names import MethodId, PlatformId
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import ENDED, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.earnings.assumptions import Assumed, Assumptions, Given, NoEstimate, set_by_user, usual, wait
from microjob_cli.earnings.prices import Paying, is_well_paid
from microjob_cli.earnings.sampling import MONTH, Spread
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.payouts.route import Route
from microjob_cli.payouts.router import Router


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
        every = {name: found.get(name) or self.usual(name) for name in AssumptionName.used()}
        if self.about.site is not None and AssumptionName.PAYOUT_MINIMUM not in found:
            del every[AssumptionName.PAYOUT_MINIMUM]
        every |= {name: set_by_user(self.usual(name), value) for name, value in self.given.items()}
        return Assumptions({name: every[name] for name in AssumptionName.used() if name in every})

    def usual(self, name: AssumptionName) -> Assumed:
        return usual(self.catalogue, name)

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
        details = {"platform": PlatformId(site.id)}
        if site.status.value in ENDED:
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
            return self.usual(name)
        return replace(self.usual(AssumptionName.WELL_PAID_WORK_SHARE), name=name)

    def acceptance(self) -> Assumed:
        """A site that asks for a success rate ends the accounts of those below it."""
        general, site = self.usual(AssumptionName.ACCEPTANCE), self.about.site
        claim = site.success_rate.chosen if site else None
        if claim is None or site is None:
            return general
        least = float(claim.value.value) / 100
        spread = Spread(least, max(general.spread.typical, least), max(general.spread.high, least))
        return general.said(spread, [claim]).because(
            "assumed-success-rate", platform=PlatformId(site.id), rate=claim.value
        )

    def fee(self) -> Assumed:
        """What is lost on the way home. Where a charge on it is not known, the general assumption still counts."""
        general, route = self.usual(AssumptionName.FEE_SHARE), self.about.route
        most = self.router.kept(route.send, route.steps[-1].received) if route and route.steps else None
        if route is None or most is None:
            return general
        lost = min(max(1 - float(most), 0.0), 1.0)
        known = general.said(Spread.fixed(lost), [hop.fee.chosen for hop in route.hops if hop.fee.chosen])
        if route.exact and known.rests_on:
            return known.because("assumed-own-payout" if route.to == route.via else "assumed-route", **_way(route))
        spread = Spread(*(max(lost, share) for share in general.spread.values))
        partly = replace(general, spread=spread, rests_on=(*known.rests_on, *general.rests_on))
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
            found = self.usual(AssumptionName.PAYOUT_DAYS).said(wait(route.days), claims)
            yield found.because("assumed-route-days", **_way(route), days=route.days)
        else:
            yield from self.waited(AssumptionName.PAYOUT_DAYS, option.days, site.id)

    def waited(self, name: AssumptionName, fact: Fact[Days], site: str) -> Iterator[Assumed]:
        if fact.chosen is not None:
            found = self.usual(name).said(wait(fact.chosen.value), [fact.chosen])
            yield found.because("assumed-site-days", platform=PlatformId(site), days=fact.chosen.value)

    def minimum(self, option: PayoutFacts, site: str) -> Iterator[Assumed]:
        """The smallest of the option's alternative minimums, in dollars; nothing when it is unknown or no rate is."""
        claim = option.minimum.chosen
        worths = [self.router.exchanged(amount, DOLLAR) for amount in claim.value.amounts] if claim else []
        sizes = [float(worth.amount) for worth in worths if worth is not None]
        if claim is not None and sizes:
            found = self.usual(AssumptionName.PAYOUT_MINIMUM).said(Spread.fixed(min(sizes)), [claim])
            about = {"platform": PlatformId(site), "method": MethodId(option.method)}
            yield found.because("assumed-site-minimum", **about, minimum=claim.value)


def _way(route: Route) -> dict[str, Any]:
    return {"platform": PlatformId(route.platform or ""), "via": MethodId(route.via), "to": MethodId(route.to)}


_SHARES = (
    AssumptionName.WORK_FOUND_SHARE, AssumptionName.ACCEPTANCE, AssumptionName.FIRST_MONTH_WORK,
    AssumptionName.FIRST_MONTH_ACCEPTANCE,
)  # fmt: skip


def first_month(router: Router, site: PlatformFacts) -> float:
    """Dollars on a site's balance after 30 days of an hour, typically; none where its work is not reckoned with.

    One product, no draws, for whoever only compares.
    """
    premises = Chooser(router, About(site), {}).premises()
    if isinstance(premises, NoEstimate):
        return 0.0
    spreads = premises.spreads
    earned = MONTH * 60 * spreads[AssumptionName.PRICE].typical / spreads[AssumptionName.MINUTES_PER_TASK].typical
    for name in _SHARES:
        earned *= spreads[name].typical
    return earned * (1 - spreads[AssumptionName.UNPAID_SHARE].typical)
