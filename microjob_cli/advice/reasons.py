"""What speaks for or against a site: every reason that a verdict can have, each found in the facts of one subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from microjob_cli.catalog.catalogue import host
from microjob_cli.catalog.facts import Evidence, Fact, SourceKind
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.catalog.payout import Answer, PayoutFacts, Standing
from microjob_cli.catalog.platform import SiteWarning, Status, WarningCode, Weight
from microjob_cli.payouts.route import Route

_NOTHING: Mapping[str, Any] = {}
_UNLAWFUL = {
    Standing.RESTRICTED: "route-restricted",
    Standing.UNKNOWN: "route-unknown",
    Standing.FORBIDDEN: "route-forbidden",
}
_WARNED = {
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
        """Whether it lowers the verdict."""
        return self.weight in (Weight.AVOID, Weight.CARE)


def about_status(status: Fact[Status]) -> Iterator[Reason]:
    """Whether the site works."""
    match status.value:
        case Status.ACTIVE:
            yield from _doubts(status, disputed="status-disputed", stale="status-stale", undated="status-undated")
            if not (status.stale or status.disputed) and status.confirmed:
                yield Reason("active", details={"as_of": status.confirmed})
        case Status.CLOSED:
            yield Reason("status-closed", Weight.AVOID, {"as_of": status.as_of})
        case Status.MERGED:
            yield Reason("status-merged", Weight.AVOID, {"as_of": status.as_of})
        case Status.NOT_PAYING_REPORTS:
            yield Reason("status-not-paying-reports", Weight.AVOID, {"as_of": status.as_of})
        case Status.PAUSED:
            yield Reason("status-paused", Weight.CARE, {"as_of": status.as_of})
        case _:
            yield Reason("status-unknown", Weight.CARE)


def about_country(accepted: Fact[Answer], country: str) -> Iterator[Reason]:
    """Whether it takes people from a country."""
    details = {"country": CountryCode(country)}
    match accepted.value:
        case Answer.YES:
            yield Reason("country-accepted", details=details)
            yield from _doubts(accepted, details, disputed="country-disputed", stale="country-stale")
        case Answer.PARTLY:
            yield Reason("country-partly", Weight.CARE, details)
        case Answer.NO:
            yield Reason("country-refused", Weight.AVOID, details)
        case None:
            yield Reason("country-unknown", Weight.CARE, details)


def about_option(option: PayoutFacts, evidence: Evidence) -> Iterator[Reason]:
    """How far it is known that a site pays by an option, and from which amount."""
    method = {"method": MethodId(option.method)}
    if option.offered.value is Answer.PARTLY:
        yield Reason("payout-partly", Weight.CARE, method)
    yield from _doubts(
        option.offered, method, disputed="payout-disputed", stale="payout-stale", undated="payout-undated"
    )
    if not _is_sound(option.offered, evidence):
        yield Reason("payout-weak", Weight.CARE, method)
    minimum = option.minimum
    if not minimum.known:
        yield Reason("minimum-unknown", Weight.CARE, method)
        return
    if not minimum.disputed:
        yield Reason("minimum", details={**method, "minimum": minimum.value})
        return
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
    if route.standing in _UNLAWFUL:
        yield Reason(_UNLAWFUL[route.standing], Weight.CARE, {"to": MethodId(route.to)})
    if route.available is not Answer.YES:
        code = "route-partly" if route.available is Answer.PARTLY else "route-doubtful"
        yield Reason(code, Weight.CARE, {"to": MethodId(route.to)})


def about_warnings(warnings: Iterable[SiteWarning]) -> Iterator[Reason]:
    """Each kind of warning once."""
    seen: dict[str, Weight] = {}
    for warning in warnings:
        seen.setdefault(_WARNED[warning.code], warning.weight)
    yield from (Reason(code, weight) for code, weight in seen.items())


def _is_sound(fact: Fact[Answer], evidence: Evidence) -> bool:
    """An official source says so, or two independent ones of different publishers do."""
    kinds = [(evidence.kind(claim), claim.source) for claim in fact.standing]
    if any(kind is SourceKind.OFFICIAL for kind, _ in kinds):
        return True
    publishers = {
        host(evidence.sources[source].shown_address)
        for kind, source in kinds
        if kind in (SourceKind.INDEPENDENT, SourceKind.NEWS)
    }
    return len(publishers) >= 2


def _doubts(
    fact: Fact[Any], details: Mapping[str, Any] = _NOTHING, *, disputed: str, stale: str, undated: str | None = None
) -> Iterator[Reason]:
    """What is doubtful about a fact, by these codes."""
    if fact.disputed:
        yield Reason(disputed, Weight.CARE, details)
    if fact.stale:
        yield Reason(stale, Weight.CARE, {**details, "as_of": fact.confirmed})
    elif undated and fact.confirmed is None:
        yield Reason(undated, Weight.CARE, details)
