"""Where record folders are, and which files in them hold which records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from microjob_cli.domain.errors import UsageProblem
from microjob_cli.domain.values import dataclass

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Layout:
    """How records of one kind are kept: in one file or a folder of files, each file one record, a mapping or a list."""

    part: str | None  # of the catalogue; None for what no answer needs
    record: str  # the class of a record, which is not imported before somebody needs it
    where: str
    shape: str  # of each file: "record", "mapping" or "list"

    @property
    def kind(self) -> type[Any]:
        """The class of a record."""
        module, _, name = self.record.partition(":")
        found: type[Any] = getattr(import_module(f"microjob_cli.domain.{module}"), name)
        return found

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


# The folder beside the records that holds their JSON Schemas.
SCHEMAS = "schema"

# The folder of guides, and the folders in it: one for each language.
GUIDES = "guides"
GUIDE_LANGUAGES = ("en", "bn")

# The catalogue as one file, which an installed package carries beside the records it was made from.
SNAPSHOT = "catalogue.snapshot"

LAYOUTS = (
    Layout("sources", "facts:Source", "sources.yaml", "mapping"),
    Layout("countries", "catalogue:Country", "countries.yaml", "mapping"),
    Layout("methods", "payout:PayoutMethod", "payout_methods", "record"),
    Layout("task_types", "catalogue:TaskType", "task_types.yaml", "mapping"),
    Layout("platforms", "platform:Platform", "platforms", "record"),
    Layout("transfers", "transfer:Transfer", "transfers", "list"),
    Layout("incentives", "transfer:Incentive", "incentives", "list"),
    Layout("rates", "catalogue:ExchangeRate", "exchange_rates.yaml", "list"),
    Layout("price_floors", "price_floors:PriceFloors", "price_floors.yaml", "list"),
    Layout("studies", "studies:Study", "studies.yaml", "mapping"),
    Layout("assumptions", "assumptions:Assumption", "estimator.yaml", "mapping"),
    Layout("ledger", "ledger:LedgerEntry", "claims_ledger.yaml", "mapping"),
    Layout("words", "asking.records:Word", "questions/words", "mapping"),
    Layout("intents", "asking.records:Intent", "questions/intents", "record"),
    Layout("refusals", "asking.records:Refusal", "questions/refusals", "record"),
    Layout(None, "asking.records:Examples", "questions/examples", "record"),
    Layout("leanings", "asking.records:Leaning", "questions/leanings.yaml", "mapping"),
    Layout("danger_signs", "danger_signs:DangerSign", "danger_signs.yaml", "mapping"),
)


# Those that answers are made from.
ANSWERING = tuple(layout for layout in LAYOUTS if layout.part)


def shipped_folder() -> Path:
    """The records that come with the program: inside an installed package, or beside it in a checkout."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def checked_folder(path: Path) -> Path:
    """A folder that the user named. Raises UsageProblem when it is none."""
    if not path.is_dir():
        raise UsageProblem("no-such-folder", folder=str(path))
    return path


def record_files(folder: Path, layouts: Sequence[Layout] = LAYOUTS) -> Iterator[Path]:
    """Every record file of a folder, of these kinds, and its guides."""
    for layout in layouts:
        yield from files_of(layout, folder)
    yield from guide_files(folder)


def guide_files(folder: Path) -> Iterator[Path]:
    """The guides of a folder, language by language."""
    for language in GUIDE_LANGUAGES:
        where = folder / GUIDES / language
        if where.is_dir():
            yield from sorted(path for path in where.iterdir() if path.suffix == ".md")


def files_of(layout: Layout, folder: Path) -> Iterator[Path]:
    """The files of one kind that a folder holds, by name."""
    where = folder / layout.where
    if where.suffix:
        if where.exists():
            yield where
    elif where.is_dir():
        yield from sorted(path for path in where.iterdir() if path.suffix in (".yaml", ".yml"))


def shown(path: Path) -> str:
    """A path as short as it can be named from where the user stands."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
