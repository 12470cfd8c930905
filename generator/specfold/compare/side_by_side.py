"""A change between two states, said of two documents that stand side by side; knows the words of changes, no change."""

from __future__ import annotations

import re
from typing import Final

_REASON: Final = re.compile(r" \([a-z][a-z ,:]*\)$")
_PHRASES: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"^(.*: )?required member (.+) removed$", r"\1member \2 is required here and not declared there"),
        (r"^(.*: )?required member (.+) added$", r"\1member \2 is required there and not declared here"),
        (r"^(required )?(.*parameter .+) removed$", r"\1\2 is not declared there"),
        (r"^required (.*parameter .+) added$", r"\1 must be sent there"),
        (r"^(.*member .+|content type .+|server .+|operation .+|.* body|.*header .+|.*status .+|.*response .+) removed$",
         r"\1 is not declared there"),
        (r"^(.*member .+|content type .+|server .+|operation .+|.* body|.*header .+|.*status .+|.*response .+) added$",
         r"\1 is declared there only"),
        (r"\b(alternatives? .+|.+ alternatives?) removed$", r"\1 not accepted there"),
        (r"\b(alternatives? .+|.+ alternatives?) added$", r"\1 accepted there only"),
        (r" (?:added|removed|changed|raised|lowered|narrowed|widened): (.*) → (.*)$", r": \1 here, \2 there"),
        (r": (.*) → (.*)$", r": \1 here, \2 there"),
        (r" (?:changed|narrowed|widened) from (.*) to (.*)$", r" is \1 here, \2 there"),
        (r" moved from (.*) to (.*)$", r" is at \1 here, at \2 there"),
        (r"(.*: )?(.+) replaced by (.+)$", r"\1\2 here, \3 there"),
        (r"\b(is|are) no longer (valid|refused|accepted|enough)", r"\1 not \2 there"),
        (r"\bare now limited to (.*)$", r"are limited to \1 there"),
        (r"\bare no longer limited to (.*)$", r"are limited to \1 here only"),
        (r"\b(is|are) now (valid|refused|accepted|enough)", r"\1 \2 there"),
        (r"\bmust now be there$", "is required there"),
        (r"\bis now always there$", "is always there"),
        (r"\bmay now be (missing|repeated)", r"may be \1 there"),
        (r"\bmust now (be sent|differ)$", r"must \1 there"),
        (r"\bmay now repeat$", "may repeat there"),
        (r"\bneed no longer be sent$", "need not be sent there"),
        (r"\bis now called (.+)$", r"is called \1 there"),
        (r"\bis now (.+)$", r"is \1 there"),
        (r" became (.+)$", r" is \1 there"),
        (r"\bnow have a schema$", "have a schema there only"),
        (r"\b(?:no longer have|has no longer) a schema$", "no schema there"),
        (r"\bnothing is valid any more$", "nothing is valid there"),
        (r"\bsomething is valid again$", "something is valid there only"),
        (r"\bno longer\b", "not"),
        (r"\bnow ", ""),
        (r" any more\b", ""),
    )
)  # fmt: skip


def say_side_by_side(message: str) -> str:
    """Return the message of a change without the language of time: `is no longer valid` is `is not valid there`."""
    reason = _REASON.search(message)
    said, why = (message[: reason.start()], reason[0]) if reason else (message, "")
    for pattern, words in _PHRASES:
        said, count = pattern.subn(words, said)
        if count and words.endswith(("there", "there only", "here only")):
            break
    return said + why
