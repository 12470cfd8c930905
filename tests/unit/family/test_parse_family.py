"""family.toml: what it may say, and how mistakes in it are named."""

from __future__ import annotations

import pytest

from specfold.errors import InputError
from specfold.family import Credential, MemberVersion, PackageName, VendorId, parse_family

GOOD = """
[family]
name = "shop"
allow = ["../shared/money.yaml", "../common/"]

[overrides.streaming]
binds = "operation"
requires = ["text/event-stream"]
accumulates = "accumulate:ChatAccumulator"

[members.acme-shop]
title = "Acme"
class = "Acme"
version = "1.2.0rc1"
base = ["base/shop.yaml"]
documents = ["acme/./own.yaml", "../shared/money.yaml", "../common/x.yaml"]
overlays = ["acme/acme.overlay.yaml"]
paths = ["/orders/**"]
tags = ["orders"]

[members.acme-shop.versions."2026-05"]
overlays = []

[[members.acme-shop.credentials]]
argument = "api_key"
scheme = "bearerAuth"
env = "ACME_API_KEY"
required = true

[[members.acme-shop.credentials]]
argument = "token"
header = "token"
secret = false

[members.acme-shop.bind]
streaming = ["orders.watch"]

[members.plain]
documents = ["plain.yaml"]
"""


def test_a_family_is_read_whole() -> None:
    """Every key of the file reaches its value."""
    family = parse_family(GOOD.encode())

    acme = family.members[0]
    assert family.name == "shop"
    assert (acme.vendor, acme.title, acme.class_name, acme.version) == ("acme-shop", "Acme", "Acme", "1.2.0rc1")
    assert (acme.package, acme.distribution) == ("acme_shop_client", "acme-shop-client")
    assert acme.documents == ("acme/own.yaml", "../shared/money.yaml", "../common/x.yaml")
    assert acme.credentials[0] == Credential(argument="api_key", scheme="bearerAuth", env="ACME_API_KEY", required=True)
    assert (acme.credentials[1].header, acme.credentials[0].secret, acme.credentials[1].secret) == (
        "token",
        True,
        False,
    )
    assert acme.binds == {"streaming": ("orders.watch",)}
    assert acme.versions["2026-05"] == MemberVersion(
        name="2026-05", base=acme.base, documents=acme.documents, overlays=()
    )
    assert acme.at_version("2026-05").overlays == ()
    assert acme.line == 11
    assert family.overrides[0].accumulates == "accumulate:ChatAccumulator"
    assert family.overrides[0].line == 6


def test_one_plain_document_is_a_family() -> None:
    """A member needs a document and nothing else."""
    family = parse_family(b'[members.plain]\ndocuments = ["plain.yaml"]\n')

    plain = family.members[0]
    assert (plain.title, plain.class_name, plain.package) == ("plain", "Plain", "plain_client")
    assert family.member("plain") is plain
    assert family.member("other") is None
    assert family.override("other") is None


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("title = ", "titel = ", 12, "unknown key 'titel' in [members.acme-shop]\n  hint: did you mean 'title'?"),
        ("[family]", "[familie]", 2, "unknown key 'familie'"),
        ('name = "shop"', "qqq = 1", 3, "known keys: allow, name"),
        ('"1.2.0rc1"', '"one two"', 14, "expected a version such as 0.1.0, found 'one two'"),
        ('class = "Acme"', 'class = "acme shop"', 13, "expected a class name"),
        ('class = "Acme"', 'package = "Acme"', 13, "expected a Python identifier in lower case, found 'Acme'"),
        ('class = "Acme"', 'distribution = "../x"', 13, "expected a distribution name, found '../x'"),
        ('title = "Acme"', 'title = ""', 12, "expected a string that is not empty"),
        ('["base/shop.yaml"]', '["../base/shop.yaml"]', 15, "the input '../base/shop.yaml' lies outside the family"),
        ('["base/shop.yaml"]', '["/etc/passwd"]', 15, "lies outside the family"),
        ('["base/shop.yaml"]', '["a/../../x.yaml"]', 15, "lies outside the family"),
        ('["base/shop.yaml"]', '["https://x/y.yaml"]', 15, "lies outside the family"),
        ('["base/shop.yaml"]', '"base/shop.yaml"', 15, "expected an array of strings as 'base'"),
        ('["base/shop.yaml"]', "[1]", 15, "expected an array of strings"),
        ('["base/shop.yaml"]', '["a.yaml", "a.yaml"]', 15, "names something twice"),
        ("overlays = []", "", 21, "[members.acme-shop.versions.2026-05] is empty"),
        ('versions."2026-05"', 'versions."../x"', 21, "the name of a version"),
        ('scheme = "bearerAuth"', 'scheme = "bearerAuth"\nheader = "x"', 24, "expected one of 'scheme' and 'header'"),
        ('"api_key"', '"api-key"', 25, "expected an identifier as 'argument'"),
        ('"ACME_API_KEY"', '"acme key"', 27, "expected an environment variable as 'env'"),
        ("secret = false", "secret = 0", 33, "expected true or false as 'secret'"),
        ("required = true", "required = 1", 28, "expected true or false as 'required'"),
        (
            '[[members.acme-shop.credentials]]\nargument = "token"',
            "[[members.acme-shop.credentials]]\n[members.x]\nq = 1",
            30,
            "as 'argument'",
        ),
        ('streaming = ["orders.watch"]', 'streamin = ["orders.watch"]', 36, "did you mean 'streaming'?"),
        ('streaming = ["orders.watch"]', "streaming = []", 36, "binds to nothing"),
        ('"operation"', '"thing"', 7, 'expected "schema" or "operation" as \'binds\''),
        ('"accumulate:ChatAccumulator"', '"accumulate.ChatAccumulator"', 9, "expected module:Class"),
        ("[members.plain]", '[members."../x"]', 38, "the name of a member"),
        ("[members.plain]", '[members.plain]\npackage = "acme_shop_client"', 38, "have the same package"),
        ('documents = ["plain.yaml"]', "", 38, "names no document"),
        ('documents = ["plain.yaml"]', "documents = [", 39, "not TOML"),
    ],
)
def test_a_mistake_is_refused_with_its_line(old: str, new: str, line: int, words: str) -> None:
    """A mistake is named with the line it is on and what to do."""
    assert old in GOOD

    with pytest.raises(InputError) as caught:
        parse_family(GOOD.replace(old, new, 1).encode())

    assert words in str(caught.value)
    assert caught.value.line == line
    assert caught.value.source == "openapi/family.toml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"[family]\nname = 'x'\n", "the family has no member"),
        (b"members = 1\n", "expected a table as 'members'"),
        (b"[members]\nx = 1\n", "expected a table as 'members'"),
        (
            b"[members.x]\ndocuments = ['a']\ncredentials = 1\n",
            "expected an array of tables ([[members.x.credentials]])",
        ),
        (b"\xff", "expected UTF-8"),
    ],
)
def test_a_file_of_another_shape_is_refused(text: bytes, words: str) -> None:
    """A file that is no family at all is refused in words."""
    with pytest.raises(InputError) as caught:
        parse_family(text)

    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["", "A", "../x", "a/b", "a b", "-a", "a-", "a--b", "é", "a\n"])
def test_vendor_ids_are_safe_directory_names(text: str) -> None:
    """What is no plain name never becomes a vendor."""
    with pytest.raises(ValueError, match="expected lower-case letters"):
        VendorId(text)


@pytest.mark.parametrize("text", ["", "a-b", "1a", "class", "A", "a.b", "é"])
def test_package_names_are_identifiers(text: str) -> None:
    """What is no identifier never becomes a package."""
    with pytest.raises(ValueError, match="expected a Python identifier"):
        PackageName(text)
