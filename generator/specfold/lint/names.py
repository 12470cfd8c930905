"""Rules about names: the ones that are not safe, and the ones that become the same Python name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from specfold.document import Json
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.naming import class_name, snake_name
from specfold.pointer import JsonPointer
from specfold.schema.names import is_component_name
from specfold.schema.reachable import component_names

Named = tuple[JsonPointer, str]


def check_component_names(subject: Subject) -> Iterator[Problem]:
    """Find component names that are no safe names for files and classes."""
    for section, name in component_names(subject.value):
        if not is_component_name(name):
            pointer = JsonPointer(("components", section, name))
            hint = "use letters, digits, '.', '-' and '_' only"
            yield Problem(pointer, f"the component name {name!r} is no safe name", hint)


def check_name_clashes(subject: Subject) -> Iterator[Problem]:
    """Find schemas, members and parameters whose names become one in Python, where letter case may not tell them apart."""
    schemas = [(section, name) for section, name in component_names(subject.value) if section == "schemas"]
    yield from _clashes(
        ((JsonPointer(("components", *name)), name[1]) for name in schemas), "class", to_python=class_name
    )
    for node in subject.of_kind("schema"):
        properties = node.value.get("properties")
        if isinstance(properties, dict) and len(properties) > 1:
            named = ((node.pointer.join(("properties", name)), name) for name in properties)
            yield from _clashes(named, "attribute", to_python=snake_name)
    for node in subject.of_kind("operation"):
        yield from _clashes(
            _parameters(subject, node.pointer, listed=node.value.get("parameters")), "argument", to_python=snake_name
        )


def _parameters(subject: Subject, pointer: JsonPointer, *, listed: Json) -> Iterator[Named]:
    seen = set[tuple[str, str]]()
    for index, item in enumerate(listed if isinstance(listed, list) else ()):
        parameter = subject.follow(item)
        name, place = parameter.get("name"), parameter.get("in")
        if isinstance(name, str) and isinstance(place, str) and (name.lower(), place) not in seen:
            seen.add((name.lower(), place))  # the same one twice is `parameter-twice`
            yield pointer.join(("parameters", index)), name


def _clashes(named: Iterable[Named], kind: str, *, to_python: Callable[[str], str]) -> Iterator[Problem]:
    seen: dict[str, Named] = {}
    for pointer, name in named:
        python = to_python(name)
        first = seen.setdefault(python.lower(), (pointer, name))
        if first[0] != pointer:
            what = (
                f"{name!r} and {first[1]!r} become the same {kind} {python!r}; the client numbers or marks the second"
            )
            yield Problem(pointer, what, "rename one of the two where the API allows it")
