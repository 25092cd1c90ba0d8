"""A new platform record: the text to fill in, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.catalog.platform import Platform
from microjob_cli.storage.folders import folder_for_own, shipped_folder, shown
from microjob_cli.storage.layouts import LAYOUTS, Layout
from microjob_cli.storage.writing import write_text

_LAYOUT: Layout = next(layout for layout in LAYOUTS if layout.kind is Platform)
_SAID = "source: my-source, as_of: 2026-01-31, confidence: medium"
_TEXT = """\
# A line that begins with "#" and no space is an example: put in what a source says, and take the "#" away.
# Leave the others as they are: unknown is a good answer. What another source says is one more line under its key.
# my-source stands for the id of a source in sources.yaml, where each begins as this does:
#   my-source: {title: "example.com: A page", address: "https://example.com/a", kind: blog, date: 2026-01-31}
# The kinds are official, independent, news, blog and forum. The whole format: docs/records.md
id: @id
# As the site writes it.
name: @name
# The whole address, as in https://example.com; null for that of a fraud.
website: null
# Only when no source tells its name.
#unnamed: true
# Names that it no longer has, and until when it had them.
#former_names:
#  - {name: Old Gigs, until: 2022-08, source: my-source}
# What people type for it beside the name, as in {en: [Example Gigs], bn: [এক্সাম্পল গিগস]}.
aliases: {}
# active, paused, closed, merged, not-paying-reports (then write a warning too) or unknown, as in
# [{value: active, @said}].
status: []
# What it is, only where a beginner finds no micro-jobs there: experts-only or no-micro-jobs.
#work:
#  - {value: experts-only, @said}
# The id of the site that it was merged into.
#successor:
#  - {value: sproutgigs, @said}
# 2013, 2022-04 or 2022-04-01.
#founded:
#  - {value: 2013, @said}
# The two letters of a country.
#headquarters:
#  - {value: US, @said}
# The firm behind it.
#owner:
#  - {value: Example Ltd., @said}
# From which countries it takes people: yes, partly or no.
#accepts:
#  BD:
#    - {value: yes, @said}
# What one can work with: browser, desktop, mobile, android, ios.
#devices:
#  - {value: [mobile, desktop], @said}
# What it wants to see of a person: none, email, phone, id-document, selfie, address-letter, payment-account,
# interview, test.
#identity_checks:
#  - {value: [phone], @said}
# How long the checking of a task may take: 2, up to 7, 3 to 5 working.
#review_days:
#  - {value: up to 7, @said}
# The share of accepted tasks that one must keep.
#success_rate:
#  - {value: 75%, @said}
# Which kinds of task it has, by their ids in task_types.yaml, and what each pays.
#tasks:
#  - task: survey
#    offered:
#      - {value: yes, @said}
#    pay:
#      - {value: 0.50 to 2 USD per task, @said}
# What its tasks pay in general, per task or per thousand.
#task_pay:
#  - {value: 0.02 to 2 USD per task, @said}
# What people say that it brings, per hour, day, week or month.
#earnings:
#  - {value: 30 to 40 USD per month, @said}
# How it pays: a method (its id in payout_methods) an entry, with all that is known of it.
#payouts:
#  - method: paypal
#    offered:
#      - {value: yes, @said}
# The least to withdraw: 5 USD, or 4 USD or 300 BDT.
#    minimum:
#      - {value: 5 USD, @said}
# What is taken: 0, 6%, 5 BDT, 2% + 0.50 USD, 1.5% on top.
#    fee:
#      - {value: 2%, @said}
# How long it takes: 2, up to 30 working; 0: the same day.
#    days:
#      - {value: up to 3, @said}
# From when it is offered, and when it ended.
#    since:
#      - {value: 2021-08, bound: at_most, @said}
#    until:
#      - {value: 2024-08, bound: at_most, @said}
# What those who rate such sites gave it.
#ratings:
#  - rater: Fairwork
#    score:
#      - {value: 3/10, @said}
# Addresses that are not this site but can be taken for it.
#lookalikes:
#  - address: examplegigs.org
#    en: Another site with the same name.
#    bn: একই নামের আরেকটা সাইট।
#    source: my-source
#    as_of: 2026-01-31
#    confidence: medium
# What speaks against it, as who said when. The codes are in docs/records.md.
#warnings:
#  - code: account-loss
#    en: A second account means that both are closed.
#    bn: দ্বিতীয় অ্যাকাউন্ট খুললে দুটোই বন্ধ হয়।
#    source: my-source
#    as_of: 2026-01-31
#    confidence: medium
# What else one should know. The topics are in docs/records.md.
#notes:
#  - topic: identity
#    en: New users confirm a phone number before they see jobs.
#    bn: কাজ দেখার আগে নতুনদের ফোন নম্বর যাচাই করতে হয়।
#    source: my-source
#    as_of: 2026-01-31
#    confidence: medium
"""


def template(key: str) -> str:
    """The text of a record of which only the id is known."""
    quoted = f'"{key}"'  # no is a word of YAML, 2026 a number
    text = _TEXT.replace("@id", quoted).replace("@name", quoted).replace("@said", _SAID)
    return f"{_LAYOUT.editor_line}\n{text}"


def new_file(key: str, folder: Path) -> Path:
    """Where the record of that id goes. Raises UsageProblem for one that is there."""
    path = folder / _LAYOUT.where / f"{key}.yaml"
    there = next((one for one in (path, path.with_suffix(".yml")) if one.exists() or one.is_symlink()), None)
    if there:
        raise UsageProblem("record-there", path=shown(there))
    return path


def write(key: str, path: Path) -> None:
    """Writes the record to fill in. Raises MicrojobError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise MicrojobError("cannot-write", path=shown(path), problem=problem.strerror or str(problem)) from None
    write_text(path, template(key))


def destination(into: Path | None, data: Path | None, variables: Mapping[str, str], *, own: bool) -> Path:
    """The folder to write into: one's own, else the named one, else `data` here if it holds records.

    Raises UsageProblem.
    """
    if own:
        if into:
            raise UsageProblem("own-or-into")
        return folder_for_own(variables)
    named = into or data
    if named is None:
        here = Path("data")
        if any((here / layout.where).exists() for layout in LAYOUTS):
            return here
        raise UsageProblem("no-record-folder")
    folder = named.parent if named.name == _LAYOUT.where else named
    if not folder.is_dir():
        raise UsageProblem("no-such-into", folder=str(named))
    return folder


def not_shipped(folder: Path) -> Path | None:
    """The folder, unless it is that of the shipped records."""
    return None if folder.resolve() == shipped_folder().resolve() else folder
