"""What an option or an argument takes: it names one of these as its `autocompletion`.

Nothing is loaded for it until somebody presses Tab.
"""

from collections.abc import Callable, Iterable
from typing import Any

import typer

Offers = list[tuple[str, str]]
Completing = Callable[[typer.Context, str], Offers]


def _recorded(kind: str) -> Completing:
    """Completes to what the records have of that kind."""

    def recorded(ctx: typer.Context, incomplete: str) -> Offers:
        program: Any = ctx.find_root().command  # knows how to name records, of which commands know nothing
        offers: Offers = program.listed(kind, ctx, incomplete)
        return offers

    return recorded


def one_of(words: Iterable[str]) -> Completing:

    def offers(ctx: typer.Context, incomplete: str) -> Offers:
        from microjob_cli.completion_names import harmless, words_begun

        return harmless((word, "") for word in words_begun(incomplete, words))

    return offers


def several_of(words: Iterable[str]) -> Completing:
    """Completes the last of several words with commas between them to one that is not among those before it."""

    def offers(ctx: typer.Context, incomplete: str) -> Offers:
        from microjob_cli.completion_names import harmless, words_begun

        before, comma, last = incomplete.rpartition(",")
        given = before.split(",")
        return harmless((f"{before}{comma}{word}", "") for word in words_begun(last, words) if word not in given)

    return offers


SITES = _recorded("site")
METHODS = _recorded("method")
HOLDERS = _recorded("holder")
TASKS = _recorded("task")
TOPICS = _recorded("topic")
RECORDS = _recorded("record")
FIELDS = _recorded("field")
COUNTRIES = _recorded("country")
