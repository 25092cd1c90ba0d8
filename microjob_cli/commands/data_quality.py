"""`microjob data quality`: how good the records are."""

from typing import Annotated

from typer import Option

from microjob_cli.catalog.quality import By, quality
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings


def run(
    settings: Settings, by: Annotated[By, Option("--by", help="A line a field, or a line a site.")] = By.FIELD
) -> Result:
    platforms = settings.catalogue.platforms.values()
    rows = quality(platforms, settings.evidence, settings.country, by)
    whole = rows[-1].tally
    remarks = (Remark("quality-known", {"known": whole.known, "places": whole.places}), Remark("quality-shares"))
    return Result("data quality", {"by": by, "country": settings.country}, rows, remarks)
