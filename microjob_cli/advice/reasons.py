"""What speaks for or against a site: every reason that a verdict can have, each found in the facts of one subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from microjob_cli.catalog.catalogue import host
from microjob_cli.catalog.facts import Evidence, Fact, SourceKind
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.catalog.payout import Answer, PayoutFacts, Standing
from microjob_cli.catalog.platform import SiteWarning, Status, Weight
from microjob_cli.payouts.route import Route

_NOTHING: Mapping[str, Any] = {}


class Reason(Struct, frozen=True):
    """One ground for a verdict: a code, its weight (None speaks for the site), and the values its sentence needs."""

    code: str
    weight: Weight | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_concern(self) -> bool:
        """Whether it lowers the verdict."""
        return self.weight in (Weight.AVOID, Weight.CARE)


def concerns_in(reasons: Iterable[Reason]) -> int:
    """How many of the reasons lower the verdict."""
    return sum(reason.is_concern for reason in reasons)


def forbids(reasons: Iterable[Reason]) -> bool:
    """Whether one of the reasons speaks against any work there."""
    return any(reason.weight is Weight.AVOID for reason in reasons)


def about_status(status: Fact[Status]) -> Iterator[Reason]:
    """Whether the site works."""
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


def about_country(accepted: Fact[Answer], country: str) -> Iterator[Reason]:
    """Whether it takes people from a country."""
    details = {"country": CountryCode(country)}
    match accepted.value:
        case Answer.YES:
            yield Reason("country-accepted", details=details)
            yield from _doubts("country", accepted, details, undated=False)
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
    yield from _doubts("payout", option.offered, method)
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
    if route.standing is not Standing.CLEAR:
        yield Reason(f"route-{route.standing}", Weight.CARE, {"to": MethodId(route.to)})
    if route.available is not Answer.YES:
        code = "route-partly" if route.available is Answer.PARTLY else "route-doubtful"
        yield Reason(code, Weight.CARE, {"to": MethodId(route.to)})


def about_warnings(warnings: Iterable[SiteWarning]) -> Iterator[Reason]:
    """Each kind of warning once."""
    seen: dict[str, Weight] = {}
    for warning in warnings:
        seen.setdefault(f"warned-{warning.code}", warning.weight)
    yield from (Reason(code, weight) for code, weight in seen.items())


def _is_sound(fact: Fact[Answer], evidence: Evidence) -> bool:
    """An official source says so, or two independent ones of different publishers do."""
    kinds = [(evidence.kind(claim), claim.source) for claim in fact.standing]
    if any(kind is SourceKind.OFFICIAL for kind, _ in kinds):
        return True
    publishers = {
        host(evidence.sources[source].address)
        for kind, source in kinds
        if kind in (SourceKind.INDEPENDENT, SourceKind.NEWS)
    }
    return len(publishers) >= 2


def _doubts(
    about: str, fact: Fact[Any], details: Mapping[str, Any] = _NOTHING, *, undated: bool = True
) -> Iterator[Reason]:
    if fact.disputed:
        yield Reason(f"{about}-disputed", Weight.CARE, details)
    if fact.stale:
        yield Reason(f"{about}-stale", Weight.CARE, {**details, "as_of": fact.confirmed})
    elif undated and fact.confirmed is None:
        yield Reason(f"{about}-undated", Weight.CARE, details)
