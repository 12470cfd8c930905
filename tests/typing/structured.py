"""What type checkers say of classes that are asked for and of tools: checked like `calls`, never run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict, assert_type

from nexos_client import AsyncNexos, Nexos, Tool, ToolRun, models, parsed_as, run_tools, run_tools_async
from telnyx_client import Telnyx
from telnyx_client import parsed_as as telnyx_parsed_as


@dataclass
class Verdict:
    """Be what is asked for."""

    fair: bool


class Row(TypedDict):
    """Be the same as a dict."""

    fair: bool


def weather(city: str) -> str:
    """Tell the weather."""
    return city


def structured(client: Nexos, telnyx: Telnyx) -> None:
    """An answer read as a class is of that class, whether or not the document takes classes."""
    reply = client.chat.completions.create(model="m", messages=[], response_format=Verdict)
    assert_type(parsed_as(reply.choices[0].message, Verdict), Verdict)
    assert_type(parsed_as(reply.choices[0].message, Row), Row)
    assert_type(parsed_as(reply.choices[0].message, list[int]), list[int])
    assert_type(telnyx_parsed_as(telnyx.chat.completions.create(messages=[]).choices[0].message, Verdict), Verdict)
    client.chat.completions.create(model="m", messages=[], response_format=Verdict(fair=True))  # type: ignore[call-overload]  # no class
    parsed_as(reply, Verdict)  # type: ignore[arg-type]  # no message


async def tools(client: Nexos, asynchronous: AsyncNexos) -> None:
    """A loop gives the reply of its client, and takes functions, tools, and what the vendor runs; the client has to fit it."""
    search = models.WebSearchTool(type="web_search")
    run = run_tools(
        client.chat.completions, [weather, Tool.of(weather), {"type": "rag"}, search], messages=[], model="m"
    )
    assert_type(run, ToolRun[models.ChatCompletionsResponse])
    again = await run_tools_async(asynchronous.chat.completions, [weather], messages=[], model="m")
    assert_type(again.reply, models.ChatCompletionsResponse)
    run_tools(asynchronous.chat.completions, [weather], messages=[])  # type: ignore[type-var]  # has to be awaited
    await run_tools_async(client.chat.completions, [weather], messages=[])  # type: ignore[arg-type]  # cannot be awaited
    run_tools(client.chat.completions, ["weather"], messages=[])  # type: ignore[list-item]  # no tool
