"""
Exercises an installed client against a server: whole and streamed replies, sync and async, refusals on both sides.

Knows the public face that all clients share and the standard library; knows no vendor and nothing of specfold.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import sys
from types import ModuleType
from typing import Any

CREDENTIAL = "demo-credential"  # what stage.py puts into the environment
ASK: dict[str, Any] = {"model": "demo-model", "messages": [{"role": "user", "content": "hi"}]}
WRONG: dict[str, Any] = {"model": "demo-model", "messages": 5}


def main() -> int:
    """Run every exercise; return 0, or the number of those that failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", required=True)
    parser.add_argument("--class", dest="class_name", required=True)
    parser.add_argument("--base-url", required=True)
    arguments = parser.parse_args()

    package = importlib.import_module(arguments.package)
    sync_class = getattr(package, arguments.class_name)
    async_class = getattr(package, f"Async{arguments.class_name}")
    failures = list(exercise_sync(package, sync_class, base_url=arguments.base_url))
    failures += asyncio.run(exercise_async(async_class, arguments.base_url))
    for failure in failures:
        print(f"{arguments.package}: {failure}", file=sys.stderr)
    print(f"{arguments.package}: {'exercised' if not failures else f'{len(failures)} failures'}", flush=True)
    return len(failures)


def exercise_sync(package: ModuleType, client_class: Any, *, base_url: str) -> list[str]:
    """Return what the blocking client gets wrong."""
    failures = []
    with client_class(base_url=base_url) as client:
        reply = client.chat.completions.create(**ASK)
        if not reply.choices[0].message.content or reply.tool_calls:
            failures.append(f"whole reply: {reply}")
        raw = client.chat.completions.with_raw_response.create(**ASK)
        if raw.status_code != 200 or not raw.parse().choices:
            failures.append(f"raw reply: {raw.status_code}")
        with client.with_options(timeout=30, max_retries=0).chat.completions.create(**ASK, stream=True) as stream:
            texts = list(stream.text_stream)
            final = stream.final()
        if not texts or final.choices[0].message.content != "".join(texts):
            failures.append(f"streamed reply: {texts}")
        if CREDENTIAL in repr(client):
            failures.append("the credential shows in repr(client)")
        failures += check_refusal(client, package.RequestValidationError)
    with client_class(base_url=base_url, validate_requests=False) as client:
        failures += check_refusal(client, package.APIStatusError)
    return failures


def check_refusal(client: Any, expected: type[Exception]) -> list[str]:
    """Return what is wrong with how a bad request is refused."""
    try:
        client.chat.completions.create(**WRONG)
    except expected as error:
        return [] if str(error) and CREDENTIAL not in str(error) else [f"{expected.__name__} gives no reason"]
    return [f"a bad request raised no {expected.__name__}"]


async def exercise_async(client_class: Any, base_url: str) -> list[str]:
    """Return what the asynchronous client gets wrong."""
    failures = []
    async with client_class(base_url=base_url) as client:
        replies = await asyncio.gather(*(client.chat.completions.create(**ASK) for _ in range(4)))
        if not all(reply.choices[0].message.content for reply in replies):
            failures.append("whole replies side by side")
        async with await client.chat.completions.create(**ASK, stream=True) as stream:
            chunks = [chunk async for chunk in stream]
        if not chunks or not stream.text:
            failures.append(f"streamed reply: {len(chunks)} chunks, text {stream.text!r}")
    return failures


if __name__ == "__main__":
    sys.exit(main())
