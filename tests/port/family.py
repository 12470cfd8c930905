"""Documents of this repository's family, the requests written from the vendors' descriptions, and their mocks."""

from __future__ import annotations

import functools
import json
from itertools import permutations
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from specfold.document import Document
from specfold.family import Family, parse_family
from specfold.merge import merge_member
from specfold.mock.application import create_application
from specfold.world.documents import DocumentReader
from specfold.world.family_folder import FamilyFolder

ROOT = Path(__file__).parents[2]
REQUESTS = Path(__file__).parent / "requests"
FAMILY: Family = parse_family((ROOT / "openapi" / "family.toml").read_bytes(), "openapi/family.toml")
VENDORS = [member.vendor for member in FAMILY.members]
PAIRS = list(permutations(VENDORS, 2))


@functools.cache
def document_of(vendor: str) -> Document:
    """Return the merged document of a vendor."""
    member = FAMILY.member(vendor)
    assert member is not None
    return merge_member(member, DocumentReader(FamilyFolder(ROOT))).document


@functools.cache
def mock_of(vendor: str) -> Starlette:
    """Return the mock of a vendor."""
    return create_application(document_of(vendor).value)


def requests_of(vendor: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the requests written from a vendor's description, each with what it is about."""
    found = json.loads((REQUESTS / f"{vendor}.json").read_text("utf-8"))
    return [(one["name"], one["request"]) for one in found]
