"""What all tests share: a clean environment, a fixed day, the small catalogue, and `microjob` called in-process."""

from __future__ import annotations

import os

# Typer reads some of these when it is imported, too early for a fixture.
_CLEARED = "FORCE_COLOR PY_COLORS GITHUB_ACTIONS NO_COLOR COLORTERM TERM COLUMNS LINES LANG LANGUAGE".split()
# These tell that a terminal shows links.
_CLEARED += "FORCE_HYPERLINK TERM_PROGRAM VTE_VERSION WT_SESSION KONSOLE_VERSION KITTY_WINDOW_ID".split()
for _name in list(os.environ):
    if _name in _CLEARED or _name.startswith(("LC_", "MICROJOB_")):
        del os.environ[_name]

os.environ["MICROJOB_OWN"] = ""  # whoever runs the tests may have records of her own

from pathlib import Path

import pytest
from hypothesis import settings

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.cli import main
from microjob_cli.i18n import Language
from microjob_cli.questions.indexes import lists_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.storage.loading import load
from microjob_cli.storage.opening import open_catalogue
from tests.making import TODAY
from tests.running import Answer, Golden, Microjob, Overlay

DATA = Path(__file__).parent / "data"
SMALL = DATA / "small"
GOLDEN = Path(__file__).parent / "golden"

# No deadline: a slow machine is no defect. Derandomized: a failure is the same failure everywhere.
settings.register_profile("microjob", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("microjob")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update-golden` writes the golden files anew instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write the files in tests/golden anew")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keeps the program away from the user's own cache, in subprocesses too. All workers of one run share it."""
    base = tmp_path_factory.getbasetemp()
    os.environ["XDG_CACHE_HOME"] = str((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache")


@pytest.fixture(scope="session")
def small_folder() -> Path:
    """A folder of invented records in the shipped format."""
    return SMALL


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """The catalogue of the invented records."""
    return load(SMALL)


@pytest.fixture(scope="session")
def shipped(_own_cache: None) -> Catalogue:
    """The catalogue that comes with the program, as answers have it: out of its file."""
    open_catalogue(lists_of)  # the first of all makes the file
    return open_catalogue(lists_of).catalogue


@pytest.fixture(scope="session")
def page(small: Catalogue) -> Formatter:
    """Puts answers about the invented records into English, for somebody in Bangladesh."""
    return Formatter(Language(), small, small.evidence(TODAY), "BD")


@pytest.fixture
def microjob(capsys: pytest.CaptureFixture[str]) -> Microjob:
    """Runs `microjob` in-process as on the fixed day, on the shipped records."""

    def run(*words: str, today: str | None = str(TODAY)) -> Answer:
        capsys.readouterr()
        day = ["--today", today] if today else []
        code = main([*day, *words])
        out, err = capsys.readouterr()
        return Answer(int(code), out, err)

    return run


@pytest.fixture
def on_small(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> Microjob:
    """Runs `microjob` with the invented records in the place of the shipped ones."""
    for module in ("storage.opening", "commands.data_check"):
        monkeypatch.setattr(f"microjob_cli.{module}.shipped_folder", lambda: SMALL)
    return microjob


@pytest.fixture
def _few_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets `data check` look at the invented records, where it finds more in less time."""
    monkeypatch.setattr("microjob_cli.commands.data_check.shipped_folder", lambda: SMALL)


@pytest.fixture
def overlay(tmp_path: Path) -> Overlay:
    """Writes record files into a fresh folder: `overlay({"platforms/x.yaml": text})` returns the folder."""

    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "records" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path / "records"

    return write


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a file of tests/golden, or writes that file under `--update-golden`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        assert path.exists(), f"{path} is missing: run pytest --update-golden and read what it wrote"
        assert text == path.read_bytes().decode()

    return compare
