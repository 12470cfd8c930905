"""Values to source text: every piece of document text passes here before a template sees it, escaped for its place."""

from __future__ import annotations

import ast
import json
import re
import textwrap
import unicodedata
from collections.abc import Iterable

from specfold.document import Json

_WIDTH = 100
_EVALUATED = frozenset(
    {"Any", "Literal", "Mapping", "Sequence", "bool", "bytes", "dict", "float", "int", "list", "str"}
)


def literal(value: Json) -> str:
    """Return a JSON value as a Python expression of plain literals; no text of it can be anything else."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(str(key))}: {literal(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(part) for part in value) + "]"
    if isinstance(value, str):
        return (
            ascii(value)
            if any(unicodedata.category(char).startswith(("C", "Z")) and char != " " for char in value)
            else repr(value)
        )
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    msg = f"not a JSON value: {type(value).__name__}"
    raise TypeError(msg)


def literal_tuple(values: Iterable[Json]) -> str:
    """Return JSON values as a Python tuple."""
    return "(" + "".join(f"{literal(value)}, " for value in values) + ")"


def alias_value(options: Iterable[str]) -> str:
    """
    Return a type that has a name as an expression that is a type at run time too, for `Alias | None` in code of users.

    Args:
        options: the options of a union, as source; those that name classes of the client name what is not imported yet.
    """
    parts = list(options)
    names = {node.id for part in parts for node in ast.walk(ast.parse(part)) if isinstance(node, ast.Name)}
    if names <= _EVALUATED:
        return " | ".join(parts)
    return f"Union[{', '.join(literal(part) for part in parts)}]"


def text_lines(text: str) -> list[str]:
    """Return document text as clean paragraphs of wrapped lines, without control characters."""
    clean = "".join(char for char in text if char in "\n\t" or not unicodedata.category(char).startswith("C"))
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", clean.strip()):
        wrapped = textwrap.wrap(" ".join(paragraph.split()), _WIDTH, break_long_words=False, break_on_hyphens=False)
        lines += ["", *wrapped] if lines and wrapped else wrapped
    return lines


def docstring(lines: list[str], *, indent: int) -> str:
    """
    Return a docstring literal, quotes on their own lines where it has more than one line.

    Args:
        lines: document text, one entry a line.
        indent: columns of the block the docstring opens.
    """
    margin = " " * indent
    safe = [_escape_docstring(line) for line in lines] or ["Not described in the document."]
    if len(safe) == 1 and len(safe[0]) < _WIDTH:
        return f'"""{safe[0]}"""'
    return "\n".join(['"""', *((margin + line).rstrip() for line in safe), f'{margin}"""'])


def _escape_docstring(line: str) -> str:
    escaped = line.replace("\\", "\\\\")
    return escaped.replace('"', '\\"') if '""' in line or line.endswith('"') else escaped


def sentence(text: str, fallback: str) -> str:
    """Return the first sentence of document text on one line, ended by a full stop."""
    lines = text_lines(text)
    first = " ".join(lines[: lines.index("")] if "" in lines else lines)
    first = re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0] or fallback
    return first if first.endswith((".", "!", "?")) else f"{first}."


def toml_string(text: str) -> str:
    """Return document text as a TOML basic string on one line."""
    return json.dumps(" ".join("\n".join(text_lines(text)).split()), ensure_ascii=False)


def markdown_text(text: str) -> str:
    """Return document text for one line or cell of Markdown, without markup of its own."""
    flat = " ".join("\n".join(text_lines(text)).split())
    return re.sub(r"([\\`*_{}\[\]<>|#])", r"\\\1", flat)
