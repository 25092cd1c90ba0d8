"""Chooses what an estimate assumes for one site, one task, both or neither, or tells why there is no estimate."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import TaskType
from microjob_cli.catalog.earning_records import AssumptionName, Ground
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.measures import Days
from microjob_cli.catalog.names import MethodId, PlatformId
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import ENDED, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.text import Text
from microjob_cli.earnings.assumptions import Assumed, Given, NoEstimate, Paying, is_well_paid, usual, wait
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
        self.usual = partial(usual, router.catalogue)

    def premises(self) -> Mapping[AssumptionName, Assumed] | NoEstimate:
        """Everything the estimate assumes, or why there is none. Without a known minimum there is no first payout."""
        work = self.work()
        if isinstance(work, NoEstimate):
            return work
        found = {**work, **{one.name: one for one in (self.fee(), *self.waits())}}
        for name, value in self.given.items():
            found[name] = self.usual(name).said(Spread.fixed(value), (), "assumed-given", Ground.GUESS)
        is_unknown = self.about.site is not None and AssumptionName.PAYOUT_MINIMUM not in found
        names = (one for one in AssumptionName.used() if one is not AssumptionName.PAYOUT_MINIMUM or not is_unknown)
        return {name: found.get(name) or self.usual(name) for name in names}

    def work(self) -> Mapping[AssumptionName, Assumed] | NoEstimate:
        """What work brings and how much of it is found and accepted, as far as that is known of just this work."""
        pay = self.refused() or Paying(self.router, self.about.site, self.about.task, self.given).chosen()
        if isinstance(pay, NoEstimate):
            return pay
        return {one.name: one for one in (*pay, self.work_found(*pay), self.acceptance())}

    def refused(self) -> NoEstimate | None:
        """Work that breaks rules or endangers whoever does it; sites that have ended, do not pay, or have only such."""
        task, site = self.about.task, self.about.site
        if task is not None and not task.estimated:
            code = "no-estimate-breaks-rules" if task.breaks_rules else "no-estimate-danger"
            return NoEstimate(code, {"task": task.name}, _against(task))
        if site is None:
            return None
        details = {"platform": PlatformId(site.id)}
        if site.status.value in ENDED:
            return NoEstimate(f"no-estimate-{site.status.value}", details)
        warned = tuple(warning.text for warning in site.warnings if warning.weight is Weight.AVOID)
        if warned:
            return NoEstimate("no-estimate-avoid", details, warned)
        known = self.router.catalogue.task_types
        offered = [known[one.task] for one in site.tasks if one.offered.value is not Answer.NO]
        if offered and not any(task.estimated for task in offered):
            return NoEstimate("no-estimate-only-such-tasks", details, _against(*offered))
        return None

    def work_found(self, price: Assumed, minutes: Assumed) -> Assumed:
        """Work that pays better than small jobs do is scarce."""
        name = AssumptionName.WORK_FOUND_SHARE
        if not is_well_paid(price, minutes, self.router.catalogue):
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
        return general.said(spread, [claim], "assumed-success-rate", platform=PlatformId(site.id), rate=claim.value)

    def fee(self) -> Assumed:
        """What is lost on the way home. Where a charge on it is not known, the general assumption still counts."""
        general, route = self.usual(AssumptionName.FEE_SHARE), self.about.route
        most = self.router.kept(route.send, route.steps[-1].received) if route and route.steps else None
        if route is None or most is None:
            return general
        lost = min(max(1 - float(most), 0.0), 1.0)
        claims = [hop.fee.chosen for hop in route.hops if hop.fee.chosen]
        code = "assumed-own-payout" if route.to == route.via else "assumed-route"
        known = general.said(Spread.fixed(lost), claims, code, **_way(route))
        if route.exact and known.rests_on:
            return known
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
            general = self.usual(AssumptionName.PAYOUT_DAYS)
            claims = [hop.days.chosen for hop in route.hops if hop.days.chosen]
            yield general.said(wait(route.days), claims, "assumed-route-days", **_way(route), days=route.days)
        else:
            yield from self.waited(AssumptionName.PAYOUT_DAYS, option.days, site.id)

    def waited(self, name: AssumptionName, fact: Fact[Days], site: str) -> Iterator[Assumed]:
        if claim := fact.chosen:
            details: dict[str, Any] = {"platform": PlatformId(site), "days": claim.value}
            yield self.usual(name).said(wait(claim.value), [claim], "assumed-site-days", **details)

    def minimum(self, option: PayoutFacts, site: str) -> Iterator[Assumed]:
        """The smallest of the option's alternative minimums, in dollars; nothing when it is unknown or no rate is."""
        claim = option.minimum.chosen
        worths = [self.router.exchanged(amount, DOLLAR) for amount in claim.value.amounts] if claim else []
        sizes = [float(worth.amount) for worth in worths if worth is not None]
        if claim is not None and sizes:
            about: dict[str, Any] = {"platform": PlatformId(site), "method": MethodId(option.method)}
            general, spread = self.usual(AssumptionName.PAYOUT_MINIMUM), Spread.fixed(min(sizes))
            yield general.said(spread, [claim], "assumed-site-minimum", **about, minimum=claim.value)


def _way(route: Route) -> dict[str, Any]:
    return {"platform": PlatformId(route.platform or ""), "via": MethodId(route.via), "to": MethodId(route.to)}


def _against(*tasks: TaskType) -> tuple[Text, ...]:
    """What speaks against such work."""
    return tuple(text for task in tasks for text in (task.breaks_rules, task.danger) if text)


_SHARES = (
    AssumptionName.WORK_FOUND_SHARE, AssumptionName.ACCEPTANCE, AssumptionName.FIRST_MONTH_WORK,
    AssumptionName.FIRST_MONTH_ACCEPTANCE,
)  # fmt: skip


def first_month(router: Router, site: PlatformFacts) -> float:
    """Dollars on a site's balance after 30 days of an hour, typically; none where its work is not reckoned with.

    One product, no draws, for whoever only compares.
    """
    chooser = Chooser(router, About(site), {})
    work = chooser.work()
    if isinstance(work, NoEstimate):
        return 0.0

    def typical(name: AssumptionName) -> float:
        return (work.get(name) or chooser.usual(name)).spread.typical

    earned = MONTH * 60 * typical(AssumptionName.PRICE) / typical(AssumptionName.MINUTES_PER_TASK)
    for name in _SHARES:
        earned *= typical(name)
    return earned * (1 - typical(AssumptionName.UNPAID_SHARE))
