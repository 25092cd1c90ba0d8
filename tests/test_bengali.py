"""With `--lang bn` no English is left, no Latin digit, and what scripts read stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pytest
from msgspec import Struct

from microjob_cli.advice.learning import TOPICS
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.earning_records import AssumptionName
from microjob_cli.catalog.names import Aliases
from microjob_cli.catalog.platform import Platform
from microjob_cli.commands.list import KNOWN_COLUMNS, SORTS
from microjob_cli.i18n.catalogue import FOLDER
from tests.every_command import CALLS, calls, names
from tests.running import Answer, Microjob
from tools import messages

pytestmark = pytest.mark.usefixtures("_few_checked")

# What is typed is the same in every language,
TYPED = re.compile(r"`[^`]*`|\bmicrojob(?: (?:\"[^\"]*\"|[\w./<>-]+))+|--[\w-]+(?: [\w/.,-]+)?")
# and so are addresses, files, what is quoted, and the names of characters.
SAME = re.compile(
    r"https?://\S+|\S+/\S+|[\w*-]*\.[\w./*-]+(?::\d+)*|'[^']*'|\"[^\"]*\"|U\+[0-9A-F]{4,6}(?: [A-Z-]{2,})*"
)
PLACE = re.compile(r"\{\w+\}")
# No abbreviations: VPN, NID.
LATIN_WORD = re.compile(r"(?=[A-Z]*[a-z])[A-Za-z]{2,}")
# Records of what people say, in whatever language; nothing of them is printed but what is in Bengali.
OF_QUESTIONS = ("words", "intents", "refusals", "leanings", "danger_signs", "indexes", "lists")
WITH_LATIN_DIGIT = re.compile(r"[^\s(),;:\[\]]*[0-9][^\s(),;:\[\]]*")
GUIDE_PARTS = re.compile(r"\{\{.*?\}\}|\n")  # what stands between figures that come from records
BENGALI_DIGIT = re.compile("[০-৯]")
ERRORS = (
    ("show", "rapidworkerz"),
    ("show", "zzzzzz"),
    ("payouts", "bkqsh"),
    ("why", "sproutgigs", "nothing"),
    ("list", "--sort", "luck"),
    ("list", "--columns", "luck"),
    ("list", "--max-minimum", "five"),
    ("list", "--country", "xxx"),
    ("list", "--data", "/nowhere"),
    ("compare", "sproutgigs"),
    ("route", "sproutgigs", "--to", "bkash", "--rate", "0"),
    ("lits",),
    ("recommend", "--limi"),
    ("recommend", "--limit", "x"),
    ("recommend", "--limit", "0"),
    ("recommend", "--device", "mobil"),
    ("recommend", "--direct=1"),
    ("list", "--sort"),
    ("route",),
    ("route", "sproutgigs"),
    ("show", "sproutgigs", "hotovaga"),
    ("data", "chek"),
)


def written(value: Any) -> Iterator[str]:
    """Every text in a record but those in English: names, ids, titles, addresses."""
    if type(value) is str:
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from written(key)
            yield from written(inner)
    elif isinstance(value, tuple | list | frozenset):
        for inner in value:
            yield from written(inner)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name != "en" or isinstance(value, Aliases):
                yield from written(getattr(value, name))


class Searcher:
    """Finds English in an answer about a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        shown = [getattr(catalogue, name) for name in catalogue.__struct_fields__ if name not in OF_QUESTIONS]
        texts = {text for text in written(shown) if re.search("[A-Za-z0-9]", text)}
        publishers = {source.title.partition(":")[0] for source in catalogue.sources.values()}
        self.known = sorted(texts | publishers, key=len, reverse=True)
        told = (PLACE.sub("", str(message.string)) for message in messages.read(FOLDER / "bn.po") if message.id)
        self.translated = {word for text in told for word in LATIN_WORD.findall(SAME.sub(" ", TYPED.sub(" ", text)))}

    def english_in(self, text: str, also: Collection[str] = ()) -> list[str]:
        """The Latin words and digits that no record and no translation puts there."""
        bare = TYPED.sub(" ", text)
        for known in self.known:
            if known in bare:
                bare = re.sub(rf"(?<![A-Za-z0-9]){re.escape(known)}(?![A-Za-z0-9])", " ", bare)
        bare = SAME.sub(" ", bare)
        words = [word for word in LATIN_WORD.findall(bare) if word not in self.translated and word not in also]
        return [*words, *(part for part in WITH_LATIN_DIGIT.findall(bare) if part not in also)]


@pytest.fixture(scope="module")
def searcher(shipped: Catalogue) -> Searcher:
    return Searcher(shipped)


@pytest.fixture(scope="module")
def texts_with_digits(shipped: Catalogue) -> list[str]:
    """What the records say in Bengali with a digit in it, the longest first."""
    pieces = (piece.strip() for text in written(shipped) for piece in GUIDE_PARTS.split(text))
    texts = {piece for piece in pieces if len(piece) > 8 and BENGALI_DIGIT.search(piece)}
    return sorted(texts, key=len, reverse=True)


def words_of(value: Any) -> set[str]:
    """The words of what scripts read."""
    return set(LATIN_WORD.findall(json.dumps(value)))


def lines(answer: Answer) -> str:
    return answer.out + answer.err


def test_every_command_is_called() -> None:
    assert set(CALLS) == set(names())


@pytest.mark.parametrize("call", [*calls()], ids=" ".join)
def test_no_english_is_left_in_an_answer(call: tuple[str, ...], microjob: Microjob, searcher: Searcher) -> None:
    answer = microjob("--lang", "bn", *call)
    assert answer.code in (0, 1, 3), answer.err
    # Who keeps records is told keys, codes and files, as scripts are.
    read = without_text(microjob(*call, "-f", "json").json) if call[0] == "data" else None
    typed_as_is = {one for item in (read or {}).get("items", ()) for one in item.get("expected", ())}
    to_type = {"estimate": [name.key for name in AssumptionName], "learn": list(TOPICS)}.get(call[0])
    typed_as_is |= {"1."} if call[0] == "post" else set()  # Markdown counts a list itself, from this
    assert searcher.english_in(lines(answer), words_of((call, read, to_type)) | typed_as_is) == []


@pytest.mark.parametrize("call", ERRORS, ids=" ".join)
def test_no_english_is_left_in_an_error(call: tuple[str, ...], microjob: Microjob, searcher: Searcher) -> None:
    answer = microjob("--lang", "bn", *call)
    assert answer.code in (2, 3)
    assert answer.out == ""
    assert (
        searcher.english_in(answer.err, words_of((call, KNOWN_COLUMNS, SORTS, Platform.__struct_fields__)) | set(call))
        == []
    )
    assert re.search("[ঀ-৿]", answer.err)


@pytest.mark.parametrize("name", ["", *names()])
def test_no_english_sentence_is_left_in_help(name: str, microjob: Microjob) -> None:
    answer = microjob("--lang", "bn", *name.split(), "--help")
    assert answer.code == 0
    bare = SAME.sub(" ", TYPED.sub(" ", answer.out))
    assert re.findall(r"[a-z]{2,}(?: [a-z]{2,}){2,}", bare) == []
    (usage,) = (told for told in answer.out.splitlines() if told.startswith("ব্যবহার: microjob"))
    assert re.findall(r"[{[][A-Za-z]", usage) == []


@pytest.mark.parametrize("command", ["recommend", "advise", "list", "route", "data new", "ask"])
def test_what_an_option_takes_is_told_in_bengali_too(command: str, microjob: Microjob) -> None:
    """It stands on a line of its own: no terminal agrees with another on where the next column would begin."""
    told = microjob("--lang", "bn", *command.split(), "--help").out
    assert re.findall(r"--[a-z-]+ [A-Z]{2,}|<[a-z]+ range>|: [0-9]", told) == []
    for line in told.splitlines():
        assert not re.match(r"  --[a-z-]+ [^\x00-\x7f]+  +", line), line
    assert "<float range>" in microjob("recommend", "--help").out


@pytest.mark.parametrize("call", [*calls()], ids=" ".join)
def test_json_differs_in_text_only(call: tuple[str, ...], microjob: Microjob) -> None:
    english, bengali = (json.loads(microjob("--lang", code, *call, "-f", "json").out) for code in ("en", "bn"))
    assert without_text(english) == without_text(bengali)


@pytest.mark.parametrize("call", ERRORS, ids=" ".join)
def test_json_of_errors_differs_in_the_message_only(call: tuple[str, ...], microjob: Microjob) -> None:
    english, bengali = (json.loads(microjob("-f", "json", "--lang", code, *call).out) for code in ("en", "bn"))
    assert without_text(english) == without_text(bengali)
    assert english["error"]["message"] != bengali["error"]["message"]


def without_text(value: Any) -> Any:
    """JSON without the sentences for people."""
    if isinstance(value, dict):
        return {key: without_text(inner) for key, inner in value.items() if key not in ("text", "message")}
    return [without_text(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("call", [*calls(most=2)], ids=" ".join)
def test_csv_keeps_latin_digits(call: tuple[str, ...], microjob: Microjob, texts_with_digits: list[str]) -> None:
    english, bengali = (microjob("--lang", code, *call, "-f", "csv").out for code in ("en", "bn"))
    assert english.splitlines()[0] == bengali.splitlines()[0]
    for text in texts_with_digits:
        bengali = bengali.replace(text.replace('"', '""'), "")
    assert BENGALI_DIGIT.findall(bengali) == []


def test_the_check_finds_english(searcher: Searcher) -> None:
    assert searcher.english_in("সাইট: unknown, 5 ডলার, SproutGigs, 2Captcha, https://a.example/5") == ["unknown", "5"]
