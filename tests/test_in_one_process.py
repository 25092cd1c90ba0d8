"""Many answers in one process, one after the other and at once, as a server would give them."""

from __future__ import annotations

import gc
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from microjob_cli.advice.ranking import Prefer
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.options import Format
from microjob_cli.questions.indexes import lists_of
from microjob_cli.render.render import drawn
from microjob_cli.settings import Settings
from microjob_cli.storage import catalogue_file
from microjob_cli.storage.catalogue_writing import written
from tests.making import settings_for

THREADS = 8


class Call(NamedTuple):
    """A command with what is typed after it."""

    command: str
    words: tuple[Any, ...] = ()
    options: dict[str, Any] = {}  # noqa: RUF012


def varied(catalogue: Catalogue) -> list[Call]:
    """Some hundred calls of all commands that answer, no two alike."""
    sites, methods = list(catalogue.platforms)[::3], list(catalogue.methods)[::2]
    questions = (intent.id.replace("-", " ") for intent in catalogue.intents.values())
    return [
        *(Call("show", (site,)) for site in sites),
        *(Call("payouts", (method,)) for method in methods),
        *(Call("route", (site,), {"to": "bkash"}) for site in sites[:10]),
        *(Call("compare", (list(pair),)) for pair in zip(sites[:5], sites[5:10], strict=True)),
        *(Call("recommend", (), {"payout": [method]}) for method in methods[:5]),
        *(Call("recommend", (), {"prefer": prefer, "every": True}) for prefer in Prefer),
        *(Call("check", ([f"is {site}.com real, they ask 500 taka first"],)) for site in sites[:8]),
        *(Call("ask", ([f"is {site} real"],)) for site in sites[:8]),
        *(Call("ask", ([f"{question} bKash e kivabe pabo"],)) for question in questions),
        *(Call("tasks", (task,)) for task in list(catalogue.task_types)[:5]),
        *(Call(command) for command in ("list", "recommend", "payouts", "tasks", "learn", "estimate")),
    ]


def answered(call: Call, settings: Settings) -> str:
    """What is printed, or the code of what went wrong."""
    try:
        result = import_module(f"microjob_cli.commands.{call.command}").run(settings, *call.words, **call.options)
    except MicrojobError as problem:
        return problem.code
    return drawn(result, settings)


@pytest.fixture(scope="module")
def kept(shipped: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the shipped records."""
    path = tmp_path_factory.mktemp("kept") / "catalogue.sqlite"
    path.write_bytes(written(shipped, "test", lists_of(shipped)))
    return path


def settings_of(kept: Path) -> Settings:
    """Those of a call that reads the file, of which nothing was read yet."""
    catalogue = catalogue_file.opened(kept)
    assert catalogue is not None
    return settings_for(catalogue, format=Format.JSON)


@pytest.fixture
def _switching() -> Iterator[None]:
    """Lets threads interrupt each other far more often than usual."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_switching")
def test_at_once_all_get_the_answers_that_each_gets_alone(shipped: Catalogue, kept: Path) -> None:
    calls = varied(shipped)
    assert len(calls) >= 100
    alone = {number: answered(call, settings_of(kept)) for number, call in enumerate(calls)}
    assert len(set(alone.values())) > 80
    shared, order = settings_of(kept), list(enumerate(calls))
    random.Random(13).shuffle(order)
    with ThreadPoolExecutor(THREADS) as pool:
        at_once = list(pool.map(lambda one: (one[0], answered(one[1], shared)), order))
    assert dict(at_once) == alone


def test_answering_on_and_on_takes_no_more_memory(shipped: Catalogue, kept: Path) -> None:
    shared, calls = settings_of(kept), varied(shipped)
    again = [call for call in calls if call.command != "ask"][::8]

    def round_of(number: int) -> None:
        for call in again:
            answered(call, shared)
        for count in range(5):
            answered(Call("ask", ([f"is asked{number}x{count} site real or fraud"],)), shared)

    collecting = gc.isenabled()
    for warming in range(2):
        round_of(warming)
    gc.collect()
    tracemalloc.start()
    try:
        for number in range(2, 4):
            round_of(number)
        gc.collect()
        grown, highest = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert grown < 1_000_000
    assert highest < 30_000_000
    assert gc.isenabled() is collecting


def test_only_the_command_line_turns_the_garbage_collector_off() -> None:
    code = (
        "import gc; before = gc.get_threshold()\n"
        "import pkgutil, importlib, microjob_cli\n"
        "for one in pkgutil.walk_packages(microjob_cli.__path__, 'microjob_cli.'): importlib.import_module(one.name)\n"
        "from microjob_cli.cli import main; main(['show', 'sproutgigs'])\n"
        "assert gc.isenabled() and gc.get_threshold() == before"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
