"""The verdict on one platform for one person.

The rule, as published in `docs/ranking.md`. **avoid**: fraud or non-payment is reported, the site is closed, merged or
an investment scheme, one must pay or bring others in, or the person's country is refused. **care**: something that
matters is unknown, undated, stale, disputed or warned of. **good**: active, nothing against it, the country accepted,
and the payout said by an official source or by two independent ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from microjob_cli.advice.reasons import Reason, about_country, about_option, about_route, about_status, about_warnings
from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.facts import Evidence
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.catalog.payout import Answer, PayoutFacts, PayoutMethod
from microjob_cli.catalog.platform import ENDED, NO_MICRO_JOBS, Skill, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.minimums import lowest
from microjob_cli.payouts.network import block_of
from microjob_cli.payouts.route import Notice, Route

if TYPE_CHECKING:
    from microjob_cli.earnings.estimate import Estimate
    from microjob_cli.earnings.sampling import Spread

_BLOCKED = {"method-closed": "payout-closed", "method-forbidden": "payout-forbidden"}


class Verdict(StrEnum):
    """What the program advises, the best first."""

    GOOD = "good"
    CARE = "care"
    AVOID = "avoid"


class Person(Struct, frozen=True):
    """Who asks: the country, and the payout methods that will not do."""

    country: str
    without: tuple[str, ...] = ()


class Advice(Struct, frozen=True, dict=True):
    """What the program thinks of one platform for one person.

    `accepted`: somebody says that her country is taken. `option` is the payout to use there, `route` the best way home
    from it, `excluded` why it is never ranked. `find_estimate` tells what work there comes to.
    """

    facts: PlatformFacts
    verdict: Verdict
    reasons: tuple[Reason, ...]
    accepted: bool
    option: PayoutFacts | None
    route: Route | None = None
    excluded: str | None = None
    find_estimate: Callable[[], Estimate | None] = lambda: None

    @cached_property
    def estimate(self) -> Estimate | None:
        """What work there comes to, reckoned when it is first asked for: most answers do not tell it."""
        return self.find_estimate()

    @property
    def net_per_hour(self) -> Spread | None:
        """What a planned hour leaves, in dollars."""
        return self.estimate.net_per_hour if self.estimate else None

    @property
    def first_payout_days(self) -> Spread | None:
        """How many days it takes from the first hour of work to the first money."""
        return self.estimate.first_payout_days if self.estimate else None

    @property
    def concerns(self) -> tuple[Reason, ...]:
        """The reasons that lower the verdict."""
        return tuple(reason for reason in self.reasons if reason.is_concern)


class Adviser:
    """Judges platforms for one person on the day of the evidence."""

    def __init__(
        self,
        person: Person,
        evidence: Evidence,
        methods: Mapping[str, PayoutMethod],
        rates: tuple[ExchangeRate, ...] = (),
    ) -> None:
        self.person = person
        self.evidence = evidence
        self.methods = methods
        self.rates = rates

    def advise(self, platform: PlatformFacts, route: Route | None = None) -> Advice:
        """Verdict, reasons and payout option for one platform, with the best way home if it is known."""
        current = platform.current_payouts
        through = [option for option in current if route and option.method == route.via]
        option = through[0] if through else self.best_option(current)
        accepts = platform.accepts_from(self.person.country)
        reasons = (
            *about_status(platform.status),
            *about_country(accepts, self.person.country),
            *self.about_reach(option),
            *(about_option(option, self.evidence) if option else ()),
            *(about_route(route) if route and option else ()),
            *about_warnings(platform.warnings),
        )
        # Only if it is recorded of every option of a site that the person cannot use it.
        impossible = "payout-impossible" if current and all(map(self.block, current)) else None
        excluded = never_ranked(platform) or impossible
        return Advice(platform, verdict_of(reasons), reasons, accepts.value is Answer.YES, option, route, excluded)

    def block(self, option: PayoutFacts) -> Notice | None:
        """Why it is recorded that the person cannot use an option."""
        return block_of(self.methods[option.method], self.person.country, self.evidence)

    def best_option(self, current: tuple[PayoutFacts, ...]) -> PayoutFacts | None:
        """The payout option the person would use: a receivable one, with the lowest known minimum."""
        options = [option for option in current if option.method not in self.person.without]
        received = [option for option in options if self.block(option) is None] or options
        found = lowest(received, self.rates, self.evidence.today)
        return found.option if found else next(iter(received), None)

    def about_reach(self, option: PayoutFacts | None) -> Iterator[Reason]:
        """By what the site would pay the person, and whether that reaches her."""
        if option is None:
            yield Reason("payout-unknown", Weight.CARE)
            return
        yield Reason("pays-by", details={"method": MethodId(option.method)})
        block = self.block(option)
        if block is not None:
            details = {"method": MethodId(option.method), "country": CountryCode(self.person.country)}
            yield Reason(_BLOCKED.get(block.code, "payout-unreceivable"), Weight.CARE, details)


def verdict_of(reasons: Iterable[Reason]) -> Verdict:
    """The verdict by the gravest of the reasons."""
    weights = {reason.weight for reason in reasons}
    if Weight.AVOID in weights:
        return Verdict.AVOID
    return Verdict.CARE if Weight.CARE in weights else Verdict.GOOD


def never_ranked(platform: PlatformFacts) -> str | None:
    """Why a platform is ranked for nobody, or None."""
    if platform.platform.unnamed:
        return "unnamed"
    if platform.status.value in ENDED:
        return str(platform.status.value)
    if platform.kind.value in NO_MICRO_JOBS:
        return "no-micro-jobs"
    return "experts-only" if platform.skill.value is Skill.EXPERT else None


def never_recommended(platform: PlatformFacts) -> str | None:
    """Why a platform is recommended to nobody, wherever she lives: never ranked, or to be avoided; else None."""
    verdict = verdict_of((*about_status(platform.status), *about_warnings(platform.warnings)))
    return never_ranked(platform) or ("avoid" if verdict is Verdict.AVOID else None)
