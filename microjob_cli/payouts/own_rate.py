"""The currency that sites mostly pay in, and that one's own rate is of unless another is named with it."""

from __future__ import annotations

DOLLAR = "USD"
