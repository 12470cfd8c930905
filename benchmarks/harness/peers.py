"""The two sides of every comparison: a generated client and the `openai` package, pointed at the same server."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

from benchmarks.harness.answers import Scenario

ROOT: Final = Path(__file__).parents[2]
VENDOR: Final = "telnyx"
PACKAGE: Final = f"{VENDOR}_client"
ASK: Final[dict[str, Any]] = {"model": "m", "messages": [{"role": "user", "content": "How is it in Brest?"}]}


def use_this_tree() -> None:
    """Import the client of this tree, whether or not another copy is installed."""
    sys.path.insert(0, str(ROOT / "generated" / VENDOR))


def our_client(url: str, scenario: Scenario, **options: Any) -> Any:
    """Return our synchronous client."""
    from telnyx_client import Telnyx

    return Telnyx("key", base_url=url + scenario.path, **options)


def our_async_client(url: str, scenario: Scenario, **options: Any) -> Any:
    """Return our asynchronous client."""
    from telnyx_client import AsyncTelnyx

    return AsyncTelnyx("key", base_url=url + scenario.path, **options)


def their_client(url: str, scenario: Scenario, **options: Any) -> Any:
    """Return the peer's synchronous client."""
    from openai import OpenAI

    return OpenAI(api_key="key", base_url=url + scenario.path, **options)


def their_async_client(url: str, scenario: Scenario, **options: Any) -> Any:
    """Return the peer's asynchronous client."""
    from openai import AsyncOpenAI

    return AsyncOpenAI(api_key="key", base_url=url + scenario.path, **options)
