"""What one estimate assumes: the general assumptions, and in their place what is known of a site, a task or a route.

A range that somebody gives, as in "0.02 to 2 dollars a task", says where the cheapest and the best paid task lie and
not where most of them are. So its bad end is taken for the low case, and the general typical and high values are moved
into it (`moved`). What the user sets herself stands above all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import inf
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.earning_records import LIMITS, Assumption, AssumptionName, Ground, Support, Unit
from microjob_cli.catalog.errors import RecordsBroken, UsageProblem
from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.findings import Finding, Location
from microjob_cli.catalog.measures import Days
from microjob_cli.catalog.text import Text
from microjob_cli.earnings.sampling import Spread

Given = Mapping[AssumptionName, float]  # what the user sets


class Assumed(Struct, frozen=True):
    """One assumption as an estimate uses it, and why: a record's own words, or a code with the values it needs."""

    name: AssumptionName
    spread: Spread
    unit: Unit
    basis: Ground
    rests_on: tuple[Support, ...] = ()
    why: Text | None = None
    code: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def given(self) -> bool:
        """Whether the user knows it better."""
        return self.code == "assumed-given"

    def because(self, code: str, **details: Any) -> Assumed:
        """The same with a reason of this program's own in the place of a record's words."""
        return replace(self, why=None, code=code, details=details)

    def said(
        self, spread: Spread, claims: Iterable[Claim[Any]], code: str, basis: Ground = Ground.RULE, **details: Any
    ) -> Assumed:
        """In the place of the general value one that claims give, and why."""
        sources = dict.fromkeys(claim.source for claim in claims)
        rests_on = tuple(Support(source=source) for source in sources)
        return Assumed(self.name, spread, self.unit, basis, rests_on, code=code, details=details)


class NoEstimate(Struct, frozen=True):
    """Why there is no estimate: a code with the values its sentence needs, and what a record says of it."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)
    texts: tuple[Text, ...] = ()


def usual(catalogue: Catalogue, name: AssumptionName) -> Assumed:
    """The general assumption of a name. Raises RecordsBroken when no record holds it."""
    record = catalogue.assumptions.get(name)
    if record is None:
        raise RecordsBroken((Finding("assumption-missing", Location("estimator.yaml"), found=name),))
    spread = Spread(float(record.low), float(record.typical), float(record.high))
    return Assumed(record.id, spread, record.unit, record.basis, record.rests_on, record.why)


def given_value(record: Assumption, text: str) -> float:
    """`0.6` or `60%` as the value of an assumption. Raises UsageProblem unless it can be one."""
    least, most = LIMITS[record.unit]
    bare = text.strip()
    try:
        value = float(bare.removesuffix("%")) / (100 if bare.endswith("%") else 1)
    except ValueError:
        value = float("nan")
    if not least <= value <= most or (bare.endswith("%") and record.unit is not Unit.SHARE):
        ends = {"least": Decimal(str(least)), "most": Decimal(str(most))}
        raise UsageProblem("bad-assumption", found=text, name=record.id.key, **ends)
    return value


def moved(usual: Spread, least: float | None, most: float | None, *, more_is_better: bool = True) -> Spread:
    """The usual values within a range of which one end may be open; its bad end is the low case."""
    bad = least if more_is_better else most
    floor, roof = -inf if least is None else least, inf if most is None else most
    low, typical, high = (min(max(value, floor), roof) for value in usual.values)
    return Spread(low if bad is None else bad, typical, high)


_CALENDAR_DAYS_PER_WORKING_DAY = 7 / 5


def wait(days: Days) -> Spread:
    """Calendar days, the longest wait as the low case; an open end adds nothing of its own."""
    low = float(days.low or 0)
    high = float(days.high) if days.high is not None else low
    spread = Spread(high, (low + high) / 2, low)
    return spread.times(_CALENDAR_DAYS_PER_WORKING_DAY) if days.working else spread
