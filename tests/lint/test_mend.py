"""Mends change what is wrong and nothing around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.catalog.findings import MOST_FINDINGS, Finding, Fix, Location
from microjob_cli.lint.mend import mend, spliced
from microjob_cli.lint.run import Report, check
from microjob_cli.lint.workspace import workspace
from microjob_cli.storage.loading import Folder
from tests.lint.building import SITE, SITE_TEXT, write
from tests.making import TODAY


def fix(start: int, end: int, text: str) -> Finding:
    return Finding("not-nfc", Location("x"), fix=Fix(start, end, text))


def test_mends_are_spliced_from_the_first_to_the_last() -> None:
    findings = [fix(4, 5, "E"), fix(0, 1, "A"), fix(2, 2, "-")]
    applied, text = spliced("abcdef", findings)
    assert (text, len(applied)) == ("Ab-cdEf", 3)


def test_of_two_mends_that_overlap_one_waits() -> None:
    applied, text = spliced("abcdef", [fix(1, 4, ""), fix(3, 5, "")])
    assert (text, applied) == ("aef", [fix(1, 4, "")])


def mended(folder: Path) -> tuple[Report, tuple[Finding, ...]]:
    place = workspace((), [folder])
    return mend(lambda most: check(place, TODAY, most), place.places)


def test_comments_byte_order_mark_line_ends_and_permissions_survive(tmp_path: Path) -> None:
    text = SITE_TEXT.replace("Example Gigs Online]", "Gigs, GIGS]  # what people type").replace("\n", "\r\n")
    folder = write(tmp_path, {})
    path = folder / SITE
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    path.chmod(0o640)
    report, done = mended(folder)
    assert (report.findings, [one.code for one in done]) == ((), ["alias-repeated"])
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.replace(", GIGS", "").encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_what_hides_other_faults_is_mended_first(tmp_path: Path) -> None:
    folder = write(tmp_path, {SITE: SITE_TEXT.replace("Example Gigs Online", "Gi\x07gs, gi\x1bgs")})
    report, done = mended(folder)
    assert [one.code for one in done] == ["forbidden-character", "alias-repeated"]
    assert report.findings == ()
    assert (folder / SITE).read_text(encoding="utf-8") == SITE_TEXT.replace("Example Gigs Online", "Gigs")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = write(tmp_path / "records", {SITE: SITE_TEXT.replace("Example Gigs Online", "Gigs, gigs")})
    kept = folder / "kept.yaml"
    (folder / SITE).rename(kept)
    (folder / SITE).symlink_to(kept)
    mended(folder)
    assert (folder / SITE).is_symlink()
    assert "[Gigs]" in kept.read_text(encoding="utf-8")


def test_what_a_link_leads_out_to_is_left_alone(tmp_path: Path) -> None:
    folder = write(tmp_path / "records", {})
    (folder / SITE).parent.rename(tmp_path / "outside")
    (folder / SITE).parent.symlink_to(tmp_path / "outside")
    other = tmp_path / "outside" / "other.yaml"
    other.write_text("id: other-gigs\n", encoding="utf-8")
    report, done = mended(folder)
    assert done == ()
    assert any(one.fix for one in report.findings)
    assert other.read_text(encoding="utf-8") == "id: other-gigs\n"


def test_a_mend_that_would_break_the_file_is_left_undone(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: [b]\n", encoding="utf-8")
    broken = Finding("not-nfc", Location(str(path)), fix=Fix(5, 6, ""))
    report, done = mend(lambda most: Report((broken,), 1, 1, Folder()), [tmp_path])
    assert (done, report.findings, path.read_text(encoding="utf-8")) == ((), (broken,), "a: [b]\n")


def test_what_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, {SITE: SITE_TEXT.replace("Example Gigs Online", "Gigs, gigs")})
    before = (folder / SITE).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(MicrojobError) as problem:
        mended(folder)
    assert (problem.value.code, problem.value.details["problem"]) == ("cannot-write", "No space left on device")
    assert (folder / SITE).read_bytes() == before
    assert [one.name for one in (folder / SITE).parent.iterdir()] == [Path(SITE).name]


def test_however_much_is_to_be_mended_it_is_checked_twice(tmp_path: Path) -> None:
    claim = SITE_TEXT.splitlines(keepends=True)[-1]
    folder = write(tmp_path, {SITE: SITE_TEXT + claim * 1000})
    place, limits = workspace((), [folder]), list[int]()

    def look(most: int) -> Report:
        limits.append(most)
        return check(place, TODAY, most)

    report, done = mend(look, place.places)
    assert (report.findings, len(done), len(limits)) == ((), 1000, 2)
    assert (folder / SITE).read_text(encoding="utf-8") == SITE_TEXT


def test_of_what_cannot_be_mended_only_the_first_is_told(tmp_path: Path) -> None:
    line = "  - {value: active, source: nobody, confidence: low}\n"
    folder = write(tmp_path, {SITE: SITE_TEXT + "".join(line.replace("nobody", f"no-{n}") for n in range(300))})
    report, done = mend(lambda most: check(workspace((), [folder]), TODAY, most), [folder])
    assert (len(report.findings), done) == (MOST_FINDINGS + 1, ())
