"""What a record says on one day: each of its fields a fact, found when it is first asked for."""

from typing import Any, ClassVar, Generic, TypeVar

from microjob_cli.catalog.facts import Evidence, Fact
from microjob_cli.catalog.freshness import AGES

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
