"""What tests over sockets share: our transports in both forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.sockets.forms import Async, Form, Maker, Sync


@pytest.fixture(params=[Sync, Async])
def make(request: pytest.FixtureRequest) -> Iterator[Maker]:
    """Make transports of one form that end with the test."""
    made: list[Form] = []

    def make(**options: Any) -> Form:
        made.append(request.param(**options))
        return made[-1]

    yield make
    for form in made:
        form.end()
