"""What the tests of completion share."""

from __future__ import annotations

import pytest

from tests.completion.asking import Asking
from tests.running import Microjob


@pytest.fixture
def asking(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Asking:
    """Presses Tab, with the shipped records."""
    return Asking(capsys, monkeypatch)


@pytest.fixture
def asking_small(asking: Asking, on_small: Microjob) -> Asking:
    """Presses Tab, with the invented records in the place of the shipped ones."""
    return asking
