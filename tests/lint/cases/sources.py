"""Claims: that what they name exists, their dates, and that each stands once."""

from __future__ import annotations

from tests.lint.building import SITE, SITE_TEXT, SOURCES, Case, site, source, sources

_OTHER = sources(source("other"))


def _claims(*more: str) -> str:
    """The site with further claims of its status, which is the last key."""
    return SITE_TEXT + "".join(f"  - {claim}\n" for claim in more)


def _option(since: str, until: str) -> str:
    return site(
        "payouts:\n"
        "  - method: bkash\n"
        "    offered: [{value: yes, source: page, confidence: low}]\n"
        f"    since: [{{{since}, source: page, confidence: low}}]\n"
        f"    until: [{{{until}, source: page, confidence: low}}]\n"
    )


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
        "overrated-forum",
        passes={SOURCES: _FORUM, SITE: _owner("forum", "high", ", as_of: 2024-05")},
        fails={SOURCES: _FORUM, SITE: _owner("forum", "high")},
        at=((SITE, 10, "owner.1.confidence"),),
        says="'forum' is a forum and nothing here has a date",
    ),
    Case(
        "date-in-future",
        passes={SOURCES: _OTHER, SITE: _claims("{value: active, source: other, as_of: 2026-11-23, confidence: low}")},
        fails={SOURCES: _OTHER, SITE: _claims("{value: active, source: other, as_of: 2026-12, confidence: low}")},
        at=((SITE, 10, "status.2.as_of"),),
        says="'2026-12' has not come yet: today is 2026-11-23",
    ),
    Case(
        "date-in-future",
        passes={
            SOURCES: sources(source("other", "kind: blog, date: 2026")),
            SITE: _claims("{value: closed, source: other, confidence: low}"),
        },
        fails={
            SOURCES: sources(source("other", "kind: blog, date: 2027")),
            SITE: _claims("{value: closed, source: other, confidence: low}"),
        },
        at=((SOURCES, 3, "other.date"),),
        says="'2027' has not come yet",
    ),
    Case(
        "dated-after-source",
        passes={SITE: _claims("{value: closed, source: page, as_of: 2024-05-31, confidence: low}")},
        fails={SITE: _claims("{value: closed, source: page, as_of: 2024-06-01, confidence: low}")},
        at=((SITE, 10, "status.2.as_of"),),
        says="'2024-06-01' is later than the page it rests on: page is dated 2024-05",
    ),
    Case(
        "date-left-out",
        passes={
            SOURCES: sources(source("other")),
            SITE: _claims("{value: closed, source: other, confidence: low}"),
        },
        fails={SITE: _claims("{value: closed, source: page, confidence: low}")},
        at=((SITE, 10, "status.2"),),
        says="'page' is dated 2024-05, but the claim has no date",
    ),
    Case(
        "ended-before-begun",
        passes={SITE: _claims("{value: closed, source: page, since: 2024-02, until: 2024, confidence: low}")},
        fails={SITE: _claims("{value: closed, source: page, since: 2024-02, until: 2024-01, confidence: low}")},
        at=((SITE, 10, "status.2.until"),),
        says="It ends '2024-01', before it begins (2024-02)",
    ),
    Case(
        "ended-before-begun",
        passes={SITE: _option("value: 2022, bound: at_most", "value: 2021")},
        fails={SITE: _option("value: 2022", "value: 2021")},
        at=((SITE, 14, "payouts.bkash.until.1.value"),),
        says="before it begins (2022)",
    ),
    Case(
        "claim-repeated",
        passes={SITE: _claims("{value: active, source: page, as_of: 2024, confidence: medium}")},
        fails={SITE: _claims("{value: active, source: page, as_of: 2024-05, confidence: medium}")},
        at=((SITE, 10, "status.2"),),
        says="The claim 'active' stands here a second time",
    ),
    Case(
        "claim-repeated",
        passes={},
        fails={SITE: _claims("{value: active, source: page, as_of: 2024-05, confidence: high}")},
        at=((SITE, 10, "status.2"),),
        says="Delete one of them",
    ),
    Case(
        "claim-repeated",
        passes={},
        fails={
            SITE: _claims("value: active\n    source: page\n    as_of: 2024-05\n    confidence: medium") + "owner: []\n"
        },
        at=((SITE, 10, "status.2"),),
        says="a second time",
    ),
)
