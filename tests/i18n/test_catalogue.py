"""Every sentence of the program has its Bengali, with the same values in it, and nothing else is in the catalogue."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import pytest

from microjob_cli import files
from microjob_cli.i18n import catalogue
from tools import messages

SOURCE = catalogue.FOLDER / "bn.po"
VALUE = re.compile(r"(?<!\{)\{(\w+)\}")
COMMAND = re.compile(
    r"microjob(?: [\w-]+)*|`[^`]*`|\{\{.*?\}\}|\{\w+\}|\"[^\"]*\"|--\w[\w-]*|https?://\S+|[\w*/]+[.=/]\S+"
)
LATIN_WORD = re.compile(r"(?<![A-Za-z])(?!microjob)[a-z]{2,}")


@pytest.fixture(scope="module")
def translated() -> dict[str, str]:
    return {str(message.id): str(message.string) for message in messages.read(SOURCE) if message.id}


@pytest.fixture(scope="module")
def said() -> set[str]:
    """Every sentence of the program."""
    return set(messages.messages())


def test_every_sentence_has_its_bengali(translated: dict[str, str], said: set[str]) -> None:
    assert len(said) > 500
    missing = [sentence for sentence in sorted(said) if not translated.get(sentence)]
    assert missing == [], "run python -m tools.messages and translate what it adds to bn.po"


def test_no_translation_is_obsolete(translated: dict[str, str], said: set[str]) -> None:
    assert [sentence for sentence in translated if sentence not in said] == []


def test_the_values_are_the_same(translated: dict[str, str]) -> None:
    differing = {
        sentence: told
        for sentence, told in translated.items()
        if told and set(VALUE.findall(sentence)) != set(VALUE.findall(told))
    }
    assert differing == {}


def test_translations_are_bengali(translated: dict[str, str]) -> None:
    for sentence, told in translated.items():
        assert told == unicodedata.normalize("NFC", told)
        assert not LATIN_WORD.search(COMMAND.sub("", told)), sentence


def test_nothing_is_fuzzy() -> None:
    assert [message.id for message in messages.read(SOURCE) if message.id and message.fuzzy] == []


def test_updating_changes_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "bn.po"
    copy.write_bytes(SOURCE.read_bytes())
    messages.update(copy)
    assert copy.read_text(encoding="utf-8") == SOURCE.read_text(encoding="utf-8")


def test_updating_adds_and_drops(tmp_path: Path, said: set[str]) -> None:
    copy = tmp_path / "bn.po"
    copy.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
                    'msgid "unknown"\nmsgstr "অজানা"\n\nmsgid "gone"\nmsgstr "গেছে"\n', encoding="utf-8")  # fmt: skip
    missing, dropped = messages.update(copy)
    assert (missing, dropped) == (len(said) - 1, 1)
    assert {str(message.id): message.string for message in messages.read(copy)}["unknown"] == "অজানা"
    assert messages.read(copy).get("gone") is None


def test_a_sentence_that_cannot_be_found_is_refused() -> None:
    tree = ast.parse("def shown(page, label):\n    return page.say(label)\n")
    with pytest.raises(messages.NotFound):
        list(messages._in_file(Path("microjob_cli/render/views/new.py"), tree))


def test_the_catalogue_is_compiled_anew_when_its_source_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, cache = tmp_path / "bn.po", tmp_path / "cache" / "sentences.mo"
    monkeypatch.setattr(files, "cache_file", lambda *_: cache)
    text = SOURCE.read_text(encoding="utf-8")
    source.write_text(text, encoding="utf-8")
    assert catalogue._cached(source).gettext("unknown") == "জানা নেই"
    kept = cache.read_bytes()
    assert catalogue._cached(source).gettext("unknown") == "জানা নেই"
    assert cache.read_bytes() == kept
    source.write_text(text.replace("জানা নেই", "জানি না"), encoding="utf-8")
    assert catalogue._cached(source).gettext("unknown") == "জানি না"
    cache.write_bytes(kept.partition(b"\n")[0] + b"\nnonsense")
    assert catalogue._cached(source).gettext("unknown") == "জানি না"


def test_without_a_cache_folder_it_is_compiled_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "cache_file", lambda *_: None)
    assert catalogue._cached(SOURCE).gettext("unknown") == "জানা নেই"


def test_an_unknown_sentence_stays_english() -> None:
    assert catalogue.catalogue("bn").gettext("Nobody ever said this.") == "Nobody ever said this."
