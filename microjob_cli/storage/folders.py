"""Where record folders are, and which files in them hold which records."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.catalogue import Country, ExchangeRate, Origins, TaskType
from microjob_cli.catalog.earning_records import Assumption, LedgerEntry, PriceFloors, Study
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.facts import Source
from microjob_cli.catalog.names import Firm
from microjob_cli.catalog.offers import DangerSign, OfferExample, OfferWeights, OfferWord
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.questions import Examples, Intent, IntentWeights, Refusal, Word
from microjob_cli.catalog.text import Guide
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
    Layout("offer_words", OfferWord, "offer_words.yaml", "mapping"),
    Layout(None, OfferExample, "offer_examples", "list"),
    Layout("offer_leanings", OfferWeights, "offer_leanings.yaml", "mapping"),
    Layout("firms", Firm, "firms.yaml", "mapping"),
)


# Those that answers are made from.
ANSWERING = tuple(layout for layout in LAYOUTS if layout.part)

# The parts of a catalogue, each with the class of its records.
PARTS: Mapping[str, type[Any]] = {
    **{layout.part: layout.kind for layout in ANSWERING if layout.part},
    "guides": Guide,
    "origins": Origins,
}


_PACKAGE = Path(__file__).resolve().parent.parent


# The folder of guides, and the folders in it: one for each language.
GUIDES = "guides"
GUIDE_LANGUAGES = ("en", "bn")

# The environment variable that names the folder of the user's own records; empty, it keeps them out.
OWN = "MICROJOB_OWN"

# The catalogue as one file, which an installed package carries beside the records it was made from.
CATALOGUE = "catalogue.sqlite"


def shipped_folder() -> Path:
    """The records that come with the program: inside an installed package, or beside it in a checkout."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def is_installed(folder: Path) -> bool:
    """Whether records are part of an installed program, which an update replaces."""
    return folder.resolve().is_relative_to(_PACKAGE)


def own_folder(variables: Mapping[str, str]) -> Path | None:
    """Where the user's own records are, if there are any; None where she wants none, or has no place for them."""
    named = variables.get(OWN)
    if named is not None:
        return Path(named) if named else None
    try:
        return _user_data(variables) / "own"
    except (OSError, RuntimeError):  # nobody's home
        return None


def _user_data(variables: Mapping[str, str]) -> Path:
    if sys.platform == "linux":  # what platformdirs says, without its import on every call; a test compares the two
        return Path(variables.get("XDG_DATA_HOME", "").strip() or "~/.local/share").expanduser() / "microjob"
    from platformdirs import user_data_path

    return user_data_path("microjob", appauthor=False)


def folder_for_own(variables: Mapping[str, str]) -> Path:
    """Where the user's own records are or may be. Raises UsageProblem."""
    folder = own_folder(variables)
    if folder is None:
        raise UsageProblem("no-place-for-own", variable=OWN)
    return folder


def own_records(variables: Mapping[str, str]) -> Path | None:
    """The folder of the user's own records, if it is there."""
    folder = own_folder(variables)
    return folder if folder and is_folder(folder) else None


def checked_folder(path: Path) -> Path:
    """A folder that the user named. Raises UsageProblem when it is none."""
    if not is_folder(path):
        raise UsageProblem("no-such-folder", folder=str(path))
    return path


def is_folder(path: Path) -> bool:
    """Whether it is a folder that can be seen; a name that no system could have is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def record_files(folder: Path, layouts: Sequence[Layout] = LAYOUTS) -> Iterator[Path]:
    """Every record file of a folder, of these kinds, and its guides."""
    for layout in layouts:
        yield from files_of(layout, folder)
    yield from guide_files(folder)


def guide_files(folder: Path) -> Iterator[Path]:
    for language in GUIDE_LANGUAGES:
        where = folder / GUIDES / language
        if where.is_dir():
            yield from sorted(path for path in where.iterdir() if path.suffix == ".md")


def files_of(layout: Layout, folder: Path) -> Iterator[Path]:
    """The files of one kind that a folder holds, by name. Raises OSError where they cannot be listed.

    Whatever else has the name of a file or folder of records comes too, so that it is told to be none.
    """
    where = folder / layout.where
    if not layout.one_file and where.is_dir():
        yield from sorted(path for path in where.iterdir() if path.suffix in (".yaml", ".yml"))
    elif where.exists() or where.is_symlink():
        yield where


def shown(path: Path) -> str:
    """A path as short as it can be named from where the user stands."""
    try:
        return str((path.parent.resolve() / path.name).relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):  # RuntimeError: links that lead round in a circle
        return str(path)
