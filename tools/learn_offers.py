"""Learns by which words frauds are known, from examples of frauds and honest texts: `python -m tools.learn_offers`

It reads `data/offer_examples` and writes `data/offer_leanings.yaml`: what a text says in words of the records, and the
sounds of its own words, are the features of logistic regressions, one for whether it is a fraud, and one for each sign
among frauds. The same examples always give the same file. Needs scikit-learn: `pip install -e '.[learn]'`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.offers import OfferExample, OfferWeights
from microjob_cli.lint.rule import gather
from microjob_cli.lint.texts import offers_learnt_from
from microjob_cli.scams.likeness import FRAUD, features
from microjob_cli.scams.offers import offer_of
from microjob_cli.scams.signs import marks_of
from microjob_cli.storage.loading import catalogue_of, read_folder
from tools.leanings import DATA, TENTHS, Feature, Weights, records_of, write
from tools.reporting import at_hand

# How freely weights may grow: found by `offer_report --folds 5`.
FREEDOM = 2.0
# A feature is learnt from when it occurs in so many texts.
OFTEN = 2

Example = tuple[frozenset[Feature], tuple[str, ...]]


def main() -> int:
    """Learns and writes the file."""
    folder = read_folder(DATA)
    catalogue = at_hand(catalogue_of(folder))
    texts = [loaded.record for loaded in folder.of(OfferExample).values()]
    kinds, weights = learnt(read(texts, catalogue))
    digest = offers_learnt_from(gather([folder], frozenset(), date.today()))
    place = write(records_of(kinds, weights, digest, OfferWeights), "offer_leanings.yaml", "tools.learn_offers")
    print(f"{len(texts)} texts, {len(weights)} features -> {place.relative_to(DATA.parent)}")
    return 0


def read(texts: Iterable[OfferExample], catalogue: Catalogue) -> list[Example]:
    """The features and the right signs of every text."""
    return [(_features(one.text, catalogue), one.signs) for one in texts]


def _features(text: str, catalogue: Catalogue) -> frozenset[Feature]:
    offer = offer_of(text, catalogue, guesses=False)
    found = features(offer.wordings, marks_of(offer.links, catalogue))
    return frozenset((sort, feature) for sort in found for feature in found[sort])


def learnt(known: Sequence[Example]) -> tuple[list[str], Weights]:
    """The kinds, and the weight of each feature for each of them in tenths."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    often = Counter(feature for found, _ in known for feature in found)
    table = DictVectorizer(sort=True)
    told = table.fit_transform([{one: 1.0 for one in found if often[one] >= OFTEN} for found, _ in known])
    told.indices, told.indptr = told.indices.astype("int32"), told.indptr.astype("int32")
    frauds = [place for place, (_, signs) in enumerate(known) if signs]
    kinds = [FRAUD, *sorted({sign for _, signs in known for sign in signs})]
    columns = []
    for kind in kinds:
        model = LogisticRegression(C=FREEDOM, solver="liblinear", fit_intercept=False, random_state=0)
        is_so = [bool(signs) if kind == FRAUD else kind in signs for _, signs in known if signs or kind == FRAUD]
        model.fit(told if kind == FRAUD else told[frauds], is_so)
        columns.append(model.coef_[0])
    return kinds, {feature: _tenths(columns, place) for feature, place in table.vocabulary_.items()}


def _tenths(columns: Sequence[Any], place: int) -> list[int]:
    return [round(float(column[place]) * TENTHS) for column in columns]


if __name__ == "__main__":
    sys.exit(main())
