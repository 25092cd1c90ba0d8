"""The records as the files of a web API: answers of the commands, under addresses that stay."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from microjob_cli.programs.calling import called
from microjob_cli.programs.tables import rates_of, sources_of
from microjob_cli.render.render import answer_item
from microjob_cli.settings import Settings
from microjob_cli.storage.folders import SCHEMAS, shipped_folder

ROOT = "api/v1"
_NAME = "microjob-api/1"
# Which schema the answers of a command are held to, and of which other files there are own ones.
_ANSWERS = ("common", "list", "show", "payouts")
_OWN = ("index", "rates", "sources")


def documents(settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every file of the API by its path."""
    catalogue = settings.catalogue
    listed = _answer("list", {"brief": True, "all": True}, settings)
    sites = [item["id"] for item in listed["items"]]
    yield f"{ROOT}/index.json", _index(settings, sites)
    yield f"{ROOT}/sites.json", listed
    for key in sites:
        yield f"{ROOT}/sites/{key}.json", _answer("show", {"name": key}, settings)
    for key in catalogue.methods:
        yield f"{ROOT}/methods/{key}.json", _answer("payouts", {"method": key, "all": True}, settings)
    yield f"{ROOT}/rates.json", {**_about(settings), "items": rates_of(catalogue)}
    yield f"{ROOT}/sources.json", {**_about(settings), "items": sources_of(catalogue)}
    yield from schemas()


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """The JSON Schemas that the files are held to."""
    folder = shipped_folder() / SCHEMAS
    for name in (*(f"answers/{name}" for name in _ANSWERS), *(f"api/{name}" for name in _OWN)):
        yield f"{ROOT}/schema/{name}.json", json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def _answer(command: str, given: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    return answer_item(called(command, given, settings), settings)


def _about(settings: Settings) -> dict[str, Any]:
    return {
        "schema": _NAME,
        "today": str(settings.today),
        "country": settings.country,
        "catalogue": {"version": settings.catalogue.version, "platforms": len(settings.catalogue.platforms)},
    }


def _index(settings: Settings, sites: list[str]) -> dict[str, Any]:
    return {
        **_about(settings),
        **{name: f"{name}.json" for name in ("sites", "rates", "sources")},
        "site": {key: f"sites/{key}.json" for key in sites},
        "method": {key: f"methods/{key}.json" for key in settings.catalogue.methods},
        "schemas": [path.removeprefix(f"{ROOT}/") for path, _ in schemas()],
    }
