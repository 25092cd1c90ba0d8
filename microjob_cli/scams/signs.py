"""Which danger signs the sentences of an offer show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.addresses.finding import Link
from microjob_cli.catalog.questions import DangerSign, Word
from microjob_cli.questions.lexicon import Hit, Lexicon, spellings_of
from microjob_cli.questions.parsed import ParsedQuestion

# Marks of danger signs alone.
_OWN_PHRASE, _TWO_AMOUNTS, _A_SUM, _A_HANDLE = "own-phrase", "two-amounts", "a-sum", "a-handle"
# A number without a unit that may be a pay; larger ones are numbers of telephones.
_LEAST_SUM, _MOST_SUM = 100, 99_999
# The name of somebody in a messenger.
_HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z]\w{3,}(?![\w.]*@)")
_CURRENCIES = frozenset({"USD", "BDT"})
# So many sentences in a row are near enough for words that may stand apart.
_NEIGHBOURS = 4


def signs_shown(
    sentences: Sequence[ParsedQuestion], signs: Collection[DangerSign], links: Iterable[Link] = ()
) -> Iterator[DangerSign]:
    """The signs that the words of a text show, beside its links. No word counts that was only guessed."""
    linked = frozenset(sign.id for link in links for sign in signs_of_link(link, signs))
    phrases = _Phrases({sign.id: sign.phrases for sign in signs})
    harmless = _Phrases({sign.id: sign.unless for sign in signs})
    read = {id(question): _Sentence.of(question, phrases, harmless) for question in sentences}
    for sign in signs:
        said = {key: linked | sentence.said(sign) for key, sentence in read.items()}
        contexts = _together([said[id(question)] for question in sentences]) if sign.apart else said.values()
        if any(map(sign.speaks, contexts)):
            yield sign


class _Sentence(Struct, frozen=True):
    """A sentence with the phrases of signs that stand in it."""

    question: ParsedQuestion
    says: frozenset[str]
    phrases: Mapping[str, Sequence[Hit]]
    harmless: Mapping[str, Sequence[Hit]]

    @classmethod
    def of(cls, question: ParsedQuestion, phrases: _Phrases, harmless: _Phrases) -> _Sentence:
        sure = replace(question, hits=tuple(hit for hit in question.hits if hit.sure))
        return cls(sure, _said(sure), phrases.found(question), harmless.found(question))

    def said(self, sign: DangerSign) -> frozenset[str]:
        """What it says that counts for the sign."""
        says = _said(self._without(self.harmless[sign.id])) if sign.id in self.harmless else self.says
        return says | {_OWN_PHRASE} if sign.id in self.phrases else says

    def _without(self, spans: Sequence[Hit]) -> ParsedQuestion:
        """The same without the words inside these phrases."""
        hits = (
            hit for hit in self.question.hits if not any(one.start <= hit.start and hit.end <= one.end for one in spans)
        )
        return replace(self.question, hits=tuple(hits))


def _said(question: ParsedQuestion) -> frozenset[str]:
    sums = [amount for amount in question.amounts if amount.unit in _CURRENCIES]
    bare = [amount for amount in question.amounts if amount.unit is None and _LEAST_SUM <= amount.number <= _MOST_SUM]
    marks = {_TWO_AMOUNTS: len(sums) > 1, _A_SUM: bool(sums or bare), _A_HANDLE: bool(_HANDLE.search(question.text))}
    return question.said | {mark for mark, there in marks.items() if there}


def _together(said: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """What is said in every few sentences that follow each other."""
    return (frozenset[str]().union(*said[start : start + _NEIGHBOURS]) for start in range(len(said)))


class _Phrases:
    """Finds the phrases of signs in the words of a sentence."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        words = {key: Word(key, en=tuple(spelt)) for key, spelt in phrases.items() if spelt}
        self._lexicon = Lexicon(spellings_of(words.values()), words, lambda word, known: None)

    def found(self, question: ParsedQuestion) -> Mapping[str, Sequence[Hit]]:
        """The phrases that stand there, by the id of their sign."""
        found: dict[str, list[Hit]] = {}
        for hit in self._lexicon.hits(question.row):
            for key in hit.words:
                found.setdefault(key, []).append(hit)
        return found


def signs_of_link(link: Link, signs: Iterable[DangerSign]) -> tuple[DangerSign, ...]:
    """The signs that a link shows."""
    return tuple(sign for sign in signs if any(_leads_to(link, known) for known in sign.hosts))


def _leads_to(link: Link, known: str) -> bool:
    """Whether the link leads to that host, or one below it, and there to that path if it names one."""
    host, slash, path = known.partition("/")
    behind = link.written.casefold().partition(link.host)[2]
    return f".{link.host}".endswith(f".{host}") and behind.startswith(slash + path)
