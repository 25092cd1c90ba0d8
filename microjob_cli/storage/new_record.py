"""A new platform record: the text to fill in, and where it goes."""

from collections.abc import Mapping
from pathlib import Path

from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.catalog.platform import Platform
from microjob_cli.files import write_text
from microjob_cli.storage.folders import LAYOUTS, Layout, folder_for_own, shown

_LAYOUT: Layout = next(layout for layout in LAYOUTS if layout.kind is Platform)
_TEMPLATE = Path(__file__).with_name("new_platform.yaml")
_SAID = "source: my-source, as_of: 2026-01-31, confidence: medium"


def template(key: str) -> str:
    """The text of a record of which only the id is known."""
    quoted = f'"{key}"'  # no is a word of YAML, 2026 a number
    text = _TEMPLATE.read_text(encoding="utf-8")
    for mark, value in {"@id": quoted, "@name": quoted, "@said": _SAID}.items():
        text = text.replace(mark, value)
    return f"{_LAYOUT.editor_line}\n{text}"


def new_file(key: str, folder: Path) -> Path:
    """Where the record of that id goes. Raises UsageProblem for one that is there."""
    path = folder / _LAYOUT.where / f"{key}.yaml"
    there = next((one for one in (path, path.with_suffix(".yml")) if one.exists() or one.is_symlink()), None)
    if there:
        raise UsageProblem("record-there", path=shown(there))
    return path


def write(key: str, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise MicrojobError("cannot-write", path=shown(path), problem=problem.strerror or str(problem)) from None
    write_text(path, template(key))


def destination(into: Path | None, data: Path | None, variables: Mapping[str, str], *, own: bool) -> Path:
    """The folder to write into: one's own, else the named one, else `data` here if it holds records.

    Raises UsageProblem.
    """
    if own:
        if into:
            raise UsageProblem("own-or-into")
        return folder_for_own(variables)
    named = into or data
    if named is None:
        here = Path("data")
        if any((here / layout.where).exists() for layout in LAYOUTS):
            return here
        raise UsageProblem("no-record-folder")
    folder = named.parent if named.name == _LAYOUT.where else named
    if not folder.is_dir():
        raise UsageProblem("no-such-into", folder=str(named))
    return folder
