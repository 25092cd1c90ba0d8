"""The records for programs in Python: the command line's answers, from any thread, and nothing else happens."""

from __future__ import annotations

import gc
import inspect
import json
import locale
import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import microjob_cli
from microjob_cli import open_catalogue
from microjob_cli.advice.search import Advice
from microjob_cli.advice.verdict import Verdict
from microjob_cli.catalog.errors import MicrojobError, NotFound, UsageProblem
from microjob_cli.programs.api import Catalogue
from microjob_cli.programs.calling import TOOLS, parameters_of
from tests.making import TODAY
from tests.running import Microjob

THREADS = 8
# As a program asks, and as it is typed.
CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any], list[str]]] = [
    ("recommend", (), {"payout": "bkash"}, ["--payout", "bkash"]),
    ("recommend", (), {"payout": ["bkash", "নগদ"], "hours": 3}, "--payout bkash --payout নগদ --hours 3".split()),
    ("list", (), {"brief": True, "max_minimum": "5 USD"}, ["--brief", "--max-minimum", "5 USD"]),
    ("list", (), {"verdict": "proven", "reverse": True, "brief": False}, ["--verdict", "proven", "--reverse"]),
    ("show", ("picoworkers",), {}, ["picoworkers"]),
    ("compare", ("sproutgigs", "hotovaga"), {}, ["sproutgigs", "hotovaga"]),
    ("route", ("payoneer", "bkash"), {"amount": "97 USD"}, "payoneer --to bkash --amount 97USD".split()),
    ("payouts", ("বিকাশ",), {}, ["বিকাশ"]),
    ("estimate", ("hotovaga",), {"days": 9, "set": "acceptance=0.9"}, "hotovaga --days 9 --set acceptance=0.9".split()),
    ("tasks", ("survey",), {}, ["survey"]),
    ("check", ("--pay 500 taka first",), {}, ["--", "--pay 500 taka first"]),
    ("ask", ("is hotovaga real",), {}, ["is hotovaga real"]),
    ("learn", ("safety",), {}, ["safety"]),
    ("why", ("USD/BDT",), {}, ["USD/BDT"]),
    ("why", ("hotovaga", "payouts.bkash.minimum"), {}, ["hotovaga", "payouts.bkash.minimum"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def catalogue(_own_cache: None) -> Catalogue:
    return open_catalogue(today=TODAY)


def asked(catalogue: Catalogue, call: tuple[str, tuple[Any, ...], dict[str, Any], list[str]]) -> dict[str, Any]:
    name, words, options, _ = call
    return catalogue.json(getattr(catalogue, name)(*words, **options))


@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join([call[0], *call[3]]))
def test_it_answers_as_the_command_line(call: Any, catalogue: Catalogue, microjob: Microjob) -> None:
    name, _, _, typed = call
    assert asked(catalogue, call) == microjob(name, "-f", "json", *typed).json


def test_answers_are_the_values_that_commands_render(catalogue: Catalogue) -> None:
    best = catalogue.recommend(payout="bkash").items[0]
    assert isinstance(best, Advice)
    assert isinstance(best.verdict, Verdict)
    with pytest.raises(AttributeError):
        best.option = None  # type: ignore[misc]


def test_errors_are_those_of_the_command_line_and_name_what_is_near(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound) as missing:
        catalogue.show("sprutgigs")
    assert catalogue.json(missing.value)["suggestions"][0] == "sproutgigs"
    for wrong in ({"hours": 30}, {"prefer": "cheapest"}, {"nosuch": 1}, {"max_minimum": "x"}):
        with pytest.raises(UsageProblem) as misused:
            catalogue.recommend(**wrong)  # type: ignore[arg-type]
        assert catalogue.json(misused.value)["message"]
    for blank in ("", " "):  # nothing is read in, from wherever the program reads
        with pytest.raises(UsageProblem):
            catalogue.check(blank)


def test_many_calls_from_threads_are_answered_as_alone(catalogue: Catalogue) -> None:
    alone = {number: asked(catalogue, call) for number, call in enumerate(CALLS)}
    order = list(alone) * 10
    random.Random(21).shuffle(order)
    with ThreadPoolExecutor(THREADS) as pool:
        found = pool.map(lambda number: (number, asked(catalogue, CALLS[number])), order)
        assert all(answer == alone[number] for number, answer in found)


def test_nothing_is_printed_and_nothing_of_the_process_changes(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    def state() -> tuple[Any, ...]:
        return gc.isenabled(), gc.get_threshold(), locale.setlocale(locale.LC_ALL), sys.stdout, sys.stderr, sys.stdin

    before = state()
    for call in CALLS:
        asked(catalogue, call)
    assert state() == before
    assert capsys.readouterr() == ("", "")


def test_every_option_of_a_command_can_be_given(catalogue: Catalogue) -> None:
    for name in TOOLS:
        signature = inspect.signature(getattr(Catalogue, name), eval_str=True)
        taken = {key for key, one in signature.parameters.items() if key not in ("self", "options")}
        if "options" in signature.parameters:
            taken |= set(get_type_hints(get_args(signature.parameters["options"].annotation)[0]))
        # What is only for screens is not asked of a program; `learn` takes a topic.
        left_out = {"full", "rows", "explain", "all", "brief"} if "options" not in signature.parameters else set()
        meant = {"topic" if name == "learn" and key == "name" else key for key in parameters_of(name)}
        assert taken <= meant
        assert meant - taken <= left_out, name


def test_examples_of_the_page_run(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs/api.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", page, re.DOTALL)
    assert len(examples) >= 3
    for code, printed in examples:
        exec(compile(code, "docs/api.md", "exec"), {})
        assert capsys.readouterr().out == printed


def test_to_import_the_package_loads_nothing(tmp_path: Path) -> None:
    script = "import sys; before = set(sys.modules); import microjob_cli; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.replace("'", '"')) == ["microjob_cli", "microjob_cli.version"]
    with pytest.raises(AttributeError):
        microjob_cli.nosuch  # noqa: B018


def test_what_is_wrong_is_one_sort_of_error() -> None:
    for given in ({"country": "XX"}, {"data": "/nowhere/at/all"}):
        with pytest.raises(MicrojobError):
            open_catalogue(**given)  # type: ignore[arg-type]
