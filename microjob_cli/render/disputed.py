"""The mark of a value on which sources disagree, in tables that have no room for what the others say."""

from __future__ import annotations

from typing import Any

from microjob_cli.catalog.facts import Fact
from microjob_cli.render.document import Lines, Span, Table, Tone, line, text_of
from microjob_cli.render.formatter import Formatter

_MARK = " ?"


def marked(told: str, fact: Fact[Any]) -> str:
    """A value in words, with the mark where sources disagree on it."""
    return told + _MARK if fact.disputed else told


def least_told(minimum: Fact[Any], page: Formatter) -> str:
    """A minimum; where sources disagree the highest, with what the others say, for one reckons with both."""
    if minimum.chosen is None:
        return page.say("unknown")
    told = page.bounded(minimum.chosen, page.value(minimum.value))
    if not minimum.disputed:
        return told
    others = page.language.listed([page.value(value) for value in minimum.rivals], page.say("and"))
    return marked(page.say("{minimum} (others: {others})", minimum=told, others=others), minimum)


def with_legend(table: Table, page: Formatter) -> tuple[Table] | tuple[Table, Lines]:
    """A table, and what the mark means where it stands in it."""
    if not any(text_of(cell).endswith(_MARK) for row in table.rows for cell in row):
        return (table,)
    told = page.say("?: sources disagree on it. `{command}` tells all of them.", command="microjob show NAME")
    return (table, Lines((line(Span(told, Tone.QUIET)),)))
