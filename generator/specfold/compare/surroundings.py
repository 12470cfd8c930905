"""Servers and security around an operation, compared where they are declared."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specfold.compare.exchange import Exchange, credentials_exchange
from specfold.compare.facts import Fact, make_fact, show_exchange
from specfold.compare.meaning import json_key
from specfold.compare.side import Pair, Side, Sides
from specfold.document import JsonObject
from specfold.pointer import JsonPointer

_NOTES = frozenset({"description", "summary", "bearerFormat"})


def pair_servers(sides: Sides, pair: Pair) -> Iterator[Pair]:
    """Yield the pair of the server lists that hold for two operations."""
    old, new = _holder(sides.old, pair.old[0], keyword="servers"), _holder(sides.new, pair.new[0], keyword="servers")
    yield attrs.evolve(pair, kind="servers", old=(old,), new=(new,))


def pair_security(sides: Sides, pair: Pair) -> Iterator[Pair]:
    """Yield the pair of the security requirements that hold for two operations."""
    old, new = _holder(sides.old, pair.old[0], keyword="security"), _holder(sides.new, pair.new[0], keyword="security")
    yield attrs.evolve(pair, kind="security", old=(old,), new=(new,))


def _holder(side: Side, operation: JsonPointer, *, keyword: str) -> JsonPointer:
    """Return the innermost of operation, path and document that has a keyword."""
    holders = (operation, operation.parent, JsonPointer()) if keyword == "servers" else (operation, JsonPointer())
    return next((holder for holder in holders if keyword in side.object_at(holder)), JsonPointer())


def read_servers(side: Side, holder: JsonPointer) -> dict[str, JsonPointer]:
    """Return where each server is, by its URL with the defaults of its variables."""
    listed = side.object_at(holder).get("servers")
    found: dict[str, JsonPointer] = {}
    for index, server in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(server, dict):
            url = str(server.get("url", "/"))
            variables = server.get("variables")
            for name, variable in (variables if isinstance(variables, dict) else {}).items():
                url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
            found[url.rstrip("/") or "/"] = holder / "servers" / index
    return found


def compare_servers(sides: Sides, pair: Pair) -> Iterator[Fact]:
    """Yield which servers came and went; one for one, it is a change."""
    old, new = read_servers(sides.old, pair.old[0]), read_servers(sides.new, pair.new[0])
    gone, came = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    if len(gone) == len(came) == 1:
        message = f"server {gone[0]} is now {came[0]}"
        at = (old[gone[0]], new[came[0]])
        yield make_fact(pair, "server-changed", message=message, at=at, values=(gone[0], came[0]))
        return
    for url in gone:
        yield make_fact(
            pair, "server-removed", message=f"server {url} removed", at=(old[url], None), values=(url, None)
        )
    for url in came:
        yield make_fact(pair, "server-added", message=f"server {url} added", at=(None, new[url]), values=(None, url))


@attrs.frozen
class Alternative:
    """One way to authenticate: the schemes it needs at once, by meaning, with their scopes."""

    needs: frozenset[tuple[str, frozenset[str]]]
    label: str

    def is_enough_for(self, other: Alternative) -> bool:
        """Tell whether who satisfies `other` satisfies this one as well."""
        held = dict(other.needs)
        return all(scheme in held and scopes <= held[scheme] for scheme, scopes in self.needs)


def read_security(side: Side, holder: JsonPointer) -> list[Alternative]:
    """Return the ways to authenticate; none declared means that anybody may call."""
    listed = side.object_at(holder).get("security")
    if not isinstance(listed, list) or not listed:
        return [Alternative(frozenset(), "no authentication")]
    return [_read_alternative(side, entry) for entry in listed if isinstance(entry, dict)]


def _read_alternative(side: Side, entry: JsonObject) -> Alternative:
    """Read one security requirement; its schemes are told apart by what they are, not by their names."""
    needs = set()
    labels = []
    for name, scopes in sorted(entry.items()):
        scheme = side.object_at(side.settle_or_stay(JsonPointer(("components", "securitySchemes", name))))
        meaning = {key: value for key, value in scheme.items() if key not in _NOTES and not key.startswith("x-")}
        if isinstance(meaning.get("scheme"), str):
            meaning["scheme"] = meaning["scheme"].lower()
        if meaning.get("in") == "header":
            meaning["name"] = str(meaning.get("name", "")).lower()
        asked = [str(scope) for scope in scopes] if isinstance(scopes, list) else []
        needs.add((json_key(meaning or {"name": name}), frozenset(asked)))
        labels.append(_label_scheme(name, scheme) + (f" ({', '.join(asked)})" if asked else ""))
    return Alternative(frozenset(needs), " and ".join(labels) or "no authentication")


def _label_scheme(name: str, scheme: JsonObject) -> str:
    """Name a security scheme by what has to be sent."""
    if scheme.get("type") == "http":
        return f"HTTP {scheme.get('scheme', '')}".strip()
    if scheme.get("type") == "apiKey":
        return f"{scheme.get('in', '')} {scheme.get('name', '')}".strip()
    return str(scheme.get("type", name))


def compare_security(sides: Sides, pair: Pair) -> Iterator[Fact]:
    """Yield which ways to authenticate came and went."""
    old, new = read_security(sides.old, pair.old[0]), read_security(sides.new, pair.new[0])
    gone = [way for way in old if not any(other.is_enough_for(way) for other in new)]
    came = [way for way in new if not any(other.is_enough_for(way) for other in old)]
    at = (_place(sides.old, pair.old[0]), _place(sides.new, pair.new[0]))
    if len(gone) == len(came) == 1:
        message = f"authentication changed from {gone[0].label} to {came[0].label}"
        fact = make_fact(pair, "security-changed", message=message, at=at, values=(gone[0].label, came[0].label))
        yield show_exchange(sides, fact, exchange=_credentials(gone[0], old, new=new))
        return
    for way in gone:
        message = f"{way.label} is no longer enough"
        fact = make_fact(pair, "security-removed", message=message, at=at, values=(way.label, None))
        yield show_exchange(sides, fact, exchange=_credentials(way, old, new=new))
    for way in came:
        yield make_fact(pair, "security-added", message=f"{way.label} is now accepted", at=at, values=(None, way.label))


def _credentials(held: Alternative, old: list[Alternative], *, new: list[Alternative]) -> Exchange:
    """Return a request with the credentials of one way to authenticate."""
    ways = ([_needs(way) for way in old], [_needs(way) for way in new])
    return credentials_exchange(_needs(held), ways=ways)


def _needs(way: Alternative) -> list[str]:
    """Write what a way to authenticate needs, each scheme and each scope on its own."""
    return sorted(
        {text for scheme, scopes in way.needs for text in (scheme, *(f"{scheme} {scope}" for scope in scopes))}
    )


def _place(side: Side, holder: JsonPointer) -> JsonPointer:
    """Return where the security requirements are written, or else where they could be."""
    return holder / "security" if "security" in side.object_at(holder) else holder
