"""`microjob estimate`: what an hour and a month bring, and what a target takes."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion
from microjob_cli.catalog.catalogue import TaskType
from microjob_cli.catalog.earning_records import AssumptionName
from microjob_cli.catalog.errors import NoSuchChoice, UsageProblem
from microjob_cli.catalog.names import Name, NameIndex, NameKind, PlatformId
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.commands import options
from microjob_cli.commands.show import former_name
from microjob_cli.earnings.assumptions import given_value
from microjob_cli.earnings.choosing import About
from microjob_cli.earnings.estimate import Estimate, Plan, estimate
from microjob_cli.earnings.sampling import DRAWS, MONTH, SEED
from microjob_cli.payouts.minimums import DOLLAR, default_amount, lowest
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings

_MOST_HOURS, _MOST_DAYS = 24, 31


def run(
    settings: Settings,
    name: Annotated[
        str | None, Argument(help="A site; none: micro-jobs in general.", autocompletion=completion.SITES)
    ] = None,
    hours: Annotated[
        float, Option("--hours", min=0.1, max=_MOST_HOURS, callback=options.hours, help="Planned hours a day.")
    ] = 2.0,
    days: Annotated[int, Option("--days", min=1, max=_MOST_DAYS, help="Days of work in a month.")] = MONTH,
    task: Annotated[
        str | None, Option("--task", metavar="TASK", help="Only this kind of work.", autocompletion=completion.TASKS)
    ] = None,
    assumptions: Annotated[
        list[str] | None,
        Option(
            "--set",
            metavar="NAME=VALUE",
            help="Fix an assumption, as in acceptance=0.9; repeatable.",
            autocompletion=completion.one_of([f"{one.key}=" for one in AssumptionName.used()]),
        ),
    ] = None,
    target: Annotated[
        str | None, Option("--target", metavar="AMOUNT", help='Hours a day for this a month, as in "5000 BDT".')
    ] = None,
    rate: options.Rate = None,
    seed: Annotated[int, Option("--seed", help="Another seed draws other random numbers.")] = SEED,
    explain: Annotated[bool, Option("--explain", help="All that is assumed, and what that rests on.")] = False,
) -> Result:
    catalogue = settings.catalogue
    site, matched = catalogue.platform(name) if name is not None else (None, None)
    remarks = former_name(name, site, matched) if name and site and matched else ()
    kind = catalogue.task_type(task) if task else None
    router = Router(catalogue, settings.evidence, settings.country, options.own_rates(rate))
    given, own = _given(assumptions or (), router)
    if own:
        router = Router(catalogue, settings.evidence, settings.country, {**router.own_rates, **own})
    wanted = options.money(target, catalogue)
    found = estimate(router, _about(site, kind, router), Plan(hours, days, seed), given, wanted)
    query = {
        "name": name,
        "platform": site.id if site else None,
        "task": kind.id if kind else None,
        "hours": hours,
        "days": days,
        "set": {key.key: value for key, value in given.items()},
        "target": wanted,
        **options.rates_asked(router.own_rates),
        "seed": seed,
        "country": settings.country,
        "explain": explain,
    }
    if isinstance(found, Estimate):
        remarks = (*remarks, *_remarks(found, router))
        if wanted is not None and found.target is None:
            raise UsageProblem("no-rate-for", money=wanted, currency=found.currency)
    return Result("estimate", query, (found,), remarks)


def _about(site: Platform | None, kind: TaskType | None, router: Router) -> About:
    """The site with its best way home, the task."""
    if site is None:
        return About(task=kind)
    facts, rates, today = PlatformFacts(site, router.evidence), router.catalogue.rates, router.evidence.today
    offered = facts.current_payouts
    leading = router.leading(offered, router.home())
    route = router.best_way(site.id, leading, router.home(), default_amount(leading, rates, today))
    cheapest = lowest((one for one in offered if router.blocks[one.method] is None), rates, today)
    option = next((one for one in offered if route and one.method == route.via), cheapest)
    return About(facts, kind, route, option)


def _given(words: Iterable[str], router: Router) -> tuple[Mapping[AssumptionName, float], Mapping[str, Decimal]]:
    """The assumptions that the user sets, and her own rate if it is among them. Raises UsageProblem."""
    currency = f"{DOLLAR}_{router.currency or DOLLAR}".casefold()
    names = [Name(one.key, one, NameKind.NAME) for one in AssumptionName.used()]
    index = NameIndex([*names, Name(currency, currency, NameKind.NAME)])
    given: dict[AssumptionName, float] = {}
    own: Mapping[str, Decimal] = {}
    for word in words:
        key, equals, value = word.partition("=")
        matched = index.find(key)
        if matched is None:
            known = tuple(index.names.values())
            told = ", ".join(one.written for one in known)
            raise NoSuchChoice("no-such-assumption", word=key.strip(), known=known, choices=told)
        if not equals:
            raise UsageProblem("assumption-without-value", name=matched.written)
        if matched.id == currency:
            own = options.own_rates([value])
        elif record := router.catalogue.assumptions.get(matched.id):
            given[record.id] = given_value(record, value)
    return given, own


def _remarks(found: Estimate, router: Router) -> tuple[Remark, ...]:
    """How the figures were found, at which rate, and what is left out of them."""
    remarks = [Remark("sampled", {"draws": DRAWS, "seed": str(found.plan.seed)})]
    remarks += options.rate_remarks([found.recorded_rate] if found.recorded_rate else [], router)
    if found.currency == DOLLAR != router.currency:
        remarks.append(Remark("rate-unknown"))
    site, kind = found.about.site, found.about.task
    broken = tuple(task.name for task in router.catalogue.task_types.values() if task.breaks_rules)
    if kind is None and broken:
        remarks.append(Remark("rule-breaking-left-out", {"tasks": broken}))
    if site is None:
        return tuple(remarks)
    platform = PlatformId(site.id)
    if found.about.route is None:
        remarks.append(Remark("no-way-home", {"platform": platform}))
    if found.first_payout_days is None:
        remarks.append(Remark("first-payout-unknown", {"platform": platform}))
    offered = {one.task for one in site.tasks if one.offered.value in (Answer.YES, Answer.PARTLY)}
    if kind is not None and kind.id not in offered:
        remarks.append(Remark("task-not-recorded", {"platform": platform, "task": kind.name}))
    return tuple(remarks)
