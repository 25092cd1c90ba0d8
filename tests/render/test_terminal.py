"""What a terminal is sent, at 80 and at 120 columns, from the invented records.

The golden files hold the escape character as ␛. `pytest --update-golden` writes them anew: read what changed.
"""

from __future__ import annotations

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.render.document import (
    Heading,
    Lines,
    Span,
    Table,
    Tone,
    bullets,
    cards,
    line,
    pairs,
    paragraph,
)
from microjob_cli.render.formatter import Formatter
from tests.render.drawing import PAINT, document, drawn, results
from tests.running import Golden

TONES = tuple(Span(f"{tone} ", tone) for tone in Tone)
EVERY_BLOCK = (
    Heading(line("Title of the answer"), 1),
    paragraph(TONES),
    Heading(line("A part")),
    pairs((("Label", (line("value"), line("more of it " * 12))), ("Other label", (TONES,)))),
    Table(("One", "Two"), ((line("short"), line("a long cell " * 12)), (TONES, line("x")))),
    bullets((line("first " * 20), line("second"))),
    bullets(tuple(line(f"step {number}") for number in range(1, 12)), numbered=True),
    cards(
        ((line(Span("Card", Tone.STRONG)), (line("about it " * 14), line("more"))), (line("Next"), ())), numbered=True
    ),
    Lines((line("a note"), line("another note"))),
)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", ["show-closed", "compare"])
def test_answers_as_drawn(name: str, width: int, small: Catalogue, page: Formatter, golden: Golden) -> None:
    shown = drawn(document(results(small)[name], page), width)
    golden(f"{name}-{width}.txt", shown.replace("\x1b", "␛"))


@pytest.mark.parametrize("colour", [True, False])
def test_every_block_and_tone_as_drawn(colour: bool, golden: Golden) -> None:
    shown = drawn(EVERY_BLOCK, 80, colour=colour)
    golden(f"blocks-{'colour' if colour else 'plain'}.txt", shown.replace("\x1b", "␛"))


def test_bengali_words_arrive_whole() -> None:
    words = "র\u200d্যাব ক্\u200cষুদ্র বাংলাদেশ বিকাশ ো কিভাবে " * 8
    shown = PAINT.sub("", drawn((paragraph(line(words)), bullets((line(words),))), 40))
    for word in words.split():
        assert shown.count(word) >= 8
