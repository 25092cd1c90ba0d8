"""`microjob why`: where a value comes from."""

from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion
from microjob_cli.catalog.catalogue import Country
from microjob_cli.catalog.errors import NotFound
from microjob_cli.catalog.explaining import explained, explained_rate, field_names, record_named
from microjob_cli.catalog.names import Name, NameKind
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.transfer import Transfer
from microjob_cli.result import Result
from microjob_cli.settings import Settings

# The parts of the catalogue in which the records are.
_PARTS = {Platform: "platforms", PayoutMethod: "methods", Transfer: "transfers", Country: "countries"}


def run(
    settings: Settings,
    name: Annotated[
        str,
        Argument(
            help="A site, a payout method, the id of a transfer, or a rate as USD/BDT.",
            autocompletion=completion.RECORDS,
        ),
    ],
    field: Annotated[
        str | None,
        Argument(help="A field, as in payouts.litecoin.minimum; none: lists them.", autocompletion=completion.FIELDS),
    ] = None,
    every: Annotated[bool, Option("--all", help="Every claim, every field.")] = False,
) -> Result:
    if "/" in name:
        rates = settings.catalogue.rates
        rate = explained_rate(name, rates, settings.evidence, settings.catalogue.own_rates)
        if rate is not None:
            return Result("why", {"name": name, "record": rate.record, "field": rate.field, "all": every}, (rate,))
    record = record_named(name, settings.catalogue)
    origins = settings.catalogue.origins_of(_PARTS[record.__class__], record.id)
    query = {"name": name, "record": record.id, "field": None, "all": every}
    if field is None:
        found_fields = [explained(record, one, settings.evidence, origins) for one in field_names(record)]
        return Result("why", query, tuple(one for one in found_fields if one and one.known))
    found = explained(record, field, settings.evidence, origins)
    if found is None:
        known = tuple(Name(one, one, NameKind.ID) for one in field_names(record))
        heads = dict.fromkeys(one.written.partition(".")[0] for one in known)
        raise NotFound("no-such-field", word=field, known=known, record=record.id, fields=", ".join(heads))
    return Result("why", {**query, "field": found.field}, (found,))
