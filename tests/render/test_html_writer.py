"""Documents as HTML: each block as its element, all text as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.render import html_writer
from microjob_cli.render.clean import clean
from microjob_cli.render.document import (
    Block,
    Document,
    Heading,
    Items,
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
)
from tests.site.reading import Read


def html(*blocks: Block) -> str:
    return str(html_writer.write(blocks)).strip()


@pytest.mark.parametrize(
    ("block", "drawn"),
    [
        (Heading(line("A")), "<h2>A</h2>"),
        (Heading(line("A"), 1), "<h1>A</h1>"),
        (paragraph(line("A ", Span("B", Tone.STRONG))), "<p>A <strong>B</strong></p>"),
        (Lines((line("A"), line("B"))), "<p>A</p>\n<p>B</p>"),
        (Lines((line("a  b"), line("<c>")), verbatim=True), "<pre>a  b\n&lt;c&gt;</pre>"),
        (bullets((line("A"),)), "<ul>\n<li>A</li>\n</ul>"),
        (bullets((line("A"),), numbered=True), "<ol>\n<li>A</li>\n</ol>"),
        (cards(((line("A"), (line("B"),)),)), '<ul class="cards">\n<li>A<p>B</p></li>\n</ul>'),
        (Items(((line("A"),),), "!"), '<ul class="warnings">\n<li>A</li>\n</ul>'),
        (pairs((("A", (line("1"), line("2"))),)), "<dl>\n<dt>A</dt><dd>1</dd><dd>2</dd>\n</dl>"),
        (paragraph(line(Span("A", Tone.AVOID))), '<p><strong class="avoid">A</strong></p>'),
        (paragraph(line(Span("A", Tone.CODE))), "<p><code>A</code></p>"),
    ],
)
def test_each_block_is_its_element(block: Block, drawn: str) -> None:
    assert html(block) == drawn


def test_a_cell_knows_its_head_and_a_section_spans_the_table() -> None:
    table = Table(("Site", "Least"), ((line("part"),), (line("A"), line("5 USD"))))
    assert '<tr class="section"><th colspan="2" scope="colgroup">part</th></tr>' in html(table)
    assert '<tr><th scope="row">A</th><td data-label="Least">5 USD</td></tr>' in html(table)


def test_a_span_leads_where_it_is_told() -> None:
    def where(target: Target) -> str | None:
        return {"a": "site/a.html", "s": "https://s.example/?a=1&b=2"}.get(target.key)

    targets = (Target(Kind.SITE, "a"), Target(Kind.SOURCE, "s"), Target(Kind.TASK, "x"))
    spans = [Span(target.key, target=target) for target in targets]
    drawn = str(html_writer.write((paragraph(tuple(spans)),), where))
    assert '<a href="site/a.html">a</a>' in drawn
    assert '<a href="https://s.example/?a=1&amp;b=2" rel="nofollow noreferrer">s</a>' in drawn
    assert drawn.endswith("x</p>\n")


@pytest.mark.parametrize("address", ["javascript:alert(1)", 'https://a.example/"onclick="x', "data:text/html,x", "//a"])
def test_what_is_no_address_of_the_web_is_not_followed(address: str) -> None:
    assert html(paragraph(line(Span("A", target=Target(Kind.ADDRESS, address))))) == "<p>A</p>"


TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)


@given(TEXTS, TEXTS)
def test_any_text_stays_text(one: str, other: str) -> None:
    document: Document = (
        Heading(line(one)),
        paragraph(line(Span(one, Tone.CARE), Span(other, target=Target(Kind.ADDRESS, other)))),
        Lines((line(one),), verbatim=True),
        pairs(((one, (line(other),)),)),
        Table((one, other), ((line(one), line(other)),)),
    )
    read = Read(str(html_writer.write(document)))
    allowed = {"h2", "p", "span", "pre", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "a"}
    assert {element.tag for element in read.elements} <= allowed
    (cell,) = read.all("td")
    assert cell["data-label"] == other
    assert " ".join(clean(one).split()) in read.text
