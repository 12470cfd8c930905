"""The changes between two documents as a page: texts, counts and anchors for the template; weighs no change."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import attrs

from specfold.compare.change import Axis, Change, Diff, Severity
from specfold.compare.whole_request import WholeRequest
from specfold.document import Json
from specfold.pointer import JsonPointer
from specfold.report.diff_report import summarise_diff
from specfold.report.html.curl import write_curl
from specfold.report.html.kinds import Kind, count_kinds, kind_of
from specfold.report.html.safe import name_rows, split_steps
from specfold.report.html.shell import fill_page

_MOST = 8
_MANY = 60
_DECIDED = "by policy"
_WHOLE = "the whole document"
_VERDICTS = {
    Axis.REQUEST: "accepted before, refused now",
    Axis.RESPONSE: "may come now, was not expected before",
}


@attrs.frozen(kw_only=True)
class WitnessView:
    """
    A value that shows a change.

    Attributes:
        caption: what it shows.
        shown: the value as a reader sees it.
        exact: the value as it is copied, in ASCII.
        curl: a command that sends it, empty when there is none.
    """

    caption: str
    shown: str
    exact: str
    curl: str


@attrs.frozen(kw_only=True)
class ChangeView:
    """One change as it is shown: its anchor, what changed, where, whom it reaches, what shows it."""

    anchor: str
    severity: Kind
    axis: Kind
    rule: str
    message: tuple[str, ...]
    places: tuple[tuple[str, tuple[str, ...]], ...]
    reached: tuple[str, ...]
    sections: str
    witness: WitnessView | None


@attrs.frozen(kw_only=True)
class GroupView:
    """All changes of one severity; folded where there are many and none is grave."""

    kind: Kind
    changes: tuple[ChangeView, ...]
    is_open: bool


@attrs.frozen(kw_only=True)
class OperationView:
    """One operation in numbers: how many changes of each severity reach it."""

    number: int
    title: str
    kinds: tuple[Kind, ...]
    breaking: int
    total: int


def diff_to_html(diff: Diff, *, requests: Mapping[str, WholeRequest] | None = None) -> str:
    """
    Return the changes as one page that needs nothing beside it.

    Args:
        diff: the changes.
        requests: by fingerprint, a whole request that shows a change.
    """
    operations = tuple(_view_operations(diff.changes))
    numbers = {operation.title: operation.number for operation in operations}
    commands = {fingerprint: write_curl(request) for fingerprint, request in (requests or {}).items()}
    views = tuple(_view_changes(diff.changes, numbers=numbers, commands=commands))
    values = {
        "title": f"{diff.old} → {diff.new}",
        "summary": summarise_diff(diff),
        "noun": "change" if len(diff.changes) == 1 else "changes",
        "old": diff.old,
        "new": diff.new,
        "total": len(diff.changes),
        "kinds": count_kinds(tuple(Severity), [change.severity for change in diff.changes]),
        "axes": count_kinds(tuple(Axis), [change.axis for change in diff.changes]),
        "operations": sorted(operations, key=lambda operation: operation.title),
        "most": sorted(operations, key=lambda operation: (-operation.breaking, -operation.total))[:_MOST],
        "rest": max(0, len(operations) - _MOST),
        "groups": tuple(_group_changes(views)),
    }
    return fill_page("diff.html.jinja", values)


def _view_operations(changes: Sequence[Change]) -> Iterator[OperationView]:
    """Yield every operation that a change reaches, in order of appearance."""
    reaching: dict[str, list[Severity]] = {}
    for change in changes:
        for operation in _operations_of(change):
            reaching.setdefault(operation, []).append(change.severity)
    for number, (title, severities) in enumerate(reaching.items()):
        yield OperationView(
            number=number,
            title=title,
            kinds=count_kinds(tuple(Severity), severities),
            breaking=sum(severity is Severity.BREAKING for severity in severities),
            total=len(severities),
        )


def _operations_of(change: Change) -> tuple[str, ...]:
    """Return the operations a change reaches; the whole document where it belongs to none."""
    return change.reached or ((change.operation,) if change.operation else (_WHOLE,))


def _view_changes(
    changes: Sequence[Change], *, numbers: Mapping[str, int], commands: Mapping[str, str]
) -> Iterator[ChangeView]:
    """Yield each change as it is shown."""
    anchors = name_rows((change.fingerprint,) for change in changes)
    for change, anchor in zip(changes, anchors, strict=True):
        reached = _operations_of(change)
        yield ChangeView(
            anchor=anchor,
            severity=attrs.evolve(kind_of(change.severity), word=_DECIDED)
            if change.is_decided
            else kind_of(change.severity),
            axis=kind_of(change.axis),
            rule=change.id,
            message=split_steps(change.message),
            places=tuple(_view_places(change)),
            reached=reached,
            sections=" ".join(f"o{numbers[operation]}" for operation in reached),
            witness=_view_witness(change, command=commands.get(change.fingerprint, "")),
        )


def _view_places(change: Change) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield where a change is, once where both documents agree."""
    old, new = change.pointer_old, change.pointer_new
    if old is not None and old == new:
        yield "at", split_steps(_say_pointer(old))
        return
    if old is not None:
        yield "old", split_steps(_say_pointer(old))
    if new is not None:
        yield "new", split_steps(_say_pointer(new))


def _say_pointer(pointer: JsonPointer) -> str:
    """Write a pointer; the root has no text of its own."""
    return str(pointer) or "(the document)"


def _view_witness(change: Change, *, command: str) -> WitnessView | None:
    """Return what shows a change; a command only where it is sent."""
    if change.witness is None:
        return None
    return WitnessView(
        caption=_VERDICTS.get(change.axis, "shows the change"),
        shown=_write_json(change.witness.instance, ascii_only=False),
        exact=_write_json(change.witness.instance, ascii_only=True),
        curl=command if change.axis is Axis.REQUEST else "",
    )


def _write_json(value: Json, *, ascii_only: bool) -> str:
    """Write a value on one line while it is short, else a member a line."""
    line = json.dumps(value, ensure_ascii=ascii_only)
    return line if len(line) <= _MANY else json.dumps(value, ensure_ascii=ascii_only, indent=2)


def _group_changes(views: Sequence[ChangeView]) -> Iterator[GroupView]:
    """Yield the changes by severity, gravest first; many harmless ones are folded."""
    for kind in count_kinds(tuple(Severity), ()):
        members = tuple(view for view in views if view.severity.value == kind.value)
        if members:
            folded = kind.value == Severity.INFO.value and len(members) < len(views)
            shown = kind_of(Severity(kind.value))
            if any(view.severity.word == _DECIDED for view in members):
                shown = attrs.evolve(shown, word=kind.value, meaning=f"{shown.meaning}, or so by policy")
            yield GroupView(kind=shown, changes=members, is_open=not folded)
