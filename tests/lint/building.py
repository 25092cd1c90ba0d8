"""A minimal folder of records that nothing is wrong with, and cases that change it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SITE = "platforms/examplegigs.yaml"
METHOD = "payout_methods/bkash.yaml"
TASKS = "task_types.yaml"
SOURCES = "sources.yaml"
TRANSFERS = "transfers/bd.yaml"

# Lines 1 to 9; what a case adds begins on line 10.
SITE_TEXT = """\
# yaml-language-server: $schema=../schema/platform.json
id: examplegigs
name: ExampleGigs
website: https://examplegigs.com
aliases:
  en: [Example Gigs Online]
  bn: [এক্সাম্পল গিগস]
status:
  - {value: active, source: page, as_of: 2024-05, confidence: medium}
"""
FILES = {
    SITE: SITE_TEXT,
    METHOD: """\
# yaml-language-server: $schema=../schema/payout_method.json
id: bkash
name: {en: bKash, bn: বিকাশ}
kind: mobile-wallet
currency: BDT
country: BD
aliases: {banglish: [bikash]}
""",
    TASKS: """\
# yaml-language-server: $schema=schema/task_types.json
survey:
  name: {en: Surveys, bn: জরিপ}
  about: {en: You answer questions., bn: প্রশ্নের উত্তর দেন।}
  aliases: {banglish: [jorip]}
""",
    # The page is dated, the forum and the official page are not.
    SOURCES: """\
# yaml-language-server: $schema=schema/sources.json
page: {title: "example.com: a page", address: "https://example.com/page", kind: blog, date: 2024-05}
""",
}
# A second site, for what is wrong between two records.
OTHER = "platforms/othergigs.yaml"
OTHER_TEXT = SITE_TEXT.replace("examplegigs", "othergigs").replace("ExampleGigs", "OtherGigs")
OTHER_TEXT = OTHER_TEXT.replace("Example Gigs Online", "Other Gigs Online").replace("এক্সাম্পল গিগস", "আদার গিগস")


@dataclass(frozen=True)
class Case:
    """What a rule must find in the minimal folder with `fails` in it, and not with `passes` in it.

    `at` is file, line and field of each finding; `says` is a piece of its sentence.
    """

    rule: str
    passes: dict[str, str]
    fails: dict[str, str]
    at: tuple[tuple[str, int, str], ...]
    says: str
    code: str = ""

    def __str__(self) -> str:
        return self.rule


def site(more: str = "", **changes: str) -> str:
    """The site with other values for some keys, and with more lines below."""
    text = SITE_TEXT
    for key, value in changes.items():
        line = next(line for line in text.splitlines() if line.startswith(f"{key}:"))
        text = text.replace(line, f"{key}: {value}")
    return text + more


def source(key: str, more: str = "kind: blog", address: str | None = None) -> str:
    """One more line for the sources."""
    where = address or f"https://{key}.example/page"
    return f'{key}: {{title: "{key}.example: a page", address: "{where}", {more}}}\n'


def sources(*lines: str) -> str:
    return FILES[SOURCES] + "".join(lines)


def write(folder: Path, changes: dict[str, str]) -> Path:
    """Writes the minimal folder with some files changed or added."""
    for name, text in {**FILES, **changes}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder
