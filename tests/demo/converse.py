"""
Holds one streamed conversation with a tool call through an installed client and prints it as a transcript.

Knows the public face that all clients share and the standard library; knows no vendor and nothing of specfold.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from typing import Any

MODEL = "demo-model"
QUESTION = "What is the weather in Lisbon?"
TOOL: dict[str, Any] = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Look up the weather of a city.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string", "enum": ["Lisbon"]}},
            "required": ["city"],
            "additionalProperties": False,
        },
    },
}
MAX_TURNS = 4


def main() -> int:
    """Hold the conversation; return 0 when a tool ran and a final answer came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", required=True)
    parser.add_argument("--class", dest="class_name", required=True)
    parser.add_argument("--base-url", required=True)
    arguments = parser.parse_args()

    package = importlib.import_module(arguments.package)
    print(f"\n--- {arguments.class_name} from {arguments.package}, at {arguments.base_url} ".ljust(100, "-"))
    with getattr(package, arguments.class_name)(base_url=arguments.base_url) as client:
        calls, answer = converse(client)
    if calls and answer:
        print(f"{'':11}[{calls} tool call, {len(answer)} characters of answer, all streamed]", flush=True)
        return 0
    print(f"failed: {calls} tool calls, final answer {answer!r}", file=sys.stderr)
    return 1


def converse(client: Any) -> tuple[int, str]:
    """Ask, run the tools the assistant calls, send their results back; return the number of calls and the answer."""
    messages: list[dict[str, Any]] = [{"role": "user", "content": QUESTION}]
    say("user", QUESTION)
    calls = 0
    for _ in range(MAX_TURNS):
        turn = stream_turn(client, messages)
        messages.append(turn)
        if not turn.get("tool_calls"):
            return calls, turn["content"]
        for call in turn["tool_calls"]:
            calls += 1
            result = run_tool(call["function"])
            say("tool", result)
            messages.append({"role": "tool", "tool_call_id": call["id"], "content": result})
    return calls, ""


def stream_turn(client: Any, messages: list[dict[str, Any]]) -> dict[str, Any]:
    """Stream one turn of the assistant, printing text as it arrives; return it as a message to send back."""
    with client.chat.completions.create(model=MODEL, messages=messages, tools=[TOOL], stream=True) as stream:
        print(f"{'assistant':>10} ", end="")
        for piece in stream.text_stream:
            print(piece, end="", flush=True)
        reply = stream.final()
    turn: dict[str, Any] = {"role": "assistant", "content": stream.text}
    if reply.tool_calls != stream.tool_calls:
        raise SystemExit(f"the reply has {reply.tool_calls}, the stream had {stream.tool_calls}")
    if reply.tool_calls:
        turn["tool_calls"] = reply.tool_calls
        print(", ".join("{name}({arguments})".format(**call["function"]) for call in reply.tool_calls), end="")
    print(flush=True)
    return turn


def run_tool(function: dict[str, str]) -> str:
    """Execute the one tool there is; return its result as JSON text."""
    if function["name"] != TOOL["function"]["name"]:
        raise SystemExit(f"the assistant called {function['name']!r}, which was not offered")
    city = json.loads(function["arguments"])["city"]
    return json.dumps({"city": city, "celsius": 21, "sky": "clear"})


def say(role: str, text: str) -> None:
    """Print one line of the transcript."""
    print(f"{role:>10} {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
