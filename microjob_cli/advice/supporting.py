"""What assumptions, verdicts and guides rest on, looked up: studies, pages, fields of records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue, TaskType
from microjob_cli.catalog.earning_records import Study, Support
from microjob_cli.catalog.explaining import Explained, explained, explained_rate
from microjob_cli.catalog.facts import Evidence
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.text import Text


class SupportFound(Struct, frozen=True):
    """One support with what it names. A field is `explained`, or bare `text`; neither when the record lacks it."""

    support: Support
    study: Study | None = None
    record: Platform | PayoutMethod | TaskType | None = None
    explained: Explained | None = None
    text: Text | None = None

    @property
    def sources(self) -> Iterator[str]:
        """The sources that stand behind it, the best first."""
        if self.support.source:
            yield self.support.source
        if self.study:
            yield self.study.source
        if self.explained and self.explained.fact and self.explained.fact.chosen:
            yield self.explained.fact.chosen.source
        if self.explained:
            yield from (statement.source for statement in self.explained.statements)


def found(support: Support, catalogue: Catalogue, evidence: Evidence) -> SupportFound:
    """What a support names."""
    if support.study:
        return SupportFound(support, study=catalogue.studies[support.study])
    record: Platform | PayoutMethod | TaskType
    if support.platform:
        record = catalogue.platforms[support.platform]
    elif support.method:
        record = catalogue.methods[support.method]
    elif support.task:
        record = catalogue.task_types[support.task]
    else:
        return SupportFound(support)
    held = getattr(record, support.field or "", None)
    text = held if isinstance(held, Text) else None
    return SupportFound(support, record=record, explained=explained(record, support.field or "", evidence), text=text)


def referenced(reference: str, catalogue: Catalogue, evidence: Evidence) -> Explained | None:
    """What a reference in a guide stands for; None when no record has it.

    It names the field of a site, payout method, transfer or country, or the rate of a pair.
    """
    name, _, field = reference.partition(" ")
    if "/" in name:
        return explained_rate(name, catalogue.rates, evidence)
    parts = (catalogue.platforms, catalogue.methods, catalogue.transfers, catalogue.countries)
    record = next((part[name] for part in parts if name in part), None)
    return explained(record, field, evidence) if record else None


def sources_of(supports: Iterable[Support], catalogue: Catalogue, evidence: Evidence) -> tuple[str, ...]:
    """Every source behind them, each once."""
    every = (source for support in supports for source in found(support, catalogue, evidence).sources)
    return tuple(dict.fromkeys(every))
