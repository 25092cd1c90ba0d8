"""Published hourly figures to hold an estimate against."""

from collections.abc import Iterator

from msgspec import Struct

from microjob_cli.catalog.earning_records import Study
from microjob_cli.catalog.money import Money
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.payouts.router import Router


class Benchmark(Struct, frozen=True):
    """A study's figure per hour as published, in dollars and in the user's own money; None where no rate is known."""

    study: Study
    per_hour: Money
    dollars: Money | None
    local: Money | None


class Comparison(Struct, frozen=True):
    """Published figures for comparable work, the lowest first, and whether a typical hour lies between their ends."""

    figures: tuple[Benchmark, ...]
    inside: bool


def benchmarks(router: Router, currency: str) -> tuple[Benchmark, ...]:
    """The figures that stand beside every estimate, in the order of the records."""
    return tuple(one for one in _hourly(router, currency) if one.study.benchmark is not None)


def comparison(router: Router, currency: str, typical: float) -> Comparison | None:
    """What a typical hour in dollars is compared with; None without comparable figures."""
    found = [one for one in _hourly(router, currency) if one.study.comparable and one.dollars is not None]
    found.sort(key=lambda one: one.dollars.amount if one.dollars else 0)
    ends = [float(one.dollars.amount) for one in found if one.dollars]
    return Comparison(tuple(found), min(ends) <= typical <= max(ends)) if ends else None


def _hourly(router: Router, currency: str) -> Iterator[Benchmark]:
    for study in router.catalogue.studies.values():
        per_hour = study.per_hour
        known = study.year is None or study.year.first <= router.evidence.today
        if per_hour is not None and known and router.evidence.heard(None, study.source):
            yield Benchmark(study, per_hour, router.exchanged(per_hour, DOLLAR), router.exchanged(per_hour, currency))
