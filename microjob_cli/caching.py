"""The user's cache folder: what is made from files once, and read back as long as they are unchanged."""

import os
from collections.abc import Iterable
from pathlib import Path
from time import time

from microjob_cli.files import write_whole

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
