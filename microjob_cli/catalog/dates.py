"""Dates of which only the year, or the month, may be known."""

import re
from datetime import date, timedelta
from typing import Self

from msgspec import Struct

from microjob_cli.catalog.errors import FormError

_A_DAY = timedelta(days=1)
_TEXT = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


class PartialDate(Struct, frozen=True, omit_defaults=True):
    """A year, a month or a day: `2022`, `2022-08`, `2022-08-20`."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        month = 1 if self.month is None else self.month
        day = 1 if self.day is None else self.day
        try:
            date(self.year, month, day)
        except ValueError:
            raise FormError("date", str(self)) from None
        if self.month is None and self.day is not None:
            raise FormError("date", str(self))

    @classmethod
    def parse(cls, text: str) -> Self:
        """`2022-08` -> PartialDate. Raises FormError."""
        match = _TEXT.fullmatch(text.strip())
        if match is None:
            raise FormError("date", text)
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            return cls(year or 0, month, day)
        except FormError:
            raise FormError("date", text) from None

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        if self.month is None or self.month == 12:
            return date(self.year, 12, self.day or 31)
        return date(self.year, self.month, self.day) if self.day else date(self.year, self.month + 1, 1) - _A_DAY

    @property
    def span(self) -> tuple[str, date, date]:
        return "date", self.first, self.last

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")
