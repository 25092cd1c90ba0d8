"""What an option or an argument takes: it names one of these as its `autocompletion`.

Nothing is loaded for it until somebody presses Tab.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum

import typer

Offers = list[tuple[str, str]]
Completing = Callable[[typer.Context, str], Offers]


class Kind(StrEnum):
    """What is looked up in the records."""

    SITE = "site"
    METHOD = "method"
    HOLDER = "holder"
    TASK = "task"
    TOPIC = "topic"
    RECORD = "record"
    FIELD = "field"
    COUNTRY = "country"
    SOURCE = "source"


class FilesMeant(Exception):
    """A file or a folder belongs here: the shell knows best how to complete those."""


def _recorded(kind: Kind) -> Completing:
    """Completes to what the records have of that kind."""

    def offers(ctx: typer.Context, incomplete: str) -> Offers:
        from microjob_cli.completion.listing import listed

        return listed(kind, ctx, incomplete)

    return offers


def one_of(words: Iterable[str]) -> Completing:
    """Completes to one of these words."""

    def offers(ctx: typer.Context, incomplete: str) -> Offers:
        from microjob_cli.domain.beginnings import words_begun

        return [(word, "") for word in words_begun(incomplete, words)]

    return offers


def several_of(words: Iterable[str]) -> Completing:
    """Completes the last of several words with commas between them to one that is not among those before it."""

    def offers(ctx: typer.Context, incomplete: str) -> Offers:
        from microjob_cli.domain.beginnings import words_begun

        before, comma, last = incomplete.rpartition(",")
        given = before.split(",")
        return [(f"{before}{comma}{word}", "") for word in words_begun(last, words) if word not in given]

    return offers


def files(ctx: typer.Context, incomplete: str) -> Offers:
    """Leaves completing to the shell."""
    raise FilesMeant


SITES = _recorded(Kind.SITE)
METHODS = _recorded(Kind.METHOD)
HOLDERS = _recorded(Kind.HOLDER)
TASKS = _recorded(Kind.TASK)
TOPICS = _recorded(Kind.TOPIC)
RECORDS = _recorded(Kind.RECORD)
FIELDS = _recorded(Kind.FIELD)
COUNTRIES = _recorded(Kind.COUNTRY)
SOURCES = _recorded(Kind.SOURCE)
