"""Answers as they stand on a page: whole, worded for somebody who has no program."""

from __future__ import annotations

from microjob_cli.render.document import Document
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.page_wording import for_page
from microjob_cli.render.remarks import with_remarks
from microjob_cli.render.views import view_of
from microjob_cli.result import Result
from microjob_cli.settings import Settings


def formatter_of_page(settings: Settings) -> Formatter:
    """How pages put things into words."""
    evidence = settings.evidence
    return Formatter(settings.language, settings.catalogue, evidence, settings.country, on_page=True)


def document_of(result: Result, settings: Settings) -> Document:
    """The whole answer with its remarks."""
    page = formatter_of_page(settings)
    return for_page(with_remarks(view_of(result.command).document(result, page), result, page), page)
