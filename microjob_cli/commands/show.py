"""`microjob show`: all that is known of one site."""

from typing import Annotated

from typer import Argument

from microjob_cli import completion
from microjob_cli.catalog.names import Name, NameKind, fold
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings


def run(
    settings: Settings,
    name: Annotated[
        str, Argument(help="The site: any name, former name or spelling of it.", autocompletion=completion.SITES)
    ],
) -> Result:
    """All that is known of one site, and what is not."""
    platform, matched = settings.catalogue.platform(name)
    facts = PlatformFacts(platform, settings.evidence)
    return Result("show", {"name": name, "platform": platform.id}, (facts,), former_name(name, platform, matched))


def former_name(word: str, platform: Platform, matched: Name) -> tuple[Remark, ...]:
    """Tells that a word is a name the site no longer uses."""
    if matched.kind is not NameKind.FORMER:
        return ()
    former = next((one for one in platform.former_names if fold(one.name) == fold(matched.written)), None)
    until = (former or platform.former_names[0]).until
    details = {"word": former.name if former else word, "name": platform.name}
    return (Remark("former-name", {**details, "until": until}) if until else Remark("former-name-undated", details),)
