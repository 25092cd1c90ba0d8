"""Answers that come one after another."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from microjob_cli.domain.errors import RecordsGarbled
from microjob_cli.domain.result import Result, Stream
from microjob_cli.environment import Environment, Format
from microjob_cli.output.json_writer import indented
from microjob_cli.output.streaming import stream
from tests.making import TODAY


@pytest.mark.parametrize("values", [[], [1], [{"a": [1, {"b": None}]}, {}, "x", [2, 3]]])
def test_what_comes_one_by_one_is_written_as_a_list(values: list[Any]) -> None:
    there = {"items": values, "notes": []}
    coming = {"items": iter(values), "notes": iter(())}
    assert "".join(indented(coming)) == "".join(indented(there))


@pytest.mark.parametrize("form", [Format.JSONL, Format.JSON])
def test_records_that_prove_garbled_halfway_cost_no_answer_and_none_comes_twice(form: Format) -> None:
    def answer(question: str, environment: Environment) -> Result:
        if question == "b" and environment.trusting:
            raise RecordsGarbled
        return Result("learn", {"topic": None}, ("what",), exit_code=3 if question == "a" else 0)

    out = io.StringIO()
    environment = Environment(TODAY, format=form, stdout=out)
    assert stream(Stream("learn", {"question": ()}, iter("abc"), answer), environment) == 0
    text = out.getvalue()
    items = json.loads(text)["items"] if form is Format.JSON else [json.loads(row) for row in text.splitlines()]
    assert [item["topic"] for item in items] == ["what"] * 3
