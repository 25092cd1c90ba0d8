"""Who may import whom, and what a call may load."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import microjob_cli
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.questions.indexes import lists_of
from microjob_cli.storage.catalogue_writing import written
from microjob_cli.storage.folders import CATALOGUE

PACKAGE = Path(microjob_cli.__file__).parent
THIRD_PARTY = {
    "pydantic", "pydantic_core", "yaml", "rich", "typer", "rapidfuzz", "babel", "platformdirs", "publicsuffixlist",
}  # fmt: skip

# What the modules of each part may import of the others.
ALLOWED = {
    "domain": {"domain"},
    "language": {"domain", "language"},
    "store": {"domain", "store"},
    "lint": {"domain", "store", "lint"},
    "output": {"domain", "language", "output"},
}
# What the parts take from the modules beside them.
BESIDE = {
    "output": {"environment", "nearest"},
    "store": {"caching", "files"},
    "language": {"caching", "files"},
    "lint": {"files"},
}
HOMES = {
    "pydantic": "store",
    "pydantic_core": "store",
    "yaml": "store",
    "rich": "output",
    "rapidfuzz": "nearest.py",
    "babel": "language",
    "publicsuffixlist": "domain/address_endings.py",
}


def modules() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The full names of what a module imports, at its top or inside its functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names.add(str(node.module))
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def parts_in(names: set[str]) -> set[str]:
    """The parts of the package among imported names."""
    return {name.split(".")[1] for name in names if name.startswith("microjob_cli.")}


def files(part: str) -> list[Path]:
    return sorted((PACKAGE / part).rglob("*.py"))


@pytest.mark.parametrize("part", ALLOWED)
def test_a_part_imports_only_what_it_may(part: str) -> None:
    exists = {path.stem if path.suffix else path.name for path in PACKAGE.iterdir()}
    assert files(part)
    for path in files(part):
        found = parts_in(imported(path)) & exists
        assert found <= ALLOWED[part] | BESIDE.get(part, set()), f"{path.relative_to(PACKAGE)} imports {sorted(found)}"


def test_what_a_library_keeps_to_itself_is_not_imported() -> None:
    for path in modules():
        private = {name for name in imported(path) if re.search(r"\._[a-z]", name)}
        assert not private, f"{path.relative_to(PACKAGE)} imports {sorted(private)}"


def test_nothing_imports_the_app_but_the_entry() -> None:
    importers = {path.relative_to(PACKAGE).as_posix() for path in modules() if "microjob_cli.cli" in imported(path)}
    assert importers <= {"__main__.py"}


def test_commands_neither_print_nor_draw() -> None:
    for path in files("commands"):
        names = imported(path)
        assert "output" not in parts_in(names), path.name
        calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
        assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"], path.name


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_each_library_has_one_home(library: str, home: str) -> None:
    paths = (path for path in modules() if library in {name.split(".")[0] for name in imported(path)})
    users = {path.relative_to(PACKAGE).as_posix() for path in paths}
    assert users
    assert all(user == home or user.startswith(f"{home}/") for user in users)


def test_the_domain_reads_no_clock_no_files_and_no_environment() -> None:
    for path in files("domain"):
        text = path.read_text()
        assert not {"os", "sys", "pathlib", "time", "io"} & imported(path), path.name
        assert not [word for word in ("date.today", "datetime.now", "open(") if word in text], path.name


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running some code."""
    answer = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys, json; sys.stderr.write(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(answer.stderr.splitlines()[-1]))


def test_the_domain_needs_the_standard_library_only() -> None:
    paths = (path.relative_to(PACKAGE.parent).with_suffix("") for path in files("domain") if path.stem != "__init__")
    names = [".".join(path.parts) for path in paths]
    loaded = loaded_by("\n".join(f"import {name}" for name in names))
    ours = {name for name in loaded if name.startswith("microjob_cli.")}
    assert set(names) <= ours
    assert all(name == "microjob_cli.domain" or name.startswith("microjob_cli.domain.") for name in ours)
    assert not {name.split(".")[0] for name in loaded} & THIRD_PARTY


def call(*words: str) -> str:
    return f"from microjob_cli.cli import main\nassert main({list(words)!r}) == 0"


@pytest.mark.parametrize(
    "words", [("list", "-f", "json"), ("list", "-f", "csv"), ("list",), ("show", "sproutgigs", "-f", "markdown")]
)
def test_answers_for_pipes_do_not_load_rich(words: tuple[str, ...]) -> None:
    loaded = {name.split(".")[0] for name in loaded_by(call(*words))}
    assert not loaded & {"rich", "rapidfuzz"}


def test_english_loads_nothing_of_bengali() -> None:
    loaded = loaded_by(call("--lang", "en", "list"))
    assert "microjob_cli.i18n.bengali" not in loaded
    assert "babel" not in loaded


def test_bengali_does_without_the_tables_of_babel() -> None:
    loaded_by(call("--lang", "bn", "list"))  # in a checkout the first call compiles the sentences
    loaded = loaded_by(call("--lang", "bn", "list"))
    assert "microjob_cli.i18n.bengali" in loaded
    assert "babel" not in loaded


def test_only_the_module_of_the_command_is_loaded() -> None:
    commands = {name for name in loaded_by(call("list")) if name.startswith("microjob_cli.commands.")}
    assert commands <= {"microjob_cli.commands.list", "microjob_cli.commands.options"}


def test_what_lists_and_tells_offers_is_loaded_when_somebody_presses_tab() -> None:
    assert "microjob_cli.completion_lists" not in loaded_by(call("list"))


def tab(*typed: str) -> str:
    asked = {"_MICROJOB_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": " ".join(["microjob", *typed])}
    return f"import os\nos.environ.update({asked!r})\nfrom microjob_cli.cli import main\nassert main() == 0"


@pytest.mark.parametrize(
    ("typed", "modules"),
    [
        (("",), {"data"}),
        (("data", ""), {"data"}),
        (("show", "pic"), {"show"}),
        (("learn", ""), {"learn"}),
        (("list", "--payout", "b"), {"list", "options"}),
        (("recommend", "--de"), {"recommend", "options"}),
    ],
)
def test_completion_loads_one_command_and_nothing_that_draws_or_validates(
    typed: tuple[str, ...], modules: set[str]
) -> None:
    loaded_by(call("list"))  # in a checkout the first call makes the snapshot
    loaded = loaded_by(tab(*typed))
    assert not {name.split(".")[0] for name in loaded} & {"pydantic", "yaml", "babel", "rapidfuzz"}
    assert {name.split(".")[2] for name in loaded if name.startswith("microjob_cli.commands.")} == modules


def test_the_list_of_commands_loads_no_command() -> None:
    loaded = loaded_by(call("--help"))
    assert {name for name in loaded if name.startswith("microjob_cli.commands.")} == {"microjob_cli.commands.data"}


# What no answer from the carried snapshot needs, and what is for others only.
NEVER = {"pydantic", "yaml", "platformdirs", "rapidfuzz", "microjob_cli.caching", "microjob_cli.storage.loading"}
DRAWING = {"rich", "microjob_cli.render.terminal_renderer"}
QUESTIONS = {"microjob_cli.questions.reader", "microjob_cli.domain.asking"}
EARNINGS = {"microjob_cli.earnings.estimate", "microjob_cli.earnings.sampling"}
BENGALI = {"babel", "microjob_cli.i18n.bengali"}


def call_with(carried: Path, *words: str) -> str:
    """A call that is answered from a snapshot in a folder."""
    opening = "import pathlib, microjob_cli.storage.opening as opening\nopening.shipped_folder = "
    return f"{opening}lambda: pathlib.Path({str(carried)!r})\n{call(*words)}"


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory, shipped: Catalogue) -> Path:
    """A folder with nothing but the snapshot, as an installed package carries it."""
    folder = tmp_path_factory.mktemp("carried")
    (folder / CATALOGUE).write_bytes(written(shipped, "wheel", lists_of(shipped)))
    return folder


@pytest.mark.parametrize(
    ("words", "forbidden"),
    [
        (
            ("list",),
            NEVER | QUESTIONS | EARNINGS | BENGALI | {"microjob_cli.payouts.router", "microjob_cli.advice.verdict"},
        ),
        (("list", "-f", "json"), NEVER | QUESTIONS | EARNINGS | BENGALI | DRAWING),
        (("show", "picoworkers"), NEVER | QUESTIONS | EARNINGS | BENGALI | {"microjob_cli.payouts.router"}),
        (("recommend", "--payout", "bkash"), NEVER | QUESTIONS | EARNINGS | BENGALI),
        (("recommend", "--payout", "bkash", "-f", "json"), NEVER | QUESTIONS | BENGALI | DRAWING),
        (("compare", "sproutgigs", "hotovaga"), NEVER | QUESTIONS | EARNINGS | BENGALI),
        (("route", "payoneer", "--to", "bkash"), NEVER | QUESTIONS | EARNINGS | BENGALI),
        (("payouts",), NEVER | QUESTIONS | EARNINGS | BENGALI),
        (("estimate",), NEVER | QUESTIONS | BENGALI),
        (("why", "microworkers", "founded"), NEVER | QUESTIONS | EARNINGS | BENGALI),
        (("learn", "safety"), NEVER | BENGALI),
    ],
)
def test_a_call_loads_only_what_its_answer_needs(words: tuple[str, ...], forbidden: set[str], carried: Path) -> None:
    loaded = loaded_by(call_with(carried, *words))
    names = {".".join(name.split(".")[:count]) for name in loaded for count in range(1, name.count(".") + 2)}
    assert sorted(names & forbidden) == []


def test_the_address_of_a_known_site_is_no_mistyped_word(carried: Path) -> None:
    assert "rapidfuzz" not in loaded_by(call_with(carried, "check", "https://sproutgigs.com"))


@pytest.mark.parametrize(
    "text", ["sproutgigs.com", "sproutgigs.con", "https://zorba.xyz", "Telegram job, pay 500 taka"]
)
def test_the_list_of_endings_is_read_for_unknown_addresses_only(text: str, carried: Path) -> None:
    assert "publicsuffixlist" not in loaded_by(call_with(carried, "check", text))


def test_help_loads_no_records() -> None:
    loaded = {name.split(".")[0] for name in loaded_by(call("list", "--help"))}
    assert not loaded & {"yaml", "pydantic", "rapidfuzz"}
