"""Nothing imports in a circle, and a call loads only what its answer needs. Who may import whom: `lint-imports`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter
from importlib.util import find_spec
from pathlib import Path

import grimp
import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.cli import COMMANDS
from microjob_cli.questions.indexes import lists_of
from microjob_cli.storage import catalogue_writing
from microjob_cli.storage.folders import CATALOGUE

READING = {"pydantic", "yaml", "platformdirs", "microjob_cli.storage.loading"}
DRAWING = {"rich", "microjob_cli.render.text_writer"}
BENGALI = {"microjob_cli.i18n.bengali"}
QUESTIONS = {"microjob_cli.questions.reader"}
EARNINGS = {"microjob_cli.earnings.estimate"}
NEVER = READING | {"babel", "rapidfuzz", "publicsuffixlist"}


def test_nothing_imports_in_a_circle() -> None:
    """Not in a function either, nor for types alone."""
    graph = grimp.build_graph("microjob_cli", cache_dir=None)
    TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory, shipped: Catalogue) -> Path:
    """A folder with nothing but the catalogue file, as an installed package carries it."""
    folder = tmp_path_factory.mktemp("carried")
    (folder / CATALOGUE).write_bytes(catalogue_writing.written(shipped, "wheel", lists_of(shipped)))
    return folder


def loaded_by(
    calls: Sequence[str], carried: Path, code: int = 0, variables: Mapping[str, str] | None = None
) -> set[str]:
    """The modules, and the packages they are in, that a fresh process has loaded after these calls."""
    script = f"""
import json, os, pathlib, sys
import microjob_cli.storage.opening as opening
from microjob_cli.cli import main
opening.shipped_folder = lambda: pathlib.Path({str(carried)!r})
os.environ.update({variables or {}!r})
for call in {list(calls)!r}:
    assert main(["--today", "2026-11-23", *call.split()] if call else []) == {code}, call
sys.stderr.write("\\n" + json.dumps(sorted(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    names = json.loads(done.stderr.splitlines()[-1])
    return {".".join(name.split(".")[:count]) for name in names for count in range(1, name.count(".") + 2)}


@pytest.mark.parametrize(
    ("calls", "forbidden"),
    [
        (
            ("list", "show picoworkers", "compare sproutgigs hotovaga", "route payoneer --to bkash", "payouts",
             "why microworkers founded"),
            NEVER | BENGALI | QUESTIONS | EARNINGS,
        ),
        (
            ("list -f json", "show picoworkers -f csv", "list -f jsonl", "show hotovaga -f markdown"),
            NEVER | DRAWING | {"random"},
        ),
        (("recommend --payout bkash", "estimate", "tasks"), NEVER | BENGALI | QUESTIONS),
        (
            ("learn safety", "check https://sproutgigs.com", "check sproutgigs.con", "check https://zorba.xyz",
             "check Telegram job, pay 500 taka"),
            NEVER | BENGALI,
        ),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)  # fmt: skip
def test_a_call_loads_only_what_its_answer_needs(calls: Sequence[str], forbidden: set[str], carried: Path) -> None:
    assert all(find_spec(name) for name in forbidden)
    assert sorted(loaded_by(calls, carried) & forbidden) == []


def test_bengali_does_without_the_tables_of_babel(carried: Path) -> None:
    loaded_by(["--lang bn list"], carried)  # in a checkout the first call compiles the sentences, and keeps them
    loaded = loaded_by(["--lang bn list", "--lang bn show picoworkers"], carried)
    assert loaded >= BENGALI
    assert not loaded & (NEVER - {"platformdirs"})


def test_help_needs_nothing_of_what_is_known() -> None:
    script = "import json, sys; from microjob_cli.cli import main; main(['--help']); print(json.dumps([*sys.modules]))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert not {"msgspec", "microjob_cli.settings", "microjob_cli.catalog.catalogue"} & set(loaded)


def test_the_nearest_names_are_looked_for_when_one_is_misspelt(carried: Path) -> None:
    assert "rapidfuzz" in loaded_by(["show picowrkers"], carried, code=3)


def commands_in(loaded: set[str]) -> set[str]:
    """The modules of commands; what commands share is none."""
    modules = {name.split(".")[2] for name in loaded if name.startswith("microjob_cli.commands.")}
    return modules & {*COMMANDS, "data"}


@pytest.mark.parametrize(("call", "loaded"), [("list", {"list"}), ("--help", set()), ("list --help", {"list"})])
def test_only_the_command_that_is_called_is_loaded(call: str, loaded: set[str], carried: Path) -> None:
    found = loaded_by([call], carried)
    assert commands_in(found) == loaded
    assert not found & NEVER
    assert bool(found & DRAWING) is (call == "list")


@pytest.mark.parametrize(
    ("typed", "loaded"),
    [("", set()), ("show pic", {"show"}), ("list --payout b", {"list"}), ("learn ", {"learn"})],
)
def test_tab_loads_one_command_and_nothing_that_reads_or_draws(typed: str, loaded: set[str], carried: Path) -> None:
    where = str(len(typed.split(" ")))
    asked = {"_MICROJOB_COMPLETE": "complete_bash", "COMP_WORDS": f"microjob {typed}", "COMP_CWORD": where}
    found = loaded_by([""], carried, variables=asked)
    assert commands_in(found) == loaded
    assert not found & (NEVER | DRAWING - {"rich"})  # Typer's own, for help in some shells
