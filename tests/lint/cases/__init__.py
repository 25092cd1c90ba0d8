"""For each rule records that it passes and records that it finds fault with."""

from __future__ import annotations

from tests.lint.building import Case
from tests.lint.cases import claims, files, names, offers, pages, platforms, questions, sources, texts, values

CASES: tuple[Case, ...] = (
    *files.CASES,
    *names.CASES,
    *pages.CASES,
    *sources.CASES,
    *claims.CASES,
    *values.CASES,
    *platforms.CASES,
    *offers.CASES,
    *questions.CASES,
    *texts.CASES,
)
