"""Answers cut to what an assistant can be given at once: 10 kB with all that is around them."""

import json
from collections.abc import Iterator
from typing import Any

from microjob_cli.render.render import note_item
from microjob_cli.settings import Settings

Json = dict[str, Any]
_MOST, _MOST_TEXT = 7_000, 2_400  # bytes


def shortened(answer: Json, settings: Settings) -> Json:
    """The answer if it is short enough. Else with a note, and without what other calls tell: the claims behind a fact
    (`why`) and of a question the answer of the command that it names; then each time half of the longest list goes.
    """
    if _size(answer) <= _MOST:
        return answer
    brief: Json = json.loads(json.dumps(answer))
    if answer["command"] != "why":
        _leave_out(brief["items"])
    brief["notes"].append(note_item("shortened", settings, command=f"microjob {answer['command']} -f json"))
    while _size(brief) > _MOST and (lists := [one for one in _lists(brief["items"]) if one]):
        longest = max([one for one in lists if len(one) > 1] or lists, key=_size)
        del longest[len(longest) // 2 :]
        _keep_named_sources(brief["items"])
    return brief


def _keep_named_sources(items: list[Json]) -> None:
    """Of `why`, the sources of what is left."""
    for item in items:
        if isinstance(item.get("sources"), dict):
            left = json.dumps([item["fact"], item["statements"]])
            item["sources"] = {key: one for key, one in item["sources"].items() if json.dumps(key) in left}


def _leave_out(value: Any) -> None:
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _leave_out(inner)
    if isinstance(value, dict):
        if isinstance(value.get("claims"), list):
            value["claims"] = []
        if isinstance(value.get("answer"), dict):
            value["answer"] = None


def _lists(value: Any) -> Iterator[list[Any]]:
    if isinstance(value, list):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _lists(inner)


def _size(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False).encode())


def cut(text: str) -> str:
    """As many whole lines of a text as there is room for."""
    kept: list[str] = []
    room = _MOST_TEXT
    for row in text.splitlines():
        room -= len(row.encode()) + 2  # a line's end takes two signs in JSON
        if room < 0:
            return "\n".join([*kept, "…"])
        kept.append(row)
    return "\n".join(kept)
