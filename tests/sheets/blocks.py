"""
The fenced blocks of a vendor sheet: where each stands, and what its text says; knows no document and no client.

A block is named by its heading (the first word, such as `4.7`), its language and its place among those of the heading.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
from email.message import EmailMessage, MIMEPart
from typing import Any

import attrs

_HEADING = re.compile(r"#+ +(\S+)")
_OPEN = re.compile(r"```(json|sse|http)\Z")


@attrs.frozen
class Place:
    """Where a block stands: `4.7`, `json`, 2 is the second JSON block below heading 4.7."""

    heading: str
    language: str
    number: int


@attrs.frozen
class Part:
    """One part of a form as a raw request writes it."""

    name: str
    filename: str | None
    content_type: str | None
    text: str


@attrs.frozen
class Form:
    """A raw request with a form as its body."""

    method: str
    path: str
    parts: tuple[Part, ...]


def find_blocks(sheet: str) -> dict[Place, str]:
    """Return the text of every JSON, event-stream and raw request block of a sheet."""
    blocks: dict[Place, str] = {}
    heading, place, inside = "", None, list[str]()
    for line in sheet.splitlines():
        if place is not None and line == "```":
            blocks[place] = "\n".join(inside) + "\n"
            place = None
        elif place is not None:
            inside.append(line)
        elif found := _HEADING.match(line):
            heading = found[1].rstrip(".")
        elif found := _OPEN.match(line):
            before = sum((one.heading, one.language) == (heading, found[1]) for one in blocks)
            place, inside = Place(heading, found[1], before + 1), []
    return blocks


def read_events(stream: str) -> list[dict[str, Any]]:
    """Return the chunks of an event stream, the terminator left out."""
    texts = [line.removeprefix("data: ") for line in stream.splitlines() if line.startswith("data: ")]
    return [json.loads(text) for text in texts if text != "[DONE]"]


def read_form(request: str) -> Form:
    """Return a raw request whose body is a form."""
    line, _, rest = request.partition("\n")
    method, path, _ = line.split()
    message = email.message_from_string(rest, _class=EmailMessage, policy=email.policy.HTTP)
    return Form(method, path, tuple(_part(part) for part in message.iter_parts()))


def _part(part: MIMEPart) -> Part:
    name = part.get_param("name", header="content-disposition")
    given = part["content-type"]
    return Part(str(name), part.get_filename(), given and str(given), str(part.get_payload()).strip())
