"""Documents of the invented records, and how they look on a terminal."""

from __future__ import annotations

import re
from typing import Protocol

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.commands import compare, show
from microjob_cli.commands import list as list_command
from microjob_cli.render import text_writer
from microjob_cli.render.document import Document
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views import blocks_of
from microjob_cli.result import Result
from microjob_cli.terminal import Screen
from tests.making import settings_for
from tests.running import Answer

PAINT = re.compile("\x1b(?:\\[[0-9;]*m|\\]8;[^\x1b]*\x1b\\\\)")


class OnTerminal(Protocol):
    """Runs `microjob` with these words on a terminal of that many columns."""

    def __call__(self, columns: int, /, *words: str) -> Answer: ...


def results(catalogue: Catalogue) -> dict[str, Result]:
    """One answer of each of these commands."""
    call = settings_for(catalogue)
    return {
        "list": list_command.run(call),
        "show": show.run(call, "examplegigs"),
        "show-closed": show.run(call, "closedjobs"),
        "compare": compare.run(call, ["examplegigs", "blogonly", "paypalonly"]),
    }


def document(result: Result, page: Formatter) -> Document:
    return blocks_of(result, page)


def drawn(document: Document, width: int, *, colour: bool = False) -> str:
    """What a terminal of that width is sent."""
    return text_writer.write(document, Screen(width, styled=True, coloured=colour, placed=True))
