"""Rules for the words and examples by which questions are understood."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.catalog.questions import Examples, Intent, IntentWeights, Refusal, Word
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Scope, fault, rule


@rule("examples-of-nothing", Scope.RECORD, reason="A question that is an example of nothing cannot be answered.")
def examples_of_nothing(entry: Entry, records: Records) -> Iterator[Finding]:
    """Example questions whose id names neither an intent nor a refusal."""
    known = (*records.ids.get(Intent, ()), *records.ids.get(Refusal, ()))
    if entry.kind is Examples and entry.id not in known:
        yield fault(entry.id_place(), found=entry.id, expected=known)


@rule(
    "leanings-outdated",
    Scope.ALL,
    level=Level.WARNING,
    reason="What is written into words and examples is understood only once it has been learnt.",
)
def leanings_outdated(records: Records) -> Iterator[Finding]:
    """Leanings that were learnt from other words or examples; nothing while a file cannot be read."""
    if not records.complete:
        return
    learnt = learnt_from(records)
    for entry in records.of(IntentWeights):
        if entry.data.get("learnt_from") != learnt:
            yield fault(entry.place(("learnt_from",)), found=entry.id)


def learnt_from(records: Records) -> str:
    """A digest of all words and examples."""
    told = sorted((entry.kind.__name__, entry.id, entry.data) for entry in records.of(Word, Examples))
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
