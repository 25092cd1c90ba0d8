"""A name that also names a record of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.names import fold
from microjob_cli.lint.names import Written, all_names
from microjob_cli.lint.records import Records
from microjob_cli.lint.rule import Rule, Scope


def check(subject: Records, records: Records) -> Iterator[Finding]:
    """Names shared between platforms, payout methods and task types.

    Records of the same id are left out: they are one thing in two roles, as FaucetPay is a site and a wallet.
    """
    first: dict[str, Written] = {}
    for name in all_names(records):
        other = first.setdefault(fold(name.text), name)
        if other.entry.kind is not name.entry.kind and other.entry.id != name.entry.id:
            yield RULE.finding(name.place, found=name.text, expected=(other.entry.id,), hint=other.place.file)


RULE = Rule(
    "name-shared",
    Scope.ALL,
    Level.WARNING,
    check,
    reason="A question with such a word in it can be understood in two ways.",
)
