"""The documents of the mock's tests, read from `documents/`."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette

from specfold.document import JsonObject
from specfold.mock.application import create_application
from specfold.reading import parse_document


def read(name: str) -> JsonObject:
    """Return a document of `documents/`."""
    return parse_document((Path(__file__).parent / "documents" / f"{name}.yaml").read_bytes(), name).value


@pytest.fixture(scope="session")
def talk() -> JsonObject:
    """Give a conversation with errors as an object."""
    return read("talk")


@pytest.fixture(scope="session")
def strict() -> JsonObject:
    """Give a conversation with errors as a list of places."""
    return read("strict")


@pytest.fixture(scope="session")
def shelf() -> JsonObject:
    """Give collections, files and odd media types."""
    return read("shelf")


@pytest.fixture
def shelves(shelf: JsonObject) -> Starlette:
    """Give the application of collections, with nothing in them."""
    return create_application(shelf)
