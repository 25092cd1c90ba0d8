"""Leanings are learnt from the words and examples as they are now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from microjob_cli.domain.asking.records import Examples, Leaning, Word
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Records
from microjob_cli.lint.rule import Rule, Scope


def check(subject: Records, records: Records) -> Iterator[Finding]:
    """Leanings that were learnt from other words or examples; nothing while a file cannot be read."""
    if not records.complete:
        return
    learnt = learnt_from(records)
    for entry in records.of(Leaning):
        if entry.data.get("learnt_from") != learnt:
            yield RULE.finding(entry.place(("learnt_from",)), found=entry.id)


def learnt_from(records: Records) -> str:
    """A digest of all words and examples."""
    told = sorted((entry.kind.__name__, entry.id, entry.data) for entry in records.of(Word, Examples))
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


RULE = Rule(
    "leanings-outdated",
    Scope.ALL,
    Level.WARNING,
    check,
    reason="What is written into words and examples is understood only once it has been learnt.",
)
