"""The text of family.toml grows by a member, or begins."""

from __future__ import annotations

import attrs

from specfold.family import SHIPPED_OVERRIDES, Member, append_member, begin_family, parse_family

FIRST = '# Ours.\n[family]\nname = "shop"\n\n[members.first]  # the first\ndocuments = ["a.yaml"]\n'
MEMBER = parse_family(
    b"""
[family]
[overrides.calls]
binds = "schema"
[members.my-shop]
title = 'My "shop" \\ \xc3\xa9'
base = ["base/a.yaml", "base/a-name-that-is-rather-long.yaml", "base/another-name-that-is-rather-long.yaml", "base/b.yaml"]
documents = ["d.yaml"]
overlays = ["o.yaml"]
paths = ["/a*"]
tags = ["t"]
[[members.my-shop.credentials]]
argument = "api_key"
scheme = "bearer"
env = "MY_SHOP_API_KEY"
required = true
[[members.my-shop.credentials]]
argument = "user"
header = "x-user"
secret = false
[members.my-shop.bind]
calls = ["Reply"]
"""
).members[0]


def plain(member: Member | None) -> Member | None:
    """Return a member without the place of its declaration."""
    return None if member is None else attrs.evolve(member, line=None)


def test_a_family_begins_with_what_the_runtime_offers() -> None:
    """A new family.toml declares the overrides that come with specfold, and can be read once it has a member."""
    text = append_member(begin_family("shop", SHIPPED_OVERRIDES), attrs.evolve(MEMBER, binds={}))

    family = parse_family(text.encode())

    assert family.name == "shop"
    assert tuple(attrs.evolve(one, line=None) for one in family.overrides) == SHIPPED_OVERRIDES
    assert plain(family.member("my-shop")) == plain(attrs.evolve(MEMBER, binds={}))


def test_a_member_comes_at_the_end_and_leaves_the_rest_alone() -> None:
    """What stands in family.toml, comments too, stays byte for byte."""
    text = append_member(FIRST, attrs.evolve(MEMBER, binds={}), remark="It streams.\nIt sells.")

    assert text.startswith(FIRST + "\n# It streams.\n# It sells.\n[members.my-shop]\n")
    assert [member.vendor for member in parse_family(text.encode()).members] == ["first", "my-shop"]


def test_every_key_survives_writing_and_reading() -> None:
    """A member that is written and read again is the same."""
    text = append_member('[family]\n\n[overrides.calls]\nbinds = "schema"\n', MEMBER)

    family = parse_family(text.encode())

    assert plain(family.member("my-shop")) == plain(MEMBER)
    assert max(len(line) for line in text.splitlines()) <= 120
