"""What speaks for or against a site, and what to do first there: sentences as codes, each drawn from the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.names import CountryCode, MethodId, PlatformId
from microjob_cli.catalog.payout import Answer, PayoutFacts, Standing
from microjob_cli.catalog.platform import IdentityCheck, SiteWarning, Status, Topic, WarningCode, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.route import Route

WARNED = {
    WarningCode.FRAUD_REPORT: "warned-fraud-report",
    WarningCode.NON_PAYMENT_REPORT: "warned-non-payment-report",
    WarningCode.INVESTMENT_SCHEME: "warned-investment-scheme",
    WarningCode.PAY_TO_JOIN: "warned-pay-to-join",
    WarningCode.MUST_RECRUIT: "warned-must-recruit",
    WarningCode.PAYMENT_COMPLAINT: "warned-payment-complaint",
    WarningCode.NO_PAYMENT_PROOF: "warned-no-payment-proof",
    WarningCode.ACCOUNT_LOSS: "warned-account-loss",
    WarningCode.UNREALISTIC_PROMISE: "warned-unrealistic-promise",
    WarningCode.RULE_BREAKING_TASKS: "warned-rule-breaking-tasks",
    WarningCode.PRIVACY: "warned-privacy",
    WarningCode.LOOKALIKE: "warned-lookalike",
    WarningCode.PAYOUT_REACH: "warned-payout-reach",
    WarningCode.REJECTION: "warned-rejection",
    WarningCode.LOW_PAY: "warned-low-pay",
    WarningCode.LITTLE_WORK: "warned-little-work",
    WarningCode.COUNTRY_LIMITS: "warned-country-limits",
    WarningCode.SLOW_PAYOUT: "warned-slow-payout",
    WarningCode.POOR_SUPPORT: "warned-poor-support",
    WarningCode.UNFAIR_TERMS: "warned-unfair-terms",
}


class Reason(Struct, frozen=True):
    """One ground for a verdict: a code, its weight (None speaks for the site), and the values its sentence needs."""

    code: str
    weight: Weight | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_concern(self) -> bool:
        """Whether it speaks against the site."""
        return self.weight in (Weight.AVOID, Weight.CARE)


def about_status(status: Fact[Status]) -> Iterator[Reason]:
    """Whether the site is said to work."""
    if status.value in (None, Status.UNKNOWN):
        yield Reason("status-unknown", Weight.CARE)
    elif status.value is Status.ACTIVE and status.disputed:
        yield Reason("status-disputed", Weight.CARE)
    elif status.value is Status.ACTIVE and status.confirmed:
        yield Reason("active", details={"as_of": status.confirmed})


def about_country(accepted: Fact[Answer], country: str) -> Iterator[Reason]:
    """Whether it takes people from a country."""
    details = {"country": CountryCode(country)}
    match accepted.value:
        case Answer.YES:
            yield Reason("country-accepted", details=details)
            yield from _doubts(accepted, "country-disputed", "country-stale", details)
        case Answer.PARTLY:
            yield Reason("country-partly", Weight.CARE, details)
        case None:
            yield Reason("country-unknown", Weight.CARE, details)


def about_option(option: PayoutFacts) -> Iterator[Reason]:
    """How far it is known that a site pays by an option, and from which amount."""
    method, minimum = {"method": MethodId(option.method)}, option.minimum
    if option.offered.value is Answer.PARTLY:
        yield Reason("payout-partly", Weight.CARE, method)
    yield from _doubts(option.offered, "payout-disputed", "payout-stale", method)
    if option.offered.confirmed is None and not option.offered.stale:
        yield Reason("payout-undated", Weight.CARE, method)
    if not minimum.known:
        yield Reason("minimum-unknown", Weight.CARE, method)
    elif not minimum.disputed:
        yield Reason("minimum", details={**method, "minimum": minimum.value})
    else:
        yield Reason("minimum-highest", details={**method, "minimum": minimum.value, "others": minimum.rivals})
        yield Reason("minimum-disputed", Weight.CARE, method)


def about_route(route: Route) -> Iterator[Reason]:
    """What arrives by the best way home, and what is doubtful about that way."""
    if len(route.hops) > 1:
        through = tuple(MethodId(hop.start) for hop in route.hops[1:])
        yield Reason("reaches", details={"to": MethodId(route.to), "methods": through})
    if route.receive is not None:
        code = "brings" if route.exact else "brings-at-most"
        share = round(route.kept * 100, 1) if route.kept is not None else None
        yield Reason(code, details={"send": route.send, "receive": route.receive, "share": share})
    else:
        code = "charge-unknown" if route.charge_unknown else "arrives-unknown"
        yield Reason(code, Weight.NOTE, {"send": route.send})
    if route.standing is Standing.RESTRICTED:
        yield Reason("route-restricted", Weight.CARE, {"to": MethodId(route.to)})
    if route.available is Answer.PARTLY:
        yield Reason("route-partly", Weight.CARE, {"to": MethodId(route.to)})


def about_warnings(warnings: Iterable[SiteWarning]) -> Iterator[Reason]:
    """Each kind of warning once."""
    for code, weight in {one.code: one.weight for one in warnings}.items():
        yield Reason(WARNED[code], weight)


def _doubts(fact: Fact[Any], disputed: str, stale: str, details: Mapping[str, Any]) -> Iterator[Reason]:
    """What is doubtful about a fact that is told as known."""
    if fact.disputed:
        yield Reason(disputed, Weight.CARE, details)
    if fact.stale:
        yield Reason(stale, Weight.CARE, {**details, "as_of": fact.confirmed})


def first_steps(facts: PlatformFacts, option: PayoutFacts | None) -> Iterator[Reason]:
    """What to do first on a site, what to check before, and what never to do; `option`: how she is paid there."""
    yield from _sign_up(facts)
    if option is not None:
        yield from _withdraw(option)
    warned = {one.code: one for one in reversed(facts.warnings)}
    if loss := warned.get(WarningCode.ACCOUNT_LOSS):
        yield Reason("step-keep-account", details={"rule": loss.text})
    if rate := facts.success_rate.value:
        yield Reason("step-success-rate", details={"rate": rate})
    if schedule := next((note for note in facts.notes if note.topic is Topic.SCHEDULE), None):
        yield Reason("step-schedule", details={"schedule": schedule.text})
    if WarningCode.RULE_BREAKING_TASKS in warned:
        yield Reason("step-never-break-rules")
    yield Reason("step-never")


def _sign_up(facts: PlatformFacts) -> Iterator[Reason]:
    if facts.platform.website:
        yield Reason("step-sign-up", details={"website": facts.platform.website})
    else:
        yield Reason("step-no-website", details={"platform": PlatformId(facts.id)})
    if facts.lookalikes:
        yield Reason("step-lookalikes", details={"addresses": tuple(item.address for item in facts.lookalikes)})
    checks = facts.identity_checks.value or frozenset()
    if checks - {IdentityCheck.NONE}:
        yield Reason("step-identity", details={"checks": checks})


def _withdraw(option: PayoutFacts) -> Iterator[Reason]:
    details = {"method": MethodId(option.method), "minimum": option.minimum.value}
    if option.minimum.disputed:
        yield Reason("step-check-disputed", details={**details, "others": option.minimum.rivals})
    else:
        yield Reason("step-check-minimum" if option.minimum.known else "step-ask-minimum", details=details)
    yield Reason("step-small-withdrawal", details=details)
