"""How good the records are: how many of the values that could be known are, and how well.

A *place* is a value that a site's record could hold: each field of the site, whether it has a kind of task, and how it
pays by each method that has not ended. A site of which no method or no task is recorded has the places of one: nothing
is known of it. Of the countries that it accepts only the one counts that is asked for. What only some sites have (a
successor, ratings, an end) has no place: its absence says nothing.

Of the places some are *known*. Of the known ones some are *dated*: a source tells when it was so; *official*: the site
itself says so; *fresh*: dated within the age set for the field, or of a field that does not grow stale; *disputed*:
sources disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from microjob_cli.catalog.explaining import FieldFact, field_facts
from microjob_cli.catalog.facts import Evidence, SourceKind
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts

OPTION_FIELDS = ("payouts.offered", "payouts.minimum", "payouts.fee", "payouts.days")
# The fields that are measured, in the order of a record.
MEASURED = (
    "status", "kind", "skill", "pay_to_join", "founded", "headquarters", "owner", "accepts", "devices",
    "identity_checks", "review_days", "success_rate", "tasks.offered", "task_pay", "earnings", *OPTION_FIELDS,
)  # fmt: skip


class By(StrEnum):
    """What the counts are put together by."""

    FIELD = "field"
    SITE = "site"


class Tally(Struct, frozen=True):
    """How many places there are, how many of them are known, and how many of those are what."""

    places: int = 0
    known: int = 0
    dated: int = 0
    official: int = 0
    fresh: int = 0
    disputed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))

    def share(self, name: str) -> float | None:
        """`known` as a share of the places, all else as a share of the known; None when there are none."""
        whole = self.places if name == "known" else self.known
        return round(getattr(self, name) / whole, 4) if whole else None


class Row(Struct, frozen=True):
    """The tally of a field or of a site by its id; `name` is None for all together."""

    name: str | None
    tally: Tally


def quality(platforms: Iterable[Platform], evidence: Evidence, country: str, by: By) -> tuple[Row, ...]:
    """A row a field, in the order of a record, or a row a site, the best known first; then all together."""
    tallies: dict[str, Tally] = {}
    for platform in platforms:
        for sort, tally in _places(PlatformFacts(platform, evidence), evidence, country):
            name = sort if by is By.FIELD else platform.id
            tallies[name] = tallies.get(name, Tally()) + tally
    rows = [Row(name, tally) for name, tally in tallies.items()]
    if by is By.FIELD:
        rows.sort(key=lambda row: MEASURED.index(str(row.name)))
    else:
        rows.sort(key=lambda row: (-(row.tally.share("known") or 0), -row.tally.known, str(row.name)))
    return (*rows, Row(None, sum(tallies.values(), Tally())))


def _places(facts: PlatformFacts, evidence: Evidence, country: str) -> Iterator[tuple[str, Tally]]:
    """Every place of one site: the sort of its field, and how it counts."""
    lasting = {option.method for option in facts.payouts if option.current or not option.until.known}
    for field in field_facts("platforms", facts.platform, evidence):
        ended = field.sort in OPTION_FIELDS and field.about not in lasting
        elsewhere = field.sort == "accepts" and field.about != country
        if field.sort in MEASURED and not ended and not elsewhere:
            yield field.sort, _tally(field, evidence)
    empty = (() if lasting else OPTION_FIELDS) + (() if facts.tasks else ("tasks.offered",))
    accepts = () if country in facts.platform.accepts else ("accepts",)
    yield from ((sort, Tally(places=1)) for sort in (*empty, *accepts))


def _tally(field: FieldFact, evidence: Evidence) -> Tally:
    fact = field.fact
    if not field.known:
        return Tally(places=1)
    dated = fact.confirmed is not None
    fresh = not fact.stale and (dated or field.max_age is None)
    official = any(evidence.kind(claim) is SourceKind.OFFICIAL for claim in fact.standing)
    return Tally(1, 1, int(dated), int(official), int(fresh), int(bool(fact.disputed)))
