"""Learns how far words lean towards intents, from the example questions: `python -m tools.learn_questions`

It reads `data/questions/examples` and writes `data/questions/leanings.yaml`. The words of the records and the sounds of
a question's own words are the features, the intents and refusals are the classes of a softmax regression: the same
examples always give the same file. Needs scikit-learn: `pip install -e '.[learn]'`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from microjob_cli.catalog.questions import Examples, IntentWeights
from microjob_cli.lint.rule import gather
from microjob_cli.lint.texts import learnt_from
from microjob_cli.questions.likelihoods import PIECES, SOUNDS, WORDS, features
from microjob_cli.storage.loading import Folder, catalogue_of, read_folder
from tools.leanings import DATA, TENTHS, Feature, Weights, records_of, write
from tools.questions import reader
from tools.reporting import at_hand

# How freely weights may grow: found by learning from some of the examples and judging the others.
FREEDOM = 2.0
# A feature is learnt from when it occurs in so many questions.
OFTEN = {WORDS: 2, SOUNDS: 2, PIECES: 20}
# How much a feature counts while learning: there are many pieces, and each says little.
SHARE = {WORDS: 1.0, SOUNDS: 1.0, PIECES: 0.5}

Example = tuple[frozenset[Feature], str]


def main() -> int:
    """Learns and writes the file."""
    folder = read_folder(DATA)
    known = [one for _, one in examples(folder)]
    kinds, weights = learnt(known)
    digest = learnt_from(gather([folder], frozenset(), date.today()))
    place = write(records_of(kinds, weights, digest, IntentWeights), "questions/leanings.yaml", "tools.learn_questions")
    print(f"{len(known)} questions, {len(weights)} features -> {place.relative_to(DATA.parent)}")
    return 0


def examples(folder: Folder) -> Iterator[tuple[str, Example]]:
    """Every example question, with its features and its kind."""
    reading = reader(at_hand(catalogue_of(folder)))
    for loaded in folder.of(Examples).values():
        record: Examples = loaded.record
        for text in (*record.en, *record.banglish, *record.bn):
            found = features(reading.parse(text))
            yield text, (frozenset((sort, feature) for sort in found for feature in found[sort]), record.id)


def learnt(known: Sequence[Example]) -> tuple[list[str], Weights]:
    """The kinds, and the weight of each feature for each of them in tenths."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    often = Counter(feature for found, _ in known for feature in found)
    told = [{one: SHARE[one[0]] for one in found if often[one] >= OFTEN[one[0]]} for found, _ in known]
    table = DictVectorizer(sort=True)
    model = LogisticRegression(C=FREEDOM, fit_intercept=False, max_iter=1000)
    model.fit(table.fit_transform(told), [kind for _, kind in known])
    found = {feature: _tenths(model.coef_[:, place], feature) for feature, place in table.vocabulary_.items()}
    return list(model.classes_), found


def _tenths(column: Any, feature: Feature) -> list[int]:
    return [round(float(weight) * SHARE[feature[0]] * TENTHS) for weight in column]


if __name__ == "__main__":
    sys.exit(main())
