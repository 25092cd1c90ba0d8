"""Which files of a record folder hold which records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.assumptions import Assumption
from microjob_cli.catalog.catalogue import Country, ExchangeRate, TaskType
from microjob_cli.catalog.danger_signs import DangerSign
from microjob_cli.catalog.facts import Source
from microjob_cli.catalog.guides import Guide
from microjob_cli.catalog.ledger import LedgerEntry
from microjob_cli.catalog.origins import Origins
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.price_floors import PriceFloors
from microjob_cli.catalog.questions import Examples, Intent, IntentWeights, Refusal, Word
from microjob_cli.catalog.studies import Study
from microjob_cli.catalog.transfer import Incentive, Transfer

# The folder beside the records that holds their JSON Schemas.
SCHEMAS = "schema"


class Layout(Struct, frozen=True):
    """How records of one kind are kept: in one file or a folder of files, each file one record, a mapping or a list."""

    part: str | None  # of the catalogue; None for what no answer needs
    kind: type[Any]  # the class of a record
    where: str
    shape: str  # of each file: "record", "mapping" or "list"

    @property
    def one_file(self) -> bool:
        return self.where.endswith(".yaml")

    @property
    def schema_name(self) -> str:
        """What a file of this kind holds, as its JSON Schema is named: `platform`, `sources`."""
        name = self.where.rsplit("/", 1)[-1].removesuffix(".yaml")
        return name.removesuffix("s") if self.shape == "record" else name

    @property
    def editor_line(self) -> str:
        """The first line of each file: editors find its schema by it."""
        above = "../" * (self.where.count("/") + (not self.one_file))
        return f"# yaml-language-server: $schema={above}{SCHEMAS}/{self.schema_name}.json"


LAYOUTS = (
    Layout("sources", Source, "sources.yaml", "mapping"),
    Layout("countries", Country, "countries.yaml", "mapping"),
    Layout("methods", PayoutMethod, "payout_methods", "record"),
    Layout("task_types", TaskType, "task_types.yaml", "mapping"),
    Layout("platforms", Platform, "platforms", "record"),
    Layout("transfers", Transfer, "transfers", "list"),
    Layout("incentives", Incentive, "incentives", "list"),
    Layout("rates", ExchangeRate, "exchange_rates.yaml", "list"),
    Layout("price_floors", PriceFloors, "price_floors.yaml", "list"),
    Layout("studies", Study, "studies.yaml", "mapping"),
    Layout("assumptions", Assumption, "estimator.yaml", "mapping"),
    Layout("ledger", LedgerEntry, "claims_ledger.yaml", "mapping"),
    Layout("words", Word, "questions/words", "mapping"),
    Layout("intents", Intent, "questions/intents", "record"),
    Layout("refusals", Refusal, "questions/refusals", "record"),
    Layout(None, Examples, "questions/examples", "record"),
    Layout("leanings", IntentWeights, "questions/leanings.yaml", "mapping"),
    Layout("danger_signs", DangerSign, "danger_signs.yaml", "mapping"),
)


# Those that answers are made from.
ANSWERING = tuple(layout for layout in LAYOUTS if layout.part)

# The parts of a catalogue, each with the class of its records.
PARTS: Mapping[str, type[Any]] = {
    **{layout.part: layout.kind for layout in ANSWERING if layout.part},
    "guides": Guide,
    "origins": Origins,
}
