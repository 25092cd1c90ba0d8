"""Killed at any moment, and started many at once: a short run, on few records, of what `python -m tools.kill` does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import SMALL
from tests.fuzzing.killing import House, first_runs, kill_often

pytestmark = pytest.mark.skipif(os.name == "nt", reason="nothing is killed like that there")


def test_nothing_acknowledged_is_lost_and_every_command_answers(tmp_path: Path) -> None:
    house = House(tmp_path, SMALL)
    died, damage = kill_often(house, 4, seed=3)
    assert (died, damage) == (4, [])
    assert house.silent("list", "recommend", "data stale") == []


def test_first_runs_at_once_answer_all_alike(tmp_path: Path) -> None:
    answers = first_runs(House(tmp_path, SMALL), 4)
    assert len(answers) == 1
    ((code, out),) = answers
    assert code == 0
    assert "ExampleGigs" in out
