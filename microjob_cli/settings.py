"""What a call is asked under: the day, the country, the language, the format, and the records it answers from."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from microjob_cli import terminal
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.facts import Evidence
from microjob_cli.catalog.findings import Finding
from microjob_cli.catalog.money import COUNTRY_CODES
from microjob_cli.i18n import Language
from microjob_cli.i18n.choosing import LETTERS, language
from microjob_cli.options import Format, likely, likely_language

DEFAULT_COUNTRY = "BD"
# What a clock may say: before the first there was no such work, and one that nobody set says 1970 or 1980.
_YEARS = range(2000, 3000)


class Records:
    """The shipped records, with one's own and those of a named folder laid over them; opened when first asked for.

    `left_out` is what was found wrong with files of one's own then.
    """

    def __init__(self, named: Path | None = None, own: Path | None = None) -> None:
        self.named, self.own = named, own
        self.left_out: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, catalogue: Catalogue) -> Records:
        """Records that are open already."""
        records = cls()
        records.catalogue = catalogue
        return records

    @cached_property
    def catalogue(self) -> Catalogue:
        """Raises RecordsBroken, or UsageProblem for a named folder that is none."""
        from microjob_cli.storage.opening import open_catalogue

        def ready_for_questions(catalogue: Catalogue) -> Mapping[str, Mapping[str, Sequence[str]]]:
            from microjob_cli.questions.indexes import lists_of  # only where a catalogue file is made

            return lists_of(catalogue)

        catalogue, self.left_out = open_catalogue(ready_for_questions, self.named, self.own)
        return catalogue


class Settings(Struct, frozen=True):
    """What every command is given. Many threads may share one."""

    today: date
    today_asked: bool = False
    country: str = DEFAULT_COUNTRY
    format: Format = Format.TABLE
    language: Language = field(default_factory=Language)
    language_asked: bool = False
    paged: bool = False
    unwritable: bool = False  # that what is written to cannot hold the letters of the language asked for
    records: Records = field(default_factory=Records)

    @property
    def catalogue(self) -> Catalogue:
        return self.records.catalogue

    @property
    def evidence(self) -> Evidence:
        return self.catalogue.evidence(self.today)


def settings_of(given: Mapping[str, object]) -> Settings:
    """From the global options as typed (None: not given). Raises UsageProblem."""
    from microjob_cli.storage.folders import own_records

    day, code, folder, tongue = (given.get(name) for name in ("today", "country", "data", "lang"))
    settings = Settings(
        today=day_of(str(day)) if day else _day_here(),
        today_asked=bool(day),
        country=country_code(str(code)) if code else DEFAULT_COUNTRY,
        format=Format(str(given.get("format") or Format.TABLE)),
        language=language(str(tongue) if tongue else None, os.environ),
        language_asked=bool(tongue),
        paged=bool(given.get("pager")),
        records=Records(Path(str(folder)) if folder else None, own_records(os.environ)),
    )
    return _written(settings)


def likely_settings(words: Sequence[str]) -> Settings:
    """What is right among the global options: for errors in just these options."""
    try:
        today = _day_here()
    except UsageProblem:
        today = date.min
    settings = Settings(
        today=likely(words, "today", day_of, today),
        format=likely(words, "format", Format, Format.TABLE),
        language=likely_language(words),
    )
    return _written(settings)


def _written(settings: Settings) -> Settings:
    """With English in the place of a language whose letters cannot be written; programs are always given UTF-8."""
    if settings.format is not Format.TABLE or terminal.can_hold(LETTERS):
        return settings
    unwritable = settings.language.code != "en"
    return replace(settings, language=Language(), language_asked=True, unwritable=unwritable)


def day_of(text: str) -> date:
    """`2026-11-23` -> date. Raises UsageProblem."""
    try:
        if len(text) != len("2026-11-23"):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise UsageProblem("bad-date", found=text) from None


def _day_here() -> date:
    """Today by the clock of this computer. Raises UsageProblem where it tells a day on which nobody can ask."""
    try:
        today = date.today()
    except (ValueError, OverflowError, OSError):  # a year that has no date
        raise UsageProblem("bad-clock") from None
    if today.year not in _YEARS:
        raise UsageProblem("bad-clock")
    return today


def country_code(text: str) -> str:
    """`bd` -> `BD`. Raises UsageProblem."""
    code = text.strip().upper()
    if code not in COUNTRY_CODES:
        raise UsageProblem("bad-country", found=text)
    return code
