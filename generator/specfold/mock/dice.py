"""Repeatable choices: one seed and one request always give the same values; knows nothing of schemas."""

from __future__ import annotations

import hashlib

import attrs


@attrs.frozen
class Dice:
    """A source of values that depends on its key only, never on the clock or on the order of calls."""

    key: bytes

    @classmethod
    def of(cls, *parts: bytes | str | int) -> Dice:
        """Return the dice of some facts; different facts give independent dice."""
        state = hashlib.blake2b(digest_size=16)
        for part in parts:
            data = part if isinstance(part, bytes) else str(part).encode()
            state.update(len(data).to_bytes(8, "big") + data)
        return cls(state.digest())

    def child(self, token: str | int) -> Dice:
        """Return the dice of one place below this one."""
        return Dice.of(self.key, token)

    def integer(self, low: int, high: int) -> int:
        """Return an integer of the closed range `low` to `high`."""
        return low + int.from_bytes(self.key, "big") % (high - low + 1)

    def hexadecimal(self, length: int) -> str:
        """Return `length` hexadecimal digits."""
        return self.octets((length + 1) // 2).hex()[:length]

    def octets(self, length: int) -> bytes:
        """Return `length` bytes."""
        return hashlib.shake_128(self.key).digest(length)
