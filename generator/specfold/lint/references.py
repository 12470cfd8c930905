"""Rules about references and components: what points to nothing, and what nothing points to."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.instance_message import show
from specfold.schema.reachable import component_names, reachable_components
from specfold.schema.references import iter_references, resolve
from specfold.schema.walk import GRAMMAR, Kind

_KINDS: Final = {section: kind for section, (_, kind) in GRAMMAR["components"].items()}
_COMPONENT_DEPTH: Final = 3  # `#/components/<section>/<name>`


def check_dangling(subject: Subject) -> Iterator[Problem]:
    """Find local references that point to nothing."""
    known = [JsonPointer(("components", *name)).fragment for name in component_names(subject.value)]
    for pointer, ref in subject.dangling:
        near = get_close_matches(ref, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "define it, or correct the reference"
        yield Problem(pointer, f"the reference {ref!r} points to nothing", hint)


def check_circular(subject: Subject) -> Iterator[Problem]:
    """Find references that lead back to themselves and to nothing else."""
    missing = {pointer for pointer, _ in subject.dangling}
    for node in (node for nodes in subject.nodes.values() for node in nodes):
        ref = node.value.get("$ref")
        if (
            isinstance(ref, str)
            and ref.startswith("#/")
            and node.pointer / "$ref" not in missing
            and not subject.leads_somewhere(node.value)
        ):
            yield Problem(
                node.pointer / "$ref", f"the reference {ref!r} leads in a circle", "let one of them be an object"
            )


def check_kinds(subject: Subject) -> Iterator[Problem]:
    """Find references that point to another kind of object than the one that is expected."""
    missing = {pointer for pointer, _ in subject.dangling}
    for node in (node for nodes in subject.nodes.values() for node in nodes):
        ref = node.value.get("$ref")
        if not isinstance(ref, str) or not ref.startswith("#/") or node.pointer / "$ref" in missing:
            continue
        tokens = JsonPointer.parse(ref).tokens
        is_component = len(tokens) == _COMPONENT_DEPTH and tokens[0] == "components"
        kind = _KINDS.get(tokens[1], node.kind) if is_component else node.kind
        target = resolve(subject.value, ref)
        if kind != node.kind:
            what = f"expected a {_say(node.kind)}, {ref!r} is a {_say(kind)}"
        elif isinstance(target, dict) or (node.kind == "schema" and isinstance(target, bool)):
            continue
        else:
            what = f"expected a {_say(node.kind)}, {ref!r} points to {show(target)}"
        yield Problem(node.pointer / "$ref", what, f"refer to a {_say(node.kind)}")


def _say(kind: Kind) -> str:
    return kind.replace("-", " ")


def check_foreign(subject: Subject) -> Iterator[Problem]:
    """Find references that leave the document."""
    for pointer, ref in iter_references(subject.value, "document"):
        if not ref.startswith("#"):
            yield Problem(pointer, f"the reference {ref!r} leaves the document", "merge brings it in; or make it local")


def check_unused(subject: Subject) -> Iterator[Problem]:
    """Find components that no operation reaches."""
    if not subject.value.get("paths") and not subject.value.get("webhooks"):
        return  # a library of components
    reached = reachable_components(subject.value)
    for section, name in component_names(subject.value):
        if (section, name) not in reached:
            pointer = JsonPointer(("components", section, name))
            yield Problem(pointer, f"no operation reaches {section} {name!r}", "remove it, or refer to it")
