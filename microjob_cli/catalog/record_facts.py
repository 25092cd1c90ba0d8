"""What a record says on one day: each of its fields a fact, and after how many days that is stale."""

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar

from microjob_cli.catalog.facts import Evidence, Fact

YEAR = 365
# After how many days a fact of a field is stale. Fields that are not here do not grow stale.
AGES: Mapping[str, int] = {
    "status": YEAR,
    "accepts": 2 * YEAR,
    "devices": 3 * YEAR,
    **dict.fromkeys(("identity_checks", "review_days", "success_rate"), 2 * YEAR),
    **dict.fromkeys(("tasks.pay", "task_pay", "earnings"), 2 * YEAR),
    **{f"payouts.{name}": YEAR for name in ("offered", "minimum", "fee", "days")},
    "method.reaches": 2 * YEAR,
    **{f"transfer.{name}": YEAR for name in ("available", "fee", "fee_minimum", "fee_maximum", "margin", "limits")},
}
_PREFIXES = {"platforms": "", "methods": "method.", "transfers": "transfer."}


def sort_of(part: str, field: str) -> str:
    """The sort of a field by the part of the catalogue and its name: `payouts.minimum` of `payouts.bkash.minimum`."""
    first, *rest = field.split(".")
    sort = f"{first}.{rest[-1]}" if len(rest) == 2 and first != "limits" else first
    return _PREFIXES.get(part, f"{part}.") + sort


R = TypeVar("R")
T = TypeVar("T")


class RecordFacts(Generic[R]):
    """A record as it stands on the day of the evidence. `part` comes before its fields in the names of ages."""

    part: ClassVar[str] = ""

    def __init__(self, record: R, evidence: Evidence) -> None:
        self.record = record
        self.evidence = evidence

    @classmethod
    def fields(cls) -> tuple[str, ...]:
        """The fields that are facts."""
        return tuple(name for name, held in vars(cls).items() if isinstance(held, FactOf))


class FactOf(Generic[T]):
    """The fact of the field after which it is called; kept on the facts, so that it is found once."""

    def __set_name__(self, owner: type[RecordFacts[Any]], name: str) -> None:
        self.name, self.age = name, AGES.get(owner.part + name)

    def __get__(self, facts: RecordFacts[Any], owner: type[RecordFacts[Any]]) -> Fact[T]:
        found: Fact[T] = facts.evidence.fact(getattr(facts.record, self.name), self.age)
        facts.__dict__[self.name] = found
        return found
