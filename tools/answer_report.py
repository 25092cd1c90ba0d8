"""How well questions are answered: `python -m tools.answer_report FILE... [--folds N]`

A file holds `questions` (id, language, kind, text, `want`: beginnings of the commands that are a good answer, `decline`
among them where it may be declined, `must`: what the command has to carry, `second`: what is asked too). Prints by
language and by kind how many are right, or right among the commands that are offered; then every other one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.questions import IntentWeights
from microjob_cli.commands import ask
from microjob_cli.questions.answers import Answered
from microjob_cli.settings import Settings
from microjob_cli.storage.loading import read_folder
from tools import learn_questions
from tools.leanings import DATA, records_of
from tools.reporting import Entry, Learner, report

_DECLINED = "decline"
# What only some commands can carry: of another one it is not asked.
_FILTERS = frozenset({"list", "recommend"})
_CAN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("without", "device", "max_minimum", "prefer"), _FILTERS),
    **dict.fromkeys(("payout", "method"), _FILTERS | {"payouts", "route"}),
    "sort": frozenset({"list"}),
    "to": frozenset({"route"}),
    "amount": frozenset({"route", "payouts"}),
    "hours": frozenset({"estimate", "recommend"}),
    "target": frozenset({"estimate"}),
    "task": _FILTERS | {"estimate", "tasks"},
    "country": _FILTERS | {"payouts", "route", "estimate", "tasks", "show", "compare"},
}
_SLOTS = frozenset({"age"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question, the command that answered it, and whether that, or one of those offered, is right."""

    asked: Mapping[str, Any]
    command: str
    right: bool
    offered: bool
    declined: bool
    second: bool

    @property
    def wrongly_declined(self) -> bool:
        return self.declined and _DECLINED not in self.asked["want"]


def main(arguments: Sequence[str]) -> int:
    """Prints the report."""
    return report(arguments, __doc__, judged, lines, learner)


def judged(asked: Entry, settings: Settings) -> Outcome:
    """What became of a question of a file."""
    return outcome(asked, ask.answer(settings, asked["text"]).items[0])


def learner(catalogue: Catalogue) -> Learner:
    """Learns the weights anew from the example questions, without some texts."""
    known = dict(learn_questions.examples(read_folder(DATA)))

    def without(judged: Collection[str]) -> Catalogue:
        weights = learn_questions.learnt([one for text, one in known.items() if text not in judged])
        return replace(catalogue, leanings=records_of(*weights, "", IntentWeights))

    return without


def outcome(asked: Mapping[str, Any], item: Answered) -> Outcome:
    """What of one question was answered as it should be."""
    commands = [item.call.words] if item.call else []
    offered = [*commands, *(one.call.words for one in item.alternatives)]
    second = item.second.call.words if item.second else ()
    fits = [_fits(words, asked, item) for words in offered]
    right = _DECLINED in asked["want"] if item.declined else fits[0]
    return Outcome(
        asked,
        " ".join(offered[0]) if offered else f"declined: {item.refusal.id if item.refusal else 'not understood'}",
        right,
        right or any(fits),
        item.declined,
        any(_begins(second, want) for want in asked.get("second", ())),
    )


def _fits(words: Sequence[str], asked: Mapping[str, Any], item: Answered) -> bool:
    """Whether a command is wanted and carries what it must."""
    if not any(_begins(words, want) for want in asked["want"]):
        return False
    must = {key: value for key, value in (asked.get("must") or {}).items() if words[0] in _CAN.get(key, {words[0]})}
    return all(_carries(words, key, value, item) for key, value in must.items())


def _begins(words: Sequence[str], want: str) -> bool:
    wanted = want.split()
    return list(words[: len(wanted)]) == wanted


def _carries(words: Sequence[str], key: str, value: Any, item: Answered) -> bool:
    """Whether a command has one of the values (`a|b`) of a key, or each of several."""
    if isinstance(value, list):
        return all(_carries(words, key, one, item) for one in value)
    said = " ".join(words).casefold() if key not in _SLOTS else str(item.slots.get(key))
    return any(re.search(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", said) for one in str(value).split("|"))


def lines(outcomes: Sequence[Outcome]) -> list[str]:
    """The report in lines: by language, by kind, then what went otherwise."""
    heads = f"{'':48}{'right':>10}{'or offered':>12}{'declined wrongly':>18}"
    groups: list[tuple[str, Callable[[Outcome], str]]] = [("language", _of("language")), ("kind", _of("kind"))]
    rows = [_row(name, found) for _, of in groups for name, found in _grouped(outcomes, of)]
    two = [one for one in outcomes if one.asked.get("second")]
    wrong = [f"{one.asked['id']}: {one.asked['text']}\n    {one.command}" for one in outcomes if not one.right]
    return [
        heads,
        *rows,
        _row("all", outcomes),
        f"Of {len(two)} that ask two things, both are answered: {sum(one.right and one.second for one in two)}",
        *wrong,
    ]


def _of(key: str) -> Callable[[Outcome], str]:
    return lambda one: str(one.asked.get(key, ""))


def _grouped(outcomes: Iterable[Outcome], of: Callable[[Outcome], str]) -> Iterable[tuple[str, list[Outcome]]]:
    found: dict[str, list[Outcome]] = {}
    for one in outcomes:
        found.setdefault(of(one), []).append(one)
    return found.items()


def _row(name: str, found: Sequence[Outcome]) -> str:
    counts = (sum(one.right for one in found), sum(one.offered for one in found))
    cells = [f"{count}/{len(found)}" for count in counts]
    return f"{name:48}{cells[0]:>10}{cells[1]:>12}{sum(one.wrongly_declined for one in found):>18}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
