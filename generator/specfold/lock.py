"""The lock file: digests of everything a generation read and wrote, as a value; no dates, no machine facts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import attrs

from specfold.errors import InputError

Digests = Mapping[str, str]


@attrs.frozen(kw_only=True)
class VendorLock:
    """
    What one client was made from, and what it consists of.

    Attributes:
        inputs: path below the family to digest: family.toml, documents, overlays.
        overrides: path below `overrides/` to digest.
        generator: digest of the sources and templates of specfold.
        renderers: distribution to version.
        outputs: path below `generated/<vendor>/` to digest.
    """

    inputs: Digests
    overrides: Digests
    generator: str
    renderers: Mapping[str, str]
    outputs: Digests

    def stale_against(self, other: VendorLock) -> Iterator[str]:
        """Yield what differs between what this lock was made from and what `other` was, in words."""
        yield from _differences("input", self.inputs, after=other.inputs)
        yield from _differences("override", self.overrides, after=other.overrides)
        if self.generator != other.generator:
            yield "specfold itself has changed"
        for name in sorted({*self.renderers, *other.renderers}):
            before, after = self.renderers.get(name), other.renderers.get(name)
            if before != after:
                yield f"{name} is {after}, was {before}"


def _differences(noun: str, before: Digests, *, after: Digests) -> Iterator[str]:
    for path in sorted({*before, *after}):
        if path not in after:
            yield f"{noun} {path} is gone"
        elif path not in before:
            yield f"{noun} {path} is new"
        elif before[path] != after[path]:
            yield f"{noun} {path} has changed"


def dump_lock(vendors: Mapping[str, VendorLock]) -> bytes:
    """Return the text of `generated/specfold.lock`."""
    value = {"version": 1, "vendors": {name: attrs.asdict(vendors[name]) for name in sorted(vendors)}}
    return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode()


def parse_lock(text: bytes, source: str) -> dict[str, VendorLock]:
    """
    Read `generated/specfold.lock`.

    Raises:
        InputError: it is no lock file of this version.
    """
    try:
        value = json.loads(text)
        return {name: VendorLock(**entry) for name, entry in value["vendors"].items() if value["version"] == 1}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            "this is no lock file of this version of specfold",
            source=source,
            hint="delete it and run specfold generate",
        ) from error
