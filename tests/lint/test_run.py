"""Which files a check reads and which it blames."""

from __future__ import annotations

from pathlib import Path

import pytest

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.lint.run import Report, check
from tests.lint.building import FILES, METHOD, OTHER, OTHER_TEXT, SITE, SITE_TEXT, SOURCES, site, source, sources, write
from tests.making import TODAY

_TAKEN = OTHER_TEXT.replace("Other Gigs Online", "ExampleGigs")


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that others are laid over."""
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "base", {})


def own(name: str, text: str) -> Path:
    path = Path("own") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(base: Path, *paths: Path) -> tuple[list[tuple[str, str]], Report]:
    report = check(paths, [base], TODAY)
    return [(one.place.file, one.code) for one in report.findings], report


def test_a_folder_is_checked_over_the_base_and_alone_to_blame(base: Path) -> None:
    (base / METHOD).write_text(FILES[METHOD].replace("BDT", "taka"), encoding="utf-8")
    own(OTHER, _TAKEN)
    blamed, report = found(base, Path("own"))
    assert blamed == [("own/platforms/othergigs.yaml", "name-taken")]
    assert (report.files, report.records) == (1, 1)


def test_a_record_that_takes_the_place_of_another_is_not_compared_with_it(base: Path) -> None:
    own(SITE, site(name="ExampleGigs"))
    assert found(base, Path("own"))[0] == []


def test_an_amendment_needs_the_record_that_it_amends_and_nothing_else(base: Path) -> None:
    line = SITE_TEXT.split("\n", 1)[0]
    own("platforms/more.yaml", f"{line}\namends: examplegigs\n")
    own("platforms/lost.yaml", f"{line}\namends: examplegig\n")
    assert found(base, Path("own"))[0] == [("own/platforms/lost.yaml", "no-such-platform")]


def test_a_file_in_a_record_folder_is_checked_with_the_files_around_it(base: Path) -> None:
    own(SOURCES, sources(source("mine")))
    cited = own(OTHER, OTHER_TEXT + "owner: [{value: Gigs, source: mine, confidence: low}]\n")
    own("platforms/third.yaml", "id: [")
    assert found(base, cited)[0] == []


def test_a_file_is_found_from_inside_its_folder(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own(OTHER, _TAKEN)
    monkeypatch.chdir(Path("own/platforms"))
    assert found(base, Path("othergigs.yaml"))[0] == [("othergigs.yaml", "name-taken")]


def test_one_kind_of_records_can_be_checked_alone(base: Path) -> None:
    own(OTHER, _TAKEN)
    own("task_types.yaml", "- a\n")
    assert found(base, Path("own/platforms"))[0] == [("own/platforms/othergigs.yaml", "name-taken")]


def test_a_file_anywhere_is_known_by_the_schema_that_it_names(base: Path) -> None:
    loose = own("draft.yaml", _TAKEN)
    assert {code for _, code in found(base, loose)[0]} == {"name-taken", "file-name"}


def test_the_base_itself_is_checked_without_a_path(base: Path) -> None:
    (base / METHOD).write_text(FILES[METHOD].replace("BDT", "taka"), encoding="utf-8")
    assert found(base)[0] == [("base/payout_methods/bkash.yaml", "wrong-form")]


def test_a_file_that_is_no_yaml_is_a_finding(base: Path) -> None:
    own(OTHER, "id: [a\nname: b")
    own(SITE, SITE_TEXT)
    assert found(base, Path("own"))[0] == [("own/platforms/othergigs.yaml", "not-yaml")]


@pytest.mark.parametrize(
    ("path", "code"),
    [("draft.yaml", "kind-unclear"), ("platforms/readme.txt", "no-records"), ("nowhere", "no-such-path"),
     ("empty", "no-records")],
)  # fmt: skip
def test_a_path_without_records_is_a_wrong_call(base: Path, path: str, code: str) -> None:
    own("draft.yaml", "id: x\n")
    own("platforms/readme.txt", "x")
    Path("own/empty").mkdir()
    with pytest.raises(UsageProblem) as problem:
        check([Path("own", path)], [base], TODAY)
    assert problem.value.code == code


def test_a_record_with_many_mistakes_gives_them_all_at_once(base: Path) -> None:
    own(
        OTHER,
        "id: other_gigs\n"
        "nam: X\n"
        "website: x\n"
        "aliases: {en: [ExampleGigs]}\n"
        "status:\n"
        "  - {value: actve, source: pgae, as_of: 2029, confidence: hgh}\n"
        "payouts:\n"
        "  - {method: bikash, minimum: [{value: 5, source: page, confidence: low}]}\n",
    )
    blamed = [code for _, code in found(base, Path("own"))[0]]
    assert sorted(blamed) == sorted(
        [
            *("editor-line", "id-form", "file-name", "unknown-key", "field-missing", "website", "name-taken"),
            *("not-in-list", "no-such-source", "date-in-future", "not-in-list"),
            *("no-such-method", "offered-missing", "wrong-form", "date-left-out"),
        ]
    )
