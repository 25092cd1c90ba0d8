"""Sources: that they exist, are used, can be opened."""

from __future__ import annotations

from tests.lint.building import SITE, SOURCES, Case, site, source, sources

_OWNER = "owner: [{{value: Gigs, source: {source}, confidence: {confidence}{more}}}]\n"


def _owner(named: str, confidence: str = "low", more: str = "") -> str:
    return site(_OWNER.format(source=named, confidence=confidence, more=more))


_FORUM = sources(source("forum", "kind: forum"))

CASES = (
    Case(
        "unknown-reference",
        passes={SITE: _owner("page")},
        fails={SITE: _owner("pgae")},
        at=((SITE, 10, "owner.1.source"),),
        says="There is no source 'pgae' in sources.yaml. Add it there or correct the id. Did you mean page?",
        code="no-such-source",
    ),
    Case(
        "unknown-reference",
        passes={
            SITE: site("payouts:\n  - method: bkash\n    offered: [{value: yes, source: page, confidence: low}]\n")
        },
        fails={
            SITE: site("payouts:\n  - method: bikash\n    offered: [{value: yes, source: page, confidence: low}]\n")
        },
        at=((SITE, 11, "payouts.bikash.method"),),
        says="Did you mean bkash?",
        code="no-such-method",
    ),
    Case(
        "unused-source",
        passes={SITE: _owner("other"), SOURCES: sources(source("other"))},
        fails={SOURCES: sources(source("other"))},
        at=((SOURCES, 3, "other"),),
        says="No record cites the source 'other'",
    ),
    Case(
        "source-address",
        passes={SITE: _owner("other"), SOURCES: sources(source("other", address="http://page.example:8080/a?b=c#d"))},
        fails={SITE: _owner("other"), SOURCES: sources(source("other", address="ftp://example.org/a"))},
        at=((SOURCES, 3, "other.address"),),
        says="'ftp://example.org/a' is not a web address",
    ),
    Case(
        "source-twice",
        passes={SITE: _owner("other"), SOURCES: sources(source("other", address="https://example.com/page?a=1"))},
        fails={SITE: _owner("other"), SOURCES: sources(source("other", address="http://www.Example.com/page/#top"))},
        at=((SOURCES, 3, "other.address"),),
        says="The source page has this address too",
    ),
    Case(
        "overrated-forum",
        passes={SOURCES: _FORUM, SITE: _owner("forum", "high", ", as_of: 2024-05")},
        fails={SOURCES: _FORUM, SITE: _owner("forum", "high")},
        at=((SITE, 10, "owner.1.confidence"),),
        says="'forum' is a forum and nothing here has a date",
    ),
)
