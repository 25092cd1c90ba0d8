"""Bengali on a terminal: however it counts the letters, columns begin together and nothing is overwritten."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from microjob_cli.render.display_width import cells, wrapped
from microjob_cli.render.document import (
    Bullets,
    Cards,
    Document,
    Drawings,
    Heading,
    Lines,
    Pairs,
    Paragraph,
    Span,
    Table,
    Tone,
    line,
    text_of,
)
from microjob_cli.render.terminal_renderer import write
from tests.render.counting import COUNTS, SEQUENCE, Count, starts

NAMES = "বাংলাদেশ", "র\u200d্যাব", "পেমেন্টের মাধ্যম", "সর্বনিম্ন উইথড্র", "ক্\u200cষুদ্র", "bKash", "", "১,২৩,৪৫৬ টাকা", "上海"
WORDS = some.lists(some.sampled_from([name for name in NAMES if name]), max_size=12).map(" ".join)


def drawn(document: Document, width: int, *, colour: bool = False) -> list[str]:
    stream = io.StringIO()
    write(document, stream, width, colour, str)
    return stream.getvalue().splitlines()


def bare(row: str) -> str:
    return SEQUENCE.sub("", row)


ROWS = (
    (line("ব্যাংক"), line("১,২৩,৪৫৬ টাকা"), line(Span("সাইটের নিজের কথা, তারিখ নেই", Tone.QUIET))),
    (line(Span("SproutGigs", Tone.STRONG)), line("৫ ডলার"), line("পেমেন্ট না দেওয়ার অভিযোগ আছে")),
    (line("x"), (), line("বাংলাদেশ")),
)
TABLE = Table(("সাইট", "সর্বনিম্ন উইথড্র", "তারিখ"), ROWS)
DRAWINGS = Drawings(
    tuple((line(Span("..==O==.....", Tone.GOOD)), line(f"{number}  পোশাক কারখানার সর্বনিম্ন বেতন")) for number in "১২৩")
)
EVERY_BLOCK: Document = (
    Heading(line("শিরোনাম"), 1),
    Paragraph(line("পেমেন্ট দেয়, তারিখ আছে এমন কোনো সূত্র তা বলে না। " * 3)),
    Pairs((("বাংলাদেশ থেকে কাজ করা যায়", (line("হ্যাঁ"), line("সূত্রে মিল নেই " * 9))), ("শুরু", (line("২০১৩"),)))),
    TABLE,
    DRAWINGS,
    Bullets(tuple(line("যত তাড়াতাড়ি পারেন উইথড্র দিন " * 4) for _ in range(11)), numbered=True),
    Cards(((line(Span("Hotovaga", Tone.STRONG)), (line("বিকাশ দিয়ে পেমেন্ট দেয়; " * 8),)),), numbered=True),
    Lines((line("হিসাব: ১ ডলার = ১২২.৩ টাকা"),)),
)


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_terminal_overwrites_or_overflows(width: int, count: Count) -> None:
    for row in drawn(EVERY_BLOCK, width):
        _, end = starts(row, count)
        assert end <= width


@pytest.mark.parametrize("count", COUNTS)
def test_the_columns_of_a_table_begin_together(count: Count) -> None:
    rows = drawn((TABLE,), 80)
    planned, _ = starts(rows[0], count)
    assert len(planned) == 2
    for row in rows[1:]:
        sent, _ = starts(row, count)
        assert set(sent) <= set(planned)
        assert sent[-1] == planned[-1]


def test_a_table_that_does_not_fit_becomes_cards() -> None:
    wide = Table(tuple(f"শিরোনাম{number}" for number in range(9)), (tuple(line("সর্বনিম্ন-উইথড্র") for _ in range(9)),))
    rows = drawn((wide,), 60)
    assert "\x1b[" not in "".join(rows).replace("\x1b[0m", "").replace("\x1b[1m", "").replace("\x1b[2m", "")
    assert [bare(row) for row in rows] == [
        "সর্বনিম্ন-উইথড্র",
        *(f"   শিরোনাম{number}: সর্বনিম্ন-উইথড্র" for number in range(1, 9)),
    ]


def test_nothing_stands_right_of_bengali_without_a_move() -> None:
    for row in drawn((TABLE,), 80):
        for part in re.split("\x1b\\[[0-9]+G", row):
            assert "  " not in bare(part)


def test_wide_labels_stand_above_their_values() -> None:
    rows = drawn((Pairs((("যে সাকসেস রেট রাখতে হয়, না রাখলে অ্যাকাউন্ট যায়", (line("৮০%"),)),)),), 48)
    assert [bare(row) for row in rows] == ["যে সাকসেস রেট রাখতে হয়, না রাখলে অ্যাকাউন্ট যায়", "   ৮০%"]


def test_words_that_find_no_room_beside_a_drawing_stand_below_it() -> None:
    drawing, words = "..==O==.....", "১  পোশাক কারখানার সর্বনিম্ন বেতন"
    assert bare(drawn((DRAWINGS,), 48)[0]) == f"{drawing}  {words}"
    assert [bare(row) for row in drawn((DRAWINGS,), 40)][:2] == [drawing, f"   {words}"]


def test_numbers_are_written_as_asked() -> None:
    stream = io.StringIO()
    write((Bullets((line("ক"), line("খ")), numbered=True),), stream, 80, False, lambda number: "কখগ"[number])
    assert [bare(row) for row in stream.getvalue().splitlines()] == [" খ. ক", " গ. খ"]


def test_colour_is_sent_only_if_it_may_be() -> None:
    good = (Paragraph(line(Span("ভালো", Tone.GOOD))),)
    assert "\x1b[32m" in drawn(good, 80, colour=True)[0]
    assert "32m" not in drawn(good, 80)[0]


@given(WORDS, some.integers(min_value=8, max_value=50))
def test_lines_are_broken_between_words_only(text: str, width: int) -> None:
    rows = [text_of(row) for row in wrapped(line(text), width)]
    assert all(cells(row) <= width for row in rows)
    fitting = [word for word in text.split() if cells(word) <= width]
    if len(fitting) == len(text.split()):
        assert " ".join(" ".join(rows).split()) == text


@given(some.text(alphabet="কষরয়্\u200d\u200cািীুংঁabc/ ", max_size=60), some.integers(min_value=2, max_value=20))
def test_no_letter_is_parted_from_its_signs(text: str, width: int) -> None:
    rows = [text_of(row) for row in wrapped(line(text), width)]
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    for row in rows[1:]:
        bare_row = row.lstrip()
        assert (
            not bare_row
            or unicodedata.category(bare_row[0]) not in ("Mn", "Mc", "Cf")
            or f" {bare_row[0]}" in f" {text}"
        )


def test_tones_survive_wrapping() -> None:
    told = (Span("ভালো কথা ", Tone.GOOD), Span("খারাপ কথা", Tone.AVOID))
    rows = wrapped(told, 10)
    assert [span.tone for row in rows for span in row if span.text.strip()] == [
        Tone.GOOD,
        Tone.GOOD,
        Tone.AVOID,
        Tone.AVOID,
    ]
