"""The values a comparison returns; knows no document and no rule."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import attrs

from specfold.document import Json
from specfold.pointer import JsonPointer


class Severity(StrEnum):
    """How grave a change is, gravest first; `breaking` exists on the two wire axes only."""

    BREAKING = "breaking"
    UNKNOWN = "unknown"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Its place in the order, 0 for the gravest."""
        return list(Severity).index(self)


class Axis(StrEnum):
    """Who notices a change: the server, the reader of an answer, the user of a default, the user of a client."""

    REQUEST = "request"
    RESPONSE = "response"
    BEHAVIOUR = "behaviour"
    SOURCE = "source"


@attrs.frozen
class Witness:
    """
    One JSON value that shows a change, checked by the ordinary validator on both sides.

    Attributes:
        instance: the value; one document accepts it, the other refuses it.
        of: what the value stands for: `value` of the schemas at both pointers, or a part of an HTTP exchange.
        schemas: what the two documents say of such a part, as JSON Schema, old before new; None for a `value`.
    """

    instance: Json
    of: str = "value"
    schemas: tuple[Json, Json] | None = None


@attrs.frozen(kw_only=True)
class Change:
    """
    One difference between two documents.

    Attributes:
        id: the rule that names it.
        severity: how grave it is.
        axis: who notices it.
        operation: the first operation it reaches (`POST /chat/completions`), empty for the whole document.
        pointer_old: the node in the old document, None where it has none.
        pointer_new: the node in the new document, None where it has none.
        message: what changed, in words.
        before: the old value, None where there is none to show.
        after: the new value, None where there is none to show.
        witness: a value that is valid on the sending side and refused on the receiving side.
        fingerprint: the change's name across runs; independent of the message.
        reached: every operation it reaches, sorted.
        members: the members and parameters whose value it is about, where a component describes the value by itself.
        is_decided: a policy, not the table of rules and what was shown, says how grave it is.
    """

    id: str
    severity: Severity
    axis: Axis
    operation: str
    pointer_old: JsonPointer | None
    pointer_new: JsonPointer | None
    message: str
    before: Json = None
    after: Json = None
    witness: Witness | None = None
    fingerprint: str
    reached: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    is_decided: bool = False


@attrs.frozen(kw_only=True)
class Diff:
    """
    All changes from one document to another, gravest first.

    Attributes:
        old: what the old document is called.
        new: what the new document is called.
        changes: the changes, ordered by severity, axis, operation and pointer.
    """

    old: str
    new: str
    changes: tuple[Change, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """Count the changes by severity, gravest first."""
        return {level.value: sum(change.severity is level for change in self.changes) for level in Severity}

    def has_at_least(self, severity: Severity) -> bool:
        """Tell whether a change is as grave as this or graver; what is undecided counts only when asked for."""
        return any(
            change.severity.rank <= severity.rank
            and (change.severity is not Severity.UNKNOWN or severity is Severity.UNKNOWN)
            for change in self.changes
        )
