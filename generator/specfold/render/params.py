"""The adapter of datamodel-code-generator: request schemas in, TypedDict source out. Nothing else may import it."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping

from datamodel_code_generator import DataModelType, InputFileType, LiteralType, PythonVersion, generate
from datamodel_code_generator.format import Formatter

from specfold.document import Json, JsonObject
from specfold.errors import SpecfoldError
from specfold.normal import is_model
from specfold.render.emit import alias_value, docstring

_FILE = "SpecfoldFile"
# The formatter takes out what a client does not use; names inside quotes count as used. Nothing here is for type checkers
# only, so that `get_type_hints` can read the types: few programs import them, and the models come one by one.
_IMPORTS = """
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, Union

from . import models
from ._runtime.files import FileInput
from ._runtime.tool_calls import ToolCallDict
"""
_PREFIX = "#/components/schemas/"


def param_name(schema: str) -> str:
    """Return the TypedDict name of a schema."""
    return f"{schema}Param"


def render_params(
    schemas: Mapping[str, JsonObject],
    arguments: Mapping[str, JsonObject],
    *,
    header: str,
    fitting: Mapping[str, tuple[str, ...]],
) -> str:
    """
    Return the source of `params.py`.

    Args:
        schemas: reduced schemas that requests reach, by class name.
        arguments: one object schema per operation, by the exact name of its TypedDict.
        header: the module docstring, as source.
        fitting: what else is taken for a schema, by class name, as source of types.

    Raises:
        SpecfoldError: a schema did not come out as a TypedDict or an alias.
    """
    components = {param_name(name): _renamed(schema) for name, schema in schemas.items()}
    components |= {name: _renamed(schema) for name, schema in arguments.items()}
    components[_FILE] = {"type": "string", "format": "binary"}
    widen = _Widen(
        beside={
            param_name(name): (f"models.{name}", *fitting.get(name, ())) for name in schemas if is_model(schemas[name])
        },
        within={param_name(name): fitting[name] for name in fitting if not is_model(schemas[name])},
    )
    tree = ast.parse(_generate(components))
    body = [node for node in tree.body if not _is_preamble(node)]
    missing = set(components) - {_FILE} - {_defined_name(node) for node in body}
    if missing:
        raise SpecfoldError(
            f"no typed parameters came out for {', '.join(sorted(missing))}", hint="simplify these schemas"
        )
    source = "".join(_source(widen.apply(node)) for node in body if _defined_name(node) != _FILE)
    return f"{header}\n{_IMPORTS}{source}\n"


def _generate(components: JsonObject) -> str:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "params", "version": "0"},
        "paths": {},
        "components": {"schemas": components},
    }
    source = generate(
        json.dumps(document),
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.TypingTypedDict,
        target_python_version=PythonVersion.PY_311,
        enum_field_as_literal=LiteralType.All,
        use_generic_container_types=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_schema_description=True,
        use_field_description=True,
        use_attribute_docstrings=True,
        disable_timestamp=True,
        keep_model_order=True,
        formatters=[Formatter.BUILTIN],
    )
    return source if isinstance(source, str) else ""


def _renamed(schema: Json) -> Json:
    if isinstance(schema, list):
        return [_renamed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "binary":
        return {"$ref": _PREFIX + _FILE}
    if isinstance(schema.get("$ref"), str):
        return {**schema, "$ref": _PREFIX + param_name(schema["$ref"].removeprefix(_PREFIX))}
    copy = {
        key: value if key in {"enum", "required", "description"} else _renamed(value)
        for key, value in schema.items()
        if key != "properties"
    }
    if "properties" in schema:
        copy["properties"] = {name: _renamed(part) for name, part in schema["properties"].items()}
    return copy


def _is_preamble(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _defined_name(node: ast.stmt) -> str:
    if isinstance(node, ast.ClassDef):
        return node.name
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return ""


class _Widen(ast.NodeTransformer):
    """Accept the class beside the TypedDict in every annotation, what else fits, and any kind of file where bytes stood."""

    def __init__(self, *, beside: Mapping[str, tuple[str, ...]], within: Mapping[str, tuple[str, ...]]) -> None:
        self._beside = beside
        self._within = within

    def apply(self, node: ast.stmt) -> ast.stmt:
        # What is evaluated on import is quoted, so that it may name what comes later, and loads no class.
        if isinstance(node, ast.ClassDef):
            node.body = [self.visit(part) if isinstance(part, ast.AnnAssign) else part for part in node.body]
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            more = map(_expression, self._within.get(_defined_name(node), ()))
            options = [ast.unparse(option) for part in (self.visit(node.value), *more) for option in _options(part)]
            node.value = _expression(alias_value(options))
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            members = node.value.args[1]
            if isinstance(members, ast.Dict):
                members.values = [ast.Constant(ast.unparse(self.visit(value))) for value in members.values]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        node.annotation = self.visit(node.annotation)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        name = node.value.id if isinstance(node.value, ast.Name) else ""
        if name == "Literal":
            return node
        if name in {"Union", "Optional"}:
            parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            return _join([*map(self.visit, parts), *([ast.Constant(None)] if name == "Optional" else [])])
        node.slice = self.visit(node.slice)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        return _join([self.visit(node.left), self.visit(node.right)])

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._widened(node.id)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return self._widened(node.value) if isinstance(node.value, str) else node

    def _widened(self, name: str) -> ast.expr:
        if name == _FILE:
            return ast.Name("FileInput")
        return _join([_expression(part) for part in (name, *self._beside.get(name, ()))])


def _expression(source: str) -> ast.expr:
    return ast.parse(source, mode="eval").body


def _join(parts: Iterable[ast.expr]) -> ast.expr:
    """Return a union, without brackets where unions stand in unions."""
    first, *rest = [option for part in parts for option in _options(part)]
    joined = first
    for option in rest:
        joined = ast.BinOp(joined, ast.BitOr(), option)
    return joined


def _options(part: ast.expr) -> Iterator[ast.expr]:
    if isinstance(part, ast.BinOp):
        yield from _options(part.left)
        yield from _options(part.right)
    else:
        yield part


def _source(node: ast.stmt) -> str:
    """Return the source of a definition; the text after an alias is written as the docstring it is."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return "\n" + docstring([str(node.value.value).strip()], indent=0)
    for part in node.body if isinstance(node, ast.ClassDef) else ():
        if isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant):
            part.value.value = str(part.value.value).strip()
    return "\n\n" + ast.unparse(ast.fix_missing_locations(node))
