"""The shipped records keep the rules."""

from __future__ import annotations

from microjob_cli.catalog.findings import Level
from microjob_cli.i18n import Language
from microjob_cli.lint.run import check
from microjob_cli.render.findings import told
from microjob_cli.storage.folders import shipped_folder
from tests.making import TODAY


def test_nothing_is_wrong_with_the_shipped_records() -> None:
    report = check((), [shipped_folder()], TODAY)
    errors = [told(finding, Language().say) for finding in report.findings if finding.level is Level.ERROR]
    assert errors == []
    assert report.files > 100
