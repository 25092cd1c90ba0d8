"""Folders of records: read whole, laid over each other, amended, and checked for what they name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import RecordsBroken, UsageProblem
from microjob_cli.catalog.findings import MOST_FINDINGS, Finding
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.platform import Status
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.storage.folders import checked_folder, shipped_folder
from microjob_cli.storage.loading import load, read_folder
from tests.making import TODAY
from tests.running import Overlay

OWN_SITE = """\
id: own-site
name: Own Site
website: null
aliases: {}
status:
  - {value: active, source: own-notes, as_of: 2026-11-01, confidence: high}
"""
OWN_SOURCE = """\
own-notes:
  title: "own notes"
  address: "https://own.example/"
  kind: official
"""


def broken(*folders: Path) -> tuple[Finding, ...]:
    """The findings for which folders are refused."""
    with pytest.raises(RecordsBroken) as problem:
        load(*folders)
    found = problem.value.findings
    assert all(isinstance(one, Finding) for one in found)
    return found


def test_the_invented_records_are_sound(small: Catalogue) -> None:
    assert sorted(small.platforms) == list(small.platforms)
    assert {"examplegigs", "closedjobs", "unnamed-2020"} <= set(small.platforms)
    assert {"bkash", "paypal"} <= set(small.methods)
    assert len(small.rates) == 4


def test_the_version_changes_with_any_value_and_with_nothing_else(
    small_folder: Path, small: Catalogue, overlay: Overlay
) -> None:
    assert load(small_folder).version == small.version
    nothing = overlay({"README.md": "not a record"})
    assert load(small_folder, nothing).version == small.version
    changed = overlay(
        {"platforms/examplegigs.yaml": (small_folder / "platforms/examplegigs.yaml").read_text().replace("75%", "76%")}
    )
    assert load(small_folder, changed).version != small.version


def test_the_newest_date_is_that_of_any_claim(small_folder: Path, small: Catalogue, overlay: Overlay) -> None:
    assert str(small.newest) == "2026-07-30"
    own = overlay({"platforms/own-site.yaml": OWN_SITE, "sources.yaml": OWN_SOURCE})
    assert str(load(small_folder, own).newest) == "2026-11-01"


def test_own_records_with_own_sources_are_added(small_folder: Path, small: Catalogue, overlay: Overlay) -> None:
    both = load(small_folder, overlay({"platforms/own-site.yaml": OWN_SITE, "sources.yaml": OWN_SOURCE}))
    assert set(both.platforms) == {*small.platforms, "own-site"}
    assert set(both.sources) == {*small.sources, "own-notes"}
    assert both.platforms["examplegigs"] == small.platforms["examplegigs"]


def test_the_same_id_replaces_the_record_whole(small_folder: Path, overlay: Overlay) -> None:
    own = OWN_SITE.replace("own-site", "examplegigs").replace("own-notes", "delta-blog")
    replaced = load(small_folder, overlay({"platforms/examplegigs.yaml": own})).platforms["examplegigs"]
    assert (replaced.name, replaced.payouts, replaced.founded) == ("Own Site", (), ())


def test_the_file_may_have_any_name_and_either_ending(small_folder: Path, overlay: Overlay) -> None:
    own = OWN_SITE.replace("own-notes", "delta-blog")
    both = load(
        small_folder,
        overlay({"platforms/mine.yml": own, "platforms/notes.txt": "no record: [", "platforms/x.yaml~": "["}),
    )
    assert "own-site" in both.platforms


AMENDMENT = """\
amends: examplegigs
status:
  - {value: closed, source: own-notes, as_of: 2026-11-01, confidence: high}
founded:
  - {value: 2014, source: own-notes, confidence: low}
accepts:
  BD:
    - {value: partly, source: own-notes, as_of: 2026-11, confidence: high}
  US:
    - {value: yes, source: own-notes, confidence: high}
payouts:
  - method: litecoin
    minimum:
      - {value: 17 USD, source: own-notes, as_of: 2026-11, confidence: high}
  - method: nagad
    offered:
      - {value: yes, source: own-notes, as_of: 2026-11, confidence: high}
aliases:
  en: [My Gigs]
"""


@pytest.fixture
def both(small_folder: Path, overlay: Overlay) -> Catalogue:
    """The invented records, one of them amended."""
    return load(small_folder, overlay({"platforms/mine.yaml": AMENDMENT, "sources.yaml": OWN_SOURCE}))


def test_amending_puts_claims_before_those_of_the_record(small: Catalogue, both: Catalogue) -> None:
    before, after = small.platforms["examplegigs"], both.platforms["examplegigs"]
    assert set(both.platforms) == set(small.platforms)
    assert (after.name, after.website) == (before.name, before.website)
    assert after.status[1:] == before.status
    assert after.status[0].value is Status.CLOSED
    assert after.founded[1:] == before.founded
    assert after.accepts["BD"][1:] == before.accepts["BD"]
    assert (after.accepts["IN"], len(after.accepts["US"])) == (before.accepts["IN"], 1)
    assert after.warnings == before.warnings
    assert after.aliases.en == ("My Gigs", *before.aliases.en)
    assert both.platform("my gigs")[0] is after


def test_amending_joins_payouts_by_their_method(small: Catalogue, both: Catalogue) -> None:
    before = {option.method: option for option in small.platforms["examplegigs"].payouts}
    after = {option.method: option for option in both.platforms["examplegigs"].payouts}
    assert list(after) == [*before, "nagad"]
    assert after["bkash"] == before["bkash"]
    assert after["litecoin"].minimum[1:] == before["litecoin"].minimum
    assert after["litecoin"].fee == before["litecoin"].fee


def test_an_amended_claim_is_chosen_by_the_same_rule(both: Catalogue) -> None:
    facts = PlatformFacts(both.platforms["examplegigs"], both.evidence(TODAY))
    minimum = next(option.minimum for option in facts.payouts if option.method == "litecoin")
    assert facts.status.value is Status.CLOSED
    assert minimum.value is not None
    assert minimum.value.amounts == (Money.parse("17 USD"),)


def test_amending_what_no_record_has_is_a_mistake(small_folder: Path, overlay: Overlay) -> None:
    folder = overlay({"platforms/mine.yaml": "# mine\namends: exampelgigs\nstatus: []\n"})
    (found,) = broken(small_folder, folder)
    assert (found.code, found.found) == ("no-such-platform", "exampelgigs")
    assert (found.place.line, found.place.field) == (2, "amends")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("amends: examplegigs\nstatus:\n  - {value: actve, source: delta-blog, confidence: low}\n", "not-in-list"),
        ("amends: examplegigs\nfouded: []\n", "unknown-key"),
        ("amends: [examplegigs]\nid: x\nname: X\nwebsite: null\naliases: {}\nstatus: []\n", "unknown-key"),
    ],
)
def test_mistakes_in_an_amendment_are_found(text: str, code: str, small_folder: Path, overlay: Overlay) -> None:
    assert [one.code for one in broken(small_folder, overlay({"platforms/mine.yaml": text}))] == [code]


@pytest.mark.parametrize(
    ("old", "new", "code", "found", "field"),
    [
        ("gamma-news, as", "gama-news, as", "no-such-source", "gama-news", "ratings.Fairness Board.score.1.source"),
        ("method: bkash", "method: bkahs", "no-such-method", "bkahs", "payouts.bkahs.method"),
        ("task: survey", "task: surveys", "no-such-task", "surveys", "tasks.surveys.task"),
        ("value: litecoin", "value: dogecoin", "no-such-method", "dogecoin", "payouts.bitcoin.superseded_by.1.value"),
    ],
)  # fmt: skip
def test_what_a_record_names_must_exist(
    old: str, new: str, code: str, found: str, field: str, small_folder: Path, overlay: Overlay
) -> None:
    text = (small_folder / "platforms/examplegigs.yaml").read_text()
    assert text.count(old) == 1
    mistaken = text.replace(old, new)
    (one,) = broken(small_folder, overlay({"platforms/examplegigs.yaml": mistaken}))
    assert (one.code, one.found, one.place.field) == (code, found, field)
    assert mistaken.splitlines()[one.place.line - 1][one.place.column - 1 :].startswith(found)


def test_a_platform_that_another_merged_into_must_exist(small_folder: Path, overlay: Overlay) -> None:
    text = (small_folder / "platforms/mergedwork.yaml").read_text().replace("value: examplegigs", "value: nowhere")
    (one,) = broken(small_folder, overlay({"platforms/mergedwork.yaml": text}))
    assert (one.code, one.found, one.place.field) == ("no-such-platform", "nowhere", "successor.1.value")


def test_a_mistake_in_an_amendment_stands_in_the_amendment(small_folder: Path, overlay: Overlay) -> None:
    text = AMENDMENT.replace("{value: 17 USD, source: own-notes", "{value: 17 USD, source: nobody")
    folder = overlay({"platforms/mine.yaml": text, "sources.yaml": OWN_SOURCE})
    (one,) = broken(small_folder, folder)
    line = text.splitlines().index(next(row for row in text.splitlines() if "nobody" in row)) + 1
    assert (one.code, one.found, one.place.line, one.place.field) == (
        "no-such-source", "nobody", line, "payouts.litecoin.minimum.1.source",
    )  # fmt: skip
    assert one.place.file.endswith("mine.yaml")


def test_two_records_of_one_folder_may_not_have_one_id(small_folder: Path, overlay: Overlay) -> None:
    own = OWN_SITE.replace("own-notes", "delta-blog")
    (one,) = broken(small_folder, overlay({"platforms/a.yaml": own, "platforms/b.yaml": own}))
    assert (one.code, one.found, one.place.line) == ("id-taken", "own-site", 1)
    assert one.place.file.endswith("b.yaml")
    assert one.hint.endswith("a.yaml")


def test_everything_wrong_in_every_file_is_reported_at_once(small_folder: Path, overlay: Overlay) -> None:
    found = broken(
        small_folder,
        overlay(
            {
                "platforms/a.yaml": "id: [",
                "platforms/b.yaml": OWN_SITE.replace("active", "actve"),
                "platforms/c.yaml": "",
                "sources.yaml": OWN_SOURCE.replace("kind: official", "kind: officious"),
                "payout_methods/m.yaml": "id: m\n",
                "exchange_rates.yaml": "- {base: USD}\n",
            }
        ),
    )
    assert {Path(one.place.file).name for one in found} == {
        "a.yaml", "b.yaml", "c.yaml", "sources.yaml", "m.yaml", "exchange_rates.yaml",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("sources.yaml", "- a\n- b\n", "not-a-mapping"),
        ("task_types.yaml", "word\n", "not-a-mapping"),
        ("sources.yaml", "own: word\n", "not-a-mapping"),
        ("exchange_rates.yaml", "base: USD\n", "not-a-list"),
        ("exchange_rates.yaml", "- word\n", "not-a-mapping"),
    ],
)
def test_a_file_of_the_wrong_shape(name: str, text: str, code: str, small_folder: Path, overlay: Overlay) -> None:
    found = broken(small_folder, overlay({name: text}))
    assert {one.code for one in found} == {code}
    assert found[0].place.line == 1


@pytest.mark.parametrize("name", ["sources.yaml", "task_types.yaml", "exchange_rates.yaml"])
def test_an_empty_list_file_adds_nothing(name: str, small_folder: Path, small: Catalogue, overlay: Overlay) -> None:
    assert load(small_folder, overlay({name: "# nothing yet\n"})).version == small.version


def test_files_are_named_as_seen_from_where_the_user_stands(
    small_folder: Path, overlay: Overlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = overlay({"platforms/a.yaml": "id: ["})
    monkeypatch.chdir(folder.parent)
    assert broken(small_folder, folder)[0].place.file == str(Path("records/platforms/a.yaml"))


def test_the_shipped_folder_is_found_and_others_must_exist(tmp_path: Path) -> None:
    assert (shipped_folder() / "platforms").is_dir()
    assert checked_folder(tmp_path) == tmp_path
    with pytest.raises(UsageProblem) as problem:
        checked_folder(tmp_path / "nowhere")
    assert problem.value.code == "no-such-folder"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_what_has_the_name_of_records_but_is_none_is_told(small_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").symlink_to("nowhere")
    (tmp_path / "platforms").write_text("not a folder")
    (tmp_path / "transfers").symlink_to("transfers")
    (tmp_path / "task_types.yaml").mkdir()
    found = {Path(one.place.file).name: one.code for one in broken(small_folder, tmp_path)}
    assert found == {
        "sources.yaml": "file-unreadable", "platforms": "not-a-mapping", "transfers": "file-unreadable",
        "task_types.yaml": "not-a-file",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("refusing", "told"), [(("records",), ["records"]), (("platforms", "en"), ["platforms", "guides"])]
)
def test_a_folder_that_cannot_be_listed_is_told(
    refusing: tuple[str, ...], told: list[str], overlay: Overlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = overlay({"platforms/a.yaml": OWN_SITE, "guides/en/a.md": "# A"})
    listed = Path.iterdir

    def refused(path: Path) -> Iterator[Path]:
        if path.name in refusing:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    found = read_folder(folder).findings
    assert [(Path(one.place.file).name, one.code, one.hint) for one in found] == [
        (name, "file-unreadable", "Permission denied") for name in told
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"sources.yaml": "".join(f"s{number}: {{}}\n" for number in range(1000))},
        {"platforms/a.yaml": "".join(f"k{number}: 1\n" for number in range(1000))},
    ],
    ids=["records", "keys"],
)
def test_of_very_many_mistakes_only_the_first_are_told(
    files: dict[str, str], small_folder: Path, overlay: Overlay
) -> None:
    found = read_folder(overlay(files)).findings
    assert MOST_FINDINGS < len(found) < MOST_FINDINGS + 10
    assert found[-1].code == "more-of-the-same"
