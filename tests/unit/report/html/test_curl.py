"""Requests as shell commands: read by a real shell, nothing of a document is obeyed."""

from __future__ import annotations

import shlex

from specfold.compare.whole_request import WholeRequest
from specfold.report.html.curl import write_curl

HOSTILE = "$(touch x)`id`'\";\n\u202e"


def test_a_command_leaves_server_and_key_to_the_reader() -> None:
    """The command names method, path, headers and body; address and key are variables of the shell."""
    request = WholeRequest(method="POST", path="/a", headers=(("x-b", "1"),), body={"m": ["é"]}, has_body=True)

    assert write_curl(request).splitlines() == [
        'curl --globoff -X POST "$BASE_URL"/a \\',
        '  -H "Authorization: Bearer $API_KEY" \\',
        "  -H 'x-b: 1' \\",
        "  -H 'Content-Type: application/json' \\",
        '  --data-raw \'{"m": ["\\u00e9"]}\'',
    ]


def test_the_shell_obeys_nothing_of_a_document() -> None:
    """Whatever a path, a value or a header holds reaches curl as one argument; what a terminal obeys is escaped."""
    request = WholeRequest(
        method="GET", path="/$(id)", query=(("q", HOSTILE),), headers=(("x", HOSTILE),), body=HOSTILE, has_body=True
    )

    command = write_curl(request)

    words = shlex.split(command)
    assert words[4] == "$BASE_URL/$(id)?q=%24%28touch+x%29%60id%60%27%22%3B%0A%E2%80%AE"
    assert words[-1] == '"$(touch x)`id`\'\\";\\n\\u202e"'
    assert command.isascii()
    assert sum(word == "-H" for word in words) == 2


def test_a_method_nobody_knows_makes_no_command() -> None:
    """A method that is none of HTTP is not written into a command."""
    assert write_curl(WholeRequest(method="GET;ID", path="/")) == ""


def test_a_request_without_a_body_sends_none() -> None:
    """Without a body there is no content type and no data."""
    assert write_curl(WholeRequest(method="GET", path="/a")).endswith('"Authorization: Bearer $API_KEY"')
