"""Whether all that one side sends is accepted by the other, where no example shows that it is not."""

from __future__ import annotations

import attrs

from specfold.compare.change import Axis, Witness
from specfold.compare.closing import Closer, NotClosableError
from specfold.compare.proving import Prover
from specfold.compare.sample import NoSampleError, build_sample
from specfold.compare.side import Pair, Side, Sides, readings
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places

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
    if not slips and sides.prover is not None and not pair.untyped:
        found = _judge_proved(sides, pair, prover=sides.prover)
        if found is not None:
            return found
    if slips:
        return Verdict(is_contained=False, reason=f"{' and '.join(slips)} contradicts the format")
    return _UNDECIDED


def _ends_of(sides: Sides, pair: Pair) -> tuple[tuple[Side, Places], tuple[Side, Places]]:
    """Return who sends what and who receives it: for an alternative, the other side is all that surrounds its match."""
    sent, received = sides.ends(pair)
    if pair.around is None:
        return sent, received
    whole = pair.around[0] if pair.direction is Axis.RESPONSE else pair.around[1]
    return sent, (received[0], whole)


def _judge_listed(sides: Sides, pair: Pair) -> Verdict | None:
    """Try every value, where the sender lists them."""
    (sender, sent), (receiver, received) = _ends_of(sides, pair)
    flat = sender.flat(sent)
    if flat.values is None or len(flat.values) > _MAX_VALUES:
        return None
    values = [*flat.values, *([None] if flat.nullable and not pair.null_apart else [])]
    valid = [value for value in values if sender.accepts(value, sent) is not False]
    if all(any(receiver.accepts(one, received) for one in _read(value, pair)) for value in valid):
        return Verdict(is_contained=True, reason="no listed value is refused by it")
    witness = sides.find_witness(pair, tuple(valid))
    return None if witness is None else Verdict(is_contained=False, reason="", witness=witness)


def _read(value: Json, pair: Pair) -> tuple[Json, ...]:
    """Return what a value may arrive as."""
    return readings(value) if pair.textual else (value,)


def _judge_proved(sides: Sides, pair: Pair, *, prover: Prover) -> Verdict | None:
    """Ask the engine; what it says is refused is tried, since only an example shows a breaking change."""
    (sender, sent), (receiver, received) = _ends_of(sides, pair)
    try:
        narrow = Closer(sender, direction=pair.direction, is_sender=True).write(sent)
        wide = Closer(receiver, direction=pair.direction, is_sender=False).write(received)
    except NotClosableError:
        return None
    verdict = prover.covers(wide, narrow)
    if verdict:
        return Verdict(is_contained=True, reason="proved: all that is sent is accepted")
    rest = prover.subtract(narrow, wide) if verdict is False else None
    if not isinstance(rest, dict):
        return None
    witness = sides.find_witness(pair, tuple(_samples_of(rest, direction=pair.direction)))
    return None if witness is None else Verdict(is_contained=False, reason="", witness=witness)


def _samples_of(schema: JsonObject, *, direction: Axis) -> list[Json]:
    """Return instances of a schema of the engine, as far as we find some."""
    found: list[Json] = []
    side = Side(schema)
    branches = schema.get("anyOf")
    places = [JsonPointer(("anyOf", str(index))) for index in range(len(branches) if isinstance(branches, list) else 0)]
    for place in places or [JsonPointer()]:
        try:
            found.append(build_sample(side, (place,), direction=direction))
        except NoSampleError:
            continue
    return found
