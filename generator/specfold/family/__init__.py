"""What `family.toml` says, as values; knows nothing of the documents it names."""

from __future__ import annotations

from specfold.family.model import (
    Credential,
    Family,
    Member,
    MemberVersion,
    OverrideDeclaration,
    PackageName,
    VendorId,
)
from specfold.family.parse import parse_family
from specfold.family.scaffold import SHIPPED_OVERRIDES, append_member, begin_family

__all__ = [
    "SHIPPED_OVERRIDES",
    "Credential",
    "Family",
    "Member",
    "MemberVersion",
    "OverrideDeclaration",
    "PackageName",
    "VendorId",
    "append_member",
    "begin_family",
    "parse_family",
]
