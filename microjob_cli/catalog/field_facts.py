"""Every fact of a record under the name of its field, for whoever looks at all of them alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.facts import Evidence, Fact
from microjob_cli.catalog.payout import PayoutFacts, PayoutMethod
from microjob_cli.catalog.platform import Status
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.record_facts import AGES
from microjob_cli.catalog.transfer import TransferFacts


class FieldFact(Struct, frozen=True):
    """The fact of one field. `name` is the field as `microjob why` takes it, `sort` the same for all of its sort.

    The name `payouts.bkash.minimum` is of the sort `payouts.minimum`.
    """

    name: str
    sort: str
    fact: Fact[Any]

    @property
    def max_age(self) -> int | None:
        """After how many days it is stale; None when it does not grow stale."""
        return AGES.get(self.sort)

    @property
    def known(self) -> bool:
        """Whether somebody says; that a source leaves it open (the status `unknown`) tells nothing."""
        return self.fact.known and self.fact.value is not Status.UNKNOWN

    @property
    def undated(self) -> bool:
        """Whether it can grow stale, but nobody knows how old it is."""
        return self.max_age is not None and self.known and self.fact.confirmed is None


def platform_fields(facts: PlatformFacts, country: str) -> Iterator[FieldFact]:
    """The fields of a platform, known or not. Of the countries that it accepts only the one that is asked for."""
    for name in PlatformFacts.fields():
        yield FieldFact(name, name, getattr(facts, name))
    yield FieldFact(f"accepts.{country}", "accepts", facts.accepts_from(country))
    for option in facts.payouts:
        yield from option_fields(option)
    for task in facts.tasks:
        yield FieldFact(f"tasks.{task.task}.offered", "tasks.offered", task.offered)
        yield FieldFact(f"tasks.{task.task}.pay", "tasks.pay", task.pay)
    for rating in facts.ratings:
        yield FieldFact(f"ratings.{rating.rater}.score", "ratings.score", rating.score)


def option_fields(option: PayoutFacts) -> Iterator[FieldFact]:
    for name in PayoutFacts.fields():
        yield FieldFact(f"payouts.{option.method}.{name}", f"payouts.{name}", getattr(option, name))


def method_fields(method: PayoutMethod, evidence: Evidence) -> Iterator[FieldFact]:
    """Whether people of each recorded country can receive money by a method, and whether they may."""
    for country, reaches in method.reaches.items():
        yield FieldFact(f"reaches.{country}", "method.reaches", evidence.fact(reaches, AGES["method.reaches"]))
    for country, standing in method.standing.items():
        yield FieldFact(f"standing.{country}", "method.standing", evidence.fact(standing))


def transfer_fields(facts: TransferFacts) -> Iterator[FieldFact]:
    for name in TransferFacts.fields():
        yield FieldFact(name, f"transfer.{name}", getattr(facts, name))
    for limit in facts.limits:
        for name in ("least", "most"):
            yield FieldFact(f"limits.{limit.per}.{name}", "transfer.limits", getattr(limit, name))
