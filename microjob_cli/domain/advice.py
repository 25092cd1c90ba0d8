"""The verdict on one platform for one person, and the order of all.

The rule, as published in `docs/ranking.md`. **avoid**: fraud or non-payment is reported, the site is closed or merged,
or the person's country is refused. **care**: something that matters is unknown, undated, stale, disputed or warned of.
**good**: active, nothing against it, the country accepted, and the payout said by an official source or by two
independent ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from microjob_cli.domain.catalogue import ExchangeRate, host
from microjob_cli.domain.facts import Evidence, Fact, Kind
from microjob_cli.domain.minimums import lowest
from microjob_cli.domain.payout import Answer, PayoutFacts, PayoutMethod, Standing
from microjob_cli.domain.platform import Status, Weight
from microjob_cli.domain.platform_facts import PlatformFacts
from microjob_cli.domain.route import Route
from microjob_cli.domain.values import dataclass

if TYPE_CHECKING:
    from microjob_cli.domain.earnings import Outlook
    from microjob_cli.domain.sampling import Spread

_NOTHING: Mapping[str, Any] = {}


class Verdict(StrEnum):
    """What the program advises, the best first."""

    GOOD = "good"
    CARE = "care"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the country, and the payout methods that will not do."""

    country: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for a verdict: a code, its weight (None speaks for the site), and the values its sentence needs."""

    code: str
    weight: Weight | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Advice:
    """What the program thinks of one platform for one person.

    `option` is the payout to use there, `route` the best way home from it, `excluded` why it is never ranked. What a
    planned hour leaves (dollars) and how long the first payout takes (days) are None until they are asked for.
    """

    facts: PlatformFacts
    verdict: Verdict
    reasons: tuple[Reason, ...]
    option: PayoutFacts | None
    route: Route | None = None
    excluded: str | None = None
    net_per_hour: Outlook | None = None
    first_payout_days: Spread | None = None

    @property
    def concerns(self) -> tuple[Reason, ...]:
        """The reasons that lower the verdict."""
        return tuple(reason for reason in self.reasons if reason.weight in (Weight.AVOID, Weight.CARE))


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
        self.reached: dict[str, bool] = {}

    def advise(self, platform: PlatformFacts, route: Route | None = None) -> Advice:
        """Verdict, reasons and payout option for one platform, with the best way home if it is known."""
        option = self.option_of(platform, route)
        about_route = _about_route(route) if route and option else ()
        reasons = (
            *self.about_site(platform),
            *self.about_payout(option),
            *about_route,
            *self.about_warnings(platform),
        )
        weights = {reason.weight for reason in reasons}
        if Weight.AVOID in weights:
            verdict = Verdict.AVOID
        else:
            verdict = Verdict.CARE if Weight.CARE in weights else Verdict.GOOD
        return Advice(platform, verdict, reasons, option, route, self.exclusion(platform))

    def exclusion(self, platform: PlatformFacts) -> str | None:
        """Why a platform is never ranked, or None."""
        if platform.platform.unnamed:
            return "unnamed"
        status = platform.status.value
        if status in (Status.CLOSED, Status.MERGED, Status.NOT_PAYING_REPORTS):
            return str(status)
        current = platform.current_payouts
        if current and not any(self.reaches(option.method) for option in current):
            return "payout-impossible"
        return None

    def reaches(self, method: str) -> bool:
        """False only if it is recorded that people of the person's country cannot receive by the method."""
        if method not in self.reached:
            claims = self.methods[method].reaches.get(self.person.country, ())
            self.reached[method] = self.evidence.fact(claims).value is not Answer.NO
        return self.reached[method]

    def option_of(self, platform: PlatformFacts, route: Route | None) -> PayoutFacts | None:
        """The option that the route starts with, else the best one."""
        through = route.via if route else None
        found = next((option for option in platform.current_payouts if option.method == through), None)
        return found or self.best_option(platform)

    def best_option(self, platform: PlatformFacts) -> PayoutFacts | None:
        """The payout option the person would use: a receivable one, with the lowest known minimum."""
        options = [option for option in platform.current_payouts if option.method not in self.person.without]
        received = [option for option in options if self.reaches(option.method)] or options
        found = lowest(received, self.rates, self.evidence.today)
        return found.option if found else next(iter(received), None)

    def about_site(self, platform: PlatformFacts) -> Iterator[Reason]:
        """Status and country."""
        status, country = platform.status, platform.accepts_from(self.person.country)
        match status.value:
            case Status.ACTIVE:
                yield from _doubts("status", status)
                if not (status.stale or status.disputed) and status.confirmed:
                    yield Reason("active", details={"as_of": status.confirmed})
            case Status.CLOSED | Status.MERGED as ended:
                yield Reason(f"status-{ended}", Weight.AVOID, {"as_of": status.as_of})
            case Status.NOT_PAYING_REPORTS:
                yield Reason("status-not-paying-reports", Weight.AVOID, {"as_of": status.as_of})
            case Status.PAUSED:
                yield Reason("status-paused", Weight.CARE, {"as_of": status.as_of})
            case _:
                yield Reason("status-unknown", Weight.CARE)
        match country.value:
            case Answer.YES:
                yield Reason("country-accepted", details={"country": self.person.country})
                yield from _doubts("country", country, {"country": self.person.country}, undated=False)
            case Answer.PARTLY:
                yield Reason("country-partly", Weight.CARE, {"country": self.person.country})
            case Answer.NO:
                yield Reason("country-refused", Weight.AVOID, {"country": self.person.country})
            case None:
                yield Reason("country-unknown", Weight.CARE, {"country": self.person.country})

    def about_payout(self, option: PayoutFacts | None) -> Iterator[Reason]:
        """How it would pay the person, and how far that is known."""
        if option is None:
            yield Reason("payout-unknown", Weight.CARE)
            return
        method = {"method": option.method}
        yield Reason("pays-by", details=method)
        if not self.reaches(option.method):
            yield Reason("payout-unreceivable", Weight.CARE, {**method, "country": self.person.country})
        if option.offered.value is Answer.PARTLY:
            yield Reason("payout-partly", Weight.CARE, method)
        yield from _doubts("payout", option.offered, method)
        if not self.is_sound(option.offered):
            yield Reason("payout-weak", Weight.CARE, method)
        minimum = option.minimum
        if not minimum.known:
            yield Reason("minimum-unknown", Weight.CARE, method)
            return
        yield Reason("minimum", details={**method, "minimum": minimum.value})
        if minimum.disputed:
            values = tuple(claim.value for claim in minimum.disputed)
            yield Reason("minimum-disputed", Weight.CARE, {**method, "others": values})

    def about_warnings(self, platform: PlatformFacts) -> Iterator[Reason]:
        """Each kind of warning once."""
        seen: dict[str, Weight] = {}
        for warning in platform.warnings:
            seen.setdefault(f"warned-{warning.code}", warning.weight)
        yield from (Reason(code, weight) for code, weight in seen.items())

    def is_sound(self, fact: Fact[Answer]) -> bool:
        """An official source says so, or two independent ones of different publishers do."""
        kinds = [(self.evidence.kind(claim), claim.source) for claim in fact.standing]
        if any(kind is Kind.OFFICIAL for kind, _ in kinds):
            return True
        publishers = {
            host(self.evidence.sources[source].address)
            for kind, source in kinds
            if kind in (Kind.INDEPENDENT, Kind.NEWS)
        }
        return len(publishers) >= 2


def _about_route(route: Route) -> Iterator[Reason]:
    """What arrives by the best way home, and what is doubtful about that way."""
    if len(route.hops) > 1:
        through = tuple(hop.start for hop in route.hops[1:])
        yield Reason("reaches", details={"to": route.to, "methods": through})
    if route.receive is not None:
        code = "brings" if route.exact else "brings-at-most"
        share = round(route.kept * 100, 1) if route.kept is not None else None
        yield Reason(code, details={"send": route.send, "receive": route.receive, "to": route.to, "share": share})
    if route.standing is not Standing.CLEAR:
        yield Reason(f"route-{route.standing}", Weight.CARE, {"to": route.to})
    if route.available is not Answer.YES:
        code = "route-partly" if route.available is Answer.PARTLY else "route-doubtful"
        yield Reason(code, Weight.CARE, {"to": route.to})


def _doubts(
    about: str, fact: Fact[Any], details: Mapping[str, Any] = _NOTHING, *, undated: bool = True
) -> Iterator[Reason]:
    if fact.disputed:
        yield Reason(f"{about}-disputed", Weight.CARE, details)
    if fact.stale:
        yield Reason(f"{about}-stale", Weight.CARE, {**details, "as_of": fact.confirmed})
    elif undated and fact.confirmed is None:
        yield Reason(f"{about}-undated", Weight.CARE, details)
