"""Reads what lies in a place where a file should be, without waiting for what is none, and writes files whole.

Also the cache folder of the user: what is made from files once, and read back as long as they are unchanged.
"""

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from time import time
from typing import BinaryIO

from microjob_cli.catalog.errors import MicrojobError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_READABLE = 0o644


class NoFile(OSError):
    """A pipe, a device or a folder in the place of a file."""


def stream_of(path: Path) -> BinaryIO:
    """A file, open for reading. Raises OSError, NoFile for what is no file.

    To open a pipe would wait for ever, and some devices never end. What is there may change while it is looked at.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise NoFile(errno.EINVAL, "not a file", str(path))
    return os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb")


def content_of(path: Path, most: int = -1) -> bytes:
    """What a file holds, as far as a reader wants to go. Raises OSError, NoFile for what is no file."""
    with stream_of(path) as stream:
        try:
            held: bytes | None = stream.read(most)
        except OSError as problem:  # as of a broken disk, which does not say of which file
            problem.filename = str(path)
            raise
    if held is None:  # it has nothing to read yet
        raise NoFile(errno.EAGAIN, "not a file", str(path))
    return held


def write_text(path: Path, text: str) -> None:
    """Writes a text as UTF-8, and the folders it is in; keeps the permissions and the byte order mark of a file that is
    there. Raises MicrojobError."""
    target = path.resolve()
    try:
        before = target.read_bytes() if target.exists() else b""
        mark = _BYTE_ORDER_MARK if before.startswith(_BYTE_ORDER_MARK) else b""
        mode = target.stat().st_mode & 0o777 if target.exists() else _READABLE
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, mark + text.encode("utf-8"), mode)
    except OSError as problem:
        raise MicrojobError("cannot-write", path=str(path), problem=problem.strerror or str(problem)) from None


def write_bytes(path: Path, content: bytes) -> str:
    """Writes a file of these bytes, and the folders it is in, and tells where it is. Raises MicrojobError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content, _READABLE)
    except OSError as problem:
        raise MicrojobError("cannot-write", path=str(path), problem=problem.strerror or str(problem)) from None
    return str(path)


def write_whole(target: Path, content: bytes, mode: int = 0o600) -> None:
    """Writes a file so that a reader finds either the old or the new one, never half of it. Raises OSError.

    It is written beside the target, on the disk before it takes the target's name.
    """
    import tempfile

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


# Seconds after which nobody is still writing a file that she began.
_LONG = 3600


def cache_file(kind: str, made_from: Iterable[Path], ending: str) -> Path | None:
    """Where what is made from these files or folders is kept; None where there is no cache folder."""
    from hashlib import sha256

    from platformdirs import user_cache_path

    try:
        name = sha256(b"|".join(os.fsencode(path.resolve()) for path in made_from)).hexdigest()[:16]
        folder = user_cache_path("microjob", appauthor=False)
    except (OSError, RuntimeError):
        return None
    # Without a home it would be a folder called "~" wherever the user stands.
    return folder / f"{kind}-{name}.{ending}" if folder.is_absolute() else None


def fingerprint(paths: Iterable[Path]) -> str | None:
    """What the files are called, their sizes, times and numbers. None if one cannot be seen."""
    from hashlib import sha256

    digest = sha256()
    try:
        for path in paths:
            facts = path.stat()
            digest.update(os.fsencode(path.absolute()))  # a name need not be text
            digest.update(f"|{facts.st_size}|{facts.st_mtime_ns}|{facts.st_ino}\n".encode())
    except OSError:
        return None
    return digest.hexdigest()


def keep(place: Path, content: bytes) -> None:
    """Writes the whole file or nothing; a cache that cannot be written only costs speed."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(place, content)
        _sweep(place)
    except OSError:
        return


def _sweep(place: Path) -> None:
    """Takes away what calls that were killed while they wrote left beside a file, long after."""
    for left in place.parent.glob(f".{place.name}.*"):
        if left.stat().st_mtime < time() - _LONG:
            left.unlink(missing_ok=True)
