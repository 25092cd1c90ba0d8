"""What finds words and names in questions, made once for all questions: a catalogue file keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.questions.lexicon import Spellings, spellings_of
from microjob_cli.questions.naming import KnownNames, known_names_of

_SPELLINGS, _NAMES = "spelling", "name"


def lists_of(catalogue: Catalogue) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """All that is kept, by name."""
    spellings, names = spellings_of(catalogue.words.values()), known_names_of(catalogue)
    return {
        **{f"{_SPELLINGS} {name}": getattr(spellings, name) for name in Spellings.__struct_fields__},
        **{f"{_NAMES} {name}": getattr(names, name) for name in KnownNames.__struct_fields__},
    }


def spellings(catalogue: Catalogue) -> Spellings:
    """Finds the words of the phrasebook in questions."""
    if not catalogue.lists:
        return spellings_of(catalogue.words.values())
    return Spellings(*(catalogue.lists[f"{_SPELLINGS} {name}"] for name in Spellings.__struct_fields__))


def known_names(catalogue: Catalogue) -> KnownNames:
    """Finds names in questions."""
    if not catalogue.lists:
        return known_names_of(catalogue)
    return KnownNames(*(catalogue.lists[f"{_NAMES} {name}"] for name in KnownNames.__struct_fields__))
