"""`EmbeddingTask`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("task_id", "task_id"),
    ("task_name", "task_name"),
    ("status", "status"),
    ("created_at", "created_at"),
    ("finished_at", "finished_at"),
    ("user_id", "user_id"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class EmbeddingTask:
    """A task that embeds a bucket."""

    task_id: str | Unset = UNSET
    """Id of the task."""

    task_name: str | Unset = UNSET
    """Name of the task."""

    status: str | Unset = UNSET
    """State of the task."""

    created_at: str | Unset = UNSET
    """When the task was made."""

    finished_at: str | None | Unset = UNSET
    """When the task ended; null until then."""

    user_id: str | Unset = UNSET
    """Id of the user."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        self.task_id = get("task_id", UNSET)
        self.task_name = get("task_name", UNSET)
        self.status = get("status", UNSET)
        self.created_at = get("created_at", UNSET)
        self.finished_at = get("finished_at", UNSET)
        self.user_id = get("user_id", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
