"""`microjob data new`: starts the record of a site."""

from pathlib import Path
from typing import Annotated

import typer

from microjob_cli.commands.drafting import Drafter
from microjob_cli.completion import kinds
from microjob_cli.domain.facts import Confidence, Kind
from microjob_cli.domain.payout import Answer
from microjob_cli.domain.platform import Status, WarningCode
from microjob_cli.domain.result import Remark, Result
from microjob_cli.environment import Environment
from microjob_cli.store import drafting


def run(
    environment: Environment,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="As the site writes it.")] = None,
    website: Annotated[
        str | None, typer.Option("--website", metavar="ADDRESS", help="Its address; leave out that of a fraud.")
    ] = None,
    record_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id. [default: from its name]")
    ] = None,
    bengali_name: Annotated[
        str | None, typer.Option("--bengali-name", metavar="NAME", help="Its name in Bengali letters.")
    ] = None,
    source_address: Annotated[
        str | None, typer.Option("--source-address", metavar="ADDRESS", help="The page that says so.")
    ] = None,
    source_kind: Annotated[Kind | None, typer.Option("--source-kind", help="Whose page it is.")] = None,
    source_date: Annotated[
        str | None, typer.Option("--source-date", metavar="DATE", help="The date that the page shows, if any.")
    ] = None,
    source_title: Annotated[
        str | None,
        typer.Option("--source-title", metavar="TITLE", help="The title of the page. [default: from its address]"),
    ] = None,
    source_id: Annotated[
        str | None,
        typer.Option(
            "--source-id",
            metavar="ID",
            help="A recorded source, or the id of the new one.",
            autocompletion=kinds.SOURCES,
        ),
    ] = None,
    confidence: Annotated[
        Confidence | None, typer.Option("--confidence", help="How far to rely on the source. [default: by its kind]")
    ] = None,
    status: Annotated[Status | None, typer.Option("--status", help="Whether it works. [default: unknown]")] = None,
    successor: Annotated[
        str | None,
        typer.Option(
            "--successor",
            metavar="NAME",
            help="The site that it was merged into.",
            autocompletion=kinds.SITES,
        ),
    ] = None,
    warning: Annotated[
        WarningCode | None, typer.Option("--warning", metavar="CODE", help="What is reported against it.")
    ] = None,
    warning_en: Annotated[
        str | None, typer.Option("--warning-en", metavar="TEXT", help="Who reports what, and when, in English.")
    ] = None,
    warning_bn: Annotated[str | None, typer.Option("--warning-bn", metavar="TEXT", help="The same in Bengali.")] = None,
    accepts: Annotated[
        Answer | None, typer.Option("--accepts", help="Whether it takes people from your country.")
    ] = None,
    payout: Annotated[
        list[str] | None,
        typer.Option(
            "--payout",
            metavar="METHOD[=MINIMUM]",
            help='How it pays, as in bkash="300 BDT"; repeatable.',
            autocompletion=kinds.METHODS,
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="DIR",
            help="The record folder. [default: that of --data, else data]",
        ),
    ] = None,
    own: Annotated[bool, typer.Option("--own", help="Into your own records, which every answer counts in.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write an existing record anew.")] = False,
) -> Result:
    """Starts the record of a site: what you know, with its source, and the rest as examples to fill in.

    In a terminal it asks for what is not given as an option, and writes after the last answer. In a script it needs
    --name, --source-address and --source-kind.
    """
    folder = (
        drafting.own_records(into, environment.variables) if own else drafting.record_folder(into or environment.data)
    )
    environment.data = drafting.not_shipped(folder)
    if own:
        environment.own = None  # read strictly instead: nothing is added to what is broken
    given = {
        "name": name, "website": website, "id": record_id, "bengali-name": bengali_name,
        "source-address": source_address, "source-kind": source_kind, "source-date": source_date,
        "source-title": source_title, "source-id": source_id, "confidence": confidence, "status": status,
        "successor": successor, "warning": warning, "warning-en": warning_en, "warning-bn": warning_bn,
        "accepts": accepts,
    }  # fmt: skip
    drafter = Drafter(environment, given, payout or [], force=force)
    draft = drafter.draft()
    new_source = drafter.about_source.new
    written = drafting.write(draft, folder, new_source=new_source, force=force, always=own)
    remarks = () if new_source else (Remark("source-known", {"id": draft.source.id}),)
    asked = {option.replace("-", "_"): value for option, value in given.items()}
    query = {**asked, "payout": tuple(payout or ()), "into": str(folder), "own": own, "force": force}
    return Result("data new", query, (written,), remarks)
