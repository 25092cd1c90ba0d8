"""Data as script files, which a page loads from a disk too, where it may fetch nothing."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, json

from microjob_cli.render import html_writer
from microjob_cli.render.document import Block, Line, Table, Where
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.pages import for_page

# What would end a script, or its line, though it stands in quotes.
_ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def script(name: str, value: Any) -> bytes:
    """A script that puts a value where the scripts of the site find it: `window.microjob.data.NAME`."""
    text = json.encode(value).decode().translate(_ESCAPED)
    return f"window.microjob.data.{name}={text};\n".encode()


class Writer(Struct, frozen=True):
    """Puts things into one language, as HTML for scripts to show; `where` tells where spans lead."""

    page: Formatter
    where: Where

    def block(self, *blocks: Block) -> str:
        return str(html_writer.write(for_page(blocks, self.page), self.where)).strip()

    def line(self, told: Line) -> str:
        return str(html_writer.told_line(told, self.where))

    def table(self, table: Table) -> list[str]:
        """The head of a table, then its rows."""
        return [*map(str, html_writer.table_parts(table, self.where))]
