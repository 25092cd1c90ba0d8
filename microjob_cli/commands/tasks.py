"""`microjob tasks`: kinds of work, what they pay, how long they take, who has them, what they can cost."""

from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion
from microjob_cli.commands import options
from microjob_cli.earnings.task_facts import task_pages
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings


def run(
    settings: Settings,
    task: Annotated[
        str | None, Argument(help="One kind of work; none: all of them.", autocompletion=completion.TASKS)
    ] = None,
    rate: options.Rate = None,
    every: Annotated[bool, Option("--all", help="All kinds, those too of which nobody says what they bring.")] = False,
) -> Result:
    catalogue, own = settings.catalogue, options.own_rates(rate)
    asked = catalogue.task_type(task) if task else None
    router = Router(catalogue, settings.evidence, settings.country, own)
    pages = task_pages({asked.id: asked} if asked else catalogue.task_types, router)
    query = {"task": asked.id if asked else None, "country": settings.country, **options.rates_asked(own), "all": every}
    if asked is None:
        return Result("tasks", query, pages, (Remark("tasks-hour"),))
    code = "task-next" if asked.estimated else "task-sites"  # nobody is sent to work that breaks rules
    return Result("tasks", query, pages, (Remark(code, {"task": asked.id}),))
