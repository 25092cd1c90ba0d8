"""Writes files so that a reader finds either the old or the new text, never half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from microjob_cli.catalog.errors import MicrojobError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_READABLE = 0o644


def write_text(path: Path, text: str) -> None:
    """Writes a text as UTF-8 in place of a file, keeping its permissions and byte order mark. Raises MicrojobError."""
    target = path.resolve()
    try:
        before = target.read_bytes() if target.exists() else b""
        mark = _BYTE_ORDER_MARK if before.startswith(_BYTE_ORDER_MARK) else b""
        mode = target.stat().st_mode & 0o777 if target.exists() else _READABLE
        _replace(target, mark + text.encode("utf-8"), mode)
    except OSError as problem:
        raise MicrojobError("cannot-write", path=str(path), problem=problem.strerror or str(problem)) from None


def _replace(target: Path, content: bytes, mode: int) -> None:
    """Through a temporary file in the same folder, which then takes the target's name."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
