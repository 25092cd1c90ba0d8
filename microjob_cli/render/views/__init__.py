"""One view a command: its result as a document for people, as items for JSON, and as rows for CSV.

The remarks of an answer stand behind it: a line each; on a screen all in one, and only what the answer leaves out.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, Protocol

from microjob_cli.render.document import Block, Document, Lines, Sheet, Tone, line, quiet
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json
from microjob_cli.result import Result


class View(Protocol):
    """What every module of this package offers."""

    def document(self, result: Result, page: Formatter) -> Iterable[Block]: ...

    def items(self, result: Result, page: Formatter) -> Iterable[Json]: ...

    def table(self, result: Result, page: Formatter) -> Sheet: ...


# What a screen tells only where an explanation is asked for.
_EXPLAINING = ("sampled", "rule-breaking-left-out", "rate-old")
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


def with_remarks(document: Document, result: Result, page: Formatter) -> Document:
    """The answer with its remarks; on a screen below what it says quietly at its end."""
    sentences = remarks_told(result, page)
    if not sentences:
        return document
    return below(document, [" ".join(sentences)] if page.folded else sentences, page)


def below(document: Document, sentences: Sequence[str], page: Formatter) -> Document:
    """The answer with quiet sentences at its end; on a screen no empty line parts them from those that stand there."""
    told = tuple(line(quiet(one)) for one in sentences)
    last = document[-1] if document else None
    if page.folded and isinstance(last, Lines) and all(span.tone is Tone.QUIET for one in last.lines for span in one):
        return (*document[:-1], Lines((*last.lines, *told)))
    return (*document, Lines(told))


def remarks_told(result: Result, page: Formatter) -> list[str]:
    """The sentences of the remarks; on a screen without those that its document tells."""
    if not page.folded:
        return [page.coded(remark) for remark in result.remarks]
    explained = () if result.query.get("explain") else _EXPLAINING
    told = (*explained, *getattr(view_of(result.command), "TELLS", ()))
    return [page.coded(remark) for remark in result.remarks if not remark.code.startswith(told)]
