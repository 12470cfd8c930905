"""Help generated models: choose a class for an object, write members back, refuse what a document forbids; knows no model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .model import UNSET, to_plain
from .validation import Validator

Fields = tuple[tuple[str, str], ...]
# A class, its required members, its known members, and the values that members may have: any other refuses the class.
ChoiceBranch = tuple[str, frozenset[str], frozenset[str], tuple[tuple[str, tuple[Any, ...]], ...]]

# Decoding makes instances without their constructor, which checks what a caller passes.
new_instance: Final = object.__new__


def unknown_members(data: Mapping[str, Any], members: frozenset[str]) -> dict[str, Any]:
    """
    Return the members of a JSON object that its class does not know, in order.

    Args:
        data: the object.
        members: the names the class knows.
    """
    unknown: dict[str, Any] = {}
    for name in data:  # a loop, where a comprehension costs a call
        if name not in members:
            unknown[name] = data[name]
    return unknown


def encode_members(instance: Any, fields: Fields) -> dict[str, Any]:
    """
    Write a model back as the JSON object it stands for: members that are UNSET are left out, unknown ones put back.

    Args:
        instance: a generated model.
        fields: attribute and JSON name of each member.
    """
    data: dict[str, Any] = {}
    for attribute, wire in fields:
        value = getattr(instance, attribute)
        if value is not UNSET:
            data[wire] = to_plain(value)
    extras = instance.additional_properties
    if extras:
        data.update(to_plain(extras))
    return data


class Choice:
    """
    Decode an object that may be one of several classes; an object that is none of them stays as it is.

    Args:
        models: the models package; classes are looked up late, so that composed ones are found.
        tag: the member whose value tells most of the classes apart, or None.
        by_tag: value of the tag to class, where there is one only.
        by_members: the classes, of which the one that knows most of an object wins.
    """

    __slots__ = ("_by_members", "_by_tag", "_models", "_tag")

    def __init__(
        self, models: Any, *, tag: str | None, by_tag: Mapping[str, str], by_members: tuple[ChoiceBranch, ...]
    ) -> None:
        self._models = models
        self._tag = tag
        self._by_tag = by_tag
        self._by_members = by_members

    def __call__(self, data: Mapping[str, Any]) -> Any:
        """Return the decoded object, or the object itself when no class fits."""
        name = self._name_of(data)
        return data if name is None else getattr(self._models, name).from_dict(data)

    def _name_of(self, data: Mapping[str, Any]) -> str | None:
        if self._tag is not None:
            value = data.get(self._tag)
            if isinstance(value, str) and value in self._by_tag:
                return self._by_tag[value]
        best, most = None, -1
        for name, required, known, fixed in self._by_members:
            common = len(data.keys() & known)
            if (
                common > most
                and required <= data.keys()
                and all(data[member] in values for member, values in fixed if member in data)
            ):
                best, most = name, common
        return best


class ModelCheck:
    """
    Refuse what a document forbids when a model is built or changed by hand; decoding goes around it.

    Args:
        validator: the schemas of the document.
        schema: the component of the model.
        fields: attribute and JSON name of each member.
    """

    __slots__ = ("_schema", "_validator", "_wires")

    def __init__(self, validator: Validator, schema: str, *, fields: Fields) -> None:
        self._validator = validator
        self._schema = schema
        self._wires = dict(fields)

    def on_init(self, instance: Any) -> None:
        """
        Check a whole model.

        Raises:
            RequestValidationError: with every violation.
        """
        self._validator.check(instance.to_dict(), {"$ref": self._schema}, argument=self._schema)

    def on_setattr(self, instance: Any, attribute: Any, value: Any) -> Any:
        """
        Check one member and return its value, as attrs expects of a setter.

        Raises:
            RequestValidationError: with every violation.
        """
        if attribute.name in self._wires:
            self._validator.member(self._schema, self._wires[attribute.name])(instance, attribute, value)
        return value
