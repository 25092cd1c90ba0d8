"""Answers that come one after another."""

from __future__ import annotations

from typing import Any

import pytest

from microjob_cli.render.json_writer import indented


@pytest.mark.parametrize("values", [[], [1], [{"a": [1, {"b": None}]}, {}, "x", [2, 3]]])
def test_what_comes_one_by_one_is_written_as_a_list(values: list[Any]) -> None:
    there = {"items": values, "notes": []}
    coming = {"items": iter(values), "notes": iter(())}
    assert "".join(indented(coming)) == "".join(indented(there))
