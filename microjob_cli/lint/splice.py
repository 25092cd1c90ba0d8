"""Mends of YAML text that leave everything around them as it is, comments too."""

import re
from typing import Any

from microjob_cli.catalog.findings import Fix
from microjob_cli.storage.reading import Document, FieldPath

_DASH = re.compile(r"[ \t]*-[ \t]+")
_COMMENT = re.compile(r"(?m)(?:^|[ \t])#")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r?\n|$)")


def without_item(document: Document, path: FieldPath) -> Fix | None:
    """Takes one item out of a list, with its comma or its lines.

    None where that might take a comment too, or would leave nothing of the list.
    """
    around = document.values.get(path[:-1])
    if around is None or path not in document.values:
        return None
    in_brackets = document.text[around.start : around.start + 1] == "["
    return _without_flow_item(document, path) if in_brackets else _without_block_item(document, path)


def replaced(document: Document, path: FieldPath, text: str, *, key: bool = False) -> Fix | None:
    """Puts another text in place of a plain value or key; None when it is quoted or the like."""
    mark = document.keys.get(path) if key else document.values.get(path)
    node = path[-1] if key else value_at(document, path)
    if mark is None or document.text[mark.start : mark.end] != node:
        return None
    return Fix(mark.start, mark.end, text)


def value_at(document: Document, path: FieldPath) -> Any:
    node = document.data
    for step in path:
        node = node[step]
    return node


def _without_flow_item(document: Document, path: FieldPath) -> Fix | None:
    *around, index = path
    mark = document.values[path]
    following = document.values.get((*around, int(index) + 1))
    before = document.values.get((*around, int(index) - 1))
    if following:
        start, end = mark.start, following.start
    elif before:
        start, end = before.end, mark.end
    else:
        start, end = mark.start, mark.end
    between = document.text[start : mark.start] + document.text[mark.end : end]
    return None if "#" in between else Fix(start, end, "")


def _without_block_item(document: Document, path: FieldPath) -> Fix | None:
    mark, text = document.values[path], document.text
    inside = text[mark.start : mark.end]
    start = text.rfind("\n", 0, mark.start) + 1
    rest = _REST_OF_LINE.match(text, mark.end)
    end = mark.end if inside.endswith("\n") else rest.end() if rest else None
    alone = len(value_at(document, path[:-1])) == 1
    if end is None or alone or not _DASH.fullmatch(text, start, mark.start) or _COMMENT.search(inside):
        return None
    return Fix(start, end, "")
