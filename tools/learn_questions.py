"""Learns how far words lean towards intents, from example questions: `python -m tools.learn_questions [FILE]...`

Without files it learns from `tests/questions`. It writes `data/questions/leanings.yaml`. The words of the
records, their pairs and the sounds of the question's words are the features, and the intents are the classes of a
softmax regression, trained by gradient descent in an order that is drawn from a fixed seed: the same questions always
give the same file.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from microjob_cli.domain.asking.features import PAIRS, SOUNDS, WORDS, features
from microjob_cli.domain.asking.judging import softmax
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
# An error too small to learn from.
LITTLE = 0.001
# A feature is learnt from when it occurs in so many questions.
OFTEN = 2

Feature = tuple[str, str]
Example = tuple[tuple[Feature, ...], str]
Weights = Mapping[str, Mapping[Feature, float]]


def main(arguments: Sequence[str]) -> int:
    """Learns and writes the file."""
    paths = [Path(word) for word in arguments] or sorted(SETS.glob("*.yaml"))
    catalogue = open_catalogue().catalogue
    reading = reader(catalogue)
    examples = [(_features(features(reading.heard(asked.text))), asked.kind) for asked in read_sets(paths)]
    place = ROOT / "data" / PLACE
    place.write_text(written(learnt(examples)), encoding="utf-8")
    print(f"{len(examples)} questions -> {place.relative_to(ROOT)}")
    return 0


def _features(found: Mapping[str, frozenset[str]]) -> tuple[Feature, ...]:
    return tuple((kind, feature) for kind in (WORDS, PAIRS, SOUNDS) for feature in sorted(found[kind]))


def learnt(examples: Sequence[Example]) -> Weights:
    """The weight of each feature for each intent."""
    often = Counter(feature for found, _ in examples for feature in found)
    known = [(tuple(one for one in found if often[one] >= OFTEN), kind) for found, kind in examples]
    weights: dict[str, dict[Feature, float]] = {
        kind: defaultdict(float) for kind in sorted({kind for _, kind in known})
    }
    order, draw = list(range(len(known))), random.Random(SEED)
    for number in range(ROUNDS):
        draw.shuffle(order)
        for place in order:
            _step(weights, *known[place], STEP / (1 + number / 20))
    return weights


def _step(weights: Mapping[str, dict[Feature, float]], found: tuple[Feature, ...], kind: str, step: float) -> None:
    """Moves the weights of one question's features towards its intent and away from the others."""
    likely = softmax({each: sum(own[feature] for feature in found) for each, own in weights.items()})
    for each, own in weights.items():
        error = (each == kind) - likely[each]
        if abs(error) < LITTLE:
            continue
        for feature in found:
            own[feature] += step * (error - DECAY * own[feature])


def written(weights: Weights) -> str:
    """The weights as a record file."""
    layout = next(layout for layout in LAYOUTS if layout.where == PLACE)
    kinds = sorted(weights)
    every = sorted({feature for own in weights.values() for feature in own})
    lines = [layout.editor_line, _HEAD.rstrip()]
    for group in (WORDS, PAIRS, SOUNDS):
        lines += [f"{group}:", f"  kinds: [{', '.join(kinds)}]", "  weights:"]
        lines += [f'    - "{name} {_row(weights, kinds, (group, name))}"' for kind, name in every if kind == group]
    return "\n".join(lines) + "\n"


def _row(weights: Weights, kinds: Sequence[str], feature: Feature) -> str:
    return " ".join(str(round(weights[kind].get(feature, 0.0) * 10)) for kind in kinds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
