"""The values a family consists of, and which names are safe; knows nothing of TOML or files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from keyword import iskeyword
from types import MappingProxyType
from typing import Literal, Self

import attrs

_VENDOR = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*\Z")


class VendorId(str):
    """The name of a member: lower-case letters, digits, single `-` or `_`; safe as a directory name."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check and keep the name; raise `ValueError` otherwise."""
        if not _VENDOR.match(text):
            msg = f"expected lower-case letters, digits, '-' or '_', found {text!r}"
            raise ValueError(msg)
        return super().__new__(cls, text)


class PackageName(str):
    """The name of an import package: one Python identifier in lower case."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check and keep the name; raise `ValueError` otherwise."""
        if not text.isidentifier() or not text.isascii() or iskeyword(text) or text != text.lower():
            msg = f"expected a Python identifier in lower case, found {text!r}"
            raise ValueError(msg)
        return super().__new__(cls, text)


@attrs.frozen(kw_only=True)
class Credential:
    """
    One secret or identity a client takes.

    Attributes:
        argument: name of the constructor argument.
        scheme: a security scheme of the merged document, or None.
        header: a header parameter of the operations, or None; one of the two is set.
        env: the environment variable it is read from, or None.
        required: whether the client refuses to be made without it.
        secret: whether the client masks its value; an identifier is not masked.
    """

    argument: str
    scheme: str | None = None
    header: str | None = None
    env: str | None = None
    required: bool = False
    secret: bool = True


@attrs.frozen(kw_only=True)
class OverrideDeclaration:
    """
    Hand-written behaviour, and what it needs of the document.

    Attributes:
        name: what members bind it by.
        binds: whether it is bound to schemas or to operations.
        mixin: `module:Class` composed into a model (`binds` is `schema`).
        requires: member paths below the schema, or response media types of the operation.
        provides: members it adds, which the schema must not declare itself.
        accumulates: `module:Class` that turns chunks into the unary response (`binds` is `operation`).
        line: where family.toml declares it.
    """

    name: str
    binds: Literal["schema", "operation"]
    mixin: str | None = None
    requires: tuple[str, ...] = ()
    provides: tuple[str, ...] = ()
    accumulates: str | None = None
    line: int | None = None


@attrs.frozen(kw_only=True)
class MemberVersion:
    """
    Other documents of the same member, under a name; what family.toml leaves out is taken from the member.

    Attributes:
        name: what `vendor:name` is written with.
        base: shared documents, relative to `openapi/`, in order.
        documents: own documents, in order.
        overlays: overlays, in order.
    """

    name: str
    base: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Member:
    """
    One vendor of the family.

    Attributes:
        vendor: its id.
        title: its name for people.
        class_name: the client class; the asynchronous one is `Async` before it.
        package: the import package.
        distribution: the distribution.
        version: the version of the distribution.
        base: shared documents, relative to `openapi/`, in order.
        documents: own documents, in order.
        overlays: overlays, in order.
        credentials: what the constructor takes.
        binds: override name to the schema names or client methods it is bound to.
        versions: other documents of the member, by name.
        paths: keep these paths only (`*` matches within a segment); empty keeps all.
        tags: keep operations with one of these tags only; empty keeps all.
        allow: inputs outside `openapi/` the family permits.
        source: the file that declares it.
        line: where.
    """

    vendor: VendorId
    title: str
    class_name: str
    package: PackageName
    distribution: str
    version: str = "0.1.0"
    base: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()
    credentials: tuple[Credential, ...] = ()
    binds: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    versions: Mapping[str, MemberVersion] = MappingProxyType({})
    paths: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    source: str = "openapi/family.toml"
    line: int | None = None

    def at_version(self, name: str) -> Member:
        """
        Return this member with the documents of one of its versions.

        Raises:
            KeyError: it has no version of that name.
        """
        version = self.versions[name]
        return attrs.evolve(self, base=version.base, documents=version.documents, overlays=version.overlays)


@attrs.frozen(kw_only=True)
class Family:
    """
    All members, and the overrides they may bind.

    Attributes:
        name: what the family is called.
        members: the vendors, in the order of the file.
        overrides: the declarations, in the order of the file.
        source: the file that declares it.
    """

    name: str
    members: tuple[Member, ...]
    overrides: tuple[OverrideDeclaration, ...] = ()
    source: str = "openapi/family.toml"

    def member(self, vendor: str) -> Member | None:
        """Return the member of that id, or None."""
        return next((member for member in self.members if member.vendor == vendor), None)

    def override(self, name: str) -> OverrideDeclaration | None:
        """Return the declaration of that name, or None."""
        return next((override for override in self.overrides if override.name == name), None)
