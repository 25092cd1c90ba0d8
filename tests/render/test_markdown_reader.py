"""The Markdown of guides becomes headings, paragraphs, bullets and steps."""

from __future__ import annotations

from microjob_cli.render.document import Bullets, Heading, Paragraph, line
from microjob_cli.render.markdown_reader import read


def test_headings_paragraphs_bullets_and_steps() -> None:
    text = "One\nand on.\n\n## Head\nBelow.\n\n- a\n- b\n  and more\n\n1. first\n2. then\n"
    assert read(text) == (
        Paragraph(line("One and on.")),
        Heading(line("Head"), 2),
        Paragraph(line("Below.")),
        Bullets((line("a"), line("b and more"))),
        Bullets((line("first"), line("then")), numbered=True),
    )


def test_what_only_looks_like_a_mark_is_text() -> None:
    assert read("#no heading, -no bullet, 1.5 taka") == (Paragraph(line("#no heading, -no bullet, 1.5 taka")),)
