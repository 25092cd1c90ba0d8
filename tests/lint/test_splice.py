"""Items are taken out of lists without a trace, and nothing else with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.lint.splice import replaced, without_item
from microjob_cli.storage.reading import read_text


def without(text: str, *path: str | int) -> str | None:
    fix = without_item(read_text(text, "x.yaml"), path)
    return text[: fix.start] + fix.text + text[fix.end :] if fix else None


@pytest.mark.parametrize(
    ("text", "index", "left"),
    [
        ("a: [x, y, z]\n", 0, "a: [y, z]\n"),
        ("a: [x,  y , z]  # why\n", 1, "a: [x,  z]  # why\n"),
        ("a: [x,\n  y]\n", 1, "a: [x]\n"),
        ("a: [x]\n", 0, "a: []\n"),
        ("a: [{b: 1}, {b: 2}]\n", 1, "a: [{b: 1}]\n"),
        ("a:\n- x\n- y\nb: 1\n", 1, "a:\n- x\nb: 1\n"),
        ("a:\n  - {b: 1,\n     c: 2}\n  - y", 0, "a:\n  - y"),
        ("a:\n  - x\n  - b: 1\n    c: >\n      long\n      text\nd: 1\n", 1, "a:\n  - x\nd: 1\n"),
        ("a:\r\n  - x\r\n  - বাংলা\r\nb: 1\r\n", 1, "a:\r\n  - x\r\nb: 1\r\n"),
        ("a:\n  - x\n  - y\n\n  # of z\n  - z\n", 1, "a:\n  - x\n\n  # of z\n  - z\n"),
    ],
)
def test_an_item_goes_with_its_comma_or_its_line(text: str, index: int, left: str) -> None:
    assert without(text, "a", index) == left


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("a:\n  - x\n  - y  # why\n", 1),
        ("a:\n  - x\n  - b: 1\n    # why\n    c: 2\n", 1),
        ("a: [x,  # why\n  y]\n", 0),
        ("a:\n  - x\n  - - y\n", 2),
        ("a:\n  - x\n", 0),
    ],
)
def test_an_item_with_a_comment_and_a_lone_one_stay(text: str, index: int) -> None:
    assert without(text, "a", index) is None


def test_only_a_plain_text_is_replaced() -> None:
    document = read_text("a: bd\nb: 'bd'\nbd: 1\n", "x.yaml")
    assert replaced(document, ("a",), "BD") is not None
    assert replaced(document, ("b",), "BD") is None
    assert replaced(document, ("bd",), "BD", key=True) is not None


_items = st.lists(st.sampled_from(["x", "'y, z'", "বাংলা", "{b: 1, c: [2]}", '"#"']), min_size=1, max_size=5)


@given(_items, st.booleans(), st.data())
def test_what_is_left_is_the_list_without_the_item(items: list[str], in_brackets: bool, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(items) - 1))
    listed = f" [{', '.join(items)}]" if in_brackets else "\n" + "".join(f"  - {item}\n" for item in items).rstrip("\n")
    text = f"# top\na:{listed}\nb: 1\n"
    before = read_text(text, "x.yaml").data
    left = without(text, "a", index)
    if left is not None:
        kept = [item for number, item in enumerate(before["a"]) if number != index]
        after = read_text(left, "x.yaml").data
        assert after == {"a": kept, "b": "1"}
    else:
        assert not in_brackets
        assert len(items) == 1
