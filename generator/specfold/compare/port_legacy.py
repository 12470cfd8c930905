"""The older way to declare functions, said in the newer way; a convention of the whole API family. Knows no vendor."""

from __future__ import annotations

from specfold.compare.port_values import Edit, Op, Outcome
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer

_NEWER = {"functions": "tools", "function_call": "tool_choice"}


def modernise(request: JsonObject, declared: frozenset[str]) -> Outcome:
    """Return a request whose functions are tools, where the target knows tools and no functions."""
    made: JsonObject = {}
    edits = []
    for name, value in request.items():
        newer = _NEWER.get(name)
        if newer is None or name in declared or newer not in declared or newer in request or value is None:
            made[name] = value
            continue
        made[newer] = _wrap(value)
        reason = f"the target declares {newer}, the newer form of {name}"
        pointer = JsonPointer((name,))
        edits.append(
            Edit(
                op=Op.CONVERT,
                pointer=pointer,
                before=value,
                after={newer: made[newer]},
                reason=reason,
                lossy=False,
                undeclared=True,
            )
        )
    return Outcome(value=made, edits=tuple(edits))


def _wrap(value: Json) -> Json:
    """Return functions as tools, and the name of one as the choice of that tool."""
    if isinstance(value, list):
        return [{"type": "function", "function": one} for one in value]
    return {"type": "function", "function": value} if isinstance(value, dict) else value
