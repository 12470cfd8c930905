"""JSON values become YAML that people read and every YAML reader understands the same; knows no OpenAPI."""

from __future__ import annotations

import json
import re
from typing import Final

from specfold.document import Json

_LONGEST_KEY: Final = 1000  # YAML 1.2, 7.4: an implicit key has at most 1024 characters
_SAFE_PLAIN: Final = re.compile(r"[A-Za-z_/$][A-Za-z0-9_/.:,()\-+;'@\"=<>&*!?$%^~|`{}\[\]\\ ]*\Z")
_RESERVED: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf"})
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def to_yaml(value: Json) -> str:
    """
    Return a value as YAML: block style, two spaces, members in their order, text of several lines as literal blocks.

    A string is quoted wherever a reader of YAML 1.1 or 1.2 could take it for something else. `parse_document` reads the
    very value back.
    """
    if not value and isinstance(value, dict | list):
        return ("{}" if isinstance(value, dict) else "[]") + "\n"
    lines: list[str] = []
    if isinstance(value, dict | list):
        _emit_block(value, "", lines=lines)
    else:
        lines.append(_scalar(value))
    return "\n".join(lines) + "\n"


def _emit_block(value: Json, indent: str, *, lines: list[str]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            _emit_entry(f"{indent}{_key(key, indent)}:", item, indent=indent, lines=lines)
        return
    for item in value:
        if item and isinstance(item, dict | list):
            first = len(lines)
            _emit_block(item, f"{indent}  ", lines=lines)
            lines[first] = f"{indent}- {lines[first][len(indent) + 2 :]}"
        else:
            _emit_entry(f"{indent}-", item, indent=indent, lines=lines)


def _emit_entry(head: str, item: Json, *, indent: str, lines: list[str]) -> None:
    if item and isinstance(item, dict | list):
        lines.append(head)
        _emit_block(item, f"{indent}  ", lines=lines)
    elif isinstance(item, str) and "\n" in item and _fits_literal(item):
        lines.append(f"{head} {_literal(item, indent + '  ')}")
    else:
        lines.append(f"{head} {_scalar(item)}")


def _fits_literal(text: str) -> bool:
    """Tell whether a literal block keeps the text: printable, and no line of blanks at its start or end."""
    if _UNPRINTABLE.search(text) or "\t" in text or text[0] in " \n":
        return False
    return not any(line.isspace() for line in text.split("\n"))


def _literal(text: str, indent: str) -> str:
    body = text.rstrip("\n")
    trailing = len(text) - len(body)
    chomp = "-" if trailing == 0 else "" if trailing == 1 else "+"
    lines = body.split("\n") + [""] * max(trailing - 1, 0)
    return "\n".join([f"|{chomp}", *(f"{indent}{line}" if line else "" for line in lines)])


def _key(text: str, indent: str) -> str:
    string = _string(text)
    return string if len(string) < _LONGEST_KEY else f"? {string}\n{indent}"


def _scalar(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, str):
        return _string(value)
    return "{}" if isinstance(value, dict) else "[]"


def _float(number: float) -> str:
    text = repr(number)
    mantissa, mark, exponent = text.partition("e")
    if mark and "." not in mantissa:  # YAML 1.1 reads 1e+22 as a string
        return f"{mantissa}.0e{exponent}"
    return text


def _string(text: str) -> str:
    if _is_plain(text):
        return text
    if _UNPRINTABLE.search(text) or "\n" in text or "\t" in text:
        return _double_quoted(text)
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str) -> bool:
    return (
        bool(_SAFE_PLAIN.match(text))
        and text.lower() not in _RESERVED
        and text[-1] not in " :"
        and ": " not in text
        and " #" not in text
    )


def _double_quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)
