"""One table of a TOML file, read key by key with complaints that name the line; knows no key by name."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping
from typing import NoReturn, TypeVar

import attrs

from specfold.errors import InputError
from specfold.family.toml_lines import Keys, line_of

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Table:
    """
    A table and where it stands.

    Attributes:
        value: its keys.
        keys: the keys that lead to it.
        lines: the line of every key of the file.
        source: the file.
    """

    value: Mapping[str, object]
    keys: Keys
    lines: Mapping[Keys, int]
    source: str

    @property
    def line(self) -> int | None:
        """The line that opens this table."""
        return line_of(self.lines, self.keys)

    def refuse(self, what: str, *, key: str | None = None, hint: str) -> NoReturn:
        """Raise an `InputError` at this table, or at one of its keys."""
        keys = self.keys if key is None else (*self.keys, key)
        raise InputError(what, source=self.source, line=line_of(self.lines, keys), hint=hint)

    def expect_keys(self, known: Collection[str]) -> None:
        """Refuse a key that is not known, suggesting the nearest one."""
        for key in self.value:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(sorted(known))}"
                self.refuse(f"unknown key {key!r} in {self.name}", key=key, hint=hint)

    @property
    def name(self) -> str:
        """The table as the file would name it."""
        return f"[{'.'.join(self.keys)}]" if self.keys else "the file"

    def text(self, key: str) -> str | None:
        """Return a string, or None where the key is absent."""
        value = self.value.get(key)
        if value is not None and (not isinstance(value, str) or not value):
            self._expected("a string that is not empty", key)
        return value if isinstance(value, str) else None

    def flag(self, key: str, *, default: bool) -> bool:
        """Return a boolean."""
        value = self.value.get(key, default)
        return value if isinstance(value, bool) else self._expected("true or false", key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return an array of strings, empty where the key is absent."""
        value = self.value.get(key, [])
        if not isinstance(value, list):
            self._expected("an array of strings", key)
        items = tuple(
            item if isinstance(item, str) and item else self._expected("an array of strings", key) for item in value
        )
        if len(set(items)) != len(items):
            self.refuse(f"{key!r} in {self.name} names something twice", key=key, hint="remove one of the two")
        return items

    def tables(self, key: str) -> tuple[tuple[str, Table], ...]:
        """Return the tables below a key by name, in the order of the file."""
        value = self.value.get(key, {})
        if not isinstance(value, dict):
            self._expected("a table", key)
        return tuple((name, self._child(item, (key, name))) for name, item in value.items())

    def table(self, key: str) -> Table:
        """Return the table below a key, empty where the key is absent."""
        return self._child(self.value.get(key, {}), (key,))

    def elements(self, key: str) -> tuple[Table, ...]:
        """Return an array of tables, empty where the key is absent."""
        value = self.value.get(key, [])
        if not isinstance(value, list):
            self._expected(f"an array of tables ([[{'.'.join((*self.keys, key))}]])", key)
        return tuple(self._child(item, (key, str(index))) for index, item in enumerate(value))

    def checked(self, key: str, build: Callable[[str], T], *, default: str) -> T:
        """Return a string that a checking function accepts."""
        text = self.text(key)
        try:
            return build(default if text is None else text)
        except ValueError as error:
            self.refuse(f"{key!r} in {self.name}: {error}", key=key, hint=f'write {key} = "…" with a name of that form')

    def _child(self, value: object, keys: Keys) -> Table:
        if not isinstance(value, dict):
            self._expected("a table", keys[0])
        return Table(value=value, keys=(*self.keys, *keys), lines=self.lines, source=self.source)

    def _expected(self, what: str, key: str) -> NoReturn:
        self.refuse(
            f"expected {what} as {key!r} in {self.name}, found {self.value.get(key)!r}", key=key, hint=f"make it {what}"
        )
