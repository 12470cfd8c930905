"""Request bodies."""

from __future__ import annotations

import pytest

from specfold.mock.content import UnreadableBodyError, choose_media_type, read_body
from specfold.mock.shape import Shapes

SHAPES = Shapes({})
SCHEMA = {
    "type": "object",
    "properties": {
        "file": {"type": "string", "format": "binary"},
        "size": {"type": "integer"},
        "is_new": {"type": "boolean"},
        "none": {"type": ["null", "integer"]},
        "words[]": {"type": "array", "items": {"type": "string"}},
        "numbers": {"type": "array", "items": {"type": "number"}},
        "more": {"type": "object"},
        "either": {"anyOf": [{"type": "string"}, {"type": "array"}]},
    },
}
MULTIPART = (
    b'preamble\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n\x00\xff\r\n\r\n--b--\r\n'
)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("application/json; charset=utf-8", "application/json"),
        ("application/vnd.x+json", "application/*"),
        ("image/png", "*/*"),
        ("", "application/json"),
    ],
)
def test_the_most_exact_media_type_is_taken(sent: str, expected: str) -> None:
    """A content type is met by itself, by its range, by any; without one JSON is assumed."""
    assert choose_media_type(("*/*", "application/*", "application/json"), sent) == expected


def test_a_media_type_nobody_declared_is_none() -> None:
    """A content type that is not declared is met by nothing."""
    assert choose_media_type(("application/json",), "text/plain") is None
    assert choose_media_type((), "") is None


@pytest.mark.parametrize("data", [b"{", b"[NaN]", b"\xff", b"[" * 100_000])
def test_broken_json_is_told(data: bytes) -> None:
    """A body that is not JSON is refused with a reason."""
    with pytest.raises(UnreadableBodyError, match="not valid JSON"):
        read_body(data, "application/json", schema=True, shapes=SHAPES)


def test_form_members_take_the_types_of_their_schema() -> None:
    """Texts of a form become the numbers, flags, arrays and objects that the schema asks for."""
    data = (
        b"size=4&is_new=true&none=&words[]=a&words[]=b&numbers=1&numbers=2.5&more={%22a%22:1}&either=x&other=1&size2=x"
    )

    body = read_body(data, "application/x-www-form-urlencoded", schema=SCHEMA, shapes=SHAPES)

    assert body.value == {
        "size": 4, "is_new": True, "none": None, "words[]": ["a", "b"], "numbers": [1, 2.5], "more": {"a": 1},
        "either": "x", "other": "1", "size2": "x",
    }  # fmt: skip  # one line reads better


def test_what_is_no_number_stays_a_text() -> None:
    """A text that is not what the schema asks for is left for validation to refuse."""
    body = read_body(b"size=big&is_new=1&more=5", "application/x-www-form-urlencoded", schema=SCHEMA, shapes=SHAPES)

    assert body.value == {"size": "big", "is_new": "1", "more": "5"}


def test_repeated_texts_without_an_array_stay_apart() -> None:
    """A member sent twice where one is wanted is a list, which validation refuses."""
    body = read_body(b"size=1&size=2", "application/x-www-form-urlencoded", schema=SCHEMA, shapes=SHAPES)

    assert body.value == {"size": [1, 2]}


def test_files_keep_their_bytes() -> None:
    """A file of a multipart body keeps its name and every byte."""
    body = read_body(MULTIPART, "multipart/form-data; boundary=b", schema=SCHEMA, shapes=SHAPES)

    assert [(one.name, one.filename, one.content) for one in body.uploads] == [("file", "a.bin", b"\x00\xff\r\n")]
    assert body.value == {"file": "\x00ÿ\r\n"}


@pytest.mark.parametrize("media_type", ["multipart/form-data", "multipart/form-data; boundary=c"])
def test_a_broken_multipart_body_is_told(media_type: str) -> None:
    """A multipart body without its boundary is refused."""
    with pytest.raises(UnreadableBodyError, match="boundary"):
        read_body(MULTIPART, media_type, schema=SCHEMA, shapes=SHAPES)


def test_other_bodies_are_files() -> None:
    """A body of any other type is kept as the bytes it is."""
    body = read_body(b"\x01", "image/png", schema=True, shapes=SHAPES)

    assert body.uploads[0].content == b"\x01"
