"""The keys of a platform record in their order, each explained and with an example, for whoever writes a new one."""

from __future__ import annotations

from dataclasses import dataclass

# Stands in an example for the rest of a claim: its source, its date, its confidence.
REST = "@rest"
# Stands for the source alone.
SOURCE = "@source"


@dataclass(frozen=True, slots=True)
class Part:
    """One key of a record: what it is for, and how it is written. The example of `accepts` names a country."""

    key: str
    about: str
    example: str


PARTS = (
    Part("unnamed", "Only when no source tells its name.", "unnamed: true"),
    Part(
        "former_names",
        "Names that it no longer has, and until when it had them.",
        f"former_names:\n  - {{name: TinyTasks, until: 2022-08, source: {SOURCE}}}",
    ),
    Part(
        "aliases",
        "What people type for it beside the name, as in {en: [Example Gigs], bn: [এক্সাম্পল গিগস]}.",
        "aliases: {}",
    ),
    Part(
        "status",
        "active, paused, closed, merged, not-paying-reports (then write a warning too) or unknown.",
        f"status:\n  - {{value: active, {REST}}}",
    ),
    Part(
        "work",
        "What it is, only where a beginner finds no micro-jobs there: experts-only or no-micro-jobs.",
        f"work:\n  - {{value: experts-only, {REST}}}",
    ),
    Part(
        "successor",
        "The id of the site that it was merged into.",
        f"successor:\n  - {{value: sproutgigs, {REST}}}",
    ),
    Part("founded", "2013, 2022-04 or 2022-04-01.", f"founded:\n  - {{value: 2013, {REST}}}"),
    Part("headquarters", "The two letters of a country.", f"headquarters:\n  - {{value: US, {REST}}}"),
    Part("owner", "The firm behind it.", f"owner:\n  - {{value: Example Ltd., {REST}}}"),
    Part(
        "accepts",
        "From which countries it takes people: yes, partly or no.",
        f"accepts:\n  BD:\n    - {{value: yes, {REST}}}",
    ),
    Part(
        "devices",
        "What one can work with: browser, desktop, mobile, android, ios.",
        f"devices:\n  - {{value: [mobile, desktop], {REST}}}",
    ),
    Part(
        "identity_checks",
        "What it wants to see of a person: none, email, phone, id-document, selfie, address-letter, payment-account, "
        "interview, test.",
        f"identity_checks:\n  - {{value: [phone], {REST}}}",
    ),
    Part(
        "review_days",
        "How long the checking of a task may take: 2, up to 7, 3 to 5 working.",
        f"review_days:\n  - {{value: up to 7, {REST}}}",
    ),
    Part(
        "success_rate", "The share of accepted tasks that one must keep.", f"success_rate:\n  - {{value: 75%, {REST}}}"
    ),
    Part(
        "tasks",
        "Which kinds of task it has, by their ids in task_types.yaml, and what each pays.",
        f"tasks:\n  - task: survey\n    offered:\n      - {{value: yes, {REST}}}\n"
        f"    pay:\n      - {{value: 0.50 to 2 USD per task, {REST}}}",
    ),
    Part(
        "task_pay",
        "What its tasks pay in general, per task or per thousand.",
        f"task_pay:\n  - {{value: 0.02 to 2 USD per task, {REST}}}",
    ),
    Part(
        "earnings",
        "What people say that it brings, per hour, day, week or month.",
        f"earnings:\n  - {{value: 30 to 40 USD per month, {REST}}}",
    ),
    Part(
        "payouts",
        "How it pays: a method (its id in payout_methods) an entry, with all that is known of it.",
        f"payouts:\n  - method: paypal\n    offered:\n      - {{value: yes, {REST}}}",
    ),
    Part(
        "ratings",
        "What those who rate such sites gave it.",
        f"ratings:\n  - rater: Fairwork\n    score:\n      - {{value: 3/10, {REST}}}",
    ),
    Part(
        "lookalikes",
        "Addresses that are not this site but can be taken for it.",
        "lookalikes:\n  - address: examplegigs.org\n    en: Another site with the same name.\n"
        f"    bn: একই নামের আরেকটা সাইট।\n    {REST}",
    ),
    Part(
        "warnings",
        "What speaks against it, as who said when. The codes are in docs/records.md.",
        "warnings:\n  - code: account-loss\n    en: A second account means that both are closed.\n"
        f"    bn: দ্বিতীয় অ্যাকাউন্ট খুললে দুটোই বন্ধ হয়।\n    {REST}",
    ),
    Part(
        "notes",
        "What else one should know. The topics are in docs/records.md.",
        "notes:\n  - topic: identity\n    en: New users confirm a phone number before they see jobs.\n"
        f"    bn: কাজ দেখার আগে নতুনদের ফোন নম্বর যাচাই করতে হয়।\n    {REST}",
    ),
)

# The keys of a payout option after `offered`.
OPTION_PARTS = (
    Part("minimum", "The least to withdraw: 5 USD, or 4 USD or 300 BDT.", f"minimum:\n  - {{value: 5 USD, {REST}}}"),
    Part("fee", "What is taken: 0, 6%, 5 BDT, 2% + 0.50 USD, 1.5% on top.", f"fee:\n  - {{value: 2%, {REST}}}"),
    Part("days", "How long it takes: 2, up to 30 working; 0: the same day.", f"days:\n  - {{value: up to 3, {REST}}}"),
    Part("since", "From when it is offered.", f"since:\n  - {{value: 2021-08, bound: at_most, {REST}}}"),
    Part("until", "When it ended.", f"until:\n  - {{value: 2024-08, bound: at_most, {REST}}}"),
)  # fmt: skip
