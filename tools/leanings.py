"""Weights that were learnt, as records, and such records as a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import ascii_letters
from typing import TypeVar

from microjob_cli.catalog.questions import IntentWeights
from microjob_cli.storage.folders import LAYOUTS

DATA = Path(__file__).parent.parent / "data"
TENTHS = 10
# The sort of a feature, as its record is named, and the feature.
Feature = tuple[str, str]
# Each feature's weights in tenths, in the order of the kinds.
Weights = Mapping[Feature, Sequence[int]]
Record = TypeVar("Record", bound=IntentWeights)


def records_of(kinds: Sequence[str], weights: Weights, digest: str, kind: type[Record]) -> dict[str, Record]:
    """The weights as records, by sort."""
    letters = dict(zip(ascii_letters, kinds, strict=False))
    found: dict[str, dict[str, str]] = {}
    for sort, feature in sorted(one for one in weights if any(weights[one])):
        pairs = zip(letters, weights[sort, feature], strict=True)
        found.setdefault(sort, {})[feature] = "".join(f"{letter}{weight}" for letter, weight in pairs if weight)
    return {sort: kind(sort, digest, letters, held) for sort, held in found.items()}


def write(records: Mapping[str, IntentWeights], where: str, maker: str) -> Path:
    """Writes the records into their file."""
    layout = next(layout for layout in LAYOUTS if layout.where == where)
    lines = [layout.editor_line, f"# Made by `python -m {maker}` from examples: do not edit."]
    for sort, record in records.items():
        told = ", ".join(f"{letter}: {kind}" for letter, kind in record.kinds.items())
        lines += [f"{sort}:", f'  learnt_from: "{record.learnt_from}"', f"  kinds: {{{told}}}", "  weights:"]
        lines += [f'    "{feature}": {weights}' for feature, weights in record.weights.items()]
    place = DATA / where
    place.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return place
