"""`family.toml` becomes a `Family`; knows its keys, opens no other file."""

from __future__ import annotations

import posixpath
import re
import tomllib
from typing import Final, Literal, TypeAlias, cast

from specfold.errors import InputError
from specfold.family.model import (
    Credential,
    Family,
    Member,
    MemberVersion,
    OverrideDeclaration,
    PackageName,
    VendorId,
)
from specfold.family.table import Table
from specfold.family.toml_lines import locate_keys

Inputs: TypeAlias = dict[str, tuple[str, ...]]

_INPUTS: Final = ("base", "documents", "overlays")
_MEMBER_KEYS: Final = frozenset(
    {
        *_INPUTS,
        "title",
        "class",
        "package",
        "distribution",
        "version",
        "versions",
        "credentials",
        "bind",
        "paths",
        "tags",
    },
)
_REFERENCE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*:[A-Za-z_][A-Za-z0-9_]*\Z")
_DISTRIBUTION: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?\Z")
_VERSION: Final = re.compile(r"[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?\Z")
_VERSION_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_ENVIRONMENT: Final = re.compile(r"[A-Z_][A-Z0-9_]*\Z")


def parse_family(text: bytes, source: str = "openapi/family.toml") -> Family:
    """
    Read a family.

    Args:
        text: the bytes of family.toml.
        source: the file, as the user would name it.

    Raises:
        InputError: the text is not TOML, has a key that is not known, or a value that does not fit; with its line.
    """
    root = _parse_toml(text, source)
    root.expect_keys({"family", "overrides", "members"})
    head = root.table("family")
    head.expect_keys({"name", "allow"})
    overrides = tuple(_override(name, table) for name, table in root.tables("overrides"))
    members = tuple(_member(name, table, allow=head.texts("allow")) for name, table in root.tables("members"))
    if not members:
        root.refuse("the family has no member", hint="add a table [members.<vendor>] with documents = [...]")
    family = Family(name=head.text("name") or "family", members=members, overrides=overrides, source=source)
    for (_, table), member in zip(root.tables("members"), members, strict=True):
        _check_binds(table, member, family=family)
    _check_distinct(root, members)
    return family


def _parse_toml(text: bytes, source: str) -> Table:
    try:
        plain = text.decode("utf-8")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise InputError("expected UTF-8", source=source, line=line, hint="save the file in UTF-8") from error
    try:
        value = tomllib.loads(plain)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        what = f"not TOML: {re.sub(r' [(]at .*[)]$', '', str(error))}"
        line = int(found[1]) if found else len(plain.splitlines())
        raise InputError(what, source=source, line=line, hint="correct the syntax at this line") from error
    return Table(value=value, keys=(), lines=locate_keys(plain), source=source)


def _override(name: str, table: Table) -> OverrideDeclaration:
    table.expect_keys({"binds", "mixin", "requires", "provides", "accumulates"})
    binds = table.text("binds")
    if binds not in {"schema", "operation"}:
        table.refuse(
            f'expected "schema" or "operation" as \'binds\' in {table.name}, found {binds!r}',
            key="binds",
            hint="a mixin binds to a schema, behaviour of a call binds to an operation",
        )
    return OverrideDeclaration(
        name=name,
        binds=cast(Literal["schema", "operation"], binds),
        mixin=_code_reference(table, "mixin"),
        requires=table.texts("requires"),
        provides=table.texts("provides"),
        accumulates=_code_reference(table, "accumulates"),
        line=table.line,
    )


def _code_reference(table: Table, key: str) -> str | None:
    text = table.text(key)
    if text is not None and not _REFERENCE.match(text):
        table.refuse(
            f"expected module:Class as {key!r} in {table.name}, found {text!r}",
            key=key,
            hint='for example "tool_calls:ToolCalls"',
        )
    return text


def _member(name: str, table: Table, *, allow: tuple[str, ...]) -> Member:
    table.expect_keys(_MEMBER_KEYS)
    try:
        vendor = VendorId(name)
    except ValueError as error:
        table.refuse(f"the name of a member: {error}", hint="rename the table")
    stem = vendor.replace("-", "_")
    inputs = {key: _paths(table, key, allow=allow) for key in _INPUTS}
    if not inputs["base"] and not inputs["documents"]:
        table.refuse(f"{table.name} names no document", hint="add documents = [...] or base = [...]")
    return Member(
        vendor=vendor,
        title=table.text("title") or name,
        class_name=table.checked("class", _class_name, default="".join(part.capitalize() for part in stem.split("_"))),
        package=table.checked("package", PackageName, default=f"{stem}_client"),
        distribution=table.checked("distribution", _distribution, default=f"{stem.replace('_', '-')}-client"),
        version=table.checked("version", _version, default="0.1.0"),
        credentials=tuple(_credential(element) for element in table.elements("credentials")),
        binds={key: table.table("bind").texts(key) for key in table.table("bind").value},
        versions={
            key: _member_version(key, child, allow=allow, inherited=inputs) for key, child in table.tables("versions")
        },
        paths=table.texts("paths"),
        tags=table.texts("tags"),
        allow=allow,
        source=table.source,
        line=table.line,
        **inputs,
    )


def _member_version(name: str, table: Table, *, allow: tuple[str, ...], inherited: Inputs) -> MemberVersion:
    table.expect_keys(set(_INPUTS))
    if not _VERSION_NAME.match(name):
        table.refuse(
            f"the name of a version: expected letters, digits, '.', '-', '_', found {name!r}", hint="rename the table"
        )
    if not table.value:
        table.refuse(
            f"{table.name} is empty", hint="give it its own base, documents or overlays; absent ones are the member's"
        )
    return MemberVersion(
        name=name, **{key: _paths(table, key, allow=allow) if key in table.value else inherited[key] for key in _INPUTS}
    )


def _credential(table: Table) -> Credential:
    table.expect_keys({"argument", "scheme", "header", "env", "required", "secret"})
    argument, scheme, header, env = (table.text(key) for key in ("argument", "scheme", "header", "env"))
    if argument is None or not argument.isidentifier():
        table.refuse(
            f"expected an identifier as 'argument', found {argument!r}", key="argument", hint='for example "api_key"'
        )
    if (scheme is None) == (header is None):
        table.refuse("expected one of 'scheme' and 'header'", hint="name a security scheme, or a header parameter")
    if env is not None and not _ENVIRONMENT.match(env):
        table.refuse(f"expected an environment variable as 'env', found {env!r}", key="env", hint="use A-Z, 0-9 and _")
    return Credential(
        argument=argument,
        scheme=scheme,
        header=header,
        env=env,
        required=table.flag("required", default=False),
        secret=table.flag("secret", default=True),
    )


def _paths(table: Table, key: str, *, allow: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_path(table, key, path=path, allow=allow) for path in table.texts(key))


def _path(table: Table, key: str, *, path: str, allow: tuple[str, ...]) -> str:
    if not is_allowed_input(path, allow):
        hint = "move the file below openapi/, or list it under allow in [family]"
        table.refuse(f"the input {path!r} lies outside the family", key=key, hint=hint)
    return posixpath.normpath(path)


def is_allowed_input(path: str, allow: tuple[str, ...]) -> bool:
    """Tell whether a path relative to `openapi/` stays within it, or is permitted by name or by a directory (`dir/`)."""
    normal = posixpath.normpath(path)
    inside = not posixpath.isabs(normal) and normal.split("/")[0] != ".." and "\\" not in path and ":" not in path
    return inside or any(
        normal == posixpath.normpath(entry) or (entry.endswith("/") and normal.startswith(entry)) for entry in allow
    )


def _class_name(text: str) -> str:
    if not text.isidentifier() or not text.isascii() or not text[0].isupper():
        msg = f"expected a class name, found {text!r}"
        raise ValueError(msg)
    return text


def _distribution(text: str) -> str:
    if not _DISTRIBUTION.match(text):
        msg = f"expected a distribution name, found {text!r}"
        raise ValueError(msg)
    return text


def _version(text: str) -> str:
    if not _VERSION.match(text):
        msg = f"expected a version such as 0.1.0, found {text!r}"
        raise ValueError(msg)
    return text


def _check_binds(table: Table, member: Member, *, family: Family) -> None:
    bind = table.table("bind")
    bind.expect_keys({override.name for override in family.overrides})
    for name in member.binds:
        if not member.binds[name]:
            bind.refuse(
                f"{name!r} in {bind.name} binds to nothing",
                key=name,
                hint="name schemas or client methods, or remove the line",
            )


def _check_distinct(root: Table, members: tuple[Member, ...]) -> None:
    for attribute in ("package", "distribution"):
        seen: dict[str, Member] = {}
        for member in members:
            text = getattr(member, attribute)
            other = seen.setdefault(text, member)
            if other is not member:
                table = dict(root.tables("members"))[member.vendor]
                table.refuse(
                    f"{other.vendor!r} and {member.vendor!r} have the same {attribute} {text!r}",
                    hint=f"give one another {attribute}",
                )
