"""Text of records never steers a terminal, in no format and in no place of the answer."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.render.clean import clean, escaped
from microjob_cli.render.formatter import Formatter
from microjob_cli.storage.loading import load
from tests.making import TODAY, settings_for
from tests.render.drawing import PAINT, document, drawn
from tests.render.hostile import FILES, HOSTILE, LITERAL, RAW
from tests.running import Microjob, Overlay

CALLS = (
    ("show", "trap"),
    ("list", "--status", "active", "--columns", "name,website,warnings,bengali_name"),
    ("compare", "trap", "examplegigs"),
    ("recommend", "--all", "--explain", "--limit", "200"),
)


@given(st.text())
def test_cleaned_text_holds_nothing_harmful_and_stays_clean(text: str) -> None:
    assert RAW.search(clean(text)) is None
    assert "\n" not in clean(text)
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("text", ["বিকাশ", "র\u200d্যাব", "ক্\u200cষ", "বড়", "é", "😀", "a b", "[bold]", "\u00a0"])
def test_words_of_any_language_are_left_whole(text: str) -> None:
    assert clean(text) == text


def test_tabs_and_line_breaks_become_spaces() -> None:
    assert clean("a\tb\nc\r\nd") == "a b c  d"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Pay\u200dPal", "PayPal"), ("\u200cbKash", "bKash"), ("b\u200d\u200cK", "bK"), ("👩\u200d💻", "👩\u200d💻")],
)
def test_joiners_between_latin_letters_are_dropped(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text())
def test_escaped_json_holds_nothing_harmful_and_loses_nothing(text: str) -> None:
    shown = escaped(json.dumps({"text": text}, ensure_ascii=False))
    assert RAW.search(shown) is None
    assert json.loads(shown) == {"text": text}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json", "jsonl"])
def test_nothing_harmful_is_printed(call: tuple[str, ...], form: str, on_small: Microjob, overlay: Overlay) -> None:
    answer = on_small(*call, "--data", str(overlay(FILES)), "-f", form)
    assert answer.code == 0, answer.err
    assert RAW.search(answer.out.removeprefix("\ufeff")) is None
    assert RAW.search(answer.err) is None


@pytest.mark.parametrize("form", ["table", "csv"])
def test_markup_is_printed_as_it_stands(form: str, on_small: Microjob, overlay: Overlay) -> None:
    assert LITERAL in on_small("show", "trap", "--data", str(overlay(FILES)), "-f", form).out


def test_json_holds_the_text_as_recorded(on_small: Microjob, overlay: Overlay) -> None:
    (item,) = on_small("show", "trap", "--data", str(overlay(FILES)), "-f", "json").items
    assert item["name"] == item["warnings"][0]["text"] == HOSTILE


# How the cursor is sent to where a column ends.
PLACED = re.compile("\x1b[78]|\x1b\\[[0-9]+D")


def test_a_terminal_gets_no_escape_of_a_record(small_folder: Path, overlay: Overlay) -> None:
    from microjob_cli.commands import recommend, show
    from microjob_cli.i18n import Language

    catalogue = load(small_folder, overlay(FILES))
    page = Formatter(Language(), catalogue, catalogue.evidence(TODAY), "BD")
    call = settings_for(catalogue)
    for result in (show.run(call, "trap"), recommend.run(call, every=True, explain=True)):
        shown = PLACED.sub("", PAINT.sub("", drawn(document(result, page), 80, colour=True)))
        assert RAW.search(shown) is None
        assert LITERAL in shown.replace("\n", "")


@pytest.mark.parametrize("word", ["\x1b[2Jzz", "\u202ezz", "\x9bzz", "[bold]zz[/x]", "{zz}", "\udc9bzz"])
@pytest.mark.parametrize("form", ["table", "json"])
def test_what_the_user_typed_is_cleaned_too(word: str, form: str, microjob: Microjob) -> None:
    for call, code in ((("show", word), 3), (("list", "--payout", word), 3), (("list", "--sort", word), 2)):
        answer = microjob(*call, "-f", form)
        assert answer.code == code
        assert RAW.search(answer.out + answer.err) is None
        assert "Traceback" not in answer.err


def test_markdown_shows_markup_as_it_stands(on_small: Microjob, overlay: Overlay) -> None:
    out = on_small("show", "trap", "--data", str(overlay(FILES)), "-f", "markdown").out
    assert "\\<b\\>" in out
    assert not re.search(r"(?<!\\)(<b>|&[a-z#]|~~)", out)


def test_no_cell_is_read_as_a_formula(on_small: Microjob, overlay: Overlay) -> None:
    answer = on_small("show", "trap", "--data", str(overlay(FILES)), "-f", "csv")
    cells = [cell for row in csv.reader(io.StringIO(answer.out.removeprefix("\ufeff"))) for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
