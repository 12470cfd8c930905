"""What importing a client loads: no HTTP library before a client is made, and only what annotations and errors need."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

LOADED = """
import json, sys
from {package} import {names}
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""

LATER = """
import {package}
names = dir({package})
assert set({package}.__all__) <= set(names)
assert {package}.params.__name__ == "{package}.params"
assert all(getattr({package}, name) is not None for name in names)
"""


@pytest.mark.parametrize(
    ("package", "names"),
    [
        ("nexos_client", "Nexos, AsyncNexos, APIError, RateLimitError"),
        ("nexllm_client", "NexLLM, AsyncNexLLM"),
        ("ragparams_client", "RagParams, AsyncRagParams"),
        ("telnyx_client", "Telnyx, AsyncTelnyx"),
    ],
)
def test_importing_a_client_loads_no_http_library(package: str, names: str) -> None:
    """The classes and the errors are there; httpx, TLS and JSON decoders come with the first client."""
    program = LOADED.format(package=package, names=names)

    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)

    loaded = set(json.loads(done.stdout))
    assert {package, "attrs"} <= loaded
    assert loaded.isdisjoint({"httpx", "httpcore", "ssl", "asyncio", "email", "msgspec", "urllib"})


@pytest.mark.parametrize("package", ["nexos_client", "nexllm_client", "ragparams_client", "telnyx_client"])
def test_what_is_imported_later_is_there_when_asked_for(package: str) -> None:
    """Every public name of a client, the types of its parameters among them, is listed and an attribute of the package."""
    done = subprocess.run(
        [sys.executable, "-c", LATER.format(package=package)], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
