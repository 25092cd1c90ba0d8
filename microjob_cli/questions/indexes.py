"""What finds words and names in questions, made once for all questions: a catalogue file keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.offers import UNLESS, OfferWord, named_words
from microjob_cli.questions.lexicon import Spellings, spellings_of
from microjob_cli.questions.naming import KnownNames, known_names_of

_SPELLINGS, _OFFERED, _NAMES = "spelling", "offered", "name"


def lists_of(catalogue: Catalogue) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """All that is kept, by name."""
    names = known_names_of(catalogue)
    found = {_SPELLINGS: spellings_of(catalogue.words.values()), _OFFERED: _offered(catalogue)}
    return {
        **{f"{of} {name}": getattr(held, name) for of, held in found.items() for name in Spellings.__struct_fields__},
        **{f"{_NAMES} {name}": getattr(names, name) for name in KnownNames.__struct_fields__},
    }


def spellings(catalogue: Catalogue) -> Spellings:
    """Finds the words of the phrasebook in questions."""
    return _kept(catalogue, _SPELLINGS) or spellings_of(catalogue.words.values())


def offered_spellings(catalogue: Catalogue) -> Spellings:
    """Finds the words of frauds and honest texts in offers, and the names of payout methods and firms."""
    return _kept(catalogue, _OFFERED) or _offered(catalogue)


def _kept(catalogue: Catalogue, of: str) -> Spellings | None:
    if not catalogue.lists:
        return None
    return Spellings(*(catalogue.lists[f"{of} {name}"] for name in Spellings.__struct_fields__))


def _offered(catalogue: Catalogue) -> Spellings:
    names = named_words(catalogue.methods.values(), catalogue.firms.values())
    phrases = (OfferWord(sign.id, en=sign.phrases) for sign in catalogue.danger_signs.values())
    harmless = (OfferWord(f"{UNLESS}{sign.id}", en=sign.unless) for sign in catalogue.danger_signs.values())
    return spellings_of((*catalogue.offer_words.values(), *names, *phrases, *harmless))


def known_names(catalogue: Catalogue) -> KnownNames:
    """Finds names in questions."""
    if not catalogue.lists:
        return known_names_of(catalogue)
    return KnownNames(*(catalogue.lists[f"{_NAMES} {name}"] for name in KnownNames.__struct_fields__))
