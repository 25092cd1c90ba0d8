"""The gettext catalogue of a language: the compiled one that the package carries, else compiled from its source."""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from microjob_cli import files
from microjob_cli.files import content_of

FOLDER = Path(__file__).parent / "catalogues"


@cache
def catalogue(code: str) -> GNUTranslations:
    """The sentences of a language by their English."""
    carried = FOLDER / f"{code}.mo"
    return _opened(carried.read_bytes()) if carried.exists() else _cached(FOLDER / f"{code}.po")


def compiled(source: Path) -> bytes:
    """A catalogue's source in the form that gettext reads."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = BytesIO()
    with source.open("rb") as stream:
        write_mo(made, read_po(stream, abort_invalid=True))
    return made.getvalue()


def _cached(source: Path) -> GNUTranslations:
    """In a checkout: compiled once for each state of the source. The cached file begins with a line of that state."""
    key = files.fingerprint([source])
    place = files.cache_file("sentences", [source], "mo")
    if key and place:
        try:
            state, _, content = content_of(place).partition(b"\n")
            if state.decode() == key:
                return _opened(content)
        except (OSError, ValueError):
            pass
    content = compiled(source)
    if key and place:
        files.keep(place, key.encode() + b"\n" + content)
    return _opened(content)


def _opened(content: bytes) -> GNUTranslations:
    return GNUTranslations(BytesIO(content))
