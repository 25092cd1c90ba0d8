"""`microjob show`: what one site is, whether its money reaches me, what to be careful of."""

from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion
from microjob_cli.advice.search import Advice, Search, Wish
from microjob_cli.catalog.names import Name, NameKind, fold
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.commands import options
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings


def run(
    settings: Settings,
    name: Annotated[
        str, Argument(help="The site: any name, former name or spelling of it.", autocompletion=completion.SITES)
    ],
    full: Annotated[bool, Option("--full", help="All that is known, with dates and what sources disagree on.")] = False,
    brief: options.Brief = False,
) -> Result:
    platform, matched = settings.catalogue.platform(name)
    query = {"name": name, "platform": platform.id, "full": full, "brief": brief}
    return Result("show", query, advised(settings, platform), former_name(name, platform, matched))


def advised(settings: Settings, *platforms: Platform) -> tuple[Advice, ...]:
    """The verdict on each of the sites, wherever the person keeps her money."""
    search = Search(Wish(), Router(settings.catalogue, settings.evidence, settings.country))
    return tuple(search.judged(PlatformFacts(one, settings.evidence)) for one in platforms)


def former_name(word: str, platform: Platform, matched: Name) -> tuple[Remark, ...]:
    """Tells that a word is a name the site no longer uses."""
    if matched.kind is not NameKind.FORMER:
        return ()
    former = next((one for one in platform.former_names if fold(one.name) == fold(matched.written)), None)
    until = (former or platform.former_names[0]).until
    details = {"word": former.name if former else word, "name": platform.name}
    return (Remark("former-name", {**details, "until": until}) if until else Remark("former-name-undated", details),)
