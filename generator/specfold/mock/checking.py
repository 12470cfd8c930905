"""A request against its operation: parameters, body and parts; returns what is wrong and builds no answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import attrs

from specfold.document import Json, JsonObject
from specfold.mock.content import Body, coerce_text, coerce_texts
from specfold.mock.service import Operation, Parameter
from specfold.mock.shape import Shapes
from specfold.mock.violation import Violation, kind_of, missing
from specfold.schema.instance import InstanceError, InstanceValidator

_SEPARATORS = {"form": ",", "simple": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


@attrs.frozen(kw_only=True)
class Arguments:
    """
    The parameters of one request as texts, by location.

    Attributes:
        path: template name to decoded value.
        query: name to its values in order.
        headers: lower-case name to value.
        cookies: name to value.
    """

    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]
    headers: Mapping[str, str]
    cookies: Mapping[str, str]


@attrs.frozen(kw_only=True)
class Checker:
    """Checks requests against the schemas of one document."""

    shapes: Shapes
    validator: InstanceValidator

    def check_parameters(self, operation: Operation, arguments: Arguments) -> tuple[dict[str, Json], list[Violation]]:
        """Return the values of the declared parameters by name, and what is wrong with them."""
        values: dict[str, Json] = {}
        violations: list[Violation] = []
        for parameter in operation.parameters:
            value = self._argument(parameter, arguments)
            if value is None:
                can_be_sent = parameter.location != "path" or parameter.name in operation.path_names
                if parameter.is_required and can_be_sent:
                    violations.append(missing(parameter.location, parameter.name))
                continue
            values[parameter.name] = value
            violations += self.check_value(value, parameter.schema, at=(parameter.location, parameter.name))
        return values, violations

    def check_body(self, body: Body, schema: Json) -> list[Violation]:
        """Return what is wrong with a body."""
        return self.check_value(body.value, schema, at=("body",))

    def check_value(self, value: Json, schema: Json, *, at: tuple[str | int, ...]) -> list[Violation]:
        """Return what is wrong with a value, each violation with its place below `at`."""
        return [_violation(error, value, at=at) for error in self.validator.errors(value, schema)]

    def _argument(self, parameter: Parameter, arguments: Arguments) -> Json | None:
        """Return the value of a parameter; None when it was not sent."""
        name = parameter.name
        if parameter.style == "deepObject":
            return self._deep_object(parameter, arguments)
        texts: Sequence[str] = {
            "path": [arguments.path[name]] if name in arguments.path else [],
            "query": arguments.query.get(name) or arguments.query.get(f"{name}[]") or [],
            "header": [arguments.headers[name.lower()]] if name.lower() in arguments.headers else [],
            "cookie": [arguments.cookies[name]] if name in arguments.cookies else [],
        }.get(parameter.location, [])
        if not texts:
            return None
        if parameter.is_json:
            return _json_or_text(texts[0])
        if parameter.style in ("label", "matrix"):
            texts = [texts[0].removeprefix(".").removeprefix(";").removeprefix(f"{name}=")]
        is_list = "array" in self.shapes.types(parameter.schema)
        if is_list and not (parameter.location == "query" and parameter.is_exploded):
            texts = texts[0].split(_SEPARATORS.get(parameter.style, ","))
        elif not is_list:
            texts = texts[:1]
        return coerce_texts(texts, parameter.schema, shapes=self.shapes)

    def _deep_object(self, parameter: Parameter, arguments: Arguments) -> Json | None:
        """Return the object written as `name[member]=value` in the query."""
        members: JsonObject = {}
        for key, texts in arguments.query.items():
            if key.startswith(f"{parameter.name}[") and key.endswith("]"):
                member = key[len(parameter.name) + 1 : -1]
                members[member] = coerce_text(
                    texts[0], self.shapes.member(parameter.schema, member), shapes=self.shapes
                )
        return members or None


def _violation(error: InstanceError, whole: Json, *, at: tuple[str | int, ...]) -> Violation:
    """Turn an error of the validator into a violation with its place in the request."""
    path = (*at, *_path(whole, error.instance_pointer.tokens))
    if error.keyword == "required":
        return missing(*path, str(error.expected))
    return Violation(path=path, message=error.message, kind=kind_of(error.keyword))


def _path(whole: Json, tokens: Sequence[str]) -> list[str | int]:
    """Return the path of an instance, positions in arrays as numbers."""
    path: list[str | int] = []
    here = whole
    for token in tokens:
        is_position = isinstance(here, list)
        path.append(int(token) if is_position else token)
        here = here[int(token)] if is_position else here[token]
    return path


def _json_or_text(text: str) -> Json:
    try:
        return json.loads(text)
    except ValueError:
        return text
