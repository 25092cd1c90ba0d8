"""The recommendation that five answers led to; it looks like any other."""

from microjob_cli.output.views.recommend import document, items, table

__all__ = ["document", "items", "table"]
