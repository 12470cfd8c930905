"""Reading documents: values by YAML 1.2 and JSON, the line of every node, and clear refusals."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.document import Origin
from specfold.errors import InputError
from specfold.reading import parse_document


def read(text: str, source: str = "openapi/a.yaml") -> Any:
    """Return the value of one text."""
    return parse_document(text.encode(), source).value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("on", "on"),
        ("n", "n"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("12", 12),
        ("-0", 0),
        ("+7", 7),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("2001-01-01", "2001-01-01"),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-9223372036854776000", -9223372036854776000),
        ("'12'", "12"),
        ('"\\u00e9"', "é"),
        ("!!str 12", "12"),
        ("!!float 1", 1.0),
        ("!!int 3", 3),
        ("=", "="),
        ("{a: 1, b: [x]}", {"a": 1, "b": ["x"]}),
        ("|\n  two\n  lines\n", "two\nlines\n"),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: object) -> None:
    """A scalar means what YAML 1.2 says, not what YAML 1.1 said."""
    found = read(f"key: {text}\n")["key"]

    assert found == value
    assert type(found) is type(value)


def test_keys_are_the_text_that_was_written() -> None:
    """Keys such as response codes and `on` stay text."""
    assert read("200: a\non: b\n1.0: c\nnull: d\n") == {"200": "a", "on": "b", "1.0": "c", "null": "d"}


def test_every_node_knows_its_line_and_layer() -> None:
    """A member has the line of its key, an item its own line; the layer is kept."""
    document = parse_document(b"a:\n  b: 1\n  c:\n    - x\n    -\n      y: 2\n", "base/a.yaml", layer="base")

    lines = {"/".join(tokens): origin.line for tokens, origin in document.origins.items()}

    assert lines == {"": 1, "a": 1, "a/b": 2, "a/c": 3, "a/c/0": 4, "a/c/1": 6, "a/c/1/y": 6}
    assert document.origins["a", "b"] == Origin("base/a.yaml", 2, "base")


def test_aliases_stand_for_their_value() -> None:
    """An alias is the value of its anchor, with the lines of the anchor."""
    document = parse_document(b"a: &x\n  b: [1]\nc: *x\n&k d: *k\n", "a.yaml")

    assert document.value == {"a": {"b": [1]}, "c": {"b": [1]}, "d": "d"}
    assert document.origins["c", "b", "0"].line == 2


def test_json_is_read_with_lines() -> None:
    """JSON is read as JSON, also where the name of the file does not say so."""
    text = '{\n  "a": [1, 2.5, {"b": "\\ud83d\\ude00"}],\n  "c": {},\n  "d": [], "e": [true, false, null, -1e2]\n}\n'

    by_name, by_content = parse_document(text.encode(), "a.json"), parse_document(text.encode(), "a.yaml")

    assert by_name.value == {"a": [1, 2.5, {"b": "😀"}], "c": {}, "d": [], "e": [True, False, None, -100.0]}
    assert by_content.value == by_name.value
    assert by_name.origins["a", "2", "b"].line == 2
    assert by_name.origins["e",].line == 4


def test_a_flow_mapping_that_is_no_json_is_yaml() -> None:
    """A YAML file may start with a brace."""
    assert read("{a: 1, 'b': x}") == {"a": 1, "b": "x"}


def test_a_byte_order_mark_is_no_content() -> None:
    """A byte order mark at the start is skipped."""
    assert parse_document(b"\xef\xbb\xbfa: 1", "a.yaml").value == {"a": 1}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' is here twice, first on line 1"),
        ("200: a\n'200': b\n", 2, "the key '200' is here twice"),
        ("a: .nan\n", 1, ".nan has no form in JSON"),
        ("a: -.inf\n", 1, "-.inf has no form in JSON"),
        ("a: 1e999\n", 1, "too large for a number"),
        ("a: !!int x\n", 1, "does not fit the tag"),
        ("a: !!binary eA==\n", 1, "does not fit the tag"),
        ("a: !thing {b: 1}\n", 1, "the tag !thing has no meaning here"),
        ("a: !thing [b]\n", 1, "the tag !thing has no meaning here"),
        ("a:\n\t- b\n", 2, "hint: indent with spaces"),
        ("a: b: c\n", 1, "mapping values are not allowed"),
        ("a: 'b\n", 2, "found unexpected end of stream"),
        ("a: [1\n", 2, "not YAML"),
        ("a: \x07\n", 1, "control characters are not allowed"),
        ("a: *x\n", 1, "the alias *x has no anchor before it"),
        ("a: &x [*x]\n", 1, "the alias *x contains itself"),
        ("<<: {a: 1}\n", 1, "merge key"),
        ("? [a]\n: b\n", 1, "expected a text as key"),
        ("a: 1\n---\nb: 1\n", 2, "found a second one"),
        ("a: " + "[" * 300 + "]" * 300, 1, "nested more than 200 levels deep"),
        ("- " * 5000, 1, "nested more than 200 levels deep"),
        ("- a\n", 1, "expected an object at the root of the document, found an array"),
        ("text\n", 1, "found a string"),
        ("12\n", 1, "found a number"),
        ("true\n", 1, "found a boolean"),
        ("", 1, "found nothing"),
        ("{}\n{}", 2, "did not find expected"),
    ],
)
def test_bad_yaml_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    """What is no YAML, or no YAML that JSON can hold, is refused with file, line and a hint."""
    with pytest.raises(InputError) as caught:
        read(text)

    assert caught.value.source == "openapi/a.yaml"
    assert caught.value.line == line
    assert words in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{"a": 1,\n "a": 2}', 2, "the key 'a' is here twice, first on line 1"),
        ('{"a": NaN}', 1, "expected a value"),
        ('{"a": Infinity}', 1, "expected a value"),
        ('{"a": 1e999}', 1, "too large for a number"),
        ('{"a": 1', 1, "expected ',' or '}'"),
        ('{"a": [1', 1, "expected ',' or ']'"),
        ('{"a"\n1}', 2, "expected ':' after a name"),
        ("{a: 1}", 1, "expected a name in double quotes"),
        ('{"a": "\n"}', 1, "Invalid control character"),
        ('{"a": 1} x', 1, "expected the end of the document"),
        ('{"a": ', 1, "the text ends too early"),
        ('{"a": ' + "[" * 300, 1, "nested more than 200 levels deep"),
        ('{"a": ' + "9" * 5000 + "}", 1, "not JSON"),
        ("[]", 1, "expected an object at the root"),
    ],
)
def test_bad_json_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    """What is no JSON is refused with file, line and a hint."""
    with pytest.raises(InputError) as caught:
        read(text, "a.json")

    assert caught.value.line == line
    assert words in str(caught.value)
    assert caught.value.hint


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    """Another encoding is named as such, with its line."""
    with pytest.raises(InputError, match="expected UTF-8, found the byte 0xe9") as caught:
        parse_document(b"a: 1\nb: \xe9\n", "a.yaml")

    assert caught.value.line == 2


@pytest.mark.parametrize("leaf", ["x", "{k: x}"])
def test_aliases_of_aliases_are_bounded(leaf: str) -> None:
    """A document that expands without bound is refused instead of filling the memory."""
    lines = [f"a: &a [{leaf}]"]
    lines += [
        f"{name}: &{name} [{', '.join(['*' + before] * 10)}]" for before, name in zip("abcdefg", "bcdefgh", strict=True)
    ]

    with pytest.raises(InputError, match="aliases add more than 200000 nodes"):
        read("\n".join(lines))


def test_aliases_do_not_nest_without_bound() -> None:
    """Aliases that nest deeper with each line are refused."""
    lines = ["a0: &a0 " + "[" * 60 + "]" * 60]
    lines += [f"a{i}: &a{i} {'[' * 60}*a{i - 1}{']' * 60}" for i in range(1, 5)]

    with pytest.raises(InputError, match="nested more than 200 levels deep"):
        read("\n".join(lines))
