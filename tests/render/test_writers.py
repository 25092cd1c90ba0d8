"""CSV, Markdown and plain text of documents."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.render import csv_writer, markdown_writer, plain_writer
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Block, Bullets, Cards, Heading, Line, Lines, Pairs, Paragraph, Table, line

ROWS = st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5)


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@given(ROWS)
def test_csv_is_read_back_as_it_was_but_for_harm(rows: list[list[str]]) -> None:
    (_, *again) = rows_of(csv_writer.write(("a", "b"), rows))
    assert [[cell.removeprefix("'") for cell in row] for row in again] == [
        [clean(cell).removeprefix("'") for cell in row] for row in rows
    ]


def test_csv_is_marked_as_utf8_and_keeps_bengali_whole() -> None:
    text = csv_writer.write(("id", "bengali_name"), [("x", 'বড় "র\u200d্যাব", ক্\u200cষ')])
    assert text.startswith("\ufeffid,bengali_name\r\n")
    assert rows_of(text)[1] == ["x", 'বড় "র\u200d্যাব", ক্\u200cষ']


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\x1b=1",
        "\u202e=1",
        '=HYPERLINK("https://evil.example")',
        "\t=1",
        " =1",
        "＝1",
        "＠S",
    ],
)
def test_no_cell_is_read_as_a_formula(cell: str) -> None:
    ((_, shown),) = rows_of(csv_writer.write(("a", "b"), [("x", cell)]))[1:]
    assert shown == f"'{clean(cell)}"


def markdown(block: Block) -> str:
    return markdown_writer.write((block,))


@given(st.text(alphabet="\\`*_{}[]<>|#&~ab "))
def test_markdown_signs_are_escaped(text: str) -> None:
    shown = markdown(Paragraph(line(text))).removesuffix("\n")
    assert shown.replace("\\\\", "").count("\\") == sum(text.count(sign) for sign in "`*_{}[]<>|#&~")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- a", "\\- a"),
        ("  + a", "\\+ a"),
        ("1. a", "1\\. a"),
        ("12) a", "12\\) a"),
        ("---", "\\---"),
        ("==", "\\=="),
        ("    code", "code"),
        ("122.3 BDT", "122.3 BDT"),
        ("-5 USD", "-5 USD"),
        ("1.5% to 2%", "1.5% to 2%"),
    ],
)
def test_no_text_begins_a_list_or_a_heading(text: str, shown: str) -> None:
    assert markdown(Paragraph(line(text))) == f"{shown}\n"


def test_text_for_programs_does_not_end_its_own_block() -> None:
    shown = markdown(Lines((line("a ``` b"), line("```")), verbatim=True))
    assert shown == "````\na ``` b\n```\n````\n"


def test_a_table_cell_cannot_break_its_row() -> None:
    shown = markdown(Table(("a|b", "c"), ((line("x\n| y"), line("বিকাশ")),)))
    assert shown == "| a\\|b | c |\n| --- | --- |\n| x \\| y | বিকাশ |\n"


def test_every_block_as_markdown() -> None:
    assert markdown(Heading(line("T"), 1)) == "# T\n"
    assert markdown(Heading(line("T"))) == "## T\n"
    assert markdown(Pairs((("Pay", (line("a"), line("b"))),))) == "- **Pay**: a; b\n"
    assert markdown(Bullets((line("a"), line("b")), numbered=True)) == "1. a\n1. b\n"
    assert markdown(Bullets((line("a"),))) == "- a\n"
    assert markdown(Cards(((line("T"), (line("a"),)),), numbered=True)) == "1. T\n   - a\n"


def plain(block: Block) -> str:
    return plain_writer.write((block,))


def test_every_block_as_plain_text() -> None:
    assert plain(Heading(line("Title"), 1)) == "Title\n=====\n"
    assert plain(Heading(line("Title"))) == "Title\n"
    assert plain(Pairs((("a", (line("1"), line("2"))), ("long", (line("3"),))))) == "a:     1\n       2\nlong:  3\n"
    assert plain(Bullets((line("a"), line("b")), numbered=True)) == "1. a\n2. b\n"
    assert plain(Cards(((line("T"), (line("a"),)),), numbered=True)) == "1. T\n   a\n"
    assert plain_writer.write((Paragraph(line("a")), Paragraph(line("b")))) == "a\n\nb\n"


@given(st.lists(st.tuples(st.text(alphabet="ab কখ"), st.text(alphabet="ab কখ")), min_size=1, max_size=5))
def test_plain_tables_are_never_cut(rows: list[tuple[str, str]]) -> None:
    table = Table(("one", "two"), tuple((line(first), line(second)) for first, second in rows))
    lines = plain(table).split("\n")
    assert len(lines) == len(rows) + 2
    for (first, second), shown in zip(rows, lines[1:], strict=False):
        assert shown.startswith(first.rstrip() if not second.strip() else first)
        assert shown.rstrip().endswith(second.rstrip())


def test_a_very_long_line_is_left_whole_in_a_pipe() -> None:
    long: Line = line("দীর্ঘ " * 200)
    for block in (Paragraph(long), Bullets((long,)), Table(("a",), ((long,),)), Pairs((("a", (long,)),))):
        assert ("দীর্ঘ " * 200).strip() in plain(block)
