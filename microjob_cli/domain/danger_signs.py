"""Signs by which fraudulent offers are known, found in the words and in the links of an offer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from microjob_cli.domain.asking.heard import Heard
from microjob_cli.domain.asking.lexicon import Lexicon, spellings_of
from microjob_cli.domain.asking.records import Cue, Word
from microjob_cli.domain.asking.tokens import Token
from microjob_cli.domain.statements import Statement
from microjob_cli.domain.text import Text
from microjob_cli.domain.values import dataclass


_OWN_PHRASE = "own-phrase"
# So many sentences in a row are near enough for words that may stand apart.
_NEIGHBOURS = 4


@dataclass(frozen=True, slots=True)
class Seen(Statement):
    """A case in which the sign was seen, as one source tells it."""


@dataclass(frozen=True, slots=True)
class DangerSign:
    """What an offer may show: the sign, why it is one, by what it is known, and cases of it.

    It is known by words that come together (`cues`) in one sentence, or in several if they may stand `apart`, or by the
    hosts of links (`hosts`): these say nothing bad of themselves, but hide what one would have to know. Where one of its
    `phrases`, of any language, was said, the cues know it as `own-phrase`.
    """

    id: str
    sign: Text
    why: Text
    cues: tuple[Cue, ...] = ()
    apart: bool = False
    phrases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()

    def speaks(self, said: frozenset[str]) -> bool:
        """Whether what was said shows it."""
        return any(cue.speaks(said) for cue in self.cues)

    @property
    def is_doubt(self) -> bool:
        """Whether it only hides something."""
        return bool(self.hosts)


def signs_in(said: frozenset[str], signs: Iterable[DangerSign]) -> tuple[DangerSign, ...]:
    """The signs that what was said shows."""
    return tuple(sign for sign in signs if sign.speaks(said))


def signs_of_host(host: str, signs: Iterable[DangerSign]) -> tuple[DangerSign, ...]:
    """The signs that a link to the host shows."""
    return tuple(sign for sign in signs if any(f".{host}".endswith(f".{known}") for known in sign.hosts))


def signs_shown(sentences: Sequence[Heard], signs: Collection[DangerSign]) -> Iterator[DangerSign]:
    """The signs that a text shows, sentence by sentence."""
    phrases = _Phrases(signs)
    each = {id(heard): (heard.said, phrases.told(heard.row)) for heard in sentences}
    for sign in signs:
        own = {key: said | {_OWN_PHRASE} if sign.id in told else said for key, (said, told) in each.items()}
        contexts = _together([own[id(heard)] for heard in sentences]) if sign.apart else own.values()
        if any(map(sign.speaks, contexts)):
            yield sign


def _together(said: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """What is said in every few sentences that follow each other."""
    return (frozenset().union(*said[start : start + _NEIGHBOURS]) for start in range(len(said)))


class _Phrases:
    """Finds the phrases of signs in the words of an offer."""

    def __init__(self, signs: Iterable[DangerSign]) -> None:
        words = {sign.id: Word(sign.id, en=sign.phrases) for sign in signs if sign.phrases}
        self._lexicon = Lexicon(spellings_of(words.values()), words, lambda word, known: None)

    def told(self, row: Sequence[Token]) -> frozenset[str]:
        """The ids of the signs whose phrases stand there."""
        return frozenset(word for hit in self._lexicon.hits(row) for word in hit.words)
