"""The floor: a Typer app of one command that prints one Rich table. What it costs, the chosen libraries cost."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def main(rows: int) -> None:
    """Prints a table of so many rows."""
    table = Table()
    for column in ("Site", "Status", "Pays by", "Minimum", "As of"):
        table.add_column(column)
    for number in range(rows):
        table.add_row(f"Site {number}", "active", "bKash, Nagad", "5 USD", "2026-11-23")
    Console().print(table)


if __name__ == "__main__":
    app()
