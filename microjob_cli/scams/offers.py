"""A pasted text of any length: its addresses, the sites it names, and what its sentences say.

It is read sentence by sentence, each once, however often it is repeated. Of a very long text the beginning is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from textwrap import wrap

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.addresses.finding import Link, links_and_rest
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.questions.indexes import known_names, offered_spellings
from microjob_cli.questions.lexicon import Nearest
from microjob_cli.questions.naming import FoundName, Thing
from microjob_cli.questions.parsed import ParsedQuestion, detect_language
from microjob_cli.questions.reader import Reader
from microjob_cli.questions.tokens import is_bengali
from microjob_cli.scams.words import Wording, worded

# How many characters of a text are read, how many addresses are looked at.
LONGEST, MOST_LINKS = 50_000, 100
# What is longer is read in pieces.
_LONGEST_SENTENCE = 500
# Where a sentence ends; an abbreviation does not end it: "Tk. 500".
_END = re.compile(r"(?<=[.!?\u0964])(?<!\btk\.)(?<!\bno\.)(?<!\brs\.)(?<!\bmd\.)\s+|\n+", re.IGNORECASE)
# A name in several words that is as short as this may be chance: "CV at".
_SHORT_NAME = 8
# In so few words a name may be mistyped, and a strange one is what they are about. Among many words, that is chance.
_FEW_WORDS = 8
# To have all spellings at hand is worth while for so many characters.
_LONG = 1_000
# So few words beside addresses describe nothing: "is this real".
_FEWEST_DESCRIBING = 3


class Caution(StrEnum):
    """What a text speaks of that may never pass without a word."""

    SECRET = "secret"
    PAY = "pay"
    CHAT = "chat"


# By words of the records, all parts in one sentence: a secret, a sum for a day or longer, a private chat.
_CAUTIONS: Mapping[Caution, tuple[frozenset[str], ...]] = {
    Caution.SECRET: (frozenset({"secret"}),),
    Caution.PAY: (frozenset({"a-sum", "a-number", "many-sums"}), frozenset({"each-day", "each-week", "each-month"})),
    Caution.CHAT: (frozenset({"messenger", "write-me", "a-handle"}),),
}


class Offer(Struct, frozen=True):
    """What stands in a text. `brief`: it is so short that it may be about one name; `described`: it says more than
    "is this real"; `cut`: it went on longer than it was read; `more_links`: addresses not looked at."""

    links: tuple[Link, ...]
    sentences: tuple[ParsedQuestion, ...]
    wordings: tuple[Wording, ...]
    brief: bool
    described: bool
    cut: bool = False
    more_links: int = 0

    @property
    def platforms(self) -> tuple[str, ...]:
        """The sites that are named beside the addresses; in many words only those spelt as recorded."""
        named = ((one, question) for question in self.sentences for one in question.names)
        sites = (pair for pair in named if pair[0].thing is Thing.PLATFORM)
        return tuple(dict.fromkeys(one.id for one, question in sites if self.brief or _is_named(one, question)))

    @property
    def stranger(self) -> str | None:
        """A name that nobody knows, where the text is about one."""
        return next((one.stranger for one in self.sentences if one.stranger), None) if self.brief else None

    @property
    def caution(self) -> Caution | None:
        """What it speaks of that may never pass without a word, whether a sign was found or not."""
        said = [frozenset(one.word for one in wording.said) for wording in self.wordings]
        speaks = (one for one, parts in _CAUTIONS.items() if any(all(words & part for part in parts) for words in said))
        return next(speaks, None)

    @property
    def in_english(self) -> bool:
        row = [token for question in self.sentences for token in question.row]
        return detect_language(row, [hit for question in self.sentences for hit in question.hits]) == "en"


def _is_named(name: FoundName, question: ParsedQuestion) -> bool:
    """Whether a site is meant among many words: spelt as recorded, and not by chance, as in "a short task"."""
    span = question.row[name.start : name.end]
    together = len(span) == 1 or all(token.capital or is_bengali(token.folded) for token in span)
    return name.exact and together and (len(span) == 1 or len(name.written) >= _SHORT_NAME)


def offer_of(text: str, catalogue: Catalogue, nearest: Nearest) -> Offer:
    """What stands in a text. `nearest` finds the known spelling of a mistyped word."""
    links, beside = links_and_rest(text, known_names(catalogue).platforms)
    if len(beside) > _LONG:  # all spellings and names in memory, for a text of very many words
        catalogue = replace(catalogue, lists={name: dict(found) for name, found in catalogue.lists.items()})
    count = len(beside[: LONGEST + 1].split())
    brief = count <= _FEW_WORDS and len(beside) <= _LONGEST_SENTENCE
    reader, spellings = Reader(catalogue, nearest if brief else _no_guess), offered_spellings(catalogue)
    pieces = tuple(_sentences(beside[:LONGEST]))
    read = {piece: (reader.parse(piece), worded(piece, spellings)) for piece in dict.fromkeys(pieces)}
    return Offer(
        links=links[:MOST_LINKS],
        sentences=tuple(read[piece][0] for piece in pieces),
        wordings=tuple(read[piece][1] for piece in pieces),
        brief=brief,
        described=count > _FEWEST_DESCRIBING,
        cut=len(beside) > LONGEST,
        more_links=len(links[MOST_LINKS:]),
    )


def _sentences(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        yield from wrap(sentence, _LONGEST_SENTENCE, break_on_hyphens=False)


def _no_guess(word: str, known: Sequence[str]) -> None:
    return None
