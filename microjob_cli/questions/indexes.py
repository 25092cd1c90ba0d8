"""What finds words and names in questions, made once for all questions: a catalogue file keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import asdict

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.offers import UNLESS, OfferWord
from microjob_cli.questions.lexicon import Spellings, spellings_of
from microjob_cli.questions.naming import KnownNames, known_names_of

_SPELLINGS, _OFFERED, _NAMES = "spelling", "offered", "name"
Kept = TypeVar("Kept", Spellings, KnownNames)


def lists_of(catalogue: Catalogue) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """All that is kept, by name."""
    words, offers = spellings_of(catalogue.words.values()), spellings_of(_words_of_offers(catalogue))
    found = {_SPELLINGS: words, _OFFERED: offers, _NAMES: known_names_of(catalogue)}
    return {f"{of} {name}": lists for of, held in found.items() for name, lists in asdict(held).items()}


def spellings(catalogue: Catalogue) -> Spellings:
    """Finds the words of the phrasebook in questions."""
    return _kept(catalogue, _SPELLINGS, Spellings) or spellings_of(catalogue.words.values())


def offered_spellings(catalogue: Catalogue) -> Spellings:
    """Finds the words of frauds and honest texts in offers, and the names of payout methods and firms."""
    return _kept(catalogue, _OFFERED, Spellings) or spellings_of(_words_of_offers(catalogue))


def known_names(catalogue: Catalogue) -> KnownNames:
    """Finds names in questions."""
    return _kept(catalogue, _NAMES, KnownNames) or known_names_of(catalogue)


def _kept(catalogue: Catalogue, of: str, kind: type[Kept]) -> Kept | None:
    names = kind.__struct_fields__
    return kind(*(catalogue.lists[f"{of} {name}"] for name in names)) if catalogue.lists else None


def _words_of_offers(catalogue: Catalogue) -> Iterator[OfferWord]:
    """The words of offers, the phrases of signs, and the names of firms and of methods with an address of their own."""
    yield from catalogue.offer_words.values()
    methods = [one for one in catalogue.methods.values() if one.addresses]
    for mark, records in (("a-method", methods), ("a-firm", list(catalogue.firms.values()))):
        for one in records:
            en, bn = (one.name.en, *one.aliases.en), (one.name.bn, *one.aliases.bn)
            yield OfferWord(mark, en, one.aliases.banglish, bn)
    for sign in catalogue.danger_signs.values():
        yield OfferWord(sign.id, sign.phrases)
        yield OfferWord(f"{UNLESS}{sign.id}", sign.unless)
