"""The files of a new platform record: their text, and writing them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from microjob_cli.domain.drafts import Draft, DraftOption, Written
from microjob_cli.domain.errors import MicrojobError, RecordsBroken, UsageProblem
from microjob_cli.domain.facts import Source
from microjob_cli.domain.platform import Platform
from microjob_cli.store.folders import folder_for_own, shipped_folder, shown
from microjob_cli.store.layouts import LAYOUTS, Layout
from microjob_cli.store.reading import Unreadable, read_file, read_text
from microjob_cli.store.template import OPTION_PARTS, PARTS, REST, SOURCE, Part
from microjob_cli.store.writing import locked, write_text

_LAYOUT: Mapping[type, Layout] = {layout.kind: layout for layout in LAYOUTS}
_HEADER = """\
# A line that begins with "#" and no space is an example: put in what a source says, and take the "#" away.
# Leave the others as they are: unknown is a good answer. What another source says is one more line under its key;
# the source itself goes into sources.yaml. The whole format: docs/records.md
"""
# Text that YAML reads as it stands, wherever a value may be; what it takes for a number or for a word of its own is
# quoted all the same.
_WORD = r"[\w\u0980-\u09ff./%?&=~+-]*"
_PLAIN = re.compile(rf"(?:https?://)?[A-Za-z0-9\u0985-\u09b9]{_WORD}(?: [\w\u0980-\u09ff./%]{_WORD})*")
_NUMBER = re.compile(r"[0-9][0-9_.eE+-]*|0[xXoO][0-9a-fA-F_]+")
_WORDS = frozenset("yes no true false null none on off y n".split())


def record_folder(named: Path | None) -> Path:
    """The folder to write into: the named one, else `data` here if it holds records. Raises UsageProblem."""
    here = Path("data")
    if named is None:
        if any((here / layout.where).exists() for layout in LAYOUTS):
            return here
        raise UsageProblem("no-record-folder")
    folder = named.parent if named.name == _LAYOUT[Platform].where else named
    if not folder.is_dir():
        raise UsageProblem("no-such-into", folder=str(named))
    return folder


def own_records(into: Path | None, variables: Mapping[str, str]) -> Path:
    """The folder of the user's own records, made if it is not there. Raises UsageProblem, MicrojobError."""
    if into is not None:
        raise UsageProblem("own-or-into")
    folder = folder_for_own(variables)
    _make(folder)
    return folder


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise MicrojobError("cannot-write", path=shown(folder), problem=problem.strerror or str(problem)) from None


def not_shipped(folder: Path) -> Path | None:
    """The folder, unless it is that of the shipped records."""
    return None if folder.resolve() == shipped_folder().resolve() else folder


def write(draft: Draft, folder: Path, *, new_source: bool, force: bool, always: bool = False) -> Written:
    """Writes the record and its source. The source goes first: a record without it would break all others.

    `always`: the folder is that of the user's own records. Raises UsageProblem if there is a record and it is not to be
    replaced, MicrojobError if it cannot be written.
    """
    with locked(folder):  # two that add to the same sources would lose one of them
        return _write(draft, folder, new_source=new_source, force=force, always=always)


def _write(draft: Draft, folder: Path, *, new_source: bool, force: bool, always: bool) -> Written:
    path = _record_file(folder, draft.id)
    replaced = path.exists()
    if replaced and not force:
        raise UsageProblem("record-there", path=shown(path))
    sources = folder / _LAYOUT[Source].where
    if new_source:
        write_text(sources, _with_source(sources, draft.source))
    _make(path.parent)
    write_text(path, platform_text(draft))
    own = None if always else not_shipped(folder)
    return Written(
        id=draft.id,
        name=draft.name,
        file=shown(path),
        source=draft.source.id,
        sources_file=shown(sources) if new_source else None,
        replaced=replaced,
        own=shown(own) if own else None,
        always=always,
    )


def _record_file(folder: Path, key: str) -> Path:
    """Where the record of that id is, or is to be."""
    platforms = folder / _LAYOUT[Platform].where
    other_ending = platforms / f"{key}.yml"
    return other_ending if other_ending.exists() else platforms / f"{key}.yaml"


def platform_text(draft: Draft) -> str:
    """The record of a draft: what is known, and the other keys as examples to fill in."""
    known = dict(_known(draft))
    head = (
        f"{_LAYOUT[Platform].editor_line}\n{_HEADER}"
        f"id: {scalar(draft.id)}\nname: {scalar(draft.name)}\nwebsite: {scalar(draft.website)}\n"
    )
    return head + "".join(_part(part, known.get(part.key), draft) for part in PARTS)


def _part(part: Part, known: str | None, draft: Draft, indent: str = "") -> str:
    """A key with its explanation: as it is known, else as an example."""
    about = f"{indent}# {part.about}\n"
    lines = (known or _filled(part.example, draft)).splitlines()
    return about + "".join(f"{indent}{'' if known else '#'}{line}\n" for line in lines)


def _known(draft: Draft) -> Iterator[tuple[str, str]]:
    """The keys of which something is known, as they are written."""
    yield "aliases", f"aliases: {{bn: [{scalar(draft.bengali_name)}]}}" if draft.bengali_name else "aliases: {}"
    yield "status", f"status:\n  {_claim(draft.status, draft)}"
    if draft.successor:
        yield "successor", f"successor:\n  {_claim(scalar(draft.successor), draft)}"
    if draft.accepts:
        yield "accepts", f"accepts:\n  {scalar(draft.country)}:\n    {_claim(draft.accepts, draft)}"
    if draft.payouts:
        yield "payouts", "payouts:\n" + "".join(_option(option, draft) for option in draft.payouts)
    if draft.warning:
        told = (f"en: {scalar(draft.warning.en)}", f"bn: {scalar(draft.warning.bn)}", *_rest(draft))
        yield "warnings", f"warnings:\n  - code: {draft.warning.code}\n    " + "\n    ".join(told)


def _option(option: DraftOption, draft: Draft) -> str:
    known = {"minimum": f"minimum:\n  {_claim(option.minimum, draft)}"} if option.minimum else {}
    head = f"  - method: {scalar(option.method)}\n    offered:\n      {_claim('yes', draft)}\n"
    return head + "".join(_part(part, known.get(part.key), draft, "    ") for part in OPTION_PARTS)


def _claim(value: object, draft: Draft) -> str:
    return f"- {{value: {value}, {', '.join(_rest(draft))}}}"


def _rest(draft: Draft) -> tuple[str, ...]:
    """What follows the value of every claim."""
    dated = (f"as_of: {draft.source.date}",) if draft.source.date else ()
    return (f"source: {scalar(draft.source.id)}", *dated, f"confidence: {draft.confidence}")


def _filled(example: str, draft: Draft) -> str:
    """An example with the draft's own source and country: in one line, or below each other where it stands alone."""
    rest = _rest(draft)
    alone = re.sub(rf"^( +){REST}$", lambda found: "\n".join(f"{found[1]}{part}" for part in rest), example, flags=re.M)
    filled = alone.replace(REST, ", ".join(rest)).replace(SOURCE, scalar(draft.source.id))
    return filled.replace("  BD:", f"  {scalar(draft.country)}:")


def scalar(text: str | None) -> str:
    """A text as YAML reads it back, whatever is in it; null for none."""
    if text is None:
        return "null"
    plain = _PLAIN.fullmatch(text) and not _NUMBER.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)


def _with_source(path: Path, source: Source) -> str:
    """The sources file with one more entry at its end, all else as it was. Raises UsageProblem, RecordsBroken."""
    if not path.exists():
        return f"{_LAYOUT[Source].editor_line}\n{source_text(source)}"
    try:
        before = read_file(path, shown(path))
    except Unreadable as problem:
        raise RecordsBroken((problem.finding,)) from None
    end = "\r\n" if "\r\n" in before.text else "\n"
    gap = "" if not before.text or before.text.endswith("\n") else end
    text = before.text + gap + source_text(source).replace("\n", end)
    if not _holds(text, before.data or {}, source):
        raise UsageProblem("cannot-append", path=shown(path), id=source.id)
    return text


def _holds(text: str, before: object, source: Source) -> bool:
    """Whether a text still holds what it held before, and the source."""
    try:
        data = read_text(text, "").data
    except Unreadable:
        return False
    return isinstance(data, dict) and data.pop(source.id, None) is not None and data == before


def source_text(source: Source) -> str:
    """A source as the file of sources writes it."""
    dated = f"  date: {source.date}\n" if source.date else ""
    return (
        f"{scalar(source.id)}:\n  title: {json.dumps(source.title, ensure_ascii=False)}\n"
        f"  address: {json.dumps(source.address, ensure_ascii=False)}\n  kind: {source.kind}\n{dated}"
    )
