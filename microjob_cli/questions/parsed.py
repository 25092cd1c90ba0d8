"""Everything that was found in a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from microjob_cli.addresses.finding import Link
from microjob_cli.questions.amounts import Amount, has_wage
from microjob_cli.questions.lexicon import Hit
from microjob_cli.questions.naming import FoundName, Thing
from microjob_cli.questions.roles import Roles
from microjob_cli.questions.tokens import Token, is_bengali, places_of
from microjob_cli.questions.unknown_names import Grade, UnknownName

_FEW = 0.2
_AGES, _AGE = range(8, 18), "age-of"
# Words that hold an English sentence together; loanwords stand in Bengali sentences too.
_ENGLISH = frozenset(
    "the a is are was do does did how what which who can i my you to of in for with and it on any".split()
)


class ParsedQuestion(Struct, frozen=True):
    """The words, names and amounts of a question; `filled`: slots that words fill, `unknown_names`: unknown names,
    `countries`: the words that name countries."""

    text: str
    row: tuple[Token, ...]
    hits: tuple[Hit, ...]
    names: tuple[FoundName, ...]
    tasks: tuple[FoundName, ...]
    amounts: tuple[Amount, ...]
    roles: Roles
    filled: Mapping[str, Sequence[str]]
    unknown_names: tuple[UnknownName, ...]
    links: tuple[Link, ...]
    implied: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    @property
    def platforms(self) -> tuple[str, ...]:
        """The sites that were named."""
        return tuple(dict.fromkeys(one.id for one in self.names if one.thing is Thing.PLATFORM))

    @property
    def stranger(self) -> str | None:
        """The unknown word that is most surely a name."""
        return max(self.unknown_names, key=lambda one: one.grade).written if self.unknown_names else None

    @property
    def words(self) -> frozenset[str]:
        """The words of the records that were found, and those that they say too."""
        return frozenset(word for hit in self.hits for word in hit.words) | self.implied

    @property
    def said(self) -> frozenset[str]:
        """What cues speak of: the words that were found, and the marks of what else was."""
        return self.words | {mark for mark, there in self._marks().items() if there}

    @property
    def unnamed(self) -> tuple[Token, ...]:
        """The words that belong to no name of a site or payout method; no numbers and signs."""
        named = places_of(self.names)
        words = (token for place, token in enumerate(self.row) if place not in named and token.number is None)
        return tuple(token for token in words if token.folded[:1].isalpha())

    @property
    def is_of_a_child(self) -> bool:
        """Whether an age below 18 is told: by a word, or as a number of years or beside such a word."""
        beside = {hit.end for hit in self.hits if _AGE in hit.words}
        told = (one for one in self.amounts if one.unit == "year" or (one.unit is None and one.start in beside))
        return "age" in self.filled or any(one.number in _AGES for one in told)

    def _marks(self) -> Mapping[str, bool]:
        roles, units = self.roles, {amount.unit for amount in self.amounts}
        tasks = {one.id for one in self.tasks} or set(self.filled.get("task_types", ()))
        sites, implied = self.platforms, "payout_methods" in self.filled
        called = {one.written for one in self.names if one.thing is Thing.PLATFORM}
        return {
            "a-site": bool(sites),
            "two-sites": len(sites) > 1,
            "same-site": len(sites) == 1 and len(called) > 1,
            "unknown-site": any(one.grade > Grade.PERHAPS for one in self.unknown_names) and not sites,
            "a-method": bool(roles.methods or roles.lacking) or implied,
            "two-methods": len(roles.methods) > 1,
            "without-method": bool(roles.without),
            "lacking-method": bool(roles.lacking),
            "home-method": bool(roles.home),
            "held-method": len(roles.home) < len(roles.methods) or implied,
            "from-method": bool(roles.sources),
            "to-method": roles.target is not None,
            "a-task": bool(tasks),
            "two-tasks": len(tasks) > 1,
            "a-country": "country" in self.filled,
            "dollars": "USD" in units,
            "takas": "BDT" in units,
            "an-amount": bool(units & {"USD", "BDT"}),
            "under-age": self.is_of_a_child,
            "a-wage": has_wage(self.amounts, self.hits),
            "a-device": "device" in self.filled,
            "some-hours": "hour" in units,
            "a-number": bool(self.amounts),
            "an-address": bool(self.links),
        }


def detect_language(row: Sequence[Token], hits: Sequence[Hit]) -> str:
    """`en`, `bn` or `banglish`; English when nothing tells."""
    words = [token for token in row if token.number is None]
    bengali = sum(is_bengali(token.folded) for token in words)
    if bengali and bengali >= _FEW * len(words):
        return "bn"
    english = sum(hit.end - hit.start for hit in hits if "en" in hit.languages)
    banglish = sum(hit.end - hit.start for hit in hits if "en" not in hit.languages and "banglish" in hit.languages)
    framed = any(token.folded in _ENGLISH for token in words)
    return "banglish" if 2 * banglish > english or (banglish and not framed) else "en"
