"""The text that adds a member to `family.toml`, or begins one; knows no document and writes no file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from specfold.family.model import Credential, Member, OverrideDeclaration

_HEAD: Final = (
    "# The family: its members, what their documents are made of, and which hand-written behaviour they take."
)
_LINE: Final = 120

SHIPPED_OVERRIDES: Final = (
    OverrideDeclaration(
        name="tool_calls",
        binds="schema",
        mixin="tool_calls:ToolCalls",
        requires=("choices[].message.tool_calls[].function.{name,arguments}",),
        provides=("tool_calls",),
    ),
    OverrideDeclaration(
        name="streaming", binds="operation", requires=("text/event-stream",), accumulates="accumulate:ChatAccumulator"
    ),
)
"""What the runtime that comes with specfold offers to a family without one of its own."""


def begin_family(name: str, overrides: Iterable[OverrideDeclaration]) -> str:
    """Return a family.toml without members."""
    parts = [f"{_HEAD}\n\n[family]\nname = {_text(name)}\n", *(_override(one) for one in overrides)]
    return "\n".join(parts)


def append_member(text: str, member: Member, *, remark: str = "") -> str:
    """
    Return a family.toml with one more member at its end; what is there stays as it is.

    Args:
        text: the file so far.
        member: who comes to it.
        remark: a comment above its table, or nothing.
    """
    lines = [*(f"# {line}" for line in remark.splitlines()), f"[members.{member.vendor}]"]
    for key, given in (
        ("title", member.title),
        ("class", member.class_name),
        ("package", str(member.package)),
        ("distribution", member.distribution),
        ("version", member.version),
    ):
        lines.append(f"{key} = {_text(given)}")
    for key, many in (
        ("base", member.base),
        ("documents", member.documents),
        ("overlays", member.overlays),
        ("paths", member.paths),
        ("tags", member.tags),
    ):
        lines += [_array(key, many)] if many else []
    for credential in member.credentials:
        lines += ["", *_credential(member.vendor, credential)]
    if member.binds:
        lines += [
            "",
            f"[members.{member.vendor}.bind]",
            *(_array(name, targets) for name, targets in member.binds.items()),
        ]
    return text.rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"


def _credential(vendor: str, credential: Credential) -> list[str]:
    named = {
        "argument": credential.argument,
        "scheme": credential.scheme,
        "header": credential.header,
        "env": credential.env,
    }
    lines = [f"{key} = {_text(given)}" for key, given in named.items() if given is not None]
    lines.append(f"required = {'true' if credential.required else 'false'}")
    return [f"[[members.{vendor}.credentials]]", *lines, *([] if credential.secret else ["secret = false"])]


def _override(override: OverrideDeclaration) -> str:
    lines = [f"[overrides.{override.name}]", f"binds = {_text(override.binds)}"]
    lines += [f"mixin = {_text(override.mixin)}"] if override.mixin is not None else []
    lines += [_array("requires", override.requires)] if override.requires else []
    lines += [_array("provides", override.provides)] if override.provides else []
    lines += [f"accumulates = {_text(override.accumulates)}"] if override.accumulates is not None else []
    return "\n".join(lines) + "\n"


def _array(key: str, items: Iterable[str]) -> str:
    texts = [_text(item) for item in items]
    line = f"{key} = [{', '.join(texts)}]"
    return line if len(line) <= _LINE else "\n".join([f"{key} = [", *(f"  {text}," for text in texts), "]"])


def _text(text: str) -> str:
    """Return a basic string of TOML; JSON escapes all that it must not hold, but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
