"""Rules for files: their first line, their name, the ids in them, and characters that nobody sees."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

from microjob_cli.catalog.catalogue import Country
from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.catalog.text import HARMFUL
from microjob_cli.lint.rule import Entry, Records, fault, rule
from microjob_cli.storage.loading import RecordFile
from microjob_cli.storage.references import walk

_LINE = re.compile(r"# yaml-language-server: \$schema=(?:\S*/)?(?P<name>\w+)\.json\r?")
# What else is not seen in a record, joiners that do not follow a Bengali character, for only there are they needed, and
# more marks on a letter than any word has: they spill over the lines around it.
_SHAPELESS = "[\u2800\ufe00-\ufe0f]"
_LOOSE_JOINER = "(?<![\u0980-\u09ff\u200c\u200d])[\u200c\u200d]+"
_STACKED = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}"
_HIDDEN = re.compile("|".join((HARMFUL, _SHAPELESS, _LOOSE_JOINER, _STACKED)))
_LINE_END = "\r"
# A dot may stand inside a number only, as in bd-remittance-2.5.
_ID = re.compile(r"[a-z0-9]+(?:(?:-|(?<=[0-9])\.(?=[0-9]))[a-z0-9]+)*")


@rule(RecordFile, "With it an editor offers the keys while one types, and underlines what is wrong.", Level.WARNING)
def editor_line(file: RecordFile, records: Records) -> Iterator[Finding]:
    """Files whose first line names no schema, or that of another kind."""
    match = _LINE.fullmatch(file.document.text.split("\n", 1)[0])
    if match is None or match["name"] != file.layout.schema_name:
        yield fault(file.document.place_at(0), expected=(file.layout.editor_line,))


@rule(RecordFile, "Such characters make two different names look the same, or a line say something else than it holds.")
def harmful_character(file: RecordFile, records: Records) -> Iterator[Finding]:
    """Such characters anywhere in a file, comments included, and those that quoted texts spell out as escapes."""
    document = file.document
    for match in _HIDDEN.finditer(document.text):
        if match[0] != _LINE_END:
            start = match.start()
            # The text that it is in; the whole file where it is in none.
            around = (path for path, mark in document.values.items() if mark.start <= start < mark.end)
            place = document.place_at(start, next(around, ()))
            yield fault(place, found=code_point(match[0][0]), hint=named(match[0][0]))
    for path, text in walk(document.data):
        found = _HIDDEN.search(text) if isinstance(text, str) else None
        mark = document.values.get(path)
        if found and mark and not _HIDDEN.search(document.text, mark.start, mark.end):
            yield fault(document.place(path), found=code_point(found[0][0]), hint=named(found[0][0]))


def code_point(character: str) -> str:
    """`U+200B`."""
    return f"U+{ord(character):04X}"


def named(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`."""
    return f"{code_point(character)} {unicodedata.name(character, '')}".strip()


@rule(Entry, "Who looks for a record looks for its file.")
def file_name(entry: Entry, records: Records) -> Iterator[Finding]:
    """One record a file is named for its id, a list of records for the country that they are about."""
    key = {"record": "id", "list": "country"}.get(entry.layout.shape, "")
    expected = entry.data.get(key)
    if entry.amends or entry.layout.one_file or not isinstance(expected, str):
        return
    stem = PurePath(entry.document.file).stem
    if stem.casefold() != expected.casefold():
        yield fault(entry.place((key,)), found=stem, expected=(expected,), hint=key)


@rule(Entry, "Ids are typed in commands and stand in scripts: they must look the same everywhere.")
def id_form(entry: Entry, records: Records) -> Iterator[Finding]:
    """Small letters and digits, single hyphens between them."""
    if entry.id and entry.kind is not Country and not _ID.fullmatch(entry.id):
        kebab = re.sub(r"[^a-z0-9]+", "-", entry.id.casefold()).strip("-")
        yield fault(entry.id_place(), found=entry.id, expected=(kebab or "example-gigs",))
