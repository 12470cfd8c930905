"""JSON bytes to values and back, the same with msgspec and without."""

from __future__ import annotations

import importlib.util
import math
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overrides import codec
from overrides.codec import MAX_DEPTH, JsonError, decode_json, decode_with_stdlib, encode_json, json_decoder

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


decode_with_msgspec = json_decoder()


def outcome(decode: Any, data: bytes) -> str:
    """Return what decoding gives, types told apart, or that it fails."""
    try:
        return repr(decode(data))
    except JsonError:
        return "refused"


@pytest.mark.parametrize("decode", [decode_with_stdlib, decode_with_msgspec, decode_json])
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b' {"a": [1, 1.0, true, null, "\\u00e9"]} ', {"a": [1, 1.0, True, None, "é"]}),
        (b'{"a": 1, "a": 2}', {"a": 2}),
        (b"123456789012345678901234567890", 123456789012345678901234567890),
        (b"-0", 0),
        (b'"\xff"', "\ufffd"),
        (b'\xef\xbb\xbf"bom"', "bom"),
        (b'"\\ud83d"', "\ud83d"),
        (b'"\\ud83d\\ude00"', "😀"),
    ],
)
def test_what_decodes(decode: Any, data: bytes, expected: Any) -> None:
    """Valid JSON decodes; invalid UTF-8 is replaced, a byte order mark dropped, a lone surrogate kept."""
    decoded = decode(data)

    assert decoded == expected
    assert repr(decoded) == repr(expected)


@pytest.mark.parametrize("decode", [decode_with_stdlib, decode_with_msgspec])
@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"NaN", b"[Infinity]", b"-Infinity", b"1e400", b"{'a': 1}", b"1 2", b'"\n"', b"01", b"[" * 100_000],
)
def test_what_is_refused(decode: Any, data: bytes) -> None:
    """What the standard does not call JSON is refused with one kind of error."""
    with pytest.raises(JsonError):
        decode(data)


@given(json_values)
def test_both_ways_agree_on_json(value: Any) -> None:
    """What we encode decodes to the same value both ways."""
    data = encode_json(value)

    assert repr(decode_with_msgspec(data)) == repr(decode_with_stdlib(data)) == repr(value)


@given(st.lists(st.sampled_from([*'{}[]:,"\\eE+-.0123456789', "true", "null", '"a"', " ", "\\u00"]), max_size=12))
def test_both_ways_agree_on_almost_json(tokens: list[str]) -> None:
    """What is almost JSON is refused by both, or means the same to both."""
    data = "".join(tokens).encode()

    assert outcome(decode_with_msgspec, data) == outcome(decode_with_stdlib, data)


@pytest.mark.parametrize("decode", [decode_with_stdlib, decode_with_msgspec])
@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}"), (b'[{"\\"[":', b"}]")])
def test_depth_is_bounded(decode: Any, opening: bytes, closing: bytes) -> None:
    """What nests as deep as allowed is read, one level more is refused, however the levels are written."""
    levels = MAX_DEPTH // (opening.count(b"{") + opening.startswith(b"["))

    assert decode(opening * levels + b"1" + closing * levels)
    with pytest.raises(JsonError, match="too deeply"):
        decode(b"[" + opening * levels + b"1" + closing * levels + b"]")


@pytest.mark.parametrize("decode", [decode_with_stdlib, decode_with_msgspec])
def test_only_brackets_outside_texts_nest(decode: Any) -> None:
    """Texts may hold any number of brackets, and arrays any number of arrays beside each other."""
    value = [["[{" * 1000, '\\"[[' * 1000, {}]] * 1000

    assert decode(encode_json(value)) == value


def test_encoding_is_compact_utf8() -> None:
    """No space is wasted, and text stays readable."""
    assert encode_json({"a": [1, "é"], "b": None}) == '{"a":[1,"é"],"b":null}'.encode()


def test_a_lone_surrogate_is_escaped() -> None:
    """What has no UTF-8 is sent escaped, and comes back the same."""
    assert encode_json("\ud83d") == b'"\\ud83d"'


@pytest.mark.parametrize("value", [math.nan, math.inf, b"bytes", {1, 2}, object(), {(1,): 2}])
def test_what_is_no_json_is_not_encoded(value: Any) -> None:
    """Numbers that are not finite, bytes and objects are refused, not turned into something else."""
    with pytest.raises(JsonError):
        encode_json({"a": [value]})


def test_a_circle_is_not_encoded() -> None:
    """A container that holds itself, or is nested beyond reason, is refused."""
    circle: list[Any] = []
    circle.append(circle)
    deep: Any = 1
    for _ in range(100_000):
        deep = [deep]

    for value in (circle, deep):
        with pytest.raises(JsonError):
            encode_json(value)


def test_without_msgspec_the_standard_library_decodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where msgspec is not installed, the standard library decodes; where it is, importing the module does not load it."""
    monkeypatch.setitem(sys.modules, "msgspec", None)
    spec = importlib.util.spec_from_file_location("codec_alone", codec.__file__)
    assert spec is not None
    assert spec.loader is not None
    alone = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(alone)

    assert alone.json_decoder() is alone.decode_with_stdlib
    assert alone.decode_json(b'{"a":1}') == {"a": 1}
    assert decode_with_msgspec is not decode_with_stdlib
