"""What a question in free words asks for: its intent and its slots, by the words and names in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from microjob_cli.domain.asking.amounts import Amount, amounts
from microjob_cli.domain.asking.lexicon import Hit, Lexicon, Nearest, slots_of
from microjob_cli.domain.asking.naming import Found, Names, Thing
from microjob_cli.domain.asking.records import Intent, Phrasebook, Refusal
from microjob_cli.domain.asking.roles import Roles, roles_of
from microjob_cli.domain.asking.slots import slots
from microjob_cli.domain.asking.strangers import stranger
from microjob_cli.domain.asking.tokens import Token, addresses, tokens
from microjob_cli.domain.asking.tongue import tongue
from microjob_cli.domain.catalogue import Catalogue

# What an intent must reach to be believed, and how near the next one may come before it is offered too.
_BELIEVED = 3
_DOUBTFUL = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was understood. `intent` is None when nothing was; `other` is the next likely intent if near."""

    text: str
    language: str
    intent: Intent | None
    refusal: Refusal | None
    slots: Mapping[str, Any]
    other: Intent | None = None
    said: frozenset[str] = frozenset()
    scores: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that was found in a question."""

    text: str
    row: tuple[Token, ...]
    hits: tuple[Hit, ...]
    names: tuple[Found, ...]
    tasks: tuple[Found, ...]
    amounts: tuple[Amount, ...]
    roles: Roles
    filled: Mapping[str, Sequence[str]]
    stranger: str | None
    addresses: tuple[str, ...]

    def ids(self, thing: Thing) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.id for one in self.names if one.thing is thing))


class Reader:
    """Reads questions with one phrasebook and one catalogue. `nearest` finds the known spelling of a mistyped word."""

    def __init__(self, book: Phrasebook, catalogue: Catalogue, nearest: Nearest) -> None:
        self.book, self.catalogue = book, catalogue
        self.lexicon = Lexicon(book.words.values(), nearest)
        self.names = Names(catalogue, self.lexicon, nearest)

    def read(self, text: str) -> Reading:
        """How a question is understood; the same text is always understood in the same way."""
        heard = self.heard(text)
        said = _said(heard)
        scores = {key: _score(intent, said) for key, intent in self.book.intents.items()}
        refusals = {key: _score(refusal, said) for key, refusal in self.book.refusals.items()}
        best, other = _best_two(scores)
        refused, _ = _best_two(refusals)
        language = tongue(heard.row, heard.hits)
        if refused and refusals[refused] >= max(scores.get(best or "", 0), 1):
            kind = self.book.refusals[refused]
            return Reading(text, language, None, kind, slots(heard, None), None, said, {**scores, **refusals})
        if best is None or scores[best] < _BELIEVED:
            return Reading(text, language, None, None, slots(heard, None), None, said, {**scores, **refusals})
        intent = self.book.intents[best]
        near = other is not None and scores[best] - scores[other] <= _DOUBTFUL and scores[other] >= _BELIEVED
        doubt = self.book.intents[other] if near and other else None
        return Reading(text, language, intent, None, slots(heard, intent), doubt, said, {**scores, **refusals})

    def heard(self, text: str) -> Heard:
        """The words, names and amounts in a question."""
        row = tokens(text)
        hits = _outermost(self.lexicon.hits(row))
        names = tuple(self.names.found(row, hits))
        uncovered = tuple(hit for hit in hits if not _covered(hit, names))
        filled = slots_of(uncovered, self.book.words)
        numbers = tuple(amounts(row, hits, self.book.words))
        return Heard(
            text, row, uncovered, names, tuple(self.names.tasks(row)), numbers,
            roles_of(row, uncovered, names, self.catalogue.methods), filled,
            stranger(row, uncovered, names, numbers), addresses(text),
        )  # fmt: skip


def _outermost(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits that no longer one contains."""
    return tuple(
        hit
        for hit in hits
        if not any(
            other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
            for other in hits
        )
    )


def _covered(hit: Hit, names: Sequence[Found]) -> bool:
    """Whether the words are part of a name."""
    return any(one.start <= hit.start and hit.end <= one.end for one in names)


def _said(heard: Heard) -> frozenset[str]:
    """The words of the records that were found, and with `@` what else was."""
    words = {word for hit in heard.hits for word in hit.words}
    platforms, roles, units = heard.ids(Thing.PLATFORM), heard.roles, {amount.unit for amount in heard.amounts}
    marks = {
        "@platform": bool(platforms),
        "@platforms": len(platforms) > 1,
        "@stranger": heard.stranger is not None and not platforms,
        "@method": bool(roles.methods) or "payout_methods" in heard.filled,
        "@methods": len(roles.methods) > 1,
        "@without": bool(roles.without),
        "@lacking": bool(roles.lacking),
        "@home": bool(roles.home),
        "@held": bool(roles.held),
        "@from": bool(roles.sources),
        "@to": roles.target is not None,
        "@task": bool(heard.tasks) or "task_types" in heard.filled,
        "@tasks": len({one.id for one in heard.tasks} | set(heard.filled.get("task_types", ()))) > 1,
        "@country": "country" in heard.filled,
        "@usd": "USD" in units,
        "@bdt": "BDT" in units,
        "@money": bool(units & {"USD", "BDT"}),
        "@hours": "hour" in units,
        "@number": bool(heard.amounts),
        "@address": bool(heard.addresses),
    }
    return frozenset(words | {mark for mark, there in marks.items() if there})


def _score(asked: Intent | Refusal, said: frozenset[str]) -> int:
    return sum(cue.weight for cue in asked.cues if cue.speaks(said))


def _best_two(scores: Mapping[str, int]) -> tuple[str | None, str | None]:
    """The two highest that are above nothing; of equals the one first in the records."""
    ranked = [key for key, score in sorted(scores.items(), key=lambda item: -item[1]) if score > 0]
    return (ranked[0] if ranked else None), (ranked[1] if len(ranked) > 1 else None)
