"""Rules about how a server is reached: its address and the variables in it, security schemes and their scopes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specfold.document import Json, JsonObject
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")


def check_security(subject: Subject) -> Iterator[Problem]:
    """Find security requirements that name no security scheme."""
    known = _schemes(subject)
    for pointer, name, _ in _requirements(subject):
        if name not in known:
            hint = f"known schemes: {', '.join(known) or 'none'}"
            yield Problem(pointer, f"no security scheme is named {name!r}", hint)


def check_scopes(subject: Subject) -> Iterator[Problem]:
    """Find scopes that are asked for and that no flow of their scheme declares."""
    known = _schemes(subject)
    for pointer, name, scopes in _requirements(subject):
        scheme = subject.follow(known.get(name))
        flows = scheme.get("flows")
        if scheme.get("type") != "oauth2" or not isinstance(flows, dict):
            continue
        granted = {
            scope for flow in flows.values() if isinstance(flow, dict) for scope in _as_names(flow.get("scopes"))
        }
        for index, scope in enumerate(scopes):
            if isinstance(scope, str) and scope not in granted:
                what = f"no flow of {name!r} declares the scope {scope!r}"
                yield Problem(pointer / index, what, f"known scopes: {', '.join(sorted(granted)) or 'none'}")


def check_servers(subject: Subject) -> Iterator[Problem]:
    """Note documents with operations that say of no server where it is."""
    lists = [(JsonPointer(), subject.value)]
    lists += [(operation.pointer.parent, operation.path_item) for operation in subject.operations]
    lists += [(operation.pointer, operation.value) for operation in subject.operations]
    if subject.operations and not any(holder.get("servers") for _, holder in lists):
        hint = "add servers: [{url: https://…}]; clients ask for a base URL otherwise"
        yield Problem(JsonPointer(), "no server is declared", hint)


def check_server_variables(subject: Subject) -> Iterator[Problem]:
    """Find variables of server addresses that are not declared, not used, or default to what they do not allow."""
    holders = [(JsonPointer(), subject.value)]
    holders += [(node.pointer, node.value) for node in subject.of_kind("path-item", "operation")]
    for pointer, holder in holders:
        servers = holder.get("servers")
        for index, server in enumerate(servers if isinstance(servers, list) else ()):
            if isinstance(server, dict) and isinstance(server.get("url"), str):
                yield from _check_variables(pointer.join(("servers", index)), server)


def _check_variables(pointer: JsonPointer, server: JsonObject) -> Iterator[Problem]:
    named = _VARIABLE.findall(server["url"])
    variables = server.get("variables", {})
    declared = variables if isinstance(variables, dict) else {}
    for name in dict.fromkeys(named):
        if name not in declared:
            yield Problem(
                pointer / "url",
                f"the variable {{{name}}} is not declared",
                f"add variables: {{{name}: {{default: …}}}}",
            )
    for name, variable in declared.items():
        place = pointer.join(("variables", name))
        if name not in named:
            yield Problem(place, f"the variable {name!r} is not in the url {server['url']}", "remove it, or use it")
        allowed = variable.get("enum") if isinstance(variable, dict) else None
        if isinstance(allowed, list) and allowed and variable.get("default") not in allowed:
            what = f"the default {variable.get('default')!r} is not one of {', '.join(map(str, allowed))}"
            yield Problem(place / "default", what, "correct the default, or list it in enum")


def _requirements(subject: Subject) -> Iterator[tuple[JsonPointer, str, list[Json]]]:
    """Yield pointer, name of the scheme and scopes of every security requirement."""
    holders = [(JsonPointer(), subject.value), *((node.pointer, node.value) for node in subject.of_kind("operation"))]
    for pointer, holder in holders:
        security = holder.get("security")
        for index, requirement in enumerate(security if isinstance(security, list) else ()):
            for name, scopes in requirement.items() if isinstance(requirement, dict) else ():
                yield pointer.join(("security", index, name)), name, scopes if isinstance(scopes, list) else []


def _schemes(subject: Subject) -> JsonObject:
    components = subject.value.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    return schemes if isinstance(schemes, dict) else {}


def _as_names(value: Json) -> list[str]:
    return list(value) if isinstance(value, dict) else []
