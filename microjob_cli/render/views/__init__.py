"""One view a command: its result as a document for people, as items for JSON, and as rows for CSV."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Protocol

from microjob_cli.render.document import Block, Document, Sheet
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json
from microjob_cli.result import Result


class View(Protocol):
    """What every module of this package offers."""

    def document(self, result: Result, page: Formatter) -> Iterable[Block]: ...

    def items(self, result: Result, page: Formatter) -> Iterable[Json]: ...

    def table(self, result: Result, page: Formatter) -> Sheet: ...


# Commands that share a view; the others have one of their own name.
_SHARED = {"advise": "recommend"} | dict.fromkeys(
    ("data export", "data new", "data path", "data schema", "site build"), "files"
)


def view_of(command: str) -> View:
    """The view of a command."""
    name = _SHARED.get(command, command.replace(" ", "_"))
    module: Any = import_module(f"microjob_cli.render.views.{name}")
    return module  # type: ignore[no-any-return]


def blocks_of(result: Result, page: Formatter) -> Document:
    """An answer for people."""
    return tuple(view_of(result.command).document(result, page))
