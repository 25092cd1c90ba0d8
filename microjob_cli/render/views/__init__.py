"""One view a command: its result as a document for people, as items for JSON, and as rows for CSV."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, Protocol

from microjob_cli.render.document import Document
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result


class View(Protocol):
    """What every module of this package offers."""

    def document(self, result: Result, page: Formatter) -> Document: ...

    def items(self, result: Result, page: Formatter) -> Iterable[dict[str, Any]]: ...

    def table(self, result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        """Columns and rows of plain values; None is an empty cell."""


# Commands that share a view; the others have one of their own name.
_SHARED = {
    "advise": "recommend",
    "data export": "data_files",
    "data new": "data_files",
    "data path": "data_files",
    "data schema": "data_files",
}


def view_of(command: str) -> View:
    """The view of a command."""
    name = _SHARED.get(command, command.replace(" ", "_"))
    module: Any = import_module(f"microjob_cli.render.views.{name}")
    return module  # type: ignore[no-any-return]
