"""`microjob why`: where a value comes from."""

from __future__ import annotations

from typing import Annotated

import typer

from microjob_cli.completion import kinds
from microjob_cli.domain.errors import NotFound
from microjob_cli.domain.explaining import Explained, explained, explained_rate, field_names, record_named
from microjob_cli.domain.names import Name, NameKind
from microjob_cli.domain.result import Result
from microjob_cli.environment import Environment


def run(
    environment: Environment,
    name: Annotated[
        str,
        typer.Argument(
            help="A site, a payout method, the id of a transfer, or a rate as USD/BDT.",
            autocompletion=kinds.RECORDS,
        ),
    ],
    field: Annotated[
        str,
        typer.Argument(help="A field, as in payouts.litecoin.minimum.", autocompletion=kinds.FIELDS),
    ] = "rate",
) -> Result:
    """Where a value comes from: every claim, its source, its date, and which rule chose."""
    if "/" in name:
        rate = explained_rate(name, environment.catalogue.rates, environment.evidence)
        if rate is not None:
            return Result("why", {"name": name, "record": rate.record, "field": rate.field}, (rate,))
    record = record_named(name, environment.catalogue)
    found = explained(record, field, environment.evidence)
    if found is None:
        known = tuple(Name(one, one, NameKind.ID) for one in field_names(record))
        raise NotFound("no-such-field", word=field, known=known, record=record.id)
    query = {"name": name, "record": record.id, "field": found.field}
    items: tuple[Explained, ...] = (found,)
    return Result("why", query, items)
