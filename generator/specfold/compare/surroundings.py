"""Servers and security around an operation, compared where they are declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

import attrs

from specfold.compare.exchange import Exchange, credentials_exchange
from specfold.compare.facts import Fact, make_fact, show_exchange
from specfold.compare.meaning import json_key
from specfold.compare.notes import say_unfollowed
from specfold.compare.side import Pair, Side, Sides
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer

Need = tuple[str, frozenset[str]]
_MANY = 64
_NOTES = frozenset({"description", "summary", "bearerFormat", "flows", "deprecated"})
_URLS = (
    "authorizationUrl",
    "deviceAuthorizationUrl",
    "tokenUrl",
    "refreshUrl",
    "openIdConnectUrl",
    "oauth2MetadataUrl",
)


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
                default = variable.get("default", "") if isinstance(variable, dict) else ""
                url = url.replace(f"{{{name}}}", str(default))
            found[url.rstrip("/") or "/"] = holder / "servers" / index
    return found


def compare_servers(sides: Sides, pair: Pair) -> Iterator[Fact]:
    """Yield which servers came and went; one for one, it is a change."""
    old, new = read_servers(sides.old, pair.old[0]), read_servers(sides.new, pair.new[0])
    for url in sorted(set(old) & set(new)):
        yield from _compare_variables(sides, pair, at=(old[url], new[url]))
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


def _compare_variables(sides: Sides, pair: Pair, *, at: tuple[JsonPointer, JsonPointer]) -> Iterator[Fact]:
    """Yield the values that variables of one server gained or lost."""
    old, new = (side.object_at(place / "variables") for side, place in zip((sides.old, sides.new), at, strict=True))
    for name in sorted(set(old) & set(new)):
        known, present = _values_of(old[name]), _values_of(new[name])
        if known is None or present is None:
            continue
        places = tuple(place / "variables" / name / "enum" for place in at)
        for verb, values in (("removed", known - present), ("added", present - known)):
            for value in sorted(values):
                message = f"variable {name} of the server may {'now' if verb == 'added' else 'no longer'} be {value}"
                both = (None, value) if verb == "added" else (value, None)
                yield make_fact(pair, f"server-value-{verb}", message=message, at=(places[0], places[1]), values=both)


def _values_of(variable: Json) -> frozenset[str] | None:
    """Return the values a variable of a server may have, None where any is fine."""
    listed = variable.get("enum") if isinstance(variable, dict) else None
    return frozenset(map(str, listed)) if isinstance(listed, list) else None


@attrs.frozen
class Alternative:
    """
    One way to authenticate: the schemes it needs at once, by meaning, with their scopes.

    Attributes:
        needs: the schemes and scopes.
        label: what they are called.
        kinds: the same as `needs`, wherever tokens come from.
        urls: where tokens come from, or providers are described.
    """

    needs: frozenset[Need]
    label: str
    kinds: frozenset[Need] = frozenset()
    urls: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    def is_enough_for(self, other: Alternative) -> bool:
        """Tell whether who satisfies `other` satisfies this one as well."""
        held = dict(other.needs)
        return all(scheme in held and scopes <= held[scheme] for scheme, scopes in self.needs)


def read_security(side: Side, holder: JsonPointer) -> list[Alternative]:
    """Return the ways to authenticate; none declared means that anybody may call."""
    listed = side.object_at(holder).get("security")
    if not isinstance(listed, list) or not listed:
        return [Alternative(frozenset(), "no authentication")]
    return [way for entry in listed if isinstance(entry, dict) for way in _read_alternatives(side, entry)]


def _read_alternatives(side: Side, entry: JsonObject) -> Iterator[Alternative]:
    """Read one security requirement; each flow that gets a token is a way of its own."""
    parts = [list(_read_scheme(side, name, scopes=scopes)) for name, scopes in sorted(entry.items())]
    if prod(map(len, parts)) > _MANY:
        parts = [part[:1] for part in parts]
    for chosen in product(*parts):
        yield Alternative(
            needs=frozenset(need for way in chosen for need in way.needs),
            label=" and ".join(way.label for way in chosen) or "no authentication",
            kinds=frozenset(need for way in chosen for need in way.kinds),
            urls={name: url for way in chosen for name, url in way.urls.items()},
        )


def _read_scheme(side: Side, name: str, *, scopes: Json) -> Iterator[Alternative]:
    """Yield the ways to satisfy one scheme; it is told from others by what it is, not by its name."""
    scheme = side.object_at(side.settle_or_stay(JsonPointer(("components", "securitySchemes", name))))
    asked = frozenset(map(str, scopes)) if isinstance(scopes, list) else frozenset()
    kind = {key: value for key, value in scheme.items() if key not in _NOTES and not key.startswith("x-")}
    if isinstance(kind.get("scheme"), str):
        kind["scheme"] = kind["scheme"].lower()
    if kind.get("in") == "header":
        kind["name"] = str(kind.get("name", "")).lower()
    flows = scheme.get("flows")
    known = {key: flow for key, flow in flows.items() if isinstance(flow, dict)} if isinstance(flows, dict) else {}
    for flow in known or [""]:
        label = _label_scheme(name, scheme) + (f" {flow}" if len(known) > 1 else "")
        urls = {key: str(value) for key, value in {**scheme, **known.get(flow, {})}.items() if key in _URLS}
        plain = {key: value for key, value in kind.items() if key not in _URLS} | ({"flow": flow} if flow else {})
        yield Alternative(
            needs=frozenset({(json_key({**plain, **urls} or {"name": name}), asked)}),
            label=label + (f" ({', '.join(sorted(asked))})" if asked else ""),
            kinds=frozenset({(json_key(plain or {"name": name}), asked)}),
            urls={f"{key} of {label}": url for key, url in urls.items()},
        )


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
    yield from _unfollowed_facts(sides, pair)
    for way in tuple(gone):
        same = next((other for other in came if other.kinds == way.kinds), None)
        if same is not None:
            gone.remove(way)
            came.remove(same)
            message = ", ".join(_say_urls(way.urls, same.urls))
            values = (dict(way.urls), dict(same.urls))
            yield make_fact(pair, "security-url-changed", message=message, at=at, values=values)
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


def _unfollowed_facts(sides: Sides, pair: Pair) -> Iterator[Fact]:
    """Yield the schemes that are asked for and lie out of the document."""
    ends = ((sides.old, pair.old[0]), (sides.new, pair.new[0]))
    listed = [side.object_at(holder).get("security") for side, holder in ends]
    asked = [entry for entries in listed if isinstance(entries, list) for entry in entries if isinstance(entry, dict)]
    for name in sorted({name for entry in asked for name in entry}):
        place = JsonPointer(("components", "securitySchemes", name))
        refs = (sides.old.unfollowed(place), sides.new.unfollowed(place))
        if refs != (None, None):
            message = say_unfollowed(*refs)
            yield make_fact(pair, "reference-unfollowed", message=message, at=(place, place), values=refs)


def _say_urls(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Say which URLs differ."""
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            yield f"{name}: {old.get(name, 'none')} → {new.get(name, 'none')}"


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
