"""What the order of sites looks at of one site, and no more.

To judge a site in full takes reading all of its record; among thousands only those that come first are worth that. An
outline counts what speaks against the site, by the same reasons as a full judgement, and keeps the terms of its
payouts, from which ways home are reckoned. It depends on the record, its sources and the day alone, so a snapshot
carries it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from microjob_cli.domain.advice import never_ranked
from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.errors import FormError, RecordsGarbled
from microjob_cli.domain.facts import Bound, Claim, Confidence, Evidence, Fact
from microjob_cli.domain.measures import Days, Fee, Minimum
from microjob_cli.domain.payout import Answer, PayoutFacts
from microjob_cli.domain.platform_facts import PlatformFacts, platform_facts
from microjob_cli.domain.reasons import about_country, about_option, about_status, about_warnings, concerns_in, forbids
from microjob_cli.domain.values import dataclass, lazily


@dataclass(frozen=True, slots=True)
class OfferedTerms:
    """A current payout option: how much speaks against it, and its terms as records write them (None: unknown)."""

    method: str
    concerns: int = 0
    minimum: str | None = None
    fee: str | None = None
    days: str | None = None
    bound: Bound = Bound.EXACT  # of the minimum

    @property
    def option(self) -> PayoutFacts:
        """An option of those terms, to reckon with; who says so is not in it. Raises RecordsGarbled."""
        try:
            parsed = {
                "minimum": Minimum.parse(self.minimum) if self.minimum else None,
                "fee": Fee.parse(self.fee) if self.fee else None,
                "days": Days.parse(self.days) if self.days else None,
            }
        except FormError as problem:
            raise RecordsGarbled from problem

        def find(name: str) -> Any:
            value = parsed.get(name)
            bound = self.bound if name == "minimum" else Bound.EXACT
            return Fact() if value is None else Fact(Claim(value, "", Confidence.LOW, bound=bound))

        return lazily(PayoutFacts, find, method=self.method, current=True)


@dataclass(frozen=True, slots=True)
class Welcome:
    """Whether people of one country are taken: `accepted` if somebody says so without reserve."""

    accepted: bool = False
    refused: bool = False
    concerns: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """A platform from the day `since` on (as 2026-11-23): what speaks against it, for all, by country, by option.

    `excluded` says why it is ranked for nobody, `avoided` that something forbids it.
    """

    since: str
    excluded: str | None = None
    avoided: bool = False
    concerns: int = 0
    welcomes: Mapping[str, Welcome] = field(default_factory=dict)
    offers: tuple[OfferedTerms, ...] = ()

    def welcome(self, country: str) -> Welcome:
        return self.welcomes.get(country, _NOBODY_SAYS)


class Outlines:
    """The outlines of a catalogue on the day of the evidence."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self.catalogue = catalogue
        self.evidence = evidence
        self.today = evidence.today.isoformat()

    def of(self, key: str) -> Outline:
        """That of a platform: one that the catalogue carries, else made of its record."""
        carried = self.catalogue.outlines.get(key, ())
        for outline in reversed(carried):
            if outline.since <= self.today:
                return outline
        return outline_of(platform_facts(self.catalogue.platforms[key], self.evidence), self.evidence)


def outline_of(platform: PlatformFacts, evidence: Evidence) -> Outline:
    """The outline of a platform on the day of the evidence."""
    reasons = [*about_status(platform.status), *about_warnings(platform.warnings)]
    return Outline(
        since=evidence.today.isoformat(),
        excluded=never_ranked(platform),
        avoided=forbids(reasons),
        concerns=concerns_in(reasons),
        welcomes={country: _welcome(accepted, country) for country, accepted in platform.accepts.items()},
        offers=tuple(_offer(option, evidence) for option in platform.current_payouts),
    )


def _offer(option: PayoutFacts, evidence: Evidence) -> OfferedTerms:
    minimum = option.minimum.chosen
    return OfferedTerms(
        method=option.method,
        concerns=concerns_in(about_option(option, evidence)),
        minimum=str(minimum.value) if minimum else None,
        fee=str(option.fee.value) if option.fee.value else None,
        days=str(option.days.value) if option.days.value else None,
        bound=minimum.bound if minimum else Bound.EXACT,
    )


def _welcome(accepted: Fact[Answer], country: str) -> Welcome:
    reasons = list(about_country(accepted, country))
    return Welcome(accepted.value is Answer.YES, forbids(reasons), concerns_in(reasons))


_NOBODY_SAYS = _welcome(Fact(), "")
