"""How well questions are understood: `python -m tools.question_report FILE...`

Prints for the questions of the files, by language: how many intents, sites and payout methods are right, how many
out-of-scope questions are declined and how many others are; then every question that is understood otherwise.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.questions.indexes import lists_of
from microjob_cli.questions.reader import Reader, Reading
from microjob_cli.storage.opening import open_catalogue
from tools.questions import OUT_OF_SCOPE, Asked, method_ids, platform_ids, read_sets, reader

_LANGUAGES = ("en", "bn", "banglish")
_USAGE = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question, how it was understood, and what of that is right."""

    asked: Asked
    intent: str
    platforms: bool
    methods: bool
    language: bool
    unlisted: frozenset[str] = frozenset()

    @property
    def right(self) -> bool:
        return self.intent == self.asked.intent

    @property
    def in_scope(self) -> bool:
        return self.asked.intent != OUT_OF_SCOPE


def main(arguments: Sequence[str]) -> int:
    """Prints the report."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return _USAGE
    catalogue = open_catalogue(lists_of).catalogue
    outcomes = report(read_sets(map(Path, arguments)), reader(catalogue), catalogue)
    print("\n".join(lines(outcomes)))
    return 0


def report(questions: Iterable[Asked], reading: Reader, catalogue: Catalogue) -> list[Outcome]:
    """What became of every question."""
    return [outcome(asked, reading.read(asked.text), catalogue) for asked in questions]


def outcome(asked: Asked, found: Reading, catalogue: Catalogue) -> Outcome:
    """What of one question was understood as it should be."""
    expected, given = asked.slots, found.slots
    wanted, unwanted = (
        method_ids(expected.get(name, ()), catalogue) == frozenset(given.get(name, ()))
        for name in ("payout_methods", "payout_methods_excluded")
    )
    return Outcome(
        asked,
        found.intent.id.replace("-", "_") if found.intent else OUT_OF_SCOPE,
        platform_ids(expected.get("platforms", ()), catalogue) == frozenset(given.get("platforms", ())),
        wanted and unwanted,
        found.language == asked.language,
        frozenset(given.get("platforms_unlisted", ())),
    )


def lines(outcomes: Sequence[Outcome]) -> list[str]:
    """The report in lines: a table by language, then what went otherwise."""
    rows = [_row(language, [one for one in outcomes if one.asked.language == language]) for language in _LANGUAGES]
    table = [_row("", None), *(row for row in rows if row), _row("all", outcomes)]
    confused = Counter((one.asked.intent, one.intent) for one in outcomes if not one.right)
    pairs = [f"{count:3}  {expected} -> {found}" for (expected, found), count in confused.most_common()]
    others = [told for one in outcomes for told in _told(one)]
    return [
        *(row for row in table if row),
        *(["", "Confused:", *pairs] if pairs else []),
        *(["", *others] if others else []),
    ]


def _row(label: str, outcomes: Sequence[Outcome] | None) -> str:
    """One line of the table; the heads for None; nothing for no questions."""
    if outcomes is None:
        return f"{'':10}{'intent':>16}{'sites':>12}{'methods':>12}{'declined':>12}{'wrongly':>10}{'language':>12}"
    if not outcomes:
        return ""
    scope, rest = [one for one in outcomes if one.in_scope], [one for one in outcomes if not one.in_scope]
    right = sum(one.right for one in scope)
    share = f"{100 * right / len(scope):.1f}%" if scope else ""
    cells = (
        f"{f'{right}/{len(scope)} {share}':>16}",
        f"{_count(one.platforms for one in outcomes):>12}",
        f"{_count(one.methods for one in outcomes):>12}",
        f"{_count(one.right for one in rest):>12}",
        f"{sum(one.intent == OUT_OF_SCOPE for one in scope):>10}",
        f"{_count(one.language for one in outcomes):>12}",
    )
    return f"{label:10}{''.join(cells)}"


def _count(found: Iterable[bool]) -> str:
    every = list(found)
    return f"{sum(every)}/{len(every)}"


def _told(one: Outcome) -> list[str]:
    """What went otherwise with one question."""
    head = f"{one.asked.id}: {one.asked.text}"
    told = [] if one.right else [f"{head}\n    {one.asked.intent} -> {one.intent}"]
    if not one.platforms:
        told.append(f"{head}\n    other sites than {one.asked.slots.get('platforms', [])}")
    if one.unlisted:
        told.append(f"{head}\n    unrecorded names: {', '.join(sorted(one.unlisted))}")
    if not one.methods:
        told.append(f"{head}\n    other payout methods than {one.asked.slots.get('payout_methods', [])}")
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
