"""The files of `models/`: one class a module, a lazy map over them, aliases, and the composition with overrides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from specfold.document import JsonObject
from specfold.naming import snake_name
from specfold.normal import NormalDocument, is_sensitive
from specfold.render.decoding_source import Decoding
from specfold.render.emit import alias_value, docstring, literal, literal_tuple, sentence, text_lines
from specfold.render.models import ParsedDocument, ParsedField
from specfold.render.plan import ClientPlan
from specfold.render.python_types import annotate, annotation_options, iter_models, model_choices

_MODULES_OF_THE_MAP = {"aliases", "overridden"}


@attrs.frozen
class ModelFiles:
    """
    Render `models/` of one client.

    Attributes:
        document: the normal document.
        parsed: what the parser made of it.
        plan: names and bindings.
        requested: names of the schemas that requests reach; their classes refuse what the document forbids.
        answered: names of the schemas that answers reach.
    """

    document: NormalDocument
    parsed: ParsedDocument
    plan: ClientPlan
    requested: frozenset[str]
    answered: frozenset[str]

    def render(self) -> Iterator[tuple[str, str]]:
        """Yield path below the package and source of each file."""
        for name in self.parsed.models:
            yield f"models/{self._module(name)}.py", self._model(name)
        yield "models/aliases.py", self._aliases()
        if self._bound:
            yield "models/overridden.py", self._overridden()
        yield "models/__init__.py", self._map()

    @property
    def _bound(self) -> list[str]:
        return [name for name in self.parsed.models if name in self.plan.mixins]

    def _is_open(self, name: str) -> bool:
        """Tell whether enumerations of a schema may hold values of tomorrow: not where only a caller writes them."""
        return name not in self.requested or name in self.answered

    def _module(self, name: str) -> str:
        module = snake_name(name)
        return f"{module}_" if module in _MODULES_OF_THE_MAP else module

    def _model(self, name: str) -> str:
        fields = self.parsed.models[name]
        checked = name in self.requested
        choices = list(dict.fromkeys(choice for field in fields for choice in model_choices(field.kind)))
        dispatches = {models: f"_CHOOSE_{index}" for index, models in enumerate(choices)}
        attributes = self.document.fields[name]
        decoding = Decoding(attributes=attributes, dispatches=dispatches, checked=checked)
        members = [self._member(name, field) for field in fields]
        hints = sorted({model for field in fields for model in iter_models(field.kind)} - {name})
        return self._render(
            "model.py.jinja",
            {
                "header": docstring([f"`{name}`, a schema of the {_plain(self.plan.title)} document."], indent=0),
                "checked": checked,
                "hints": ", ".join(hints),
                "choices": [self._choice(models, constant) for models, constant in dispatches.items()],
                "fields": _pairs(fields, attributes),
                "hook": ", on_setattr=_CHECK.on_setattr" if checked else "",
                "name": name,
                "schema": literal(name),
                "docstring": docstring(text_lines(str(self.document.schemas[name].get("description", ""))), indent=4),
                "members": members,
                "decoding": list(decoding.statements(fields)),
                "missing": "".join(f"{literal(field.wire)}: UNSET, " for field in fields if field.required),
            },
        )

    def _member(self, name: str, field: ParsedField) -> dict[str, str]:
        attribute = self.document.fields[name][field.wire]
        annotation = annotate(field.kind, is_open=self._is_open(name))
        schema: JsonObject = self.document.schemas[name]["properties"][field.wire]
        hidden = is_sensitive(schema)
        if field.required:
            declaration = f"{attribute}: {annotation}{' = field(repr=False)' if hidden else ''}"
        else:
            default = "field(default=UNSET, repr=False)" if hidden else "UNSET"
            declaration = f"{attribute}: {annotation if annotation == 'Any' else f'{annotation} | Unset'} = {default}"
        lines = list(member_lines(schema, self.document))
        if attribute != field.wire:
            lines += ["", *text_lines(f"`{field.wire}` in JSON.")]
        return {"declaration": declaration, "docstring": docstring(lines, indent=4)}

    def _choice(self, models: tuple[str, ...], constant: str) -> str:
        schemas = {model: self.document.schemas[model] for model in models}
        tag, meant = _tag_of(schemas)
        told_apart = tag if all(len(classes) == 1 for classes in meant.values()) else None
        by_tag = literal({value: classes[0] for value, classes in meant.items() if len(classes) == 1})
        branches = ", ".join(_branch(model, schema, tag=told_apart) for model, schema in schemas.items())
        return f"{constant} = Choice(_models, tag={literal(tag)}, by_tag={by_tag}, by_members=({branches}))"

    def _aliases(self) -> str:
        aliases = []
        for name, kind in self.parsed.aliases.items():
            lines = text_lines(str(self.document.schemas[name].get("description", "")))
            aliases.append(
                {
                    "name": name,
                    "value": alias_value(annotation_options(kind, is_open=self._is_open(name))),
                    "docstring": docstring(lines, indent=0),
                }
            )
        hints = sorted({model for kind in self.parsed.aliases.values() for model in iter_models(kind)})
        return self._render(
            "aliases.py.jinja",
            {
                "header": docstring(
                    [f"Schemas of the {_plain(self.plan.title)} document that are no classes: unions, lists, values."],
                    indent=0,
                ),
                "hints": ", ".join(hints),
                "aliases": aliases,
            },
        )

    def _overridden(self) -> str:
        classes, imports = [], []
        for name in self._bound:
            mixins = self.plan.mixins[name]
            imports += [f"from .._runtime.{mixin.module} import {mixin.name}" for mixin in mixins]
            imports.append(f"from .{self._module(name)} import {name} as Generated{name}")
            bases = ", ".join([*(mixin.name for mixin in mixins), f"Generated{name}"])
            text = sentence(str(self.document.schemas[name].get("description", "")), f"The schema `{name}`")
            classes.append({"name": name, "bases": bases, "docstring": docstring([text], indent=4)})
        header = docstring(
            ["Classes composed of generated members and hand-written behaviour; the map hands these out."], indent=0
        )
        return self._render(
            "overridden.py.jinja", {"header": header, "imports": sorted(set(imports)), "classes": classes}
        )

    def _map(self) -> str:
        modules = {
            name: "overridden" if name in self.plan.mixins else self._module(name) for name in self.parsed.models
        }
        modules |= dict.fromkeys(self.parsed.aliases, "aliases")
        ordered = dict(sorted(modules.items()))
        return self._render(
            "models_init.py.jinja",
            {
                "header": docstring(
                    [f"Every schema of the {_plain(self.plan.title)} document, imported when first used."], indent=0
                ),
                "imports": [f"from .{module} import {name} as {name}" for name, module in ordered.items()] or ["pass"],
                "modules": literal(ordered),
                "names": literal(list(ordered)),
            },
        )

    def _render(self, template: str, file: Mapping[str, Any]) -> str:
        return self.parsed.environment.get_template(template).render(file=file)


def _pairs(fields: tuple[ParsedField, ...], attributes: Mapping[str, str]) -> str:
    return "(" + "".join(f"({literal(attributes[field.wire])}, {literal(field.wire)}), " for field in fields) + ")"


def _plain(title: str) -> str:
    return " ".join(" ".join(text_lines(title)).split())


def _names(names: Iterable[str]) -> str:
    listed = ", ".join(literal(name) for name in names)
    return f"frozenset({{{listed}}})" if listed else "frozenset()"


def member_lines(schema: JsonObject, document: NormalDocument) -> Iterator[str]:
    """Yield the docstring of one member: its description, bounds, default and where it is known from."""
    target = document.schemas.get(str(schema.get("$ref", "")).rsplit("/", 1)[-1], {})
    text = str(schema.get("description") or target.get("description") or "")
    yield from text_lines(text) or ["Not described in the document."]
    facts = [fact[:1].upper() + fact[1:] for fact in _facts(schema)]
    if facts:
        yield ""
        yield from text_lines(". ".join(facts) + ".")


def _facts(schema: JsonObject) -> Iterator[str]:
    known = {"minimum": "≥", "exclusiveMinimum": ">", "maximum": "≤", "exclusiveMaximum": "<"}
    bounds = [f"{sign} {schema[key]}" for key, sign in known.items() if key in schema]
    if bounds:
        yield ("documented limit: " if schema.get("x-bound") == "prose" else "bounds: ") + ", ".join(bounds)
    for key, words in (
        ("minItems", "at least {} item{}"),
        ("maxItems", "at most {} item{}"),
        ("maxLength", "at most {} character{}"),
    ):
        if key in schema:
            yield words.format(schema[key], "" if schema[key] == 1 else "s")
    if "default" in schema:
        yield f"the server's default is `{json.dumps(schema['default'])}`; the client never sends it"
    if schema.get("deprecated") is True:
        yield "deprecated"
    if schema.get("x-provenance") == "inferred":
        yield "inferred, not documented by the vendor"


def _tag_of(schemas: Mapping[str, JsonObject]) -> tuple[str | None, dict[str, list[str]]]:
    """Find the member whose fixed values tell most classes apart, and which classes each value may mean."""
    best, meant, most = None, dict[str, list[str]](), 0
    for member in next(iter(schemas.values()))["properties"]:
        values = {name: _fixed_values(schema["properties"].get(member, {})) for name, schema in schemas.items()}
        table: dict[str, list[str]] = {}
        for value, name in ((value, name) for name, fixed in values.items() for value in fixed):
            table.setdefault(value, []).append(name)
        apart = len({classes[0] for classes in table.values() if len(classes) == 1})
        if all(values.values()) and apart > most:
            best, meant, most = member, table, apart
    return best, meant


def _branch(model: str, schema: JsonObject, *, tag: str | None) -> str:
    """Return a class to choose, as source; a new value of an enumeration refuses it only where that is the tag."""
    fixed = {name: _fixed_values(member) for name, member in schema["properties"].items()}
    pairs = "".join(
        f"({literal(name)}, {literal_tuple(values)}), "
        for name, values in fixed.items()
        if len(values) == 1 or (name == tag and values)
    )
    return f"({literal(model)}, {_names(schema.get('required', []))}, {_names(schema['properties'])}, ({pairs}))"


def _fixed_values(schema: JsonObject) -> list[str]:
    values = [schema["const"]] if "const" in schema else schema.get("enum") or []
    return [value for value in values if isinstance(value, str)]
