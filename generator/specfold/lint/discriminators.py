"""Rules about discriminators: the member they look at, and the schemas they choose between."""

from __future__ import annotations

from collections.abc import Iterator

from specfold.document import Json, JsonObject
from specfold.lint.members import child_schemas, is_described, is_required
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.walk import Node


def check_discriminators(subject: Subject) -> Iterator[Problem]:
    """Find discriminators whose member a branch does not describe, and mappings to what is no branch."""
    for node, discriminator, name in _discriminators(subject):
        for pointer, branch in _branches(node):
            if subject.leads_somewhere(branch) and not is_described(subject, branch, name=name):
                what = f"the branch does not describe {name!r}, which the discriminator needs"
                yield Problem(pointer, what, f"add {name} to its properties")
        mapping = discriminator.get("mapping")
        for key, target in mapping.items() if isinstance(mapping, dict) else ():
            what = _mapping_fault(subject, node, target=target) if isinstance(target, str) else ""
            if what:
                pointer = node.pointer.join(("discriminator", "mapping", key))
                yield Problem(pointer, what, "name a branch of the union, or add the schema to it")


def check_optional_discriminators(subject: Subject) -> Iterator[Problem]:
    """Find branches that describe the member of the discriminator and do not require it."""
    for node, _, name in _discriminators(subject):
        for pointer, branch in _branches(node):
            if child_schemas(subject, branch, token=name) and not is_required(subject, branch, name=name):
                what = f"the branch does not require {name!r}, which the discriminator needs"
                yield Problem(pointer, what, f"add {name} to its required members")


def _discriminators(subject: Subject) -> Iterator[tuple[Node, JsonObject, str]]:
    for node in subject.of_kind("schema"):
        discriminator = node.value.get("discriminator")
        if isinstance(discriminator, dict) and isinstance(discriminator.get("propertyName"), str):
            yield node, discriminator, discriminator["propertyName"]


def _branches(node: Node) -> Iterator[tuple[JsonPointer, Json]]:
    """Yield the branches a discriminator chooses between; `null` is chosen without it."""
    for union in ("oneOf", "anyOf"):
        branches = node.value.get(union)
        for index, branch in enumerate(branches if isinstance(branches, list) else ()):
            if isinstance(branch, dict) and branch.get("type") != "null":
                yield node.pointer.join((union, index)), branch


def _mapping_fault(subject: Subject, node: Node, *, target: str) -> str:
    is_name = "/" not in target and "#" not in target and not target.endswith((".yaml", ".yml", ".json"))
    ref = f"#/components/schemas/{target}" if is_name else target
    if not subject.leads_somewhere({"$ref": ref}):
        return f"no schema is named {target!r}" if is_name else ""  # `dangling-reference` says it of references
    refs = _reached(subject, node.value)
    return f"{target!r} is no branch of this union" if refs and ref not in refs else ""


def _reached(subject: Subject, schema: JsonObject) -> set[str]:
    """Return the references that the branches of a union are, unions inside it included; empty where there are none."""
    found = set[str]()
    waiting: list[Json] = [schema]
    while waiting:
        part = waiting.pop()
        for union in ("oneOf", "anyOf"):
            branches = part.get(union) if isinstance(part, dict) else None
            for branch in branches if isinstance(branches, list) else ():
                ref = branch.get("$ref") if isinstance(branch, dict) else None
                if isinstance(ref, str) and ref not in found:
                    found.add(ref)
                    waiting.append(subject.follow(branch))
                elif ref is None:
                    waiting.append(branch)
    return found
