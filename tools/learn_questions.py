"""Learns how far words lean towards intents, from example questions: `python -m tools.learn_questions [FILE]...`

Without files it learns from `tests/questions`. It writes `data/questions/leanings.yaml`. The words of the records are
the features and the intents the classes of a softmax regression, trained by gradient descent in an order that is drawn
from a fixed seed: the same questions always give the same file.
"""

from __future__ import annotations

import math
import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from microjob_cli.store.folders import LAYOUTS
from microjob_cli.store.opening import open_catalogue
from tools.questions import read_sets, reader

ROOT = Path(__file__).parent.parent
SETS = ROOT / "tests/questions"
PLACE = "questions/leanings.yaml"
_HEAD = "# Made by `python -m tools.learn_questions` from tests/questions: do not edit.\n"

ROUNDS = 40
STEP = 0.1
DECAY = 0.003
SEED = 1
# What is smaller, in hundredths, is left out.
LEAST = 8

Example = tuple[frozenset[str], str]
Weights = Mapping[str, Mapping[str, float]]


def main(arguments: Sequence[str]) -> int:
    """Learns and writes the file."""
    paths = [Path(word) for word in arguments] or sorted(SETS.glob("*.yaml"))
    catalogue = open_catalogue(None)
    reading = reader(catalogue)
    examples = [(reading.heard(asked.text).said, asked.kind) for asked in read_sets(paths)]
    place = ROOT / "data" / PLACE
    place.write_text(written(learnt(examples)), encoding="utf-8")
    print(f"{len(examples)} questions -> {place.relative_to(ROOT)}")
    return 0


def learnt(examples: Sequence[Example]) -> Weights:
    """The weight of each word for each intent."""
    kinds = sorted({kind for _, kind in examples})
    weights: dict[str, dict[str, float]] = {kind: defaultdict(float) for kind in kinds}
    order, draw = list(range(len(examples))), random.Random(SEED)
    for _ in range(ROUNDS):
        draw.shuffle(order)
        for place in order:
            _step(weights, *examples[place])
    return weights


def _step(weights: Mapping[str, dict[str, float]], said: frozenset[str], kind: str) -> None:
    sums = {each: sum(own[word] for word in sorted(said)) for each, own in weights.items()}
    highest = max(sums.values())
    powers = {each: math.exp(value - highest) for each, value in sums.items()}
    whole = sum(powers.values())
    for each, own in weights.items():
        error = (each == kind) - powers[each] / whole
        for word in said:
            own[word] += STEP * (error - DECAY * own[word])


def written(weights: Weights) -> str:
    """The weights by word as a record file."""
    layout = next(layout for layout in LAYOUTS if layout.where == PLACE)
    by_word: dict[str, dict[str, int]] = {}
    for kind, own in weights.items():
        for word, weight in own.items():
            if abs(round(weight * 100)) >= LEAST:
                by_word.setdefault(word, {})[kind] = round(weight * 100)
    lines = [f"{word}: {{towards: {{{_listed(towards)}}}}}\n" for word, towards in sorted(by_word.items())]
    return f"{layout.editor_line}\n{_HEAD}{''.join(lines)}"


def _listed(towards: Mapping[str, int]) -> str:
    return ", ".join(f"{kind}: {weight}" for kind, weight in sorted(towards.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
