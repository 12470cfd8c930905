"""What was created, changed and deleted in the collections of a service while it runs; knows no HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

import attrs

from specfold.document import Json, JsonObject
from specfold.mock.content import Upload
from specfold.mock.service import Operation


@attrs.frozen(kw_only=True)
class Kept:
    """One member of a collection: its last known form, and the file it was made of."""

    value: JsonObject
    upload: Upload | None = None


@attrs.define
class Memory:
    """
    The collections of one running service; the only state a mock has.

    What was never created here is not known to be missing: it is made up on demand, before and after it is deleted. What
    was created and then deleted is gone.
    """

    _collections: dict[str, dict[str, Kept | None]] = attrs.field(factory=dict)

    def recall(self, operation: Operation, path: str) -> Kept | None:
        """Return the member a path names, if it was created here."""
        collection, key = _split(operation, path)
        return self._collections.get(collection, {}).get(key) if key is not None else None

    def is_gone(self, operation: Operation, path: str) -> bool:
        """Tell whether the member a path names was deleted."""
        collection, key = _split(operation, path)
        members = self._collections.get(collection, {})
        return key is not None and key in members and members[key] is None

    def members(self, path: str) -> list[JsonObject] | None:
        """Return the members that were created in a collection, oldest first; None when none ever was."""
        if path not in self._collections:
            return None
        return [kept.value for kept in self._collections[path].values() if kept is not None]

    def note(self, operation: Operation, path: str, *, answer: Json, upload: Upload | None = None) -> None:
        """Remember what an operation that succeeded did."""
        if operation.method == "post" and operation.item_template is not None:
            if isinstance(answer, Mapping) and isinstance(answer.get("id"), str):
                self._collections.setdefault(path, {})[answer["id"]] = Kept(value=dict(answer), upload=upload)
            return
        collection, key = _split(operation, path)
        if key is None:
            return
        members = self._collections.get(collection, {})
        if operation.method == "delete" and operation.template.endswith("}"):
            if key in members:
                members[key] = None
        elif operation.method != "get" and isinstance(answer, Mapping) and answer.get("id") == key and key in members:
            before = members[key]
            members[key] = Kept(value=dict(answer), upload=before.upload if before else None)


def item_key(operation: Operation, path: str) -> str | None:
    """Return the decoded key of the member a path names; None when the operation is one of a collection."""
    return _split(operation, path)[1]


def _split(operation: Operation, path: str) -> tuple[str, str | None]:
    """Return the collection and the key that a path names; no key when the operation is one of a collection."""
    pieces = operation.template.split("/")
    places = [position for position, piece in enumerate(pieces) if piece.startswith("{") and piece.endswith("}")]
    if operation.item_template is not None or not places:
        return path, None
    given = path.split("/")
    return "/".join(given[: places[-1]]), unquote(given[places[-1]])
