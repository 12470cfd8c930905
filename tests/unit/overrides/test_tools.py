"""The tool loop: functions described, called and answered, within bounds; and arguments of calls."""

from __future__ import annotations

import dataclasses
import functools
import json
from types import SimpleNamespace
from typing import Annotated, Any, Literal

import attrs
import pytest

from overrides import errors
from overrides.tool import Tool
from overrides.tool_arguments import ToolArguments
from overrides.tools import run_tools, run_tools_async


@dataclasses.dataclass
class Place:
    """Be a place."""

    city: str
    country: str = "PL"


def weather(place: Place, *, unit: Literal["C", "F"] = "C", days: Annotated[int, "how many"] = 1) -> dict[str, Any]:
    """
    Tell the weather.

    For some days.
    """
    return {"at": place.city, "unit": unit, "days": days}


def fail(text: str) -> str:
    """Fail."""
    raise LookupError(text)


@attrs.define
class Call(ToolArguments):
    """Be a call of a tool."""

    id: str
    function: Any

    def to_dict(self) -> dict[str, Any]:
        """Encode."""
        return {"id": self.id, "type": "function", "function": vars(self.function)}


def call(name: str, arguments: Any) -> Call:
    """Make a call."""
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return Call(f"call-{name}", SimpleNamespace(name=name, arguments=text))


class Model:
    """Be `chat.completions` of a model that says what it was told to, one answer a round, the last for all that follow."""

    def __init__(self, *rounds: list[Call] | str) -> None:
        self.rounds = list(rounds)
        self.asked: list[dict[str, Any]] = []

    def create(self, **arguments: Any) -> Any:
        """Answer."""
        self.asked.append(arguments)
        said = self.rounds.pop(0) if len(self.rounds) > 1 else self.rounds[0]
        message = (
            SimpleNamespace(content=said, tool_calls=None)
            if isinstance(said, str)
            else SimpleNamespace(tool_calls=said)
        )
        return SimpleNamespace(choices=[SimpleNamespace(message=message)])


class AsyncModel(Model):
    """Be the same, asynchronous."""

    async def create(self, **arguments: Any) -> Any:
        """Answer."""
        return super().create(**arguments)


ASK = [{"role": "user", "content": "How is it?"}]


def test_tools_are_run_until_the_model_is_done() -> None:
    """Each call is run with values of the right types, its result handed back, and the last answer returned."""
    model = Model(
        [call("weather", {"place": {"city": "Brest"}}), call("weather", {"place": {"city": "Łódź"}, "days": 2})],
        "sunny",
    )

    run = run_tools(model, [weather], messages=ASK, model="m")

    assert run.reply.choices[0].message.content == "sunny"
    assert (run.rounds, [asked["model"] for asked in model.asked]) == (2, ["m", "m"])
    assert [result.content for result in run.results] == [
        '{"at":"Brest","unit":"C","days":1}',
        '{"at":"Łódź","unit":"C","days":2}',
    ]
    assert run.results[0].arguments == {"place": Place("Brest")}
    assert run.messages[2:4] == [
        {"role": "tool", "tool_call_id": "call-weather", "content": result.content} for result in run.results
    ]
    assert model.asked[1]["messages"] == run.messages[:-1]
    assert len(ASK) == 1


@pytest.mark.anyio
async def test_tools_are_run_asynchronously() -> None:
    """Functions may be coroutines; plain ones work too."""

    async def add(x: int, y: int) -> int:
        return x + y

    model = AsyncModel(
        [call("add", {"x": 1, "y": 2}), call("weather", {"place": {"city": "Brest"}})], [call("no", "")], "3"
    )

    run = await run_tools_async(model, [add, weather], messages=ASK)

    assert run.results[0].content == "3"
    assert (run.rounds, run.results[2].content) == (3, "error: there is no tool 'no'; known: add, weather")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("{", "error: the arguments of weather are not JSON"),
        ("[1]", "error: the arguments of weather are no JSON object but a list"),
        ("{}", "error: the arguments of weather do not fit, missing: place"),
        ({"place": {}}, "error: the arguments of weather do not fit: place.city: is missing"),
        ({"place": {"city": "x"}, "when": 1}, "error: the arguments of weather do not fit, unknown: when"),
        ({"place": {"city": "x"}, "unit": "K"}, "error: the arguments of weather do not fit: unit: 'K' is no "),
    ],
)
def test_the_model_is_told_what_is_wrong_with_a_call(arguments: Any, told: str) -> None:
    """Arguments that do not fit reach the model, not the function, and the loop goes on."""
    run = run_tools(Model([call("weather", arguments)], "sorry"), [weather], messages=ASK)

    assert run.results[0].content.startswith(told)
    assert isinstance(run.results[0].error, errors.ToolArgumentsError)
    assert run.reply.choices[0].message.content == "sorry"


@pytest.mark.parametrize("runner", ["sync", "async"])
@pytest.mark.anyio
async def test_an_exception_of_a_tool_is_the_callers_unless_reported(runner: str) -> None:
    """What a function raises is raised; with `report_errors` the model is told instead."""
    rounds: tuple[Any, ...] = ([call("fail", {"text": "lost"})], "sorry")

    async def go(**options: Any) -> Any:
        if runner == "sync":
            return run_tools(Model(*rounds), [fail], messages=ASK, **options)
        return await run_tools_async(AsyncModel(*rounds), [fail], messages=ASK, **options)

    with pytest.raises(LookupError, match="lost"):
        await go()
    run = await go(report_errors=True)

    assert run.results[0].content == "error: lost"
    assert isinstance(run.results[0].error, LookupError)


def test_the_loop_is_bounded() -> None:
    """A model that never stops calling is stopped, and the conversation so far is kept."""
    model = Model([call("weather", {"place": {"city": "x"}})])

    with pytest.raises(errors.ToolLoopError, match="still calls tools after 3 rounds") as caught:
        run_tools(model, [weather], messages=ASK, max_rounds=3)

    assert (len(model.asked), len(caught.value.messages)) == (3, 6)


def test_wrong_use_is_said() -> None:
    """Two tools of one name, no rounds, and what cannot be a tool are refused before anything is sent."""

    def positional(x: int, /) -> None: ...

    def gathered(*rest: int) -> None: ...

    def unknown(x: int) -> None: ...

    unknown.__annotations__["x"] = "Nowhere"
    model = Model("x")

    with pytest.raises(ValueError, match="same name, weather"):
        run_tools(model, [weather, weather], messages=ASK)
    with pytest.raises(ValueError, match="max_rounds"):
        run_tools(model, [weather], messages=ASK, max_rounds=0)
    for wrong, told in (
        (positional, "cannot be passed by name"),
        (gathered, "cannot be passed by name"),
        (unknown, "unknown: the type 'Nowhere' is not known"),
        (lambda x: x, "a tool cannot be called '<lambda>': write a `def`"),
        (3, "3 is no tool"),
        (Tool.of(weather).declaration(), "a function has to be run: give it itself"),
    ):
        tool: Any = wrong
        with pytest.raises(TypeError, match=told):
            run_tools(model, [tool], messages=ASK)
    assert model.asked == []


@attrs.frozen
class Search:
    """Be a model of a tool the vendor runs."""

    def to_dict(self) -> dict[str, Any]:
        """Encode."""
        return {"type": "search", "options": {}}


def test_tools_of_the_vendor_are_passed_on() -> None:
    """Mappings and models of tools stand among the functions as they are; calls of them are not ours to answer."""
    ran: Any = SimpleNamespace(to_dict=lambda: {"id": "c", "type": "search", "search": {}})
    model = Model([ran, call("weather", {"place": {"city": "Brest"}})], [ran], "never asked")

    run = run_tools(model, [{"type": "web_search"}, weather, Search()], messages=ASK)

    assert [tool["type"] for tool in model.asked[0]["tools"]] == ["web_search", "function", "search"]
    assert ([result.name for result in run.results], run.rounds) == (["weather"], 2)


def test_no_tools_are_not_sent() -> None:
    """Without tools the request has none, not an empty list."""
    model = Model("x")

    run_tools(model, [], messages=ASK)

    assert "tools" not in model.asked[0]


def test_a_loop_that_cannot_be_followed_is_refused() -> None:
    """Streams, raw answers, and tools and clients that have to be awaited are told with what to use instead."""

    async def later(x: int) -> int:
        return x

    class Later:
        async def __call__(self) -> int:
            return 1

    for tool in (later, functools.partial(later, 1), Later()):
        with pytest.raises(TypeError, match=r"the tool [Ll]ater has to be awaited: use run_tools_async"):
            run_tools(Model("x"), [tool], messages=ASK)
    awaited: Any = AsyncModel("x")
    hidden = Tool(lambda: later(1), "hidden", "", {})
    with pytest.raises(TypeError, match="the tool hidden has to be awaited"):
        run_tools(Model([call("hidden", "")], "x"), [hidden], messages=ASK)
    with pytest.raises(TypeError, match="the client has to be awaited: use run_tools_async"):
        run_tools(awaited, [weather], messages=ASK)
    with pytest.raises(TypeError, match="leave `stream` out"):
        run_tools(Model("x"), [weather], messages=ASK, stream=True)
    raw = SimpleNamespace(create=lambda **_: SimpleNamespace(headers={}))
    with pytest.raises(TypeError, match=r"no choices, it is a SimpleNamespace: give `client.chat.completions` itself"):
        run_tools(raw, [weather], messages=ASK)


@pytest.mark.anyio
async def test_an_asynchronous_loop_needs_an_asynchronous_client() -> None:
    """With a client that waits, the error says what to use."""
    model: Any = Model("x")

    with pytest.raises(TypeError, match="run_tools_async needs an asynchronous client: with this one use run_tools"):
        await run_tools_async(model, [weather], messages=ASK)


def test_a_tool_may_be_described_by_hand_and_results_are_text() -> None:
    """A description given by hand is used as it is; texts are handed back as they are, the rest as JSON."""
    given = Tool(lambda **values: values.get("x"), "echo", "", {"type": "object", "properties": {"x": {}}})
    rounds = [call("echo", {"x": value}) for value in ("text", 1.5, None)]

    run = run_tools(Model(rounds, "done"), [given], messages=ASK)

    assert [result.content for result in run.results] == ["text", "1.5", "null"]
    assert "description" not in given.declaration()["function"]


@pytest.mark.parametrize("runner", ["sync", "async"])
@pytest.mark.anyio
async def test_a_result_without_a_form_in_json_is_an_error(runner: str) -> None:
    """It is raised with the tool's name; with `report_errors` the model is told."""
    odd = Tool(lambda: {1j}, "odd", "", {})

    async def go(**options: Any) -> Any:
        if runner == "sync":
            return run_tools(Model([call("odd", "")], "done"), [odd], messages=ASK, **options)
        return await run_tools_async(AsyncModel([call("odd", "")], "done"), [odd], messages=ASK, **options)

    with pytest.raises(errors.ToolResultError, match="what odd returned has no form in JSON"):
        await go()
    run = await go(report_errors=True)

    assert run.results[0].content.startswith("error: what odd returned")
    assert isinstance(run.results[0].error, errors.ToolResultError)


def test_arguments_of_a_call_are_parsed() -> None:
    """A call gives its arguments as a dict; an empty text is no arguments; what is no JSON object is told and kept."""
    assert call("f", '{"x": 1}').parsed_arguments() == {"x": 1}
    assert call("f", "  ").parsed_arguments() == {}
    with pytest.raises(errors.ToolArgumentsError, match="the arguments of f are not JSON") as caught:
        call("f", '{"x": ').parsed_arguments()
    with pytest.raises(errors.ToolArgumentsError, match="no JSON object but a str"):
        call("f", '"x"').parsed_arguments()

    assert caught.value.text == '{"x": '
    assert isinstance(caught.value, errors.APIError)


def test_an_answer_without_choices_ends_the_loop() -> None:
    """Nothing to follow is the end, not an error."""
    model = SimpleNamespace(create=lambda **_: SimpleNamespace(choices=[]))

    run = run_tools(model, [weather], messages=ASK)

    assert (run.rounds, run.messages) == (1, ASK)
