"""What stands beside the import package: the README of a client and its tests. Knows the document, runs nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import attrs

from specfold.normal import NormalDocument, NormalOperation
from specfold.render.emit import docstring, literal, markdown_text, sentence, text_lines
from specfold.render.models import ParsedDocument
from specfold.render.plan import ClientPlan, Difference
from specfold.render.python_types import ModelRef
from specfold.render.resource_tree import positional_parameters, respelled_members

_TEST_OPTIONS = ('base_url="https://server.test"', "http_client=transport")


@attrs.frozen
class ProjectFiles:
    """
    Render the files around the import package.

    Attributes:
        document: the normal document.
        parsed: what the parser made of it.
        plan: names and bindings.
    """

    document: NormalDocument
    parsed: ParsedDocument
    plan: ClientPlan

    def render(self) -> Iterator[tuple[str, str]]:
        """Yield path below the distribution and text of each file."""
        yield "README.md", self._fill("README.md.jinja", self._readme())
        yield "tests/test_examples.py", self._fill("test_examples.py.jinja", self._examples())

    def _fill(self, template: str, file: dict[str, Any]) -> str:
        return self.parsed.environment.get_template(template).render(file=file)

    def _readme(self) -> dict[str, Any]:
        operations = self.document.operations
        chat = next((operation for operation in operations if operation.method_name in self.plan.accumulators), None)
        return {
            "title": markdown_text(self.plan.title),
            "distribution": self.plan.distribution,
            "package": self.plan.package,
            "class_name": self.plan.class_name,
            "chat": chat.method_name if chat is not None else None,
            "credentials": [
                {"argument": item.argument, "env": item.env or "", "required": "yes" if item.required else "no"}
                for item in self.plan.credentials
            ],
            "base_url": markdown_text(self.plan.base_url),
            "base_url_env": self.plan.base_url_env,
            "operations": [self._row(operation) for operation in operations],
            "differences": [
                {"section": markdown_text(section), "rows": [_difference_row(item) for item in items]}
                for section, items in groupby(self.plan.differences, key=lambda item: item.section)
            ],
            "undescribed": [
                {"name": markdown_text(item.name), "place": _code_text(item.place)} for item in self.plan.undescribed
            ],
        }

    def _row(self, operation: NormalOperation) -> dict[str, str]:
        place = _code_text(f"{operation.http_method} {operation.path}")
        respelled = [f"`{python}` is sent as `{_code_text(wire)}`." for python, wire in respelled_members(operation)]
        return {
            "method": operation.method_name,
            "place": place,
            "summary": " ".join([markdown_text(sentence(operation.summary, "Not described")), *respelled]),
        }

    def _examples(self) -> dict[str, Any]:
        cases = [
            {
                "name": operation.identifier,
                "model": literal(kind.name),
                "example": literal(json.dumps(operation.response_example, ensure_ascii=True)),
            }
            for operation in self.document.operations
            if isinstance(operation.response_example, dict)
            and isinstance(kind := self.parsed.responses.get(operation.identifier), ModelRef)
        ]
        callable_ = [
            operation
            for operation in self.document.operations
            if operation.response_kind == "json" and not _needs_body(operation)
        ]
        return {
            "header": docstring(
                [f"The examples of the {' '.join(text_lines(self.plan.title))} document, decoded and encoded back."],
                indent=0,
            ),
            "package": self.plan.package,
            "class_name": self.plan.class_name,
            "cases": cases,
            "models": literal(list(self.parsed.models)),
            "calls": [self._call(operation) for operation in callable_],
            "arguments": ", ".join([*(f'{item.argument}="test"' for item in self.plan.credentials), *_TEST_OPTIONS]),
        }

    def _call(self, operation: NormalOperation) -> dict[str, str]:
        arguments = ", ".join(literal("x") for _ in positional_parameters(operation))
        return {
            "name": operation.identifier,
            "expression": f"client.{operation.method_name}({arguments})",
            "answer": literal(json.dumps(operation.response_example)),
        }


def _difference_row(item: Difference) -> dict[str, str]:
    cells = (markdown_text(text) if text is not None else "not there" for text in (item.baseline, item.here))
    return {"path": _code_text(item.path), **dict(zip(("baseline", "here"), cells, strict=True))}


def _code_text(text: str) -> str:
    """Return document text for a code span in a cell: nothing in it ends the span or the cell."""
    return " ".join(text_lines(text)).replace("`", "").replace("|", "")


def _needs_body(operation: NormalOperation) -> bool:
    return (
        operation.body is not None
        or any(item.required and item.location != "path" for item in operation.parameters)
        or operation.response_example is None
    )
