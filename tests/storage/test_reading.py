"""Reading YAML: everything stays text, every value has its place, and nothing harmful gets in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.findings import Finding
from microjob_cli.storage.reading import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_SCALAR,
    MAX_VALUES,
    Document,
    Unreadable,
    read_file,
    read_text,
)

CONTROLS = ("\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ufffe")


def refusal(text: str) -> Finding:
    """The finding for which a text is refused."""
    with pytest.raises(Unreadable) as problem:
        read_text(text, "x.yaml")
    return problem.value.finding


def refusal_of_bytes(raw: bytes, folder: Path) -> Finding:
    path = folder / "x.yaml"
    path.write_bytes(raw)
    with pytest.raises(Unreadable) as problem:
        read_file(path, "x.yaml")
    return problem.value.finding


def stands(document: Document, *path: str | int) -> tuple[int, int]:
    mark = document.mark(path)
    return mark.line, mark.column


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "off", "true", "12:30", "2022-08", "0x1F", "1_000", "1e3", ".inf", "0123", "5"]
)
def test_every_word_stays_text(text: str) -> None:
    assert read_text(f"key: {text}", "x.yaml").data == {"key": text}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("'null'", "null"),
        ('"~"', "~"),
        ("''", ""),
        ("Null", "Null"),
        ("'no'", "no"),
    ],
)
def test_only_a_bare_null_is_nothing(written: str, value: str | None) -> None:
    assert read_text(f"key: {written}", "x.yaml").data == {"key": value}
    assert read_text(f"[{written or '~'}]", "x.yaml").data == [value]


def test_lists_and_mappings_of_both_writings() -> None:
    text = "a:\n  - {value: yes, since: 2020}\n  - value: [x, 'y z']\nb: {c: []}\n"
    assert read_text(text, "x.yaml").data == {
        "a": [{"value": "yes", "since": "2020"}, {"value": ["x", "y z"]}],
        "b": {"c": []},
    }


def test_an_empty_file_holds_nothing() -> None:
    assert read_text("", "x.yaml").data is None
    assert read_text("# only a comment\n", "x.yaml").data is None


BENGALI = """\
name: {en: bKash, bn: বিকাশ}
notes:
  - {bn: "কাজ দেখার আগে ফোন নম্বর যাচাই", en: Confirm, source: blog}
  - bn: |
      দুই লাইনের
      একটা লেখা
    en: two lines
"""


def test_places_count_characters_with_bengali_before_them() -> None:
    document = read_text(BENGALI, "x.yaml")
    lines = BENGALI.splitlines()
    assert stands(document, "name", "bn") == (1, lines[0].index("বিকাশ") + 1)
    assert stands(document, "notes", 0, "en") == (3, lines[2].index("Confirm") + 1)
    assert stands(document, "notes", 0, "source") == (3, lines[2].index("blog") + 1)
    assert stands(document, "notes", 1, "en") == (7, 9)


def test_the_characters_of_a_value_can_be_found_again() -> None:
    document = read_text(BENGALI, "x.yaml")
    for path, expected in (
        (("name", "bn"), "বিকাশ"),
        (("notes", 0, "source"), "blog"),
        (("notes", 1, "en"), "two lines"),
    ):
        mark = document.values[path]
        assert BENGALI[mark.start : mark.end] == expected
    key = document.keys["notes", 0, "source"]
    assert BENGALI[key.start : key.end] == "source"


def test_places_are_named_as_a_person_would() -> None:
    document = read_text(
        "payouts:\n  - method: bkash\n    minimum:\n      - {value: 5 USD}\nnotes:\n  - {en: x}\n", "x.yaml"
    )
    assert document.name_of(("payouts", 0, "minimum", 0, "value")) == "payouts.bkash.minimum.1.value"
    assert document.name_of(("notes", 0, "en")) == "notes.1.en"
    assert document.name_of(()) == ""


def test_what_does_not_stand_there_has_the_place_of_what_is_around_it() -> None:
    document = read_text("a:\n  b: {c: 1}\n", "x.yaml")
    assert stands(document, "a", "b", "missing") == (2, 6)
    assert stands(document, "missing") == (1, 1)
    assert document.place(("a", "b", "missing")).field == "a.b.missing"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(newline: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes((mark + newline.join(["id: x", "bn: বিকাশ", "last: {a: b}", ""])).encode())
    document = read_file(path, "x.yaml")
    assert document.data == {"id": "x", "bn": "বিকাশ", "last": {"a": "b"}}
    assert stands(document, "last", "a") == (3, 11)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("id: x\nbn: বিকাশ\nstatus: []\nid: y\n", "duplicate-key", 4, 1),
        ("a:\n  - {value: 1, value: 2}\n", "duplicate-key", 2, 16),
        ("a: &x 1\nb: *x\n", "alias-used", 1, 4),
        ("a: &x [1]\n", "alias-used", 1, 4),
        ("a: &x {b: 1}\n", "alias-used", 1, 4),
        ("b: 1\na: *x\n", "alias-used", 2, 4),
        ("<<: *x\n", "alias-used", 1, 5),
        ("bn: বিকাশ\na:\n\tb: 1\n", "tab-used", 3, 1),
        ("id: x\n---\nid: y\n", "several-documents", 2, 1),
        ("? [a, b]\n: 1\n", "key-not-text", 1, 3),
        ("{a: 1}: 2\n", "key-not-text", 1, 1),
        *((f"en: one\nbn: বিকাশ বিকাশ\nname: a{sign}b\nx: y\n", "forbidden-character", 3, 8) for sign in CONTROLS),
    ],
)
def test_what_may_not_stand_in_a_record_is_refused_where_it_stands(
    text: str, code: str, line: int, column: int
) -> None:
    found = refusal(text)
    assert (found.code, found.place.line, found.place.column) == (code, line, column)


def test_what_is_refused_is_named() -> None:
    inner = refusal("a:\n  - {value: 1, value: 2}\n")
    assert (inner.found, inner.place.field) == ("value", "a.1.value")
    assert refusal("name: \x07").found == "U+0007"


def test_a_tab_in_a_text_and_the_marks_of_one_document_are_read() -> None:
    assert read_text("a: 'x\ty'\n", "x.yaml").data == {"a": "x\ty"}
    assert read_text("---\nid: x\n...\n", "x.yaml").data == {"id": "x"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_deep_nesting_is_a_finding_and_no_crash(opening: str) -> None:
    found = refusal("a:\n  " + opening * 40_000)
    assert found.code in ("nested-too-deep", "not-yaml")
    assert found.place.line == 2


def test_forty_thousand_brackets_are_nested_too_deep() -> None:
    found = refusal("[" * 40_000)
    assert (found.code, found.expected, found.place.line) == ("nested-too-deep", (str(MAX_DEPTH),), 1)
    inside = refusal("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert (inside.code, inside.place.column) == ("nested-too-deep", MAX_DEPTH + 1)
    assert read_text("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.yaml").data is not None


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [1\nb: 2\n", 2), ("a: 'x\n", 2), ("a: b: c\n", 1), ("a: 1\n  b: 2\n", 2), ("a: @x\n", 1), ("- a\nb: 1\n", 2)],
)
def test_what_is_no_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    found = refusal(text)
    assert (found.code, found.place.line) == ("not-yaml", line)
    assert found.hint


def test_a_text_that_is_too_long_is_refused() -> None:
    long = "ক" * MAX_SCALAR
    assert read_text(f"a: {long}", "x.yaml").data == {"a": long}
    found = refusal(f"b: 1\na: {long}x")
    assert (found.code, found.place.line, found.expected) == ("text-too-long", 2, (str(MAX_SCALAR),))


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    found = refusal_of_bytes(b"#" * (MAX_BYTES + 1), tmp_path)
    assert (found.code, found.expected) == ("file-too-large", (str(MAX_BYTES),))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_another_encoding_is_refused(encoding: str, tmp_path: Path) -> None:
    found = refusal_of_bytes("id: x\nname: Café\n".encode(encoding), tmp_path)
    assert found.code in ("not-utf8", "forbidden-character")
    assert found.place.file == "x.yaml"


def test_the_line_of_a_wrong_byte_is_told(tmp_path: Path) -> None:
    found = refusal_of_bytes("id: x\nbn: বিকাশ\nname: Café\n".encode().replace("é".encode(), b"\xe9"), tmp_path)
    assert (found.code, found.place.line) == ("not-utf8", 3)


def test_what_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as problem:
        read_file(tmp_path / "nothing.yaml", "nothing.yaml")
    assert problem.value.finding.code == "file-unreadable"
    assert problem.value.finding.hint


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(Unreadable) as problem:
        read_file(tmp_path / "folder.yaml", "folder.yaml")
    assert problem.value.finding.code == "not-a-file"


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for name, target in (("zero.yaml", "/dev/zero"), ("loop.yaml", "loop.yaml"), ("gone.yaml", "nowhere")):
        (tmp_path / name).symlink_to(target)
    codes = {}
    for path in tmp_path.iterdir():
        with pytest.raises(Unreadable) as problem:
            read_file(path, path.name)
        codes[path.stem] = problem.value.finding.code
    assert codes == {
        "pipe": "not-a-file", "zero": "not-a-file", "loop": "file-unreadable", "gone": "file-unreadable",
    }  # fmt: skip


def test_more_values_than_anybody_writes_are_refused() -> None:
    assert len(read_text("[" + "a," * (MAX_VALUES - 1) + "]", "x.yaml").data) == MAX_VALUES - 1
    found = refusal("[" + "a," * MAX_VALUES + "]")
    assert (found.code, found.expected) == ("too-many-values", (str(MAX_VALUES),))


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = read_text(text, "x.yaml")
    except Unreadable as problem:
        assert problem.finding.place.line >= 1
    else:
        assert document.text == text


@given(
    st.lists(
        st.sampled_from([*"[]{}:,-&*!|>'\"%@`#?~ \n\tকা\u200d\ufeff\r\x85\u2028", "a", "key: ", "\n  - "]),
        max_size=60,
    ).map("".join)
)
def test_any_heap_of_yaml_signs_is_read_or_refused(text: str) -> None:
    try:
        read_text(text, "x.yaml")
    except Unreadable as problem:
        assert (
            problem.finding.place.line
            <= text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + 2
        )
