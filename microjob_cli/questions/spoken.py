"""Sums of money as people say them."""

from __future__ import annotations

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.codes import CURRENCIES
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.money import Money, plain
from microjob_cli.questions.amounts import amounts
from microjob_cli.questions.indexes import spellings
from microjob_cli.questions.lexicon import Lexicon
from microjob_cli.questions.tokens import tokens


def sum_in(text: str, catalogue: Catalogue) -> Money | None:
    """The sum that a text is, and nothing else: `৫০০ টাকা`, `$5`, `5 dollars`."""
    if text.lstrip().startswith(("-", "\u2212")):  # which is no token
        return None
    row = tokens(text)
    lexicon = Lexicon(spellings(catalogue), catalogue.words, lambda _word, _known: None)
    found = amounts(row, lexicon.hits(row), catalogue.words, lexicon.unit)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(row)) or found[0].unit not in CURRENCIES:
        return None
    try:
        return Money.parse(f"{plain(found[0].number)} {found[0].unit}")
    except FormError:  # more digits than any sum has
        return None
