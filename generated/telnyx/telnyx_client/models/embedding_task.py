"""`EmbeddingTask`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
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
        self = new_instance(cls)
        unknown = len(data)
        if "task_id" in data:
            unknown -= 1
            self.task_id = data["task_id"]
        else:
            self.task_id = UNSET
        if "task_name" in data:
            unknown -= 1
            self.task_name = data["task_name"]
        else:
            self.task_name = UNSET
        if "status" in data:
            unknown -= 1
            self.status = data["status"]
        else:
            self.status = UNSET
        if "created_at" in data:
            unknown -= 1
            self.created_at = data["created_at"]
        else:
            self.created_at = UNSET
        if "finished_at" in data:
            unknown -= 1
            self.finished_at = data["finished_at"]
        else:
            self.finished_at = UNSET
        if "user_id" in data:
            unknown -= 1
            self.user_id = data["user_id"]
        else:
            self.user_id = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
