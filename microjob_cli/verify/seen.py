"""Writes into records on which day a page was seen to say so still: nothing else of a file changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.facts import Claim
from microjob_cli.files import write_text
from microjob_cli.storage.folders import LAYOUTS, files_of
from microjob_cli.storage.new_record import amendment
from microjob_cli.storage.reading import LABELS, Document, FieldPath, read_file, read_text
from microjob_cli.storage.references import walk
from microjob_cli.verify.claims_to_find import ClaimToFind

# A text to put in place of the characters from the one to the other.
Fix = tuple[int, int, str]
# The claims of one field of one record that rest on one source.
Wanted = Mapping[tuple[str, str, str], Sequence[Claim[Any]]]


def write_seen(folder: Path, claims: Iterable[ClaimToFind], today: date) -> int:
    """Writes the day into each of the claims that stands in the folder; returns how many these are.

    A file is written whole or not at all. Raises MicrojobError where one cannot be written, Unreadable.
    """
    wanted: dict[tuple[str, str, str], list[Claim[Any]]] = defaultdict(list)
    for one in claims:
        wanted[one.record, one.field, one.claim.source].append(one.claim)
    written = 0
    for layout in (layout for layout in LAYOUTS if layout.part in ("platforms", "transfers")):
        for path in files_of(layout, folder):
            document = read_file(path, str(path))
            fixes = [_fix(document, at, today) for at in _claims_at(document, wanted)]
            if fixes:
                write_text(path, _spliced(document, fixes))
                written += len(fixes)
    return written


def write_own(folder: Path, claims: Iterable[ClaimToFind], today: date) -> int:
    """Writes claims on sites, with the day, as records that only add to the shipped ones. Raises MicrojobError.

    What such a record holds already stays in it.
    """
    by_site: dict[str, list[ClaimToFind]] = defaultdict(list)
    for one in claims:
        if one.part == "platforms":
            by_site[one.record].append(one)
    for site, held in by_site.items():
        path = folder / "platforms" / f"seen-{site}.yaml"
        seen = [(one.field, replace(one.claim, seen=PartialDate(today.year, today.month, today.day))) for one in held]
        before = read_file(path, str(path)).data if path.exists() else {}
        write_text(path, amendment(site, seen, before))
    return sum(map(len, by_site.values()))


def _claims_at(document: Document, wanted: Wanted) -> Iterator[FieldPath]:
    """The paths of the claims in a file that are wanted."""
    listed = isinstance(document.data, list)
    for path, said in walk(document.data):
        if isinstance(said, dict) and "value" in said and "source" in said:
            record = document.data[path[0]] if listed else document.data
            field = document.name_of(path[:-1], (*LABELS, "per"))  # without the place among the claims of the field
            key = (record.get("id", ""), field.partition(".")[2] if listed else field, said["source"])
            if any(_is_written(one.value, said["value"]) for one in wanted.get(key, ())):
                yield path


def _is_written(value: Any, text: Any) -> bool:
    """Whether a file's text is the value: `0.50 USD` and `0.5 USD` are the same."""
    parse = getattr(type(value), "parse", str)
    with suppress(FormError):
        return isinstance(text, str) and bool(parse(text) == value)
    return False


def _fix(document: Document, at: FieldPath, today: date) -> Fix:
    """Puts the day behind `seen` in the claim at a path, or `seen` with the day behind its source."""
    seen = document.values.get((*at, "seen"))
    if seen:
        return seen.start, seen.end, str(today)
    claim, source, key = document.values[at], document.values[(*at, "source")], document.keys[(*at, "source")]
    if document.text[claim.start] == "{":
        return source.end, source.end, f", seen: {today}"
    return source.end, source.end, f"\n{' ' * (key.column - 1)}seen: {today}"


def _spliced(document: Document, fixes: Sequence[Fix]) -> str:
    """The text with the fixes in it; what it says is what it said, but for the days. Raises ValueError otherwise."""
    text = document.text
    for start, end, put in sorted(fixes, reverse=True):
        text = text[:start] + put + text[end:]
    if _without_seen(read_text(text, document.file).data) != _without_seen(document.data):
        raise ValueError(f"{document.file} would no longer say what it said")
    return text


def _without_seen(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _without_seen(inner) for key, inner in node.items() if key != "seen"}
    return [_without_seen(inner) for inner in node] if isinstance(node, list) else node
