"""Each rule finds what it is for, where it is, and says so in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from microjob_cli.catalog.findings import MOST_FINDINGS, Finding, Level
from microjob_cli.i18n import Language
from microjob_cli.lint.run import RULES, Report, check
from microjob_cli.render.findings import message, told
from microjob_cli.render.record_sentences import RULE_FINDINGS
from tests.lint.building import SITE, SITE_TEXT, Case, site, write
from tests.lint.cases import CASES
from tests.making import TODAY


@pytest.fixture(autouse=True)
def _in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are then named as from where a keeper of records stands."""
    monkeypatch.chdir(tmp_path)


def checked(folder: Path) -> Report:
    return check((), [folder], TODAY)


def of_rule(case: Case, folder: Path) -> list[Finding]:
    return [finding for finding in checked(folder).findings if finding.code == (case.code or case.rule)]


def test_nothing_is_wrong_with_the_minimal_folder(tmp_path: Path) -> None:
    assert checked(write(tmp_path, {})).findings == ()


def test_every_rule_has_a_case_that_passes_and_one_that_fails() -> None:
    assert {case.rule for case in CASES} == {rule.name for rule in RULES}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_right_passes(case: Case, tmp_path: Path) -> None:
    found = checked(write(tmp_path, case.passes)).findings
    assert [one for one in found if one.level is Level.ERROR or one.code == case.rule] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_wrong_is_found_where_it_is(case: Case, tmp_path: Path) -> None:
    found = of_rule(case, write(tmp_path, case.fails))
    assert tuple((one.place.file, one.place.line, one.place.field) for one in found) == case.at
    rule = next(rule for rule in RULES if rule.name == case.rule)
    assert {one.level for one in found} == {rule.level}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_sentence_says_what_is_wrong(case: Case, tmp_path: Path) -> None:
    first = of_rule(case, write(tmp_path, case.fails))[0]
    sentence = message(first, Language().say)
    assert case.says in sentence
    assert sentence.rstrip(".?")[-1].isalnum() or sentence.endswith(".json")
    assert not {"{", "}"} & set(sentence.replace(first.found, ""))
    assert told(first, Language().say).startswith(f"{first.place.file}:{first.place.line}:{first.place.column}: ")


def test_every_rule_gives_its_reason_and_has_a_sentence() -> None:
    assert all(rule.reason.endswith(".") and rule.check.__doc__ for rule in RULES)
    assert {rule.name for rule in RULES} - set(RULE_FINDINGS) == {"unknown-reference"}
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_columns_count_characters_after_bengali_too(tmp_path: Path) -> None:
    line = 'owner: [{value: "বাংলা", note: {en: A., bn: "দে\u09df।"}, source: page, as_of: 2024-05, confidence: low}]\n'
    folder = write(tmp_path, {SITE: site(line)})
    (found,) = checked(folder).findings
    assert (found.place.line, found.place.column) == (10, line.index('"দে') + 1)


def test_the_documentation_lists_every_rule_with_its_reason() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    rows = [line for line in documented.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{rule.name}` | {rule.level} | {rule.reason} |" for rule in RULES]


def test_of_one_rule_and_record_only_the_first_findings_are_told(tmp_path: Path) -> None:
    aliases = ", ".join(f"Gigs{'-' * number}" for number in range(1000))
    folder = write(tmp_path, {SITE: SITE_TEXT.replace("Example Gigs Online", aliases)})
    codes = Counter(one.code for one in checked(folder).findings)
    assert codes == {"alias-repeated": MOST_FINDINGS, "more-of-the-same": 1}


def test_of_one_guide_only_the_first_broken_references_are_told(tmp_path: Path) -> None:
    text = "# T\n" + "{{nobody founded}} " * 1000
    folder = write(tmp_path, {"guides/en/x.md": text, "guides/bn/x.md": text})
    codes = Counter(one.code for one in checked(folder).findings)
    assert codes == {"guide-reference": 2 * MOST_FINDINGS, "more-of-the-same": 2}
