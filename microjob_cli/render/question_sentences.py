"""The sentences behind the codes of `ask` and `check`."""

from __future__ import annotations

_ASKED = {
    "asked-about": "You ask {asks}: `{command}`",
    "asked-or": "It may also mean that you ask {asks}: `{command}`",
    "not-recorded": "The records have no answer to that.",
    "unrecorded": "{name} is not in the records: nothing is known of it here, and unknown does not mean safe.",
    "unrecorded-near": "Recorded names that come near {name}: {names}.",
    "unrecorded-rest": "What follows is not about {names}.",
    "last-rate": "The last rate in the records: {rate} {quote} per {base} ({kind}, {on}).",
    "not-understood": "I did not understand that, or it is nothing I know about.",
    "can-ask": "I know about micro-job sites: who pays how, from how much, what it costs, what to be careful of. "
    "Ask for example:",
    "example-payout": "which sites pay by bKash",
    "example-minimum": "lowest payout threshold",
    "example-real": "is SproutGigs real",
    "example-route": "how do I bring Payoneer dollars to bKash",
    "sign-of-danger": "Danger signs in it",
    "sign-of-doubt": "What the link does not show",
    "nothing-recorded-of": "Nothing on that is recorded of {platform}.",
}

_LOOKED = {
    "looked-real": "{subject} is the recorded address of {platform}. Advice: {verdict}. All that is known: `{command}`",
    "looked-real-avoid": "{subject} is the recorded address of {platform}. Not for you: {why}.",
    "looked-former": "{subject} is the former address of {platform}; today that is {website}. Sign in only there: "
    "who holds the old address now is not recorded.",
    "looked-former-no-website": "{subject} is the former address of {platform}. Who holds it now is not recorded: "
    "do not sign in there.",
    "looked-reported": "{subject} is {platform} in the records. Keep away from it: {why}.",
    "looked-reported-name": "{platform}: keep away from it: {why}.",
    "looked-lookalike": "{subject} is not {platform}. {why}",
    "looked-near-miss": "{subject} is not the recorded address of {platform}; that is {website}. Do not sign in there.",
    "looked-near-miss-no-website": "{subject} looks like {platform}, whose address is not recorded. Do not trust it.",
    "looked-resembling": "{subject} is not in the records. Its name is like that of {platform}, whose recorded address "
    "is {website}. It may be a copy, or a site that has nothing to do with it.",
    "looked-resembling-no-website": "{subject} is not in the records. Its name is like that of {platform} ({verdict}), "
    "whose address is not recorded. It may be that one, or a site that has nothing to do with it.",
    "looked-bearing": "{subject} is not in the records. The link bears the name of {platform}, whose recorded address "
    "is {website}.",
    "looked-bearing-no-website": "{subject} is not in the records. The link bears the name of {platform} ({verdict}), "
    "whose address is not recorded.",
    "looked-named": "{subject} is in the records: {verdict}.",
    "looked-unknown": "{subject} is not in the records: unknown does not mean safe.",
}

_REMARKS = {
    "check-nothing-known": "Nothing in it is in the records, and it shows no danger sign known here. "
    "That does not make it safe.",
    "check-cut": "The text is very long: only its first {count} characters were read for danger signs and names.",
    "check-more-links": "So many more addresses stand in it, which were not looked at: {count}.",
    "check-no-signs": "No danger sign known here is in the words. That does not make it safe.",
    "check-secret": "Tell your PIN, your password or a code from a message to nobody, whoever asks: whoever has it has "
    "your money.",
    "check-pay": "A fixed sum for a day or a month is what frauds promise too. Micro-jobs are paid by the task. "
    "Ask who pays and for what, and pay nothing yourself.",
    "check-guide": "What fraud looks like and how to stay safe: `microjob learn safety`",
}

_ERRORS = {
    "no-question": 'Ask something, as in `microjob ask "which sites pay by bKash"`.',
    "piped-no-text": "What is piped in is not text in UTF-8. Save it as UTF-8 and try again.",
    "piped-too-long": "More than {count} characters are piped in. Take the part that matters.",
    "nothing-to-check": "Paste the address or the words of the offer behind `microjob check`.",
}

QUESTIONS = {**_ASKED, **_LOOKED, **_REMARKS, **_ERRORS}
