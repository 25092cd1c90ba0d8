"""What Tab offers for an option or an argument, which names one of these as its `autocompletion`.

Only ids and words of closed lists, nothing that a shell would evaluate. Nothing is loaded before somebody presses Tab.
"""

import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import typer

Completing = Callable[[typer.Context, str], list[str]]
_PLAIN = re.compile(r"[\w.,/=][\w.,/=-]*")  # ids of one's own records may be anything


def one_of(words: Iterable[str]) -> Completing:
    return lambda ctx, incomplete: _begun(incomplete, words)


def several_of(words: Iterable[str]) -> Completing:
    """The last of several words with commas between them, and none of those before it."""

    def offers(ctx: typer.Context, incomplete: str) -> list[str]:
        before = incomplete[: incomplete.rfind(",") + 1]
        return _begun(incomplete, [before + word for word in words if word not in before.split(",")])

    return offers


def _begun(typed: str, words: Iterable[str]) -> list[str]:
    """The words that begin so, in any case; each goes on from what was typed, as Typer wants it."""
    begun = {typed + word[len(typed) :]: None for word in words if word.casefold().startswith(typed.casefold())}
    return [word for word in begun if _PLAIN.fullmatch(word)]


def _recorded(*parts: str, also: tuple[str, ...] = ()) -> Completing:
    """The ids in parts of the catalogue, or (of no part) the fields of the record that was named before."""

    def offers(ctx: typer.Context, incomplete: str) -> list[str]:
        with suppress(Exception):  # whatever is wrong, nothing may be said on the line that is being typed
            from microjob_cli.catalog.explaining import field_names, record_named
            from microjob_cli.questions.indexes import lists_of
            from microjob_cli.storage.folders import own_records
            from microjob_cli.storage.opening import open_catalogue

            data = ctx.params.get("data") or ctx.find_root().params.get("data")
            catalogue, _ = open_catalogue(lists_of, Path(data).expanduser() if data else None, own_records(os.environ))
            ids = [key for part in parts for key in getattr(catalogue, part)]
            return _begun(incomplete, [*ids, *also] or field_names(record_named(ctx.params["name"], catalogue)))
        return []

    return offers


SITES, METHODS, HOLDERS = _recorded("platforms"), _recorded("methods"), _recorded("platforms", "methods")
TASKS, COUNTRIES, TOPICS = _recorded("task_types"), _recorded("countries"), _recorded("guides", also=("income",))
RECORDS, FIELDS = _recorded("platforms", "methods", "transfers"), _recorded()
