"""What importing a client loads: no HTTP library before a client is made, and only what annotations and errors need."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LOADED = """
import json, sys
from {package} import {names}
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
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

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    loaded = set(json.loads(done.stdout))
    assert {package, "attrs"} <= loaded
    assert loaded.isdisjoint({"httpx", "httpcore", "ssl", "asyncio", "email", "msgspec", "urllib"})
