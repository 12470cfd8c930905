"""What is sent and answered: media types, statuses, headers, streams of two operations, up to their schemas."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

import attrs

from specfold.compare.change import Axis, Severity
from specfold.compare.exchange import Exchange, choice_exchange, missing_exchange, pattern_exchange
from specfold.compare.facts import Fact, Step, make_fact, show_exchange
from specfold.compare.meaning import same_meaning
from specfold.compare.meeting import schema_pair
from specfold.compare.naming import name_node, show
from specfold.compare.parameters import pair_values
from specfold.compare.side import Pair, Side, Sides
from specfold.compare.styles import compare_styles
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places

_SEQUENTIAL = frozenset({"text/event-stream", "application/jsonl", "application/x-ndjson", "application/json-seq"})
_ENCODINGS = ("encoding", "itemEncoding", "prefixEncoding")


def essence(media_type: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def is_range_over(wide: str, narrow: str) -> bool:
    """Tell whether a media range covers a media type or range other than itself."""
    kind, _, rest = wide.partition("/")
    other, _, other_rest = narrow.partition("/")
    if wide == narrow:
        return False
    if kind == "*" or (kind == other and rest == "*"):
        return True
    return kind == other and other_rest.endswith(f"+{rest}")


def pair_contents(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield how the content types of two bodies, answers, parameters or headers differ, and the pairs of media types."""
    owner = f"{name_node(sides.old.root, pair.old[0])}: " if pair.kind == "content" else ""
    old, new = _contents_of(sides.old, pair.old[0]), _contents_of(sides.new, pair.new[0])
    left = {name: place for name, place in old.items() if name not in new}
    right = {name: place for name, place in new.items() if name not in old}
    for name in sorted(set(old) & set(new)):
        if old[name].tokens[-1].lower().replace(" ", "") != new[name].tokens[-1].lower().replace(" ", ""):
            names = (old[name].tokens[-1], new[name].tokens[-1])
            message = f"{owner}content type {names[0]} is now {names[1]}"
            at = (old[name], new[name])
            yield make_fact(pair, "media-type-parameters-changed", message=message, at=at, values=names)
        yield Pair("media-type", (old[name],), (new[name],), pair.direction)
    for before in sorted(left):
        after = next(
            (name for name in sorted(right) if is_range_over(name, before) or is_range_over(before, name)), None
        )
        if after is not None:
            rule = "media-type-widened" if is_range_over(after, before) else "media-type-narrowed"
            message = f"{owner}content type {before} became {after}"
            fact = make_fact(pair, rule, message=message, at=(left[before], right[after]), values=(before, after))
            yield show_exchange(sides, fact, exchange=_type_exchange(pair, old, new=new))
            yield Pair("media-type", (left[before],), (right.pop(after),), pair.direction)
        elif (covering := _range_over(before, new)) is not None:
            yield Pair("media-type", (left[before],), (new[covering],), pair.direction)
        else:
            message = f"{owner}content type {before} removed"
            rule = _rule_of(before, "removed")
            fact = make_fact(pair, rule, message=message, at=(left[before], None), values=(before, None))
            yield show_exchange(sides, fact, exchange=_type_exchange(pair, old, new=new, name=before))
    for name in sorted(right):
        if (covering := _range_over(name, old)) is not None:
            yield Pair("media-type", (old[covering],), (right[name],), pair.direction)
            continue
        message = f"{owner}content type {name} added"
        yield make_fact(pair, _rule_of(name, "added"), message=message, at=(None, right[name]), values=(None, name))


def _range_over(media_type: str, known: Iterable[str]) -> str | None:
    """Return the closest range that covers a content type, None where there is none."""
    ranges = [name for name in known if "*" in name and is_range_over(name, media_type)]
    return max(ranges, key=len) if ranges else None


def _type_exchange(pair: Pair, old: Iterable[str], *, new: Iterable[str], name: str | None = None) -> Exchange:
    """Return a body of a content type that one document names; without a name, one that only one document covers."""
    known = ([_range_pattern(one) for one in sorted(old)], [_range_pattern(one) for one in sorted(new)])
    examples = [one.replace("*/*", "text/plain").replace("*", "octet-stream") for one in sorted({*old, *new})]
    single = [one for one in examples if _matches(one, known[0]) != _matches(one, known[1])]
    names = ("parameter", "header") if pair.kind == "content" else ("request", "response")
    of = names[0] if pair.direction is Axis.REQUEST else names[1]
    return pattern_exchange(of, "content_type", value=name or (single or examples)[0], known=known)


def _range_pattern(media_range: str) -> str:
    """Return a regular expression for a media type or range."""
    return f"^{re.escape(media_range).replace(re.escape('*'), '[^/]+')}$"


def _matches(media_type: str, patterns: Iterable[str]) -> bool:
    """Tell whether a media type matches one of some patterns."""
    return any(re.search(pattern, media_type) for pattern in patterns)


def _rule_of(media_type: str, verb: str) -> str:
    """Choose the rule for a content type that came or went; a stream of events has one of its own."""
    return f"stream-{verb}" if media_type == "text/event-stream" else f"media-type-{verb}"


def _contents_of(side: Side, pointer: JsonPointer) -> dict[str, JsonPointer]:
    """Return where each content type of a body or answer is, by essence."""
    content = side.object_at(pointer).get("content")
    names = content if isinstance(content, dict) else {}
    return {essence(name): pointer / "content" / name for name in names}


def compare_media_types(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield how two media types differ, and the pairs of their schemas and of their stream items."""
    name = pair.old[0].tokens[-1]
    # OpenAPI 3.2: a media type may be a reference
    pair = attrs.evolve(pair, old=(sides.old.settle(pair.old[0]),), new=(sides.new.settle(pair.new[0]),))
    old, new = sides.old.object_at(pair.old[0]), sides.new.object_at(pair.new[0])
    schemas = (_schema_of(old, pair.old[0]), _schema_of(new, pair.new[0]))
    items = (_item_of(old, pair.old[0]), _item_of(new, pair.new[0]))
    if essence(name) in _SEQUENTIAL and (items[0] is None) != (items[1] is None):
        # documents without `itemSchema` describe one event by `schema`
        items = (items[0] or schemas[0], items[1] or schemas[1])
        schemas = (None, None)
    if schemas[0] is not None and schemas[1] is not None:
        both = schema_pair(sides, (schemas[0], schemas[1]), direction=pair.direction)
        yield attrs.evolve(both, untyped=_is_xml(name))
    elif schemas[0] is not None or schemas[1] is not None:
        yield _schema_fact(pair, schemas)
    yield from _compare_items(sides, pair, items=items)
    yield from _compare_encodings(sides, pair, old=old, new=new)
    before, after = old.get("x-stream"), new.get("x-stream")
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _compare_stream_facts(sides, pair, old=before, new=after)


def _compare_encodings(sides: Sides, pair: Pair, *, old: JsonObject, new: JsonObject) -> Iterator[Fact]:
    """Yield that the parts of a form or a sequence are written otherwise."""
    for keyword in _ENCODINGS:
        if not same_meaning((sides.old.root, old.get(keyword)), (sides.new.root, new.get(keyword))):
            message = f"the {keyword} of the body differs, which is not reasoned about"
            values = (old.get(keyword), new.get(keyword))
            yield make_fact(pair, "encoding-changed", message=message, values=values)


def _is_xml(media_type: str) -> bool:
    """Tell whether values are written as XML, which has no types of its own."""
    return essence(media_type).endswith(("/xml", "+xml"))


def _schema_of(media_type: JsonObject, pointer: JsonPointer) -> Places | None:
    """Return where the schema of a media type is."""
    return (pointer / "schema",) if media_type.get("schema") is not None else None


def _schema_fact(pair: Pair, schemas: tuple[Places | None, Places | None]) -> Fact:
    """Return that a body or answer got a schema, or lost it."""
    came = schemas[0] is None
    rule = "type-narrowed" if came else "type-widened"
    message = f"the {'body' if pair.direction is Axis.REQUEST else 'answer'} {'now has a' if came else 'has no longer a'} schema"
    at = tuple(
        places[0] if places else where for places, where in zip(schemas, (pair.old[0], pair.new[0]), strict=True)
    )
    fact = make_fact(pair, rule, message=message, at=(at[0], at[1]))
    # a missing schema is silence, not a promise that anything goes
    return attrs.evolve(fact, severity=Severity.WARNING) if fact.severity is Severity.BREAKING else fact


def _compare_items(sides: Sides, pair: Pair, *, items: tuple[Places | None, Places | None]) -> Iterator[Step]:
    """Yield the pair of the events of two streams, or that only one document describes them."""
    if items[0] is not None and items[1] is not None:
        yield schema_pair(sides, (items[0], items[1]), direction=pair.direction)
    elif items[0] is not None or items[1] is not None:
        message = f"events of the stream {'now have a' if items[0] is None else 'no longer have a'} schema"
        at = tuple(item[0] if item else where for item, where in zip(items, (pair.old[0], pair.new[0]), strict=True))
        rule = "items-added" if items[0] is None else "items-removed"
        fact = make_fact(pair, rule, message=message, at=(at[0], at[1]))
        yield attrs.evolve(fact, severity=Severity.WARNING) if fact.severity is Severity.BREAKING else fact


def _compare_stream_facts(sides: Sides, pair: Pair, *, old: JsonObject, new: JsonObject) -> Iterator[Fact]:
    """Yield how streams end, and when they carry usage."""
    at = (pair.old[0] / "x-stream", pair.new[0] / "x-stream")
    before, after = old.get("terminator"), new.get("terminator")
    if before != after:
        verb = "added" if before is None else "removed" if after is None else "changed"
        message = f"the stream's last line {verb}: {_say(before)} → {_say(after)}"
        fact = make_fact(pair, f"stream-terminator-{verb}", message=message, at=at, values=(before, after))
        exchange = choice_exchange("stream", "last_event", value=after, known=([before], [after]))
        yield show_exchange(sides, fact, exchange=exchange)
    before, after = old.get("usage"), new.get("usage")
    if before != after:
        message = f"usage in the stream: {_say(before)} → {_say(after)}"
        yield make_fact(pair, "stream-usage-changed", message=message, at=at, values=(before, after))


def _say(value: Json) -> str:
    """Write a value, or that there is none."""
    return "none" if value is None else show(value)


def _item_of(media_type: JsonObject, pointer: JsonPointer) -> Places | None:
    """Return where the schema of a stream's events is, in our form or in that of OpenAPI 3.2."""
    stream = media_type.get("x-stream")
    if isinstance(stream, dict) and "itemSchema" in stream:
        return (pointer / "x-stream" / "itemSchema",)
    return (pointer / "itemSchema",) if "itemSchema" in media_type else None


def pair_responses(sides: Sides, pair: Pair) -> Iterator[Step]:
    """
    Yield which statuses came and went, and the pairs of answers.

    A status that only one document lists is compared with the range or default that covers it in the other.
    """
    old, new = _responses_of(sides.old, pair.old[0]), _responses_of(sides.new, pair.new[0])
    for status in sorted({*old, *new}):
        before, after = _covering(status, old), _covering(status, new)
        if before is not None and after is not None:
            yield Pair("response", (old[before],), (new[after],), Axis.RESPONSE)
            continue
        came = status in new
        if not came and any(_covering(one, [status]) for one in new):
            continue  # a range became narrower
        kind = "response" if status[0] in "23" else "error-response"
        message = f"status {status} {'added' if came else 'removed'}"
        at = (None, new[status]) if came else (old[status], None)
        values = (None, status) if came else (status, None)
        answered = attrs.evolve(pair, direction=Axis.RESPONSE)
        rule = f"{kind}-{'added' if came else 'removed'}"
        fact = make_fact(answered, rule, message=message, at=at, values=values)
        yield show_exchange(sides, fact, exchange=_status_exchange(status, old, new=new))


def _covering(status: str, known: Collection[str]) -> str | None:
    """Return what describes a status: itself, its range, or the default, which stands for success where nothing else does."""
    if status in known:
        return status
    if status.isdecimal() and f"{status[0]}XX" in known:
        return f"{status[0]}XX"
    is_success = status[0] in "23"
    has_default = "DEFAULT" in known and not (is_success and any(one[0] in "23" for one in known))
    return "DEFAULT" if has_default else None


def _status_exchange(status: str, old: Iterable[str], *, new: Iterable[str]) -> Exchange:
    """Return a status that one document lists; of a range, the first one that only one document lists."""
    known = ([_status_pattern(one) for one in sorted(old)], [_status_pattern(one) for one in sorted(new)])
    listed = [status] if status.isdecimal() else [f"{status[0]}{rest:02}" for rest in range(100)]
    single = [one for one in listed if _matches(one, known[0]) != _matches(one, known[1])]
    return pattern_exchange("response", "status", value=(single or listed)[0], known=known)


def _status_pattern(status: str) -> str:
    """Return a regular expression for a status, a range such as 2XX, or the default."""
    return "^[0-9]{3}$" if status == "DEFAULT" else f"^{status.replace('X', '[0-9]')}$"


def _responses_of(side: Side, operation: JsonPointer) -> dict[str, JsonPointer]:
    """Return where the answers of an operation are, by status."""
    responses = side.object_at(operation).get("responses")
    names = responses if isinstance(responses, dict) else {}
    return {
        str(name).upper(): side.settle(operation / "responses" / str(name))
        for name in names
        if not str(name).startswith("x-") and str(name)
    }


def compare_responses(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield how two answers differ in their headers, and the pairs of headers and contents."""
    yield from pair_contents(sides, pair)
    links = [side.object_at(at[0]).get("links") for side, at in ((sides.old, pair.old), (sides.new, pair.new))]
    if not same_meaning(
        (sides.old.root, {"properties": {"": links[0]}}), (sides.new.root, {"properties": {"": links[1]}})
    ):
        yield make_fact(pair, "links-changed", message="the links to other operations differ")
    old, new = _headers_of(sides.old, pair.old[0]), _headers_of(sides.new, pair.new[0])
    for name in sorted({*old, *new}):
        if name in old and name in new:
            yield Pair("header", (old[name],), (new[name],), Axis.RESPONSE)
            continue
        came = name in new
        side, place = (sides.new, new[name]) if came else (sides.old, old[name])
        required = "required-" if side.object_at(place).get("required") else ""
        message = f"header {name} {'added' if came else 'removed'}"
        at = (None, place) if came else (place, None)
        values = (None, name) if came else (name, None)
        rule = f"{required}header-{'added' if came else 'removed'}"
        fact = make_fact(pair, rule, message=message, at=at, values=values)
        names = (None, name if required else None) if came else (name if required else None, None)
        yield show_exchange(sides, fact, exchange=missing_exchange("response", "headers", names=names))


def _headers_of(side: Side, response: JsonPointer) -> dict[str, JsonPointer]:
    """Return where the headers of an answer are, in lower case; the content type is told elsewhere."""
    headers = side.object_at(response).get("headers")
    names = headers if isinstance(headers, dict) else {}
    return {name.lower(): side.settle(response / "headers" / name) for name in names if name.lower() != "content-type"}


def compare_headers(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield whether a header is always there, and the pair of its schemas."""
    old = bool(sides.old.object_at(pair.old[0]).get("required"))
    new = bool(sides.new.object_at(pair.new[0]).get("required"))
    name = f"header {pair.old[0].tokens[-1]}"
    if old != new:
        rule = "header-became-required" if new else "header-became-optional"
        message = f"{name} {'is now always there' if new else 'may now be missing'}"
        fact = make_fact(pair, rule, message=message, values=(old, new))
        key = pair.old[0].tokens[-1].lower()
        asked = (key if old else None, key if new else None)
        yield show_exchange(sides, fact, exchange=missing_exchange("response", "headers", names=asked))
    if bool(sides.old.object_at(pair.old[0]).get("deprecated")) != (
        after := bool(sides.new.object_at(pair.new[0]).get("deprecated"))
    ):
        rule = "header-deprecated" if after else "header-undeprecated"
        yield make_fact(pair, rule, message=f"{name} is {'now' if after else 'no longer'} deprecated")
    yield from compare_styles(sides, pair, name=name, rule="header-style-changed")
    yield from pair_values(sides, pair, name=name)
