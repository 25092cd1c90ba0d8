"""Names of sites that are not in the records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum

from msgspec import Struct

from microjob_cli.questions.lexicon import Hit
from microjob_cli.questions.naming import FoundName, Thing
from microjob_cli.questions.roles import JOINERS
from microjob_cli.questions.tokens import LONGEST, Span, Token, is_bengali, places_of, stems

_SHORTEST = 4
# A capital letter inside a word: "FooJobs".
_INNER_CAPITAL = re.compile(r"[a-z][A-Z][A-Za-z]*[a-z]")
_QUOTED = re.compile(r"[\"\u201c\u201d]([^\"\u201c\u201d.?!]{4,40})[\"\u201c\u201d]")
# What names of such sites are put together from: this with something else before it.
_TRADE = re.compile(
    r".{3,}(?:jobs?|gigs?|works?|workers?|tasks?|clicks?|surveys?|bux|bucks|earn|pay|cash|coin|income|taka)"
    r"|.{2,}(?:জবস?|গিগস?|ও\u09af\u09bcার্ক|ও\u09af\u09bcার্কার|টাস্কস?|ক্লিক|সার্ভে|আর্ন|ইনকাম|ক্যাশ)"
)
# What stands between names that are weighed against each other.
_BETWEEN = JOINERS | frozenset("vs versus naki নাকি na বনাম".split())
# What stands before and behind the name of a site of which something is asked, and may stand between both.
_BEING, _ASKING, _AT = frozenset("is are".split()), frozenset("does did has".split()), frozenset("at on from".split())
_BEFORE = _ASKING | _AT | frozenset("is of to with named called about join joined trust".split())
_ON = frozenset("to by for with through in".split()) | {""}
_CASES = frozenset("e te theke er r এ তে থেকে এর র".split())
_SITES = frozenset("app apps review reviews অ্যাপ অ্যাপে অ্যাপটা এপ রিভিউ".split())
# "X name ekta site": what stands behind a name that is given as one, and how far behind that a site is spoken of.
_CALLED, _NEAR = frozenset("নামে নামের name namer nam".split()), 3
_BEHIND = _CASES | _SITES | frozenset("ki naki legit real site কি কী নাকি সাইট".split())
_BETWIXT = _CASES | frozenset("ki naki a an the ta site app apps ekhono কি কী নাকি টা সাইট সাইটটা অ্যাপ এপ এখনো এখনও".split())
_BENGALI_CASES = frozenset({"\u09be\u09af\u09bc", "\u09af\u09bc", "র", "ের", "ে", "তে", "এ"})
# Words of the records that judge a site, and those that say what one does.
_JUDGING = frozenset({"real", "fake", "still-pays"})
_DOING = _JUDGING | {"minimum", "payment", "withdraw", "support"}


class Grade(IntEnum):
    """How surely an unknown word is a name: it may be another word, stands in a name's place, can be nothing else."""

    PERHAPS = 1
    LIKELY = 2
    SURE = 3


class UnknownName(Struct, frozen=True):
    """An unknown word in the place of a name, as written."""

    written: str
    grade: Grade


def unknown_names(
    row: Sequence[Token],
    hits: Sequence[Hit],
    names: Sequence[FoundName],
    others: Iterable[Span],
    is_usual: Callable[[Token], bool],
) -> Iterator[UnknownName]:
    """The unknown words that stand where the name of a site would.

    `others`: what else is known of the row; `is_usual`: whether the example questions have a word.
    """
    known = places_of((*hits, *names, *others))
    places = _Places(row, hits, [one for one in names if one.thing is Thing.PLATFORM])
    for place, token in enumerate(row):
        if place in known or not token.is_word or len(token.folded) < _SHORTEST or is_usual(token):
            continue
        grade = Grade.SURE if _is_made_up(token) else places.grade(place)
        if grade is not None:
            yield UnknownName(_written(row, place), grade)


def quoted_names(text: str, names: Sequence[FoundName]) -> tuple[UnknownName, ...]:
    """What stands in quotation marks, where no recorded name does."""
    found = () if names else _QUOTED.findall(text[:LONGEST])[:1]
    return tuple(UnknownName(one.strip(), Grade.LIKELY) for one in found)


def _written(row: Sequence[Token], place: int) -> str:
    """The name with what belongs to it: digits joined to it, further words with capitals."""
    written = row[place].written
    for token, last in zip(row[place + 1 :], row[place:], strict=False):
        if token.start == last.end and token.number is not None:
            written += token.written.rstrip(",")
        elif row[place].capital and token.capital and token.start == last.end + 1:
            written += f" {token.written}"
        else:
            break
    return written


def _is_made_up(token: Token) -> bool:
    """Whether it is shaped as names of sites are, and other words are not."""
    return bool(_INNER_CAPITAL.search(token.written)) or any(_TRADE.fullmatch(stem) for stem in stems(token.folded))


class _Places:
    """What stands around the words of a question."""

    def __init__(self, row: Sequence[Token], hits: Sequence[Hit], sites: Sequence[FoundName]) -> None:
        self.row, self.hits, self.sites = row, hits, sites
        self.in_bengali = any(is_bengali(token.folded) for token in row)

    def grade(self, place: int) -> Grade | None:
        """How surely there is a name."""
        if self.is_beside_a_site(place) or self.is_asked_of(place):
            return Grade.SURE
        before, behind = self.word(place - 1), self.word(place + 1)
        at = place > 1 and before in _AT and behind in _ON
        if at or before in _ASKING or behind in _SITES or (place == 0 and behind in _BEHIND):
            return Grade.LIKELY
        return Grade.PERHAPS if self.is_like_a_name(place) else None

    def word(self, place: int) -> str:
        return self.row[place].folded if 0 <= place < len(self.row) else ""

    def said(self, first: int, last: int) -> set[str]:
        """The words of the records that begin there."""
        return {word for hit in self.hits if first <= hit.start <= last for word in hit.words}

    def is_beside_a_site(self, place: int) -> bool:
        """Whether it is weighed against a recorded site: "sproutgigs or foojobs"."""
        behind = any(one.end == place - 1 and self.word(place - 1) in _BETWEEN for one in self.sites)
        return behind or any(one.start == place + 2 and self.word(place + 1) in _BETWEEN for one in self.sites)

    def is_asked_of(self, place: int) -> bool:
        """Whether it is asked if this is real, or pays: "is foojobs real", "foojobs ki taka dey"."""
        then, before = place + 1, self.word(place - 1)
        while self.word(then) in _BETWIXT:
            then += 1
        said = self.said(then, then)
        if self.word(place + 1) in _CALLED:
            return "site" in self.said(then + 1, then + 1 + _NEAR)
        if before in _BEING or self.is_inflected(place):
            return bool(said & _JUDGING)
        return bool(said & _DOING) and (then > place + 1 or place == 0 or before in _ASKING)

    def is_inflected(self, place: int) -> bool:
        """Whether a Bengali word has an ending that says where or whose."""
        word = self.word(place)
        return is_bengali(word) and any(word.removeprefix(stem) in _BENGALI_CASES for stem in stems(word)[1:])

    def is_like_a_name(self, place: int) -> bool:
        """Whether it stands where a name would, as other words do too."""
        if self.word(place - 1) in _BEFORE or self.word(place + 1) in _BEHIND:
            return True
        if is_bengali(self.word(place)):
            return False
        at_end = place in (0, len(self.row) - 1) and bool(self.hits)
        return self.in_bengali or self.row[place].capital or at_end
