"""On which days the outline of a site may change, and its outlines from one day on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from itertools import chain

from microjob_cli.domain import freshness
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.facts import Evidence, Source
from microjob_cli.domain.outline import Outline, outline_of
from microjob_cli.domain.payout import PayoutOption
from microjob_cli.domain.platform import Platform
from microjob_cli.domain.platform_facts import platform_facts

# After how many days the facts of an outline are stale, whichever they are: a day too many only costs a look.
_AGES = frozenset({freshness.STATUS, freshness.ACCEPTS, freshness.PAYOUT_TERMS})
_TERMS = tuple(item.name for item in fields(PayoutOption) if item.name != "method")


def outlines_from(day: date, platform: Platform, sources: Mapping[str, Source]) -> Iterator[Outline]:
    """The outlines of a platform from a day on, each different from the one before."""
    before = None
    for turning in [day, *sorted(turning_days(platform, sources, after=day))]:
        evidence = Evidence(sources, turning)
        outline = outline_of(platform_facts(platform, evidence), evidence)
        if before is None or outline != replace(before, since=outline.since):
            yield outline
            before = outline


def turning_days(platform: Platform, sources: Mapping[str, Source], after: date) -> set[date]:
    """The days on which a fact of the outline may change: a claim is heard, begins, grows stale or ends."""
    terms = (getattr(option, name) for option in platform.payouts for name in _TERMS)
    claims = list(chain(platform.status, platform.work, *platform.accepts.values(), *terms))
    endings = [claim.value for option in platform.payouts for claim in option.until]
    days = [
        *(_heard(said.as_of, sources[said.source]) for said in (*claims, *platform.warnings)),
        *(claim.since.first.toordinal() for claim in claims if claim.since),
        *(claim.until.last.toordinal() + 1 for claim in claims if claim.until),
        *(claim.as_of.last.toordinal() + age + 1 for claim in claims if claim.as_of for age in _AGES),
        *(ending.last.toordinal() + late for ending in endings for late in (0, 1)),
    ]
    return {date.fromordinal(day) for day in days if after.toordinal() < day <= date.max.toordinal()}


def _heard(as_of: PartialDate | None, source: Source) -> int:
    """The day on which something is heard that a source said then; 0 if it always is."""
    said = as_of or source.date
    return said.first.toordinal() if said else 0
