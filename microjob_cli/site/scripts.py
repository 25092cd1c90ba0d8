"""Data as script files, which a page loads from a disk too, where it may fetch nothing."""

from __future__ import annotations

import json
from typing import Any

from microjob_cli.render.document import Line, Tone

# What would end a script, or its line, though it stands in quotes.
_ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def script(name: str, value: Any) -> bytes:
    """A script that puts a value where the scripts of the site find it: `window.microjob.data.NAME`."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    return f"window.microjob.data.{name}={text};\n".encode()


def told(line: Line) -> list[Any]:
    """A line for scripts: plain text as it is, any other as text and tone."""
    return [span.text if span.tone is Tone.PLAIN else [span.text, str(span.tone)] for span in line if span.text]
