"""Platform records that the program writes: one to fill in, where it goes, and one that adds claims to another."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.platform import Platform
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


_LISTS = {"payouts": "method", "tasks": "task"}
_NOTED = ("as_of", "seen", "since", "until")


def amendment(platform: str, claims: Iterable[tuple[str, Claim[Any]]], before: Mapping[str, Any]) -> str:
    """The text of a record that adds these claims, each under the dotted name of its field, to a platform.

    `before` is what the record held; of the same claim the new one stays.
    """
    import yaml

    record: dict[str, Any] = {"amends": platform, **before}
    for field, claim in claims:
        first, *rest = field.split(".")
        held = record.setdefault(first, {} if rest and first not in _LISTS else [])
        if first in _LISTS:
            label, name = _LISTS[first], rest[0]
            entry = next((one for one in held if one[label] == name), None)
            if entry is None:
                held.append(entry := {label: name})
            held = entry
        if rest:
            held = held.setdefault(rest[-1], [])
        held[:] = [one for one in held if (one["value"], one["source"]) != (str(claim.value), claim.source)]
        noted = [name for name in _NOTED if getattr(claim, name)]
        told = ("value", "source", *noted, "confidence", "bound", "basis")
        held.append({name: str(getattr(claim, name)) for name in told})
    return str(yaml.safe_dump(record, allow_unicode=True, sort_keys=False))
