"""The body of `from_dict`: statements that fill a new instance from a JSON object; knows members and types, no document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from specfold.render.emit import literal
from specfold.render.models import ParsedField
from specfold.render.python_types import decode


@attrs.frozen(kw_only=True)
class Decoding:
    """
    Write the statements that decode the members of a class.

    What they do is measured: a stream runs them several times a chunk. Members are read one by one, without closures; they
    are counted, so that where all are known nothing is compared; and a class that checks what is set is decoded around that.

    Attributes:
        attributes: JSON name to attribute.
        dispatches: classes to choose between, to the name of the constant that does.
        checked: whether the class has a setter that refuses.
    """

    attributes: Mapping[str, str]
    dispatches: Mapping[tuple[str, ...], str]
    checked: bool

    def statements(self, fields: tuple[ParsedField, ...]) -> Iterator[str]:
        """Yield the statements between making the instance and returning it, indented among themselves."""
        required = [field for field in fields if field.required]
        if self.checked:
            yield "put = object.__setattr__"
        yield from self._required(required)
        optional = [field for field in fields if not field.required]
        known = f"{len(required)}"
        if optional:
            yield f"unknown = len(data) - {known}" if required else "unknown = len(data)"
            for field in optional:
                yield from self._optional(field)
        condition = "unknown" if optional else f"len(data) > {known}"
        yield self._store("additional_properties", f"unknown_members(data, _MEMBERS) if {condition} else EMPTY")

    def _required(self, fields: list[ParsedField]) -> Iterator[str]:
        """Read what must be there; where some of it is not, start again with UNSET in its place."""
        if not fields:
            return
        nested: list[tuple[str, str]] = []
        yield "try:"
        for field in fields:
            attribute, value = self.attributes[field.wire], f"data[{literal(field.wire)}]"
            expression = self._decoder(field)
            if expression is None:
                yield f"    {self._store(attribute, value)}"
            else:
                yield f"    raw_{attribute} = {value}"
                nested.append((attribute, expression))
        yield "except KeyError:"
        yield "    return cls.from_dict({**_MISSING, **data})"
        for attribute, expression in nested:
            yield self._store(attribute, expression)

    def _optional(self, field: ParsedField) -> Iterator[str]:
        attribute, wire = self.attributes[field.wire], literal(field.wire)
        expression = self._decoder(field)
        yield f"if {wire} in data:"
        yield "    unknown -= 1"
        if expression is None:
            yield f"    {self._store(attribute, f'data[{wire}]')}"
        else:
            yield f"    raw_{attribute} = data[{wire}]"
            yield f"    {self._store(attribute, expression)}"
        yield "else:"
        yield f"    {self._store(attribute, 'UNSET')}"

    def _decoder(self, field: ParsedField) -> str | None:
        return decode(field.kind, f"raw_{self.attributes[field.wire]}", dispatches=self.dispatches)

    def _store(self, attribute: str, value: str) -> str:
        return f'put(self, "{attribute}", {value})' if self.checked else f"self.{attribute} = {value}"
