"""Release notes of a client, from the changes between two states of its document: what a reader wants to know first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

import attrs

from specfold.compare.change import Axis, Change, Diff, Severity
from specfold.document import Json


class Step(StrEnum):
    """How far the version of a client must move, by semantic versioning."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


class Section(StrEnum):
    """Where a note stands, most urgent first."""

    BREAKING = "Breaking"
    UNDECIDED = "Perhaps breaking"
    REMOVED = "Removed"
    DEPRECATED = "Deprecated"
    ADDED = "Added"
    CHANGED = "Changed"


@attrs.frozen(kw_only=True)
class Note:
    """
    One sentence of the notes.

    Attributes:
        section: where it stands.
        text: the sentence.
        operations: whom it reaches.
        changes: what it says.
    """

    section: Section
    text: str
    operations: tuple[str, ...]
    changes: tuple[Change, ...]


@attrs.frozen(kw_only=True)
class Changelog:
    """
    Release notes.

    Attributes:
        title: what was released.
        step: how far the version must move.
        reason: why so far.
        notes: the sentences, in order.
    """

    title: str
    step: Step
    reason: str
    notes: tuple[Note, ...]


_MEDIA_TYPES = frozenset({"media-type-added", "media-type-removed"})
_VERBS: Mapping[str, str] = {"added": "Add", "removed": "Remove"}
_SECTIONS: Mapping[str, Section] = {"added": Section.ADDED, "removed": Section.REMOVED}
_LISTED = 6
_MEMBERS = 2
_TAKES_NAMES = frozenset(
    {
        "property-removed",
        "required-property-removed",
        "property-renamed",
        "parameter-removed",
        "required-parameter-removed",
    }
    | {"client-method-changed", "component-renamed", "parameter-renamed"}
)
"""What is harmless on the wire and still takes an attribute, an argument or a class away from code in Python."""
_WORDS: Mapping[str, str] = {
    "nullable-added": "{name} may be null",
    "nullable-removed": "{name} is never null any more",
    "property-became-required": "{value} in {owner} is now required",
    "property-became-optional": "{value} in {owner} is now optional",
    "property-deprecated": "Deprecate {name}",
    "property-undeprecated": "{name} is no longer deprecated",
    "default-changed": "The default of {name} is {after}, was {before}",
    "default-added": "{name} has a default, {after}",
    "default-removed": "{name} has no default any more, it was {before}",
    "client-method-changed": "In the client {before} is now {after}",
    "type-widened": "{name} accepts more types: {after}, was {before}",
    "type-narrowed": "{name} accepts fewer types: {after}, was {before}",
    "type-changed": "{name} is {after}, was {before}",
}
_BRANCH = re.compile(r"\(\d+\)")  # which alternative of a union: of no use to people
_BOUND = re.compile(r"^(min|max)(imum)?(-length|-items|-properties)?-(added|removed|raised|lowered)$")
_BOUND_NOUNS: Mapping[str, str] = {
    "-length": "length",
    "-items": "number of elements",
    "-properties": "number of members",
}


def write_changelog(diff: Diff, *, title: str) -> Changelog:
    """Return the release notes of a diff: one note for what belongs together, most urgent first."""
    notes = [_write_note(group) for group in _group(diff.changes)]
    order = list(Section)
    ordered = sorted(notes, key=lambda note: order.index(note.section))
    step, reason = judge_step(diff)
    return Changelog(title=title, step=step, reason=reason, notes=tuple(ordered))


def judge_step(diff: Diff) -> tuple[Step, str]:
    """Return how far the version of a client must move, and why."""
    breaking = [change for change in diff.changes if change.severity is Severity.BREAKING]
    if breaking:
        return Step.MAJOR, _say_reason(breaking, "callers break")
    gone = [change for change in diff.changes if change.id in _TAKES_NAMES]
    if gone:
        return Step.MAJOR, _say_reason(gone, "code of callers may name what is gone")
    undecided = [change for change in diff.changes if change.severity is Severity.UNKNOWN]
    if undecided:
        return Step.MAJOR, _say_reason(undecided, "callers may break")
    features = [change for change in diff.changes if change.axis in {Axis.REQUEST, Axis.RESPONSE}]
    if features:
        return Step.MINOR, _say_reason(features, "what can be sent or answered grows or changes")
    if diff.changes:
        return Step.PATCH, "only notes, defaults and operationIds change"
    return Step.NONE, "nothing changes"


def _say_reason(changes: Sequence[Change], effect: str) -> str:
    """Say how many changes have an effect, and the first."""
    more = f", and {len(changes) - 1} more" if len(changes) > 1 else ""
    return f"{_BRANCH.sub('', changes[0].message)}{more}: {effect}"


def _group(changes: Iterable[Change]) -> list[list[Change]]:
    """Put together what one sentence says: members of one schema, values, operations, both directions of one edit."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(_group_key(change), []).append(change)
    return list(groups.values())


def _group_key(change: Change) -> tuple[object, ...]:
    """Return what changes of one sentence have in common."""
    kind = change.id.removeprefix("required-")
    grave = change.severity in {Severity.BREAKING, Severity.UNKNOWN}
    if kind in {"operation-added", "operation-removed", "operation-deprecated"}:
        return (kind,)
    if kind in {"property-added", "property-removed"}:
        return kind, grave, _name(change)
    if kind in {"error-response-added", "error-response-removed", "response-added", "response-removed"}:
        return kind, str(change.before), str(change.after)
    if kind in {"enum-value-added", "enum-value-removed", *_MEDIA_TYPES}:
        return kind, str(change.before), str(change.after)
    return kind, _name(change), str(change.before), str(change.after), str(change.pointer_old or change.pointer_new)


def _write_note(group: Sequence[Change]) -> Note:
    """Return the note of some changes that belong together."""
    worst = min(group, key=lambda change: change.severity.rank)
    operations = tuple(sorted({name for change in group for name in change.reached}))
    section = {Severity.BREAKING: Section.BREAKING, Severity.UNKNOWN: Section.UNDECIDED}.get(worst.severity)
    return Note(
        section=section or _section_of(worst.id),
        text=_sentence(group, worst),
        operations=operations,
        changes=tuple(group),
    )


def _section_of(rule: str) -> Section:
    """Choose where a note stands by what its rule is called."""
    if rule.endswith("deprecated") and not rule.endswith("undeprecated"):
        return Section.DEPRECATED
    lifted = rule.startswith(("min", "max", "pattern", "format", "multiple-of", "unique", "nullable", "default"))
    return Section.CHANGED if lifted else _SECTIONS.get(rule.rpartition("-")[2], Section.CHANGED)


def _sentence(group: Sequence[Change], worst: Change) -> str:
    """Write the sentence of some changes that belong together."""
    kind = worst.id.removeprefix("required-")
    verb = _VERBS.get(kind.rpartition("-")[2], "")
    if kind in {"operation-added", "operation-removed"}:
        return f"{verb} {_list(_titles(group))}"
    if kind == "operation-deprecated":
        return f"Deprecate {_list(_titles(group))}"
    if kind in {"property-added", "property-removed"}:
        return f"{verb} {_say_members(group)} {'to' if verb == 'Add' else 'from'} {_name(worst)}"
    if kind in {"enum-value-added", "enum-value-removed"}:
        values = [_show(value) for value in (worst.after if verb == "Add" else worst.before) or ()]
        places = list(dict.fromkeys(_name_of_value(change) for change in group))
        return f"{verb} {_list(values)} {'to' if verb == 'Add' else 'from'} the values of {_list(places)}"
    if kind in _MEDIA_TYPES:
        places = list(dict.fromkeys(_content_of(change) for change in group))
        return f"{verb} content type {_show(_value(worst))} {'to' if verb == 'Add' else 'from'} {_list(places)}"
    if kind.endswith(("response-added", "response-removed")):
        return f"{verb} status {_value(worst)} {'to' if verb == 'Add' else 'from'} {_list(_titles(group))}"
    if kind.startswith("union-"):
        return _sentence_of_union(worst)
    return _sentence_of_facet(worst)


def _content_of(change: Change) -> str:
    """Say whose content type a change is about: the request's, or an answer's by its status or its component."""
    pointer = change.pointer_old if change.pointer_new is None else change.pointer_new
    tokens = () if pointer is None else pointer.tokens
    named = next((token for before, token in pairwise(tokens) if before == "responses"), None)
    return "the request" if named is None else f"answer {named}"


def _say_members(group: Sequence[Change]) -> str:
    """Write the members that came or went; where only some must be there, each of those is marked."""
    needed = {str(_value(change)) for change in group if change.id.startswith("required-")}
    names = list(dict.fromkeys(str(_value(change)) for change in group))
    if needed == set(names):
        return f"required {_list([f'`{name}`' for name in names])}"
    return _list([f"`{name}` (required)" if name in needed else f"`{name}`" for name in names])


def _sentence_of_union(change: Change) -> str:
    """Write the sentence of alternatives that came or went."""
    before, after = (_labels(value) for value in (change.before, change.after))
    if change.id == "union-member-added":
        return f"Add {_list(after)} to what {_name(change)} may be"
    if change.id == "union-member-removed":
        return f"Remove {_list(before)} from what {_name(change)} may be"
    if change.id == "union-rewritten":
        return f"{_name(change)} may be {_list(after)}, no longer {_list(before)}"
    return _capital(change.message)


def _labels(value: Json) -> list[str]:
    """Return the names of alternatives as a list, each once."""
    labels = value if isinstance(value, list) else [] if value is None else [value]
    return list(dict.fromkeys(str(label) for label in labels))


def _sentence_of_facet(change: Change) -> str:
    """Write the sentence of a bound or another keyword; what has no words of its own is said as the diff says it."""
    bound = _BOUND.match(change.id)
    if bound and change.before != change.after:  # else only whether the limit itself is meant
        end = "minimum" if bound[1] == "min" else "maximum"
        noun = f"{end} {_BOUND_NOUNS[bound[3]]}" if bound[3] else end
        if bound[4] == "removed":
            return f"Remove the {noun} ({change.before}) of {_name(change)}"
        if bound[4] == "added":
            return f"Limit {_name(change)} to a {noun} of {change.after}"
        return f"{'Raise' if bound[4] == 'raised' else 'Lower'} the {noun} of {_name(change)} from {change.before} to {change.after}"
    words = _WORDS.get(change.id)
    if words is None:
        return _capital(change.message)
    show = _show_types if change.id.startswith("type-") else _show
    values = {"before": show(change.before), "after": show(change.after)}
    return _capital(words.format(name=_name(change), owner=_name(change), value=_member_of(change), **values))


def _show(value: Json) -> str:
    """Write a value as a document does; a text without quotes, but an empty one."""
    return f"`{value if value and isinstance(value, str) else json.dumps(value, ensure_ascii=False)}`"


def _show_types(value: Json) -> str:
    """Write the types of a schema."""
    return "anything" if value is None else " or ".join(value) if isinstance(value, list) else f"`{value}`"


def _name(change: Change) -> str:
    """Return what a change is about: what stands before the colon of its message."""
    head, colon, _ = change.message.partition(": ")
    return _BRANCH.sub("", head) if colon else change.operation or "the document"


def _name_of_value(change: Change) -> str:
    """Return what a change is about, after the members that its readers know such values from."""
    name = _name(change)
    members = [f"`{member}`" for member in change.members if not name.endswith(f".{member}")]
    return f"{_list(members)}, {name}" if 0 < len(members) <= _MEMBERS else name


def _value(change: Change) -> Json:
    """Return the value that came, or else the one that went."""
    return change.before if change.after is None else change.after


def _member_of(change: Change) -> str:
    """Return the member a change of requiredness is about."""
    found = re.search(r": member (\S+) ", change.message)
    return f"`{found[1]}`" if found else ""


def _titles(group: Sequence[Change]) -> list[str]:
    """Return the operations of some changes."""
    return sorted({title for change in group for title in (change.reached or (change.operation,)) if title})


def _list(names: Sequence[str]) -> str:
    """Write names as people do: `a, b and c`; many are counted."""
    shown = list(names[:_LISTED])
    if len(names) > _LISTED:
        return f"{', '.join(shown)} and {len(names) - _LISTED} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "nothing"


def _capital(text: str) -> str:
    """Begin a sentence with a capital, unless it begins with a name."""
    first = text.split(" ", 1)[0]
    return (
        text if any(character in first for character in "._`/") or not first.islower() else text[0].upper() + text[1:]
    )
