"""The sentences behind the codes of estimates, tasks and the claims ledger."""

from __future__ import annotations

_ASSUMED = {
    "assumed-given": "Set by you.",
    "assumed-general-price": "What {platform} pays a task is not known: this is the pay of small jobs in general.",
    "assumed-site-pay": "{platform}: {pay}.",
    "assumed-site-pay-range": "{platform}: {pay}. Of a range the cheap end is the low case.",
    "assumed-site-earnings": "{platform} is said to bring {pay}.",
    "assumed-site-earnings-range": "{platform} is said to bring {pay}. Of a range the cheap end is the low case.",
    "assumed-floor": "{platform} lets buyers pay no less for work that is open to you: {pay}.",
    "assumed-floor-range": "{platform} lets buyers pay no less for work that is open to you: {pay}.",
    "assumed-task-pay": "{task}: {pay}.",
    "assumed-task-pay-range": "{task}: {pay}. Of a range the cheap end is the low case.",
    "assumed-task-minutes": "{task}: {minutes}.",
    "assumed-task-minutes-range": "{task}: {minutes}. Of a range the slow end is the low case.",
    "assumed-paid-by-hour": "Paid by the hour: how long a task takes does not matter.",
    "assumed-success-rate": "{platform} wants {rate}; who falls below it can lose the account.",
    "assumed-own-payout": "What {platform} takes for a payout by {via}; nothing else is lost.",
    "assumed-route": "What the way to {to} by {via} costs.",
    "assumed-route-in-part": "Not every charge on the way to {to} by {via} is known: it may be more.",
    "assumed-site-days": "{platform}: {days}.",
    "assumed-route-days": "The way to {to} by {via}: {days}.",
    "assumed-site-minimum": "{platform} pays out by {method} from {minimum}.",
}

_NO_ESTIMATE = {
    "no-estimate-breaks-rules": "No estimate: this work breaks the rules of other sites ({task}). Leave it alone.",
    "no-estimate-danger": "No estimate: this can cost you more than it brings ({task}).",
    "no-estimate-closed": "No estimate: {platform} has closed.",
    "no-estimate-merged": "No estimate: {platform} was merged into another site.",
    "no-estimate-not-paying-reports": "No estimate: {platform} is reported not to pay.",
    "no-estimate-avoid": "No estimate: fraud or non-payment is reported of {platform}.",
    "no-estimate-only-such-tasks": (
        "No estimate: all work recorded of {platform} breaks other sites' rules or can harm you."
    ),
    "no-estimate-pay-unknown": (
        "No estimate: nobody we know of says what one task pays ({task}). If you know it: --set price=0.10, in dollars."
    ),
    "no-estimate-minutes-unknown": (
        "No estimate: nobody we know of says how long one task takes ({task}). "
        "If you know it: --set minutes_per_task=5."
    ),
}

_REMARKS = {
    "sampled": "Out of {draws} draws from all of that (seed {seed}): one in ten is below low, one in ten above high.",
    "rule-breaking-left-out": "Left out, because it breaks other sites' rules: {tasks}.",
    "first-payout-unknown": "When the first payout would come is not known: nor is its minimum at {platform}.",
    "task-not-recorded": "Not recorded that {platform} has this kind of work: {task}.",
    "no-way-home": "No lawful way home from {platform} is recorded: see how you would be paid before you work.",
    "tasks-hour": "An hour brings: what is left of a planned hour, low to high. `microjob tasks NAME` tells more.",
    "task-next": "`microjob list --task {task}` lists sites, `microjob estimate --task {task}` tells what is assumed.",
    "task-sites": "`microjob list --task {task}` lists the sites.",
    "learn-next": "`microjob learn TOPIC` opens one.",
    "learn-why": "Figures come from the records, with their dates; old ones may have changed. "
    "Where one comes from: `microjob why {reference}`.",
    "learn-estimate": "`microjob estimate` tells what is assumed, and lets you change it.",
}

_ERRORS = {
    "no-such-assumption": "{word} is no assumption. There are: {choices}.",
    "assumption-without-value": "Give a value, as in --set {name}=0.5.",
    "bad-assumption": "{found} cannot be {name}: it takes a number from {least} to {most}.",
    "no-rate-for": (
        "No exchange rate is recorded for {money}. Give the target in {currency}, or your own rate with --rate."
    ),
    "no-such-topic": "There is no topic named {word}.",
}

EARNINGS = {**_ASSUMED, **_NO_ESTIMATE, **_REMARKS, **_ERRORS}
