"""What the records have of each kind, with a word about each in the language of the call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

import typer

from microjob_cli.completion.kinds import Kind, Offers
from microjob_cli.domain.beginnings import names_begun, words_begun
from microjob_cli.domain.catalogue import method_names, platform_names, task_names
from microjob_cli.domain.platform import Status
from microjob_cli.environment import Environment
from microjob_cli.output.sentences import WORDS


def listed(kind: Kind, ctx: typer.Context, begun: str) -> Offers:
    """What a beginning can become. Raises what opening the records raises."""
    return list(_LISTS[kind](_environment(ctx), ctx, begun))


def _environment(ctx: typer.Context) -> Environment:
    """What is typed so far of the options that every command has; later words win."""
    typed = dict(ctx.find_root().params)
    typed.update({name: value for name, value in ctx.params.items() if value is not None})
    settings = {name: typed.get(name) for name in ("lang", "country", "data", "today")}
    if settings["data"]:
        settings["data"] = os.path.expanduser(os.path.expandvars(settings["data"]))  # noqa: PTH111
    return Environment.settled(settings)


def _sites(environment: Environment, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    names = platform_names(environment.catalogue.platforms)
    return ((word, _site(environment, name.id)) for word, name in names_begun(begun, names))


def _methods(environment: Environment, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    names = method_names(environment.catalogue.methods)
    return ((word, _method(environment, name.id)) for word, name in names_begun(begun, names))


def _holders(environment: Environment, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    """Where money can be: with a site, or with a payout method."""
    sites, methods = environment.catalogue.platforms, environment.catalogue.methods
    for word, name in names_begun(begun, [*platform_names(sites), *method_names(methods)]):
        yield word, _site(environment, name.id) if name.id in sites else _method(environment, name.id)


def _method(environment: Environment, key: str) -> str:
    return environment.language.text(environment.catalogue.methods[key].name)


def _site(environment: Environment, key: str) -> str:
    """The name of a site, and whether anything is the matter with it."""
    site = environment.catalogue.platforms[key]
    status = environment.evidence.fact(site.status).value or Status.UNKNOWN
    return site.name if status is Status.ACTIVE else f"{site.name} ({environment.language.say(WORDS[status])})"


def _tasks(environment: Environment, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    tasks = environment.catalogue.task_types
    for word, name in names_begun(begun, task_names(tasks)):
        yield word, environment.language.text(tasks[name.id].name)


def _topics(environment: Environment, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    from microjob_cli.domain.learning import topic_names

    guides = environment.catalogue.guides
    for word, name in names_begun(begun, topic_names(guides)):
        yield word, environment.language.text(guides[name.id].title) if name.id in guides else ""


def _records(environment: Environment, ctx: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    """Whatever `why` can be asked about: sites, methods, transfers, rates."""
    yield from _holders(environment, ctx, begun)
    rates = dict.fromkeys(f"{rate.base}/{rate.quote}" for rate in environment.catalogue.rates)
    known = [*environment.catalogue.transfers, *rates]
    yield from ((word, "") for word in known if word.startswith(begun))


def _fields(environment: Environment, ctx: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    """The fields of the record that was named before."""
    from microjob_cli.domain.explaining import field_names, record_named

    record = record_named(ctx.params["name"], environment.catalogue)
    return ((word, "") for word in words_begun(begun, field_names(record)))


def _countries(environment: Environment, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    for code, country in environment.catalogue.countries.items():
        word = code if begun.isupper() or not begun else code.lower()
        if word.startswith(begun):
            yield word, environment.language.text(country.name)


def _sources(environment: Environment, _: typer.Context, begun: str) -> Iterator[tuple[str, str]]:
    return ((key, source.title) for key, source in environment.catalogue.sources.items() if key.startswith(begun))


_LISTS: Mapping[Kind, Callable[[Environment, typer.Context, str], Iterator[tuple[str, str]]]] = {
    Kind.SITE: _sites,
    Kind.METHOD: _methods,
    Kind.HOLDER: _holders,
    Kind.TASK: _tasks,
    Kind.TOPIC: _topics,
    Kind.RECORD: _records,
    Kind.FIELD: _fields,
    Kind.COUNTRY: _countries,
    Kind.SOURCE: _sources,
}
