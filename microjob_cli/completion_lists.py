"""What the records have of each kind, with a word about each in the language of the call."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import typer

from microjob_cli.catalog.catalogue import names_in_both_languages, platform_names
from microjob_cli.catalog.names import Name
from microjob_cli.catalog.platform import Status
from microjob_cli.completion import Offers
from microjob_cli.completion_names import harmless, names_begun, words_begun
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.render import formatter_of
from microjob_cli.settings import Settings, settings_of


def listed(kind: str, ctx: typer.Context, begun: str) -> Offers:
    """What a beginning can become. Whatever is wrong, nothing else may appear on the line that is being typed."""
    try:
        return harmless(_offers(kind, formatter_of(_settings(ctx)), ctx, begun))
    except Exception:
        if os.environ.get("MICROJOB_DEBUG"):
            raise
        return []


def _settings(ctx: typer.Context) -> Settings:
    """What is typed so far of the options that every command has; later words win."""
    typed = dict(ctx.find_root().params)
    typed.update({name: value for name, value in ctx.params.items() if value is not None})
    given = {name: typed.get(name) for name in ("lang", "country", "data", "today")}
    if given["data"]:
        given["data"] = os.path.expanduser(os.path.expandvars(given["data"]))  # noqa: PTH111
    return settings_of(given)


def _offers(kind: str, page: Formatter, ctx: typer.Context, begun: str) -> Iterable[tuple[str, str]]:
    """What the records have of that kind, each with a word about it."""
    catalogue = page.catalogue
    sites, methods = platform_names(catalogue.platforms), names_in_both_languages(catalogue.methods)
    match kind:
        case "site":
            return _named(begun, sites, partial(_site, page))
        case "method":
            return _named(begun, methods, page.method)
        case "holder":  # where money can be
            return _named(begun, [*sites, *methods], partial(_holder, page))
        case "record":  # whatever `why` can be asked about
            rates = dict.fromkeys(f"{rate.base}/{rate.quote}" for rate in catalogue.rates)
            others = ((word, "") for word in [*catalogue.transfers, *rates] if word.startswith(begun))
            return [*_named(begun, [*sites, *methods], partial(_holder, page)), *others]
        case "field":  # of the record that was named before
            from microjob_cli.catalog.explaining import field_names, record_named

            fields = field_names(record_named(ctx.params["name"], catalogue))
            return ((word, "") for word in words_begun(begun, fields))
        case "task":
            return _named(begun, names_in_both_languages(catalogue.task_types), page.task)
        case "topic":
            from microjob_cli.advice.learning import topic_names

            return _named(begun, topic_names(catalogue.guides), page.topic)
        case _:
            codes = ((code if begun.isupper() or not begun else code.lower(), code) for code in catalogue.countries)
            return ((word, page.country_name(code)) for word, code in codes if word.startswith(begun))


def _named(begun: str, names: Iterable[Name], told: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    return ((word, told(name.id)) for word, name in names_begun(begun, names))


def _site(page: Formatter, key: str) -> str:
    """The name of a site, and its status unless it simply works."""
    site = page.catalogue.platforms[key]
    status = page.evidence.fact(site.status).value or Status.UNKNOWN
    return site.name if status is Status.ACTIVE else f"{site.name} ({page.word(status)})"


def _holder(page: Formatter, key: str) -> str:
    return _site(page, key) if key in page.catalogue.platforms else page.method(key)
