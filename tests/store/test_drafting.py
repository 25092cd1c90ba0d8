"""The files of a new record: what they hold, and that nothing that was there is harmed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.drafts import Draft, DraftOption, DraftWarning
from microjob_cli.domain.errors import RecordsBroken, UsageProblem
from microjob_cli.domain.facts import Claim, Confidence, Kind, Source
from microjob_cli.domain.measures import Minimum
from microjob_cli.domain.payout import Answer, PayoutOption
from microjob_cli.domain.platform import Platform, Status, WarningCode
from microjob_cli.store.drafting import platform_text, record_folder, scalar, source_text, write
from microjob_cli.store.reading import read_text
from microjob_cli.store.schema import validate
from microjob_cli.store.template import OPTION_PARTS, PARTS

DOCS = Path(__file__).parent.parent.parent / "docs" / "records.md"
SOURCE = Source("page-2024-05", "page.example: a page", "https://page.example/a", Kind.BLOG, PartialDate(2024, 5))
DRAFT = Draft(
    id="jobghor",
    name="Job Ghor",
    website="https://jobghor.example",
    bengali_name="জব ঘর",
    source=SOURCE,
    confidence=Confidence.MEDIUM,
    status=Status.ACTIVE,
    country="BD",
)
FULL = replace(
    DRAFT,
    status=Status.NOT_PAYING_REPORTS,
    successor="other",
    accepts=Answer.PARTLY,
    payouts=(DraftOption("bkash", Minimum.parse("4 USD or 300 BDT")), DraftOption("skrill")),
    warning=DraftWarning(WarningCode.FRAUD_REPORT, 'Police said: "no".', "পুলিশ বলেছে: না।"),
)
EXAMPLE = re.compile(r"^( *)#(?=  |\S)", re.MULTILINE)


def record(text: str) -> Platform:
    """The record that a text holds."""
    document = read_text(text, "x.yaml")
    found = validate(Platform, document.data, document)
    assert not isinstance(found, tuple), found
    return found


def test_what_is_known_is_in_the_record_with_its_source_date_and_confidence() -> None:
    found = record(platform_text(FULL))
    assert (found.id, found.name, found.website) == ("jobghor", "Job Ghor", "https://jobghor.example")
    assert found.aliases.bn == ("জব ঘর",)
    claims: list[Claim[Any]] = [
        *found.status,
        *found.successor,
        *found.accepts["BD"],
        *found.payouts[0].offered,
        *found.payouts[0].minimum,
    ]
    assert [str(claim.value) for claim in claims] == [
        "not-paying-reports", "other", "partly", "yes", "4 USD or 300 BDT",
    ]  # fmt: skip
    said = {(claim.source, str(claim.as_of), claim.confidence) for claim in claims}
    assert said == {("page-2024-05", "2024-05", Confidence.MEDIUM)}
    assert [option.method for option in found.payouts] == ["bkash", "skrill"]
    assert found.payouts[1].minimum == ()
    (warning,) = found.warnings
    assert (warning.code, warning.en, warning.bn) == (WarningCode.FRAUD_REPORT, 'Police said: "no".', "পুলিশ বলেছে: না।")


def test_nothing_is_claimed_that_is_not_known() -> None:
    found = record(platform_text(replace(DRAFT, bengali_name=None, website=None)))
    empty = {item.name for item in fields(Platform) if getattr(found, item.name) in ((), {}, None, False)}
    assert empty == {item.name for item in fields(Platform)} - {"id", "name", "aliases", "status"}
    assert found.aliases.all == ()


def test_an_undated_source_makes_undated_claims() -> None:
    found = record(platform_text(replace(FULL, source=replace(SOURCE, date=None))))
    assert found.status[0].as_of is None
    assert found.warnings[0].as_of is None


@pytest.mark.parametrize("draft", [DRAFT, FULL], ids=["little", "much"])
def test_every_example_is_valid_once_its_mark_is_taken_away(draft: Draft) -> None:
    found = record(EXAMPLE.sub(r"\1", platform_text(draft)))
    left_out = {"website"} if draft.website is None else set()
    for item in fields(Platform):
        assert item.name in left_out or getattr(found, item.name), item.name
    for option in found.payouts if draft is FULL else ():
        assert all(getattr(option, part.key) for part in OPTION_PARTS)


def test_the_template_has_every_key_of_a_platform_in_the_order_of_the_record_format() -> None:
    keys = [part.key for part in PARTS]
    assert {"id", "name", "website", *keys} == {item.name for item in fields(Platform)}
    assert {part.key for part in OPTION_PARTS} == {item.name for item in fields(PayoutOption)} - {
        "method", "offered", "superseded_by",
    }  # fmt: skip
    described = DOCS.read_text(encoding="utf-8").split("```yaml\n# yaml-language-server", 1)[1].split("```", 1)[0]
    order = re.findall(r"^(\w+):", described, re.MULTILINE)
    assert order == ["id", "name", "website", *keys]


def test_every_key_is_explained_in_a_line_of_reasonable_length() -> None:
    for line in platform_text(FULL).splitlines():
        assert len(line) <= 130, line
    for part in (*PARTS, *OPTION_PARTS):
        assert part.about.endswith(".")
        assert f"# {part.about}\n" in platform_text(FULL)


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]), max_size=80))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    data = read_text(f"a: {scalar(text)}\nb: [{scalar(text)}]\nc: {{d: {scalar(text)}, e: f}}\n", "").data
    assert data == {"a": text, "b": [text], "c": {"d": text, "e": "f"}}


@pytest.mark.parametrize(
    "text", ["no", "null", "", "~", "2013", "a: b", "a #b", "- a", "'a'", "[a", "{a}", "a, b", "!a"]
)
def test_texts_that_yaml_would_take_for_something_else_are_quoted(text: str) -> None:
    assert scalar(text).startswith('"')


@pytest.mark.parametrize("text", ["Job Ghor", "জব ঘর", "https://jobghor.example/a?b=c"])
def test_harmless_texts_stand_bare(text: str) -> None:
    assert scalar(text) == text


# The file of sources.

BEFORE = {
    "nothing": "",
    "usual": '# first line\nold:\n  title: "a: b"\n  address: "https://a.example"\n  kind: blog  # a comment\n',
    "no newline at its end": "old: {title: t, address: https://a.example, kind: blog}",
    "windows": "old:\r\n  title: t\r\n  address: https://a.example\r\n  kind: blog\r\n",
    "byte order mark": "\ufeffold: {title: t, address: https://a.example, kind: blog}\n",
    "comments only": "# nothing yet\n",
    "blank lines at its end": "old: {title: t, address: https://a.example, kind: blog}\n\n\n",
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=list(BEFORE))
def test_a_source_is_added_behind_what_is_there(before: str, tmp_path: Path) -> None:
    sources = tmp_path / "sources.yaml"
    sources.write_bytes(before.encode())
    write(DRAFT, tmp_path, new_source=True, force=False)
    after = sources.read_bytes().decode()
    assert after.startswith(before)
    data = read_text(after.removeprefix("\ufeff"), "").data
    assert data["page-2024-05"] == {
        "title": "page.example: a page", "address": "https://page.example/a", "kind": "blog", "date": "2024-05",
    }  # fmt: skip
    assert list(data) == (["old"] if "old" in before else []) + ["page-2024-05"]
    assert ("\r\n" in before) == after.endswith("\r\n")
    assert after.count("\n") == after.count("\r\n") or "\r\n" not in before


@pytest.mark.parametrize(
    "before",
    ["{old: {title: t, kind: blog}}\n", "old: {title: t}\n...\n", "  a: b\n", "a: [\n", "old: |\n  x"],
)
def test_a_file_that_nothing_can_be_added_to_is_left_alone(before: str, tmp_path: Path) -> None:
    sources = tmp_path / "sources.yaml"
    sources.write_text(before)
    with pytest.raises((UsageProblem, RecordsBroken)):
        write(DRAFT, tmp_path, new_source=True, force=False)
    assert sources.read_text() == before
    assert not (tmp_path / "platforms").exists()


def test_a_new_file_of_sources_names_its_schema(tmp_path: Path) -> None:
    write(DRAFT, tmp_path, new_source=True, force=False)
    text = (tmp_path / "sources.yaml").read_text()
    assert text == "# yaml-language-server: $schema=schema/sources.json\n" + source_text(SOURCE)


# The record.


def test_the_record_and_its_source_are_written(tmp_path: Path) -> None:
    written = write(DRAFT, tmp_path, new_source=True, force=False)
    assert (tmp_path / "platforms/jobghor.yaml").read_text() == platform_text(DRAFT)
    assert (written.id, written.source, written.replaced) == ("jobghor", "page-2024-05", False)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["jobghor.yaml", "sources.yaml"]


def test_a_recorded_source_is_not_written_again(tmp_path: Path) -> None:
    written = write(DRAFT, tmp_path, new_source=False, force=False)
    assert written.sources_file is None
    assert not (tmp_path / "sources.yaml").exists()


def test_an_existing_file_is_replaced_by_force_only(tmp_path: Path) -> None:
    path = tmp_path / "platforms/jobghor.yml"
    path.parent.mkdir()
    path.write_text("id: jobghor\n")
    with pytest.raises(UsageProblem) as problem:
        write(DRAFT, tmp_path, new_source=True, force=False)
    assert problem.value.code == "record-there"
    assert (path.read_text(), (tmp_path / "sources.yaml").exists()) == ("id: jobghor\n", False)
    assert write(DRAFT, tmp_path, new_source=True, force=True).replaced
    assert path.read_text() == platform_text(DRAFT)
    assert not path.with_suffix(".yaml").exists()


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another sort there")
def test_the_permissions_of_the_sources_stay(tmp_path: Path) -> None:
    sources = tmp_path / "sources.yaml"
    sources.write_text("")
    sources.chmod(0o640)
    write(DRAFT, tmp_path, new_source=True, force=False)
    assert sources.stat().st_mode & 0o777 == 0o640


# Where to write.


def test_the_folder_data_is_the_usual_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    with pytest.raises(UsageProblem) as problem:
        record_folder(None)
    assert problem.value.code == "no-record-folder"
    (tmp_path / "data/platforms").mkdir()
    assert record_folder(None) == Path("data")


def test_a_named_folder_may_be_empty_but_must_be_there(tmp_path: Path) -> None:
    assert record_folder(tmp_path) == tmp_path
    assert record_folder(tmp_path / "platforms") == tmp_path
    for missing in (tmp_path / "nowhere", tmp_path / "nowhere/platforms"):
        with pytest.raises(UsageProblem) as problem:
            record_folder(missing)
        assert problem.value.code == "no-such-into"
