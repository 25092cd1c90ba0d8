"""What cues may speak of beside the words of the records: what else was found in a question.

`own-phrase` (a phrase of the sign itself), `two-amounts`, `a-sum`, `a-handle` and `private-contact` (a link of that
sign) are for the cues of danger signs.
"""

from __future__ import annotations

MARKS = frozenset(
    """
    a-site two-sites same-site unknown-site a-method two-methods without-method lacking-method home-method held-method
    from-method to-method own-phrase two-amounts a-sum a-handle private-contact
    a-task two-tasks a-country dollars takas an-amount some-hours a-number an-address
    """.split()
)
