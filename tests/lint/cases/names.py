"""Names and aliases."""

from __future__ import annotations

from tests.lint.building import FILES, METHOD, OTHER, OTHER_TEXT, SITE, SITE_TEXT, TASKS, Case, site

_ALIASES = "  en: [Example Gigs Online]\n"


def _aliases(listed: str) -> str:
    return SITE_TEXT.replace(_ALIASES, f"  en: {listed}\n")


CASES = (
    Case(
        "name-taken",
        passes={OTHER: OTHER_TEXT},
        fails={OTHER: OTHER_TEXT.replace("Other Gigs Online", "EXAMPLE-GIGS online")},
        at=((OTHER, 6, "aliases.en.1"),),
        says="'EXAMPLE-GIGS online' already names examplegigs (",
    ),
    Case(
        "name-taken",
        passes={},
        fails={
            TASKS: FILES[TASKS] + FILES[TASKS].split("\n", 1)[1].replace("survey:", "question:").replace("jo", "pro")
        },
        at=((TASKS, 7, "question.name.en"), (TASKS, 7, "question.name.bn")),
        says="already names survey",
    ),
    Case(
        "name-shared",
        passes={METHOD: FILES[METHOD]},
        fails={SITE: _aliases("[Jorip]")},
        at=((SITE, 6, "aliases.en.1"),),
        says="'Jorip' also names survey",
    ),
    Case(
        "alias-repeated",
        passes={SITE: _aliases("[Gigs, gigs online, examplegigs com]")},
        fails={SITE: _aliases("[Gigs, Example-Gigs, gigs online,  GIGS]  # what people type")},
        at=((SITE, 6, "aliases.en.2"), (SITE, 6, "aliases.en.4")),
        says="'Example-Gigs' is already a name here (examplegigs)",
    ),
    Case(
        "alias-repeated",
        passes={},
        fails={SITE: _aliases("\n    - Gigs\n    # the address\n    - examplegigs.com\n    - Gigs Online")},
        at=((SITE, 9, "aliases.en.2"),),
        says="(examplegigs.com)",
    ),
    Case(
        "lookalike-name",
        passes={OTHER: OTHER_TEXT},
        fails={OTHER: OTHER_TEXT.replace("Other Gigs Online", "Examp1e Gigs")},
        at=((OTHER, 6, "aliases.en.1"),),
        says="'Examp1e Gigs' looks like examplegigs, a name of examplegigs",
    ),
    Case(
        "mixed-alphabets",
        passes={
            SITE: site("lookalikes:\n  - {address: exаmplegigs.com, en: A., bn: ক।, source: page, confidence: low}\n")
        },
        fails={SITE: _aliases("[Exаmple Work, Пример]")},
        at=((SITE, 6, "aliases.en.1"),),
        says="'Exаmple' has Cyrillic letters",
    ),
)
