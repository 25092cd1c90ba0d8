"""What pages say otherwise than the program: sentences that are said, and links in the place of commands."""

from __future__ import annotations

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.render.document import Items, Kind, Line, Lines, Span, Target, line, paragraph
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.page_wording import PAGE_WORDING
from microjob_cli.render.pages import for_page
from tools.messages import messages


def test_only_sentences_that_are_said_are_reworded() -> None:
    assert set(PAGE_WORDING) <= set(messages())


def test_a_page_rewords_and_a_screen_does_not(small: Catalogue, page: Formatter) -> None:
    reader = Formatter(page.language, small, page.evidence, "BD", on_page=True)
    sentence = "The rate of {on} is old: give today's with --rate."
    assert "--rate" in page.say(sentence, on="May 2026")
    assert reader.say(sentence, on="May 2026") == "The rate of May 2026 is old; today's may be another."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("See `microjob show examplegigs`.", [("See ", None), ("ExampleGigs", "site/examplegigs"), (".", None)]),
        ("`microjob list --payout bkash`", [("bKash", "method/bkash")]),
        ("`microjob compare examplegigs blogonly`", [("ExampleGigs", "site/examplegigs"), (", ", None),
                                                      ("BlogOnly", "site/blogonly")]),
        ("`microjob route examplegigs --to bkash`", [("what reaches your hand", "page/calculator")]),
        ("`microjob why bkash facts.law`", [("bKash", "method/bkash")]),
        ("`microjob list --status closed`", [("all sites", "page/sites")]),
        ("`microjob learn`", [("what there is to know", "page/topics")]),
        ('`microjob nothing "of ours`', [('nothing "of ours', None)]),
        ("`code`", [("`code`", None)]),
    ],
)  # fmt: skip
def test_a_command_becomes_a_link_to_what_answers_it(
    text: str, told: list[tuple[str, str | None]], page: Formatter
) -> None:
    (block,) = for_page((paragraph(line(text)),), page)
    assert isinstance(block, Lines)
    assert [(span.text, place(span)) for span in block.lines[0]] == told


def place(span: Span) -> str | None:
    return f"{span.target.kind}/{span.target.key}" if span.target else None


def test_lines_that_say_nothing_are_left_out(page: Formatter) -> None:
    empty: Line = line("")
    kept = Items(((line("A"), empty),), "-")
    assert for_page((paragraph(empty), Items(((empty,),), "-"), kept), page) == (Items(((line("A"),),), "-"),)


def test_the_newest_of_equal_claims_is_named(small: Catalogue, page: Formatter) -> None:
    status = small.platforms["examplegigs"].status
    fact = page.evidence.fact(status)
    confirming = page.confirming(fact)
    assert confirming.as_of == fact.confirmed
    (span, *_) = page.linked(fact, "active")
    assert span.target == Target(Kind.SOURCE, confirming.source)
