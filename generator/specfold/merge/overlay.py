"""OpenAPI Overlay documents (1.0 and 1.1) as values; checks their form, applies nothing."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NoReturn

import attrs

from specfold.document import Document, Json, JsonObject, Origin
from specfold.errors import SpecfoldError
from specfold.merge.draft import describe_kind
from specfold.merge.jsonpath import QueryError, compile_query
from specfold.pointer import JsonPointer
from specfold.schema.edit import is_same

_VERSION: Final = re.compile(r"1\.[01]\.\d+\Z")
_ROOT: Final = frozenset({"overlay", "info", "extends", "actions"})
_INFO_1_0: Final = frozenset({"title", "version"})
_INFO_1_1: Final = _INFO_1_0 | {"description"}
_ACTION_1_0: Final = frozenset({"target", "description", "update", "remove"})
_ACTION_1_1: Final = _ACTION_1_0 | {"copy"}
_SINCE_1_1: Final = (_ACTION_1_1 - _ACTION_1_0) | (_INFO_1_1 - _INFO_1_0)


@attrs.frozen(kw_only=True)
class Action:
    """
    One change of an overlay.

    Attributes:
        index: its place among the actions, from 0.
        target: the query that selects the nodes.
        updates: whether `update` is there; its value may be null.
        update: the value to merge.
        copy: the query that selects the one node to merge from, or None.
        remove: whether the nodes go.
        expect: how many nodes the target must select (`x-expect`), or None.
        description: what the action is for, or None.
    """

    index: int
    target: str
    updates: bool
    update: Json = None
    copy: str | None = None
    remove: bool = False
    expect: int | None = None
    description: str | None = None

    @property
    def pointer(self) -> JsonPointer:
        """Where it is in its overlay."""
        return JsonPointer(("actions", str(self.index)))


@attrs.frozen(kw_only=True)
class Overlay:
    """
    One overlay.

    Attributes:
        document: what it was read from.
        title: its title.
        extends: the document it was written for, or None.
        actions: its changes, in order.
    """

    document: Document
    title: str
    extends: str | None
    actions: tuple[Action, ...]

    def origin_of(self, action: Action, inside: tuple[str, ...] = ()) -> Origin:
        """Return where an action writes a leaf of its update."""
        found = self.document.origin_of(action.pointer.join(("update", *inside) if action.updates else ()))
        line = found.line if found else 1
        return Origin(self.document.source, line, "overlay", action.index)


def parse_overlay(document: Document) -> Overlay:
    """
    Read an overlay.

    Raises:
        SpecfoldError: the document is no overlay of version 1.0 or 1.1, with the file, line and pointer.
    """
    return _Reader(document).read()


def check_queries(overlay: Overlay) -> None:
    """
    Refuse an overlay with a query that is none by RFC 9535.

    Raises:
        SpecfoldError: with the file, line and pointer of the query.
    """
    for action in overlay.actions:
        for name, query in (("target", action.target), ("copy", action.copy)):
            if query is None:
                continue
            try:
                compile_query(query)
            except QueryError as error:
                pointer = action.pointer / name
                origin = overlay.document.origin_of(pointer)
                raise SpecfoldError(
                    f"not a JSONPath query: {query}: {error}",
                    source=overlay.document.source,
                    line=origin.line if origin else None,
                    pointer=pointer,
                    hint=error.hint,
                ) from error


class _Reader:
    """Check one document; every complaint names its place."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def read(self) -> Overlay:
        root, document = self._document.value, self._document
        version = root.get("overlay")
        if "overlay" not in root and "openapi" in root:
            hint = "documents and overlays have places of their own: see --help, or the keys of family.toml"
            self._refuse("expected an overlay, found an OpenAPI document", ("openapi",), hint=hint)
        if not isinstance(version, str) or not _VERSION.match(version):
            self._refuse(
                f"expected an overlay of version 1.0.x or 1.1.x, found {_shown(version)}",
                ("overlay",),
                hint="write overlay: 1.1.0",
            )
        is_1_0 = version.startswith("1.0.")
        self._expect_members(root, _ROOT, at=())
        self._expect_strings(root, ("extends",), at=())
        info = self._required(root, "info", kind=dict, at=())
        self._expect_members(info, _INFO_1_0 if is_1_0 else _INFO_1_1, at=("info",))
        self._expect_strings(info, ("title", "version", "description"), at=("info",))
        for name in ("title", "version"):
            self._required(info, name, kind=str, at=("info",))
        actions = self._required(root, "actions", kind=list, at=())
        if not actions:
            self._refuse(
                "an overlay has at least one action", ("actions",), hint="add an action, or remove the overlay"
            )
        read = tuple(
            self._action(index, item, known=_ACTION_1_0 if is_1_0 else _ACTION_1_1)
            for index, item in enumerate(actions)
        )
        self._expect_distinct(actions)
        return Overlay(document=document, title=info["title"], extends=root.get("extends"), actions=read)

    def _action(self, index: int, item: Json, *, known: Collection[str]) -> Action:
        at = ("actions", str(index))
        if not isinstance(item, dict):
            self._refuse("expected an object as action", at, hint="write target: and update: or remove:")
        self._expect_members(item, known, at=at)
        self._expect_strings(item, ("target", "copy", "description"), at=at)
        target = self._required(item, "target", kind=str, at=at)
        if not target.startswith("$"):
            self._refuse(
                f"expected a query that starts with $ as 'target', found {target!r}", (*at, "target"), hint="write $.…"
            )
        remove, expect = item.get("remove", False), item.get("x-expect")
        if not isinstance(remove, bool):
            self._refuse(
                f"expected true or false as 'remove', found {_shown(remove)}",
                (*at, "remove"),
                hint="write remove: true",
            )
        if expect is not None and (isinstance(expect, bool) or not isinstance(expect, int) or expect < 0):
            self._refuse(
                f"expected a number of nodes as 'x-expect', found {_shown(expect)}",
                (*at, "x-expect"),
                hint="write x-expect: 1",
            )
        return Action(
            index=index,
            target=target,
            updates="update" in item,
            update=item.get("update"),
            copy=item.get("copy"),
            remove=remove,
            expect=expect,
            description=item.get("description"),
        )

    def _expect_members(self, value: JsonObject, known: Collection[str], *, at: tuple[str, ...]) -> None:
        for name in value:
            if name not in known and not name.startswith("x-"):
                hint = f"known members: {', '.join(sorted(known))}, and extensions that start with x-"
                if name in _SINCE_1_1:
                    hint = "it came with version 1.1: write overlay: 1.1.0"
                self._refuse(f"the overlay standard has no member {name!r} here", (*at, name), hint=hint)

    def _expect_strings(self, value: JsonObject, names: Collection[str], *, at: tuple[str, ...]) -> None:
        for name in names:
            if name in value and not isinstance(value[name], str):
                self._refuse(
                    f"expected a string as {name!r}, found {_shown(value[name])}", (*at, name), hint="quote the text"
                )

    def _required(self, value: JsonObject, name: str, *, kind: type, at: tuple[str, ...]) -> Json:
        if name not in value:
            self._refuse(f"the member {name!r} is missing", at, hint=f"add {name}:")
        if not isinstance(value[name], kind):
            wanted = "an object" if kind is dict else "an array" if kind is list else "a string"
            self._refuse(
                f"expected {wanted} as {name!r}, found {_shown(value[name])}", (*at, name), hint=f"make it {wanted}"
            )
        return value[name]

    def _expect_distinct(self, actions: list[Json]) -> None:
        for index, action in enumerate(actions):
            for earlier in range(index):
                if is_same(actions[earlier], action):
                    what = f"the action repeats action {earlier}"
                    self._refuse(what, ("actions", str(index)), hint="remove one of the two")

    def _refuse(self, what: str, tokens: tuple[str, ...], *, hint: str) -> NoReturn:
        pointer = JsonPointer(tokens)
        origin = self._document.origin_of(pointer)
        line = origin.line if origin else None
        raise SpecfoldError(what, source=self._document.source, line=line, pointer=pointer, hint=hint)


def _shown(value: Json) -> str:
    return describe_kind(value) if isinstance(value, dict | list) else repr(value)
