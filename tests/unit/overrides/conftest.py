"""What tests of the runtime share: no waiting, no credentials in the environment."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ACME_KEY", "ACME_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
