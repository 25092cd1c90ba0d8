"""What the records have of each kind, with a word about each in the language of the call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

import typer

from microjob_cli.catalog.catalogue import method_names, platform_names, task_names
from microjob_cli.catalog.platform import Status
from microjob_cli.completion.beginnings import harmless, names_begun, words_begun
from microjob_cli.completion.kinds import Offers
from microjob_cli.environment import Environment
from microjob_cli.render.formatter import Formatter


def listed(kind: str, ctx: typer.Context, begun: str) -> Offers:
    """What a beginning can become. Whatever is wrong, nothing else may appear on the line that is being typed."""
    try:
        world = _environment(ctx)
        page = Formatter(world.language, world.catalogue, world.evidence, world.country)
        return harmless(_LISTS[kind](page, ctx, begun))
    except Exception:
        if os.environ.get("MICROJOB_DEBUG"):
            raise
        return []


def _environment(ctx: typer.Context) -> Environment:
    """What is typed so far of the options that every command has; later words win."""
    typed = dict(ctx.find_root().params)
    typed.update({name: value for name, value in ctx.params.items() if value is not None})
    settings = {name: typed.get(name) for name in ("lang", "country", "data", "today")}
    if settings["data"]:
        settings["data"] = os.path.expanduser(os.path.expandvars(settings["data"]))  # noqa: PTH111
    return Environment.settled(settings)


def _sites(page: Formatter, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    names = platform_names(page.catalogue.platforms)
    return ((word, _site(name.id, page)) for word, name in names_begun(begun, names))


def _methods(page: Formatter, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    return ((word, page.method(name.id)) for word, name in names_begun(begun, method_names(page.catalogue.methods)))


def _holders(page: Formatter, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    """Where money can be: with a site, or with a payout method."""
    sites, methods = page.catalogue.platforms, page.catalogue.methods
    for word, name in names_begun(begun, [*platform_names(sites), *method_names(methods)]):
        yield word, _site(name.id, page) if name.id in sites else page.method(name.id)


def _site(key: str, page: Formatter) -> str:
    """The name of a site, and its status unless it simply works."""
    site = page.catalogue.platforms[key]
    status = page.evidence.fact(site.status).value or Status.UNKNOWN
    return site.name if status is Status.ACTIVE else f"{site.name} ({page.word(status)})"


def _tasks(page: Formatter, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    return ((word, page.task(name.id)) for word, name in names_begun(begun, task_names(page.catalogue.task_types)))


def _topics(page: Formatter, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    from microjob_cli.advice.learning import topic_names
    from microjob_cli.render.views.learn import title

    return ((word, title(name.id, page)) for word, name in names_begun(begun, topic_names(page.catalogue.guides)))


def _records(page: Formatter, ctx: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    """Whatever `why` can be asked about: sites, methods, transfers, rates."""
    yield from _holders(page, ctx, begun)
    rates = dict.fromkeys(f"{rate.base}/{rate.quote}" for rate in page.catalogue.rates)
    yield from ((word, "") for word in [*page.catalogue.transfers, *rates] if word.startswith(begun))


def _fields(page: Formatter, ctx: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    """The fields of the record that was named before."""
    from microjob_cli.catalog.explaining import field_names, record_named

    record = record_named(ctx.params["name"], page.catalogue)
    return ((word, "") for word in words_begun(begun, field_names(record)))


def _countries(page: Formatter, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    for code in page.catalogue.countries:
        word = code if begun.isupper() or not begun else code.lower()
        if word.startswith(begun):
            yield word, page.country_name(code)


def _sources(page: Formatter, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    return ((key, source.title) for key, source in page.catalogue.sources.items() if key.startswith(begun))


_LISTS: Mapping[str, Callable[[Formatter, typer.Context, str], Iterator[tuple[str, str]]]] = {
    "site": _sites,
    "method": _methods,
    "holder": _holders,
    "task": _tasks,
    "topic": _topics,
    "record": _records,
    "field": _fields,
    "country": _countries,
    "source": _sources,
}
