"""What every generated model shares: absence, shared emptiness, and the way back to plain JSON values; knows no model."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, NoReturn

_ABSENT: Final = "this is UNSET, the answer had no such member; test with `if value:` or take `value or None`"


class Unset:
    """
    Stand for a member that is not there, as opposed to one that is null.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    _instance: ClassVar[Unset | None] = None

    def __new__(cls) -> Unset:  # noqa: PYI034  # always the same instance, so never one of a subclass
        """Return the one instance there is."""
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __bool__(self) -> Literal[False]:
        """Be falsy, so that `if reply.usage` reads well."""
        return False

    def __repr__(self) -> str:
        """Name the constant."""
        return "UNSET"

    def __reduce__(self) -> str:
        """Stay one instance through pickle and copy."""
        return "UNSET"

    if not TYPE_CHECKING:  # a type checker is to go on finding that there is nothing

        def __getattr__(self, name: str) -> NoReturn:
            """Say why there is no attribute."""
            raise AttributeError(f"no attribute {name!r}: {_ABSENT}")

        def __getitem__(self, key: object) -> NoReturn:
            """Say why there is no item; iteration ends up here too, and no `__iter__` makes this look like an iterable."""
            raise TypeError(f"no item {key!r}: {_ABSENT}")


UNSET: Final = Unset()


_NOTHING: Final[dict[str, Any]] = {}


class EmptyMapping(Mapping[str, Any]):
    """Hold nothing, for good: shared by every model without unknown members."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        """Refuse every key."""
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        """Iterate nothing."""
        return iter(())

    def __len__(self) -> int:
        """Count nothing."""
        return 0

    def items(self) -> ItemsView[str, Any]:
        """Return no pairs; those of a dict, because going over those of a mapping takes long even where there are none."""
        return _NOTHING.items()

    def __repr__(self) -> str:
        """Look like the empty dict it equals."""
        return "{}"

    def __reduce__(self) -> str:
        """Stay one instance through pickle and copy."""
        return "EMPTY"


EMPTY: Final[Mapping[str, Any]] = EmptyMapping()

_ATOMS: Final = frozenset({str, int, float, bool, type(None)})


def to_plain(value: Any) -> Any:
    """
    Turn models, mappings and sequences into new plain dicts and lists.

    Members that are UNSET are left out; enum members stand for their value, decimals for a number, and what else is no
    container (bytes, files) is returned as it is.
    """
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is dict:
        return {key: to_plain(item) for key, item in value.items() if item is not UNSET}
    if kind is list or kind is tuple:
        return [to_plain(item) for item in value if item is not UNSET]
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None and not isinstance(value, type):
        return to_plain(to_dict())
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items() if item is not UNSET}
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value if item is not UNSET]
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return to_plain(value.value)
    from decimal import Decimal  # loaded only where a value is no plain one

    if not isinstance(value, Decimal) or not value.is_finite():
        return value
    return int(value) if value == value.to_integral_value() else float(value)
