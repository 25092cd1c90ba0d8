"""The recommendation that five answers led to; it looks like any other."""

from microjob_cli.render.views.recommend import document, items, table

__all__ = ["document", "items", "table"]
