"""Error answers in the document's own shape; knows which schema to use and where its message goes, not why to refuse."""

from __future__ import annotations

import copy
from collections import deque
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, Final

import attrs

from specfold.document import Json, JsonObject
from specfold.mock.content import is_json
from specfold.mock.dice import Dice
from specfold.mock.service import Operation, Service
from specfold.mock.shape import Shapes, UnusableSchemaError
from specfold.mock.synthesis import CannotSynthesiseError, OneOf, Synthesiser
from specfold.mock.violation import Violation
from specfold.pointer import JsonPointer

_TYPES: Final = {
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    501: "not_supported_error",
}
_CODES: Final = {401: "invalid_api_key", 404: "not_found", 405: "method_not_allowed", 415: "unsupported_media_type"}
_ROLES: Final = {
    "message": ("message", "msg", "detail", "error_description", "description", "title", "error"),
    "type": ("type",),
    "code": ("code",),
    "param": ("param", "field"),
}
_SEARCH_DEPTH = 4
_WHOLE: Final = ("request",)


@attrs.frozen(kw_only=True)
class Problem:
    """
    Why a request is refused.

    Attributes:
        status: the HTTP status.
        message: what is wrong, in one sentence.
        violations: the single faults, when the request did not validate.
    """

    status: int
    message: str
    violations: tuple[Violation, ...] = ()


@attrs.frozen(kw_only=True)
class Refusal:
    """An error answer: JSON, or a text where the document declares a text."""

    status: int
    body: Json
    media_type: str = "application/json"


def invalid_request(operation: Operation, violations: tuple[Violation, ...]) -> Problem:
    """Return the problem of a request that does not validate: 422 where the operation declares it, else 400."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if operation.declares(422) else HTTPStatus.BAD_REQUEST
    return Problem(status=int(status), message="; ".join(map(str, violations)), violations=violations)


@attrs.frozen(kw_only=True)
class Refuser:
    """Writes error answers for one document."""

    service: Service
    shapes: Shapes
    synthesiser: Synthesiser

    def refuse(self, problem: Problem, operation: Operation | None, *, dice: Dice) -> Refusal:
        """Return the answer to a request that is refused, in the first declared shape that can hold the message."""
        if operation is not None and self._is_text(operation, problem.status):
            return Refusal(status=problem.status, body=problem.message, media_type="text/plain")
        for schema, example in self._forms(operation, problem.status):
            members = error_members(self.shapes, schema)
            if "message" not in members:
                continue
            wanted = self._wanted(schema, members, problem=problem)
            if not problem.violations and example is not None and self.synthesiser.accepts(schema, example):
                wanted = _overlay(example, members["message"], message=problem.message)
            try:
                body = self.synthesiser.make(schema, dice, wanted=wanted)
            except CannotSynthesiseError:
                continue
            return Refusal(status=problem.status, body=body)
        return Refusal(status=problem.status, body={"error": {"message": problem.message}})

    def _is_text(self, operation: Operation, status: int) -> bool:
        """Tell whether the operation declares a plain text, and nothing else, for a status."""
        content = operation.responses.get(str(status), {}).get("content", {})
        return bool(content) and all(name.startswith("text/plain") for name in content)

    def _forms(self, operation: Operation | None, status: int) -> Iterator[tuple[Json, Json | None]]:
        """Yield schemas (and examples) for the error: the operation's, other operations', marked components, any."""
        codes = (str(status), f"{status // 100}XX", "default")
        own = (operation,) if operation is not None else ()
        for code in codes:
            for one in own:
                yield from _json_forms(one.responses.get(code, {}))
        for code in codes:
            for one in self.service.operations:
                yield from _json_forms(one.responses.get(code, {}))
        components = (self.service.document.get("components") or {}).get("schemas") or {}
        marked = [schema for schema in components.values() if isinstance(schema, Mapping) and "x-error" in schema]
        yield from ((schema, None) for schema in sorted(marked, key=self._is_for_violations))
        for one in self.service.operations:
            for code in sorted(code for code in one.responses if code[0] in "45"):
                yield from ((schema, None) for schema, _ in _json_forms(one.responses[code]))

    def _is_for_violations(self, schema: Json) -> bool:
        """Tell whether an error schema tells places in the request, as validators do."""
        return str(error_members(self.shapes, schema).get("param", "")).endswith("/loc")

    def _wanted(self, schema: Json, members: Mapping[str, JsonPointer], *, problem: Problem) -> Json:
        """Return the error as one wants it: each role at its pointer, one array entry per violation."""
        plain = Violation(path=_WHOLE, message=problem.message, kind=_code(problem.status))
        is_list = "0" in members["message"].tokens
        wanted: JsonObject = {}
        for position, violation in enumerate(problem.violations or (plain,)):
            for role, pointer in members.items():
                is_told = role != "param" or violation.path != _WHOLE or pointer.tokens[-1] == "loc"
                if is_told and (position == 0 or "0" in pointer.tokens):
                    value = _role_value(pointer, problem, role=role, violation=violation if is_list else None)
                    _put(wanted, _at(pointer, position), value=value)
            message = members["message"]
            for name, value in _companions(problem, violation).items():
                steps = tuple("[]" if token == "0" else token for token in message.parent.tokens)
                declared = self.shapes.follow(schema, *steps, name) is not None
                if declared and message.parent / name not in members.values() and (position == 0 or is_list):
                    _put(wanted, _at(message.parent / name, position), value=value)
        return wanted


def error_members(shapes: Shapes, schema: Json) -> dict[str, JsonPointer]:
    """Return where message, type, code and param stand in an error schema: as `x-error` says, else by their names."""
    try:
        marked = shapes.flatten(schema).get("x-error")
        if isinstance(marked, Mapping):
            return {role: JsonPointer.parse(text) for role, text in marked.items() if isinstance(text, str)}
        return _discover(shapes, schema)
    except (UnusableSchemaError, ValueError):
        return {}


def _discover(shapes: Shapes, schema: Json) -> dict[str, JsonPointer]:
    """Find the members of an error by their names, the outermost object that has a message first."""
    waiting: deque[tuple[JsonPointer, Json]] = deque([(JsonPointer(), schema)])
    while waiting:
        pointer, here = waiting.popleft()
        if len(pointer.tokens) > _SEARCH_DEPTH:
            continue
        items = shapes.items(here)
        if items is not None:
            waiting.append((pointer / 0, items))
        found: dict[str, JsonPointer] = {}
        for role, names in _ROLES.items():
            for name in names:
                member = shapes.member(here, name)
                if role not in found and member is not None and _is_plain(shapes.types(member)):
                    found[role] = pointer / name
        if "message" in found:
            return found
        for variant in shapes.variants(here):
            waiting.extend((pointer / name, member) for name, member in variant.get("properties", {}).items())
    return {}


def _is_plain(types: frozenset[str]) -> bool:
    return "object" not in types and ("array" not in types or "string" in types)


def _json_forms(response: Mapping[str, Any]) -> Iterator[tuple[Json, Json | None]]:
    """Yield schema and example of each JSON body of a Response Object."""
    for media_type, media in (response.get("content") or {}).items():
        if is_json(media_type) and "schema" in media:
            yield media["schema"], media.get("example")


def _overlay(example: Json, pointer: JsonPointer, *, message: str) -> Json:
    """Return an example of the error with its message replaced; its code and type are the service's own words."""
    wanted = copy.deepcopy(example)
    _put(wanted, pointer.tokens, value=message)
    return wanted


def _code(status: int) -> str:
    return _CODES.get(status, "not_implemented" if status == HTTPStatus.NOT_IMPLEMENTED else "invalid_request")


def _role_value(pointer: JsonPointer, problem: Problem, *, role: str, violation: Violation | None) -> Json:
    """Return what stands in one role at a pointer, best wording first."""
    general = _TYPES.get(problem.status, "invalid_request_error")
    first = violation or next(iter(problem.violations), None)
    if role == "message":
        return problem.message if violation is None or len(violation.path) == 1 else str(violation)
    if role == "type":
        return OneOf((violation.kind, general)) if violation is not None else general
    if role == "code":
        return OneOf((_code(problem.status), str(problem.status), problem.status, None))
    if first is None:  # only asked for where the path is what the schema wants
        return list(_WHOLE)
    place = _pointer_to(first) if pointer.tokens[-1] == "pointer" else first.member
    return OneOf((place, list(first.path), None))


def _companions(problem: Problem, violation: Violation) -> dict[str, Json]:
    """Return members that often stand beside the message."""
    phrase = HTTPStatus(problem.status).phrase
    return {
        "loc": list(violation.path),
        "title": phrase,
        "status": OneOf((problem.status, str(problem.status))),
        **({"source": {"pointer": _pointer_to(violation)}} if violation.path[0] == "body" else {}),
    }


def _pointer_to(violation: Violation) -> str:
    """Return the place of a violation as a JSON pointer into the body."""
    return str(JsonPointer().join(violation.path[1:]))


def _at(pointer: JsonPointer, position: int) -> tuple[str, ...]:
    """Return the tokens of a pointer with its first array position replaced."""
    tokens = list(pointer.tokens)
    if "0" in tokens:
        tokens[tokens.index("0")] = str(position)
    return tuple(tokens)


def _put(target: Any, tokens: tuple[str, ...], *, value: Json) -> None:
    """Write a value into a value that is being built, making objects and arrays on the way."""
    for position, token in enumerate(tokens):
        rest = tokens[position + 1 :]
        fresh: Json = value if not rest else [] if rest[0].isdecimal() else {}
        if isinstance(target, list):
            while len(target) <= int(token):
                target.append(fresh)
            target = target[int(token)]
        else:
            target[token] = target.get(token, fresh) if rest else value
            target = target[token]
