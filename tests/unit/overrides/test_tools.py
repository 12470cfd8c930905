"""The tool loop: functions described, called and answered, within bounds; and arguments of calls."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Annotated, Any, Literal

import attrs
import pytest

from overrides import errors
from overrides.tool_arguments import ToolArguments
from overrides.tools import Tool, run_tools, run_tools_async


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


def test_a_function_describes_itself() -> None:
    """Name, first paragraph, parameters, their types and what is required come from the function."""
    declared = Tool.of(weather).declaration()

    assert (declared["type"], declared["function"]["name"]) == ("function", "weather")
    assert declared["function"]["description"] == "Tell the weather."
    parameters = declared["function"]["parameters"]
    assert parameters["properties"]["days"] == {"type": "integer", "description": "how many"}
    assert parameters["properties"]["unit"] == {"type": "string", "enum": ["C", "F"]}
    assert (parameters["required"], parameters["additionalProperties"]) == (["place"], False)
    assert parameters["properties"]["place"]["properties"]["city"] == {"type": "string"}


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
    """Two tools of one name, no rounds, and parameters that cannot be passed by name are refused."""

    def positional(x: int, /) -> None: ...

    def gathered(*rest: int) -> None: ...

    with pytest.raises(ValueError, match="same name"):
        run_tools(Model("x"), [weather, weather], messages=ASK)
    with pytest.raises(ValueError, match="max_rounds"):
        run_tools(Model("x"), [weather], messages=ASK, max_rounds=0)
    for function in (positional, gathered):
        wrong: Callable[..., Any] = function
        with pytest.raises(TypeError, match="cannot be passed by name"):
            Tool.of(wrong)


def test_a_tool_may_be_described_by_hand_and_results_are_text() -> None:
    """A description given by hand is used as it is; texts are handed back as they are, the rest as JSON or as text."""
    given = Tool(lambda **values: values.get("x"), "echo", "", {"type": "object", "properties": {"x": {}}})
    rounds = [call("echo", {"x": value}) for value in ("text", 1.5, None)]

    run = run_tools(Model(rounds, "done"), [given, Tool(lambda: {1j}, "odd", "", {})], messages=ASK)
    odd = run_tools(Model([call("odd", "")], "done"), [Tool(lambda: {1j}, "odd", "", {})], messages=ASK)

    assert [result.content for result in run.results] == ["text", "1.5", "null"]
    assert odd.results[0].content == "{1j}"
    assert "description" not in given.declaration()["function"]


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
