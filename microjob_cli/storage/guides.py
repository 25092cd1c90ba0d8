"""Reads guides: a Markdown file a topic and language, its first line the title."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from microjob_cli.catalog.findings import Finding
from microjob_cli.catalog.text import Guide, Text
from microjob_cli.storage.folders import GUIDE_LANGUAGES, GUIDES, guide_files, shown
from microjob_cli.storage.reading import Document, Unreadable, read_plain, unreadable

_TITLE = "# "


class GuidePage(Struct, frozen=True):
    """One guide in one language."""

    topic: str
    language: str
    document: Document

    @property
    def title(self) -> str:
        first = self.document.text.split("\n", 1)[0]
        return first.removeprefix(_TITLE).strip() if first.startswith(_TITLE) else ""

    @property
    def text(self) -> str:
        return self.document.text.partition("\n")[2].strip()


def guides_in(folder: Path) -> Iterator[tuple[Guide, Document] | Finding]:
    """Each guide of a folder with the English page it stands on, or what is wrong with it."""
    topics: dict[str, dict[str, GuidePage]] = {}
    for page in guide_pages(folder):
        if isinstance(page, Finding):
            yield page
        else:
            topics.setdefault(page.topic, {})[page.language] = page
    for topic, pages in topics.items():
        wrong = list(_wrong(pages))
        yield from wrong
        if not wrong:
            en, bn = (pages[language] for language in GUIDE_LANGUAGES)
            yield Guide(topic, Text(en.title, bn.title), Text(en.text, bn.text)), en.document


def guide_pages(folder: Path) -> Iterator[GuidePage | Finding]:
    """Every page that can be read, and what is wrong with the others."""
    try:
        paths = tuple(guide_files(folder))
    except OSError as problem:
        yield unreadable(shown(folder / GUIDES), problem)
        return
    for path in paths:
        try:
            document = Document(shown(path), read_plain(path, shown(path)))
        except Unreadable as problem:
            yield problem.finding
        else:
            yield GuidePage(path.stem, path.parent.name, document)


def _wrong(pages: Mapping[str, GuidePage]) -> Iterator[Finding]:
    """No title, no text, or only one language."""
    for page in pages.values():
        if not page.title or not page.text:
            yield Finding("guide-untitled", page.document.place_at(0))
    there = next(iter(pages.values())).document.place_at(0)
    missing = (language for language in GUIDE_LANGUAGES if language not in pages)
    yield from (Finding("guide-one-language", there, expected=(language,)) for language in missing)
