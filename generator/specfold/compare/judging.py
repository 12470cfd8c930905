"""Whether all that one side sends is accepted by the other, where no example shows that it is not."""

from __future__ import annotations

import attrs

from specfold.compare.change import Witness
from specfold.compare.side import Pair, Sides

_MAX_VALUES = 512


@attrs.frozen
class Verdict:
    """
    What could be found out about two schemas.

    Attributes:
        is_contained: all that is sent is accepted; False means undecided, not disproved.
        reason: why, in words.
        witness: a value that is sent and refused, if one was found after all.
    """

    is_contained: bool
    reason: str
    witness: Witness | None = None


_UNDECIDED = Verdict(is_contained=False, reason="no example found that shows it")


def judge(sides: Sides, pair: Pair) -> Verdict:
    """Decide whether all that one schema of a pair sends is accepted by the other."""
    if pair.kind != "schema":
        return _UNDECIDED
    found = _judge_listed(sides, pair)
    if found is not None:
        return found
    slips = sides.slips(pair)
    if slips:
        return Verdict(is_contained=False, reason=f"{' and '.join(slips)} contradicts the format")
    return _UNDECIDED


def _judge_listed(sides: Sides, pair: Pair) -> Verdict | None:
    """Try every value, where the sender lists them."""
    (sender, sent), (receiver, received) = sides.ends(pair)
    flat = sender.flat(sent)
    if flat.values is None or len(flat.values) > _MAX_VALUES:
        return None
    values = [*flat.values, *([None] if flat.nullable and not pair.null_apart else [])]
    valid = [value for value in values if sender.accepts(value, sent) is not False]
    if all(receiver.accepts(value, received) for value in valid):
        return Verdict(is_contained=True, reason="no listed value is refused by it")
    return None
