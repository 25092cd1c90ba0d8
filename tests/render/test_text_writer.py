"""Bengali on a terminal: however it counts the letters, columns begin together and nothing is overwritten."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from microjob_cli.render.display_width import cells, wrapped
from microjob_cli.render.document import (
    Block,
    Document,
    Heading,
    Kind,
    Lines,
    Span,
    Table,
    Target,
    Tone,
    bullets,
    cards,
    line,
    pairs,
    paragraph,
    text_of,
)
from microjob_cli.render.text_writer import write
from microjob_cli.terminal import Screen
from tests.render.counting import COUNTS, SEQUENCE, Count, starts
from tests.render.drawing import OnTerminal
from tests.render.hostile import RAW

NAMES = "বাংলাদেশ", "র\u200d্যাব", "পেমেন্টের মাধ্যম", "সর্বনিম্ন উইথড্র", "ক্\u200cষুদ্র", "bKash", "", "১,২৩,৪৫৬ টাকা", "上海"
WORDS = some.lists(some.sampled_from([name for name in NAMES if name]), max_size=12).map(" ".join)


def drawn(document: Document, width: int, *, colour: bool = False) -> list[str]:
    return write(document, Screen(width, styled=True, coloured=colour, placed=True)).splitlines()


def bare(row: str) -> str:
    return SEQUENCE.sub("", row)


ROWS = (
    (line("ব্যাংক"), line("১,২৩,৪৫৬ টাকা"), line(Span("সাইটের নিজের কথা, তারিখ নেই", Tone.QUIET))),
    (line(Span("SproutGigs", Tone.STRONG)), line("৫ ডলার"), line("পেমেন্ট না দেওয়ার অভিযোগ আছে")),
    (line("x"), (), line("বাংলাদেশ")),
)
TABLE = Table(("সাইট", "সর্বনিম্ন উইথড্র", "তারিখ"), ROWS)
DRAWINGS = Table(
    (), tuple((line(Span("..==O==.....", Tone.GOOD)), line(f"{number}  পোশাক কারখানার সর্বনিম্ন বেতন")) for number in "১২৩")
)
EVERY_BLOCK: Document = (
    Heading(line("শিরোনাম"), 1),
    paragraph(line("পেমেন্ট দেয়, তারিখ আছে এমন কোনো সূত্র তা বলে না। " * 3)),
    pairs((("বাংলাদেশ থেকে কাজ করা যায়", (line("হ্যাঁ"), line("সূত্রে মিল নেই " * 9))), ("শুরু", (line("২০১৩"),)))),
    TABLE,
    DRAWINGS,
    bullets(tuple(line("যত তাড়াতাড়ি পারেন উইথড্র দিন " * 4) for _ in range(11)), numbered=True),
    cards(((line(Span("Hotovaga", Tone.STRONG)), (line("বিকাশ দিয়ে পেমেন্ট দেয়; " * 8),)),), numbered=True),
    Lines((line("হিসাব: ১ ডলার = ১২২.৩ টাকা"),)),
)


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_terminal_overwrites_or_overflows(width: int, count: Count) -> None:
    for row in drawn(EVERY_BLOCK, width):
        _, end = starts(row, count)
        assert end <= width


@pytest.mark.parametrize("count", COUNTS)
def test_the_columns_of_a_table_begin_together(count: Count) -> None:
    head, rule, *rows = drawn((TABLE,), 80)
    assert set(rule) == {"-"}
    first, second = starts(head, count)[0]
    assert first == 0
    for row in rows:
        assert set(starts(row, count)[0]) <= {first, second}
    # After the column in which Bengali is painted the next one begins, whatever was counted.
    assert len({starts(row.rpartition("\x1b8")[0] + "\x1b8", count)[1] for row in (head, *rows[:2])}) == 1


def test_without_moves_the_columns_are_as_wide_as_the_widest_count() -> None:
    rows = write((TABLE,), Screen(80)).splitlines()
    assert "\x1b" not in "".join(rows)
    begun = ((0, "তারিখ"), (2, "সাইটের"), (3, "পেমেন্ট না"), (4, "বাংলাদেশ"))
    assert {cells(rows[at][: rows[at].rindex(last)]) for at, last in begun} == {27}


def test_english_is_sent_without_moves() -> None:
    table = Table(("Site", "Minimum"), ((line("SproutGigs"), line("5 USD")),))
    assert [bare(row) for row in drawn((table,), 80)] == [
        "Site        Minimum",
        "-------------------",
        "SproutGigs  5 USD",
    ]


def test_a_row_of_one_line_spans_the_table() -> None:
    rows = (
        (line("pays bKash itself"),),
        (line("Hotovaga"), line("500 tk")),
        (line("reaches it through something else"),),
        (line("OneForma"), line("?")),
    )
    table = Table(("Site", "From"), rows)
    assert [bare(row) for row in drawn((table,), 80)] == [
        "Site      From",
        "----------------",
        "   pays bKash itself",
        "Hotovaga  500 tk",
        "   reaches it through something else",
        "OneForma  ?",
    ]
    assert write((table,), Screen()).splitlines()[1] == "   pays bKash itself"


@pytest.mark.parametrize(("width", "columns"), [(60, 9), (59, 3)])
def test_a_table_that_does_not_fit_or_is_read_on_a_phone_becomes_cards(width: int, columns: int) -> None:
    heads = tuple(f"শিরোনাম{number}" for number in range(columns))
    rows = drawn((Table(heads, (tuple(line("সর্বনিম্ন-উইথড্র") for _ in heads),)),), width)
    assert "\x1b7" not in "".join(rows)
    assert [bare(row) for row in rows] == ["সর্বনিম্ন-উইথড্র", *(f"   {head}: সর্বনিম্ন-উইথড্র" for head in heads[1:])]


def test_an_address_is_broken_only_where_it_is_longer_than_a_line() -> None:
    address = "https://example.com/a/rather/long/path/to/a/page"
    about = "words that take up all the room that there is"
    table = Table(("Site", "Website", "About"), ((line("Site"), line(address), line(about)),))
    assert any(address in row for row in drawn((table,), 80))
    cards = [bare(row) for row in drawn((table,), 60)]
    assert cards == ["Site", f"   Website: {address}", f"   About: {about}"]
    assert address in "".join(bare(row).strip() for row in drawn((table,), 44))


def test_wide_labels_stand_above_their_values() -> None:
    rows = drawn((pairs((("যে সাকসেস রেট রাখতে হয়, না রাখলে অ্যাকাউন্ট যায়", (line("৮০%"),)),)),), 48)
    assert [bare(row) for row in rows] == ["যে সাকসেস রেট রাখতে হয়, না রাখলে অ্যাকাউন্ট যায়", "   ৮০%"]


def test_two_pairs_stand_in_a_row_or_one_below_the_other() -> None:
    table = Table((), ((line("Active"), line("yes, June 2026"), line("From Bangladesh"), line("yes, January 2025")),))
    assert [bare(row) for row in drawn((table,), 80)] == ["Active  yes, June 2026  From Bangladesh  yes, January 2025"]
    assert [bare(row) for row in drawn((table,), 40)] == [
        "Active           yes, June 2026",
        "From Bangladesh  yes, January 2025",
    ]


def test_words_that_find_no_room_beside_a_drawing_stand_below_it() -> None:
    drawing, words = "..==O==.....", "১  পোশাক কারখানার সর্বনিম্ন বেতন"
    assert drawing in bare(drawn((DRAWINGS,), 48)[0])
    assert words in bare(drawn((DRAWINGS,), 48)[0])
    assert [bare(row) for row in drawn((DRAWINGS,), 20)][:3] == [
        drawing,
        "   ১  পোশাক কারখানার",
        "   সর্বনিম্ন বেতন",
    ]


def test_numbers_are_written_as_asked() -> None:
    shown = write((bullets((line("ক"), line("খ")), numbered=True),), Screen(80), lambda number: "কখগ"[number])
    assert shown.splitlines() == ["খ. ক", "গ. খ"]


def test_colour_is_sent_only_if_it_may_be() -> None:
    good = (paragraph(line(Span("ভালো", Tone.GOOD))),)
    assert "\x1b[32m" in drawn(good, 80, colour=True)[0]
    assert "32m" not in drawn(good, 80)[0]


@pytest.mark.parametrize("screen", [Screen(), Screen(80)])
def test_a_pipe_and_a_dumb_terminal_are_sent_text_alone(screen: Screen) -> None:
    shown = write(EVERY_BLOCK, screen)
    assert "\x1b" not in shown
    assert screen.width is None or max(map(cells, shown.splitlines())) <= screen.width


def test_what_is_piped_is_neither_wrapped_nor_cut_nor_padded() -> None:
    long = "দীর্ঘ " * 200 + "x"
    for block in (
        paragraph(line(long)),
        bullets([line(long)]),
        Table(("a",), ((line(long),),)),
        pairs([("a", [line(long)])]),
    ):
        shown = write((block,), Screen())
        assert long in shown
        assert all(row == row.rstrip() for row in shown.splitlines())


def test_every_block_in_a_pipe() -> None:
    def piped(*blocks: Block) -> str:
        return write(blocks, Screen())

    assert piped(Heading(line("Title"), 1)) == "Title\n=====\n"
    assert piped(Heading(line("Title"))) == "Title\n"
    assert piped(pairs([("a", [line("1"), line("2")]), ("long", [line("3")])])) == "a     1\n      2\nlong  3\n"
    assert piped(bullets([line("a"), line("b")], numbered=True)) == "1. a\n2. b\n"
    assert piped(bullets([line("a")])) == "- a\n"
    assert piped(cards([(line("T"), [line("a")])], numbered=True)) == "1. T\n   a\n"
    assert piped(cards([(line("T"), [line("a")])])) == "T\n   a\n"
    assert piped(Table(("A", "B"), ((line("x"), line("y z")),))) == "A  B\nx  y z\n"
    assert piped(Lines((line("a"), line("b")))) == "a\nb\n"
    assert piped(paragraph(line("a")), paragraph(line("b"))) == "a\n\nb\n"
    assert piped(Table(("A",), ())) == "A\n"
    assert piped(Table((), ())) == ""


def test_words_in_brackets_are_no_markup() -> None:
    text = "[bkash] [/x] :warning: [red]r[/red] [link=https://a.example]L[/link]"
    document = (
        Heading(line(text)),
        Table((text,), ((line(text),),)),
        pairs([(text, [line(text)])]),
        bullets([line(text)]),
    )
    assert "\n".join(drawn(document, 200)).count(text) == 6
    assert write(document, Screen()).count(text) == 6


def test_text_that_would_steer_the_terminal_does_not() -> None:
    text = "a\x1b[2Jb\x1b]0;owned\x07\u202ec\x9b31m"
    document = (Table((text, "x"), ((line(text), line("বিকাশ")),)), pairs([(text, [line(text)])]), paragraph(line(text)))
    sent = SEQUENCE.sub("", "\n".join(drawn(document, 200)))
    assert not RAW.search(sent)


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
    assert [span.tone for row in rows for span in row] == [Tone.GOOD, Tone.AVOID]


def test_a_span_is_a_link_only_where_the_terminal_takes_one() -> None:
    document = (paragraph(line(Span("A", target=Target(Kind.ADDRESS, "https://a.example")), " b")),)
    drawn = write(document, Screen(80, styled=True, placed=True, linked=True))
    assert "\x1b]8;" in drawn and "https://a.example\x1b\\A\x1b]8;;" in drawn
    other, paged, dumb, piped = Screen(80, styled=True, placed=True), Screen(80, styled=True), Screen(80), Screen()
    assert not any("a.example" in write(document, screen) for screen in (other, paged, dumb, piped))


def test_links_are_for_terminals_that_say_that_they_know_them(
    on_terminal: OnTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b]8;" not in on_terminal(80, "recommend").out
    for name, value in (("VTE_VERSION", "7200"), ("TERM_PROGRAM", "vscode"), ("FORCE_HYPERLINK", "1")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert "\x1b]8;" in on_terminal(80, "recommend").out


def test_a_link_that_is_broken_over_lines_leads_to_the_same_place() -> None:
    words = " ".join(["word"] * 20)
    rows = wrapped((Span(words, target=Target(Kind.ADDRESS, "https://a.example")),), 30)
    assert len(rows) > 2
    assert {span.target for row in rows for span in row} == {Target(Kind.ADDRESS, "https://a.example")}
