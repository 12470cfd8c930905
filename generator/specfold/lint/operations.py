"""Rules about operations: ids, places in the client, responses, links to them."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.naming import method_name
from specfold.pointer import JsonPointer
from specfold.schema.walk import Operation


def check_operation_ids(subject: Subject) -> Iterator[Problem]:
    """Find operationIds that several operations have."""
    seen: dict[str, Operation] = {}
    for operation in subject.operations:
        name = operation.value.get("operationId")
        if not isinstance(name, str):
            continue
        first = seen.setdefault(name, operation)
        if first is not operation:
            what = f"the operationId {name!r} is also that of {first.title}"
            yield Problem(operation.pointer / "operationId", what, "give each operation its own id")


def check_client_methods(subject: Subject) -> Iterator[Problem]:
    """Find operations that have the same place in the client, or one inside another's, or one that is no name."""
    seen: dict[str, Operation] = {}
    for operation in subject.operations:
        place = operation.client_method
        if not all(part.isidentifier() and not keyword.iskeyword(part) for part in place.split(".")):
            hint = "write x-client-method: with identifiers joined by dots"
            yield Problem(_place_pointer(operation), f"{place!r} is no place in a client", hint)
        first = seen.setdefault(method_name(place), operation)
        if first is not operation:
            what = f"{place!r} is also the place of {first.title} in the client"
            yield Problem(_place_pointer(operation), what, "give one of them another x-client-method")
    holders = {name[:end]: name for name in reversed(seen) for end in range(len(name)) if name[end] == "."}
    for name, operation in seen.items():
        if name in holders:
            what = f"{operation.client_method!r} is a method and also holds {seen[holders[name]].client_method!r}"
            yield Problem(operation.pointer, what, "give one of them another x-client-method")


def check_responses(subject: Subject) -> Iterator[Problem]:
    """Find operations that declare no response, or none for success."""
    for operation in subject.operations:
        responses = operation.value.get("responses", {})
        codes = (
            [code for code in responses if not code.startswith("x-")] if isinstance(responses, dict) else ["default"]
        )
        if not codes:
            yield Problem(
                operation.pointer, "the operation declares no response", "add responses, at least one for success"
            )
        elif all(code[:1] in {"4", "5"} for code in codes):
            what = f"the operation declares no response for success, only {', '.join(codes)}"
            yield Problem(operation.pointer / "responses", what, "add the response of a call that succeeds")


def check_links(subject: Subject) -> Iterator[Problem]:
    """Find links to operations that do not exist."""
    ids = (operation.value.get("operationId") for operation in subject.operations)
    known = {name for name in ids if isinstance(name, str)}
    for node in subject.of_kind("link") if subject.operations else ():
        name = node.value.get("operationId")
        if isinstance(name, str) and name not in known:
            hint = "correct the name, or use operationRef"
            yield Problem(node.pointer / "operationId", f"no operation has the operationId {name!r}", hint)


def _place_pointer(operation: Operation) -> JsonPointer:
    return operation.pointer / "x-client-method" if "x-client-method" in operation.value else operation.pointer
