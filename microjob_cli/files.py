"""Reads what lies in a place where a file should be, and does not wait for what is none."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


class NoFile(OSError):
    """A pipe, a device or a folder in the place of a file."""


def content_of(path: Path, most: int = -1) -> bytes:
    """What a file holds, as far as a reader wants to go. Raises OSError, NoFile for what is no file.

    To open a pipe would wait for ever, and some devices never end. What is there may change while it is looked at.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise NoFile(errno.EINVAL, "not a file", str(path))
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        try:
            held: bytes | None = stream.read(most)
        except OSError as problem:  # as of a broken disk, which does not say of which file
            problem.filename = str(path)
            raise
    if held is None:  # it has nothing to read yet
        raise NoFile(errno.EAGAIN, "not a file", str(path))
    return held
