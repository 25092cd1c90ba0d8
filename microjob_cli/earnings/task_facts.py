"""One kind of work on one day: what it pays, how long it takes, who offers it, what it can cost."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from microjob_cli.catalog.catalogue import TaskType
from microjob_cli.catalog.earning_records import Zone
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.measures import Minutes, Pay, Per
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Platform, Skill
from microjob_cli.catalog.platform_facts import PlatformFacts, TaskFacts
from microjob_cli.catalog.record_facts import AGES
from microjob_cli.catalog.text import Text
from microjob_cli.earnings.assumptions import NoEstimate
from microjob_cli.earnings.choosing import About
from microjob_cli.earnings.estimate import Estimate, Plan, estimate
from microjob_cli.payouts.router import Router

_HOUR = Decimal(60)


class TaskOnSite(Struct, frozen=True):
    """A site that has the work, and what it pays for it."""

    platform: Platform
    facts: TaskFacts


class FloorFacts(Struct, frozen=True):
    """The least that one site lets buyers pay for the work, by zone."""

    platform: Platform
    name: Text
    own_zone: Zone | None
    least: Mapping[Zone, Fact[Pay]]


class Gross(Struct, frozen=True):
    """What a full hour would bring if work never ran out and all of it were paid; None on an open side."""

    low: Decimal | None
    high: Decimal | None
    currency: str


class TaskPage(Struct, frozen=True):
    """All that is known of one kind of work.

    `offers`: the sites that may be worked for, `elsewhere` counts others; `skills`: what those ask, the least first.
    """

    task: TaskType
    pay: Fact[Pay]
    minutes: Fact[Minutes]
    gross: Gross | None
    offers: tuple[TaskOnSite, ...]
    elsewhere: int
    floors: tuple[FloorFacts, ...]
    skills: tuple[Skill, ...]
    estimate: Estimate | NoEstimate


def task_pages(tasks: Mapping[str, TaskType], router: Router) -> tuple[TaskPage, ...]:
    evidence = router.evidence
    sites = [PlatformFacts(platform, evidence) for platform in router.catalogue.platforms.values()]
    return tuple(_page(task, sites, router) for task in tasks.values())


def _page(task: TaskType, sites: list[PlatformFacts], router: Router) -> TaskPage:
    fact = router.evidence.fact
    pay, minutes = fact(task.pay, AGES["tasks.pay"]), fact(task.minutes)
    yes = (Answer.YES, Answer.PARTLY)
    having = [(site, one) for site in sites for one in site.tasks if one.task == task.id and one.offered.value in yes]
    usable = [site for site, _ in having if site.usable]
    asked = {site.skill.value for site in usable}
    return TaskPage(
        task=task,
        pay=pay,
        minutes=minutes,
        gross=gross(pay.value, minutes.value),
        offers=tuple(TaskOnSite(site.platform, one) for site, one in having if site.usable),
        elsewhere=len(having) - len(usable),
        floors=tuple(_floors(task, router)),
        skills=tuple(skill for skill in Skill if skill in asked),
        estimate=estimate(router, About(task=task), Plan()),
    )


def gross(pay: Pay | None, minutes: Minutes | None) -> Gross | None:
    """The cheapest pay at the slowest pace, to the best pay at the quickest; None when one of the two is not known."""
    if pay is not None and pay.per is Per.HOUR:
        return Gross(pay.amount.low, pay.amount.high, pay.currency)
    if pay is None or minutes is None or pay.per not in (Per.TASK, Per.THOUSAND):
        return None
    scale = _HOUR / (1000 if pay.per is Per.THOUSAND else 1)
    slow, quick = minutes.amount.high, minutes.amount.low
    low = pay.amount.low * scale / slow if pay.amount.low is not None and slow else None
    high = pay.amount.high * scale / quick if pay.amount.high is not None and quick else None
    return Gross(low, high, pay.currency)


def _floors(task: TaskType, router: Router) -> Iterator[FloorFacts]:
    fact = router.evidence.fact
    for floors in router.catalogue.price_floors.values():
        platform = router.catalogue.platforms[floors.platform]
        own = fact(floors.zone_of.get(router.country, ())).value
        for floor in floors.floors:
            if floor.task == task.id:
                least = {Zone(zone): fact(claims, AGES["tasks.pay"]) for zone, claims in floor.least.items()}
                yield FloorFacts(platform, floor.name, own, least)
