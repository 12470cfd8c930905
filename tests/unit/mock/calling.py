"""Valid requests for any operation of any document, made from its own schemas; knows nothing of what comes back."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import anyio
import attrs
import httpx
from starlette.applications import Starlette

from specfold.document import JsonObject
from specfold.mock.dice import Dice
from specfold.mock.service import Operation, Parameter, Service, read_service
from specfold.mock.synthesis import Synthesiser
from specfold.schema.instance import InstanceValidator
from specfold.schema.upgrade import upgrade_to_31

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@attrs.frozen(kw_only=True)
class Caller:
    """Calls the operations of one document with requests that are valid for them."""

    service: Service
    validator: InstanceValidator
    synthesiser: Synthesiser

    @classmethod
    def of(cls, document: JsonObject) -> Caller:
        """Return the caller of a document."""
        service = read_service(upgrade_to_31(document))
        validator = InstanceValidator(service.document)
        return cls(service=service, validator=validator, synthesiser=Synthesiser(service.document, validator))

    def request(self, operation: Operation) -> dict[str, Any]:
        """Return the arguments of `httpx.Client.request` for an operation."""
        dice = Dice.of("request", operation.template)
        values = {
            (one.location, one.name): self._text(one)
            for one in operation.parameters
            if one.is_required or one.location == "path"
        }
        path = operation.template
        for name in operation.path_names:
            path = path.replace(f"{{{name}}}", quote(values.get(("path", name), "one"), safe=""))
        headers = {"authorization": "Bearer key"}
        headers |= {name: value for (location, name), value in values.items() if location == "header"}
        query = {name: value for (location, name), value in values.items() if location == "query"}
        for scheme in self.service.schemes.values():
            if scheme.get("type") == "apiKey":
                (headers if scheme["in"] == "header" else query)[scheme["name"]] = "key"
            if scheme.get("scheme") == "basic" and "bearer" not in str(self.service.schemes):
                headers["authorization"] = "Basic dTpw"
        arguments: dict[str, Any] = {"method": operation.method, "url": path, "headers": headers, "params": query}
        if JSON in operation.bodies:
            arguments["json"] = self.synthesiser.make(operation.bodies[JSON].get("schema", True), dice)
        elif "multipart/form-data" in operation.bodies:
            made = self.synthesiser.make(operation.bodies["multipart/form-data"].get("schema", True), dice)
            items = (
                (name, item) for name, value in made.items() for item in (value if isinstance(value, list) else [value])
            )
            arguments["files"] = [(name, (None, _form_text(item))) for name, item in items]
        elif FORM in operation.bodies:
            made = self.synthesiser.make(operation.bodies[FORM].get("schema", True), dice)
            arguments["data"] = {name: _form_text(value) for name, value in made.items()}
        elif operation.bodies:
            headers["content-type"] = next(iter(operation.bodies))
            arguments["content"] = b"a=b"
        return arguments

    def _text(self, parameter: Parameter) -> str:
        value = self.synthesiser.make(parameter.schema, Dice.of(parameter.name))
        return ",".join(map(str, value)) if isinstance(value, list) else _form_text(value) or "one"

    def fault_of(self, operation: Operation, response: httpx.Response) -> str | None:
        """Return why a response is not one that the operation declares; None when it is."""
        if response.status_code == 501 and "cannot be mocked" in response.text:
            return None
        declared = operation.responses.get(str(response.status_code), operation.success[1])
        if response.status_code >= 300:
            return f"status {response.status_code}: {response.text}"
        media = (declared.get("content") or {}).get(response.headers.get("content-type", "").partition(";")[0])
        if media is None or not response.headers["content-type"].endswith("json"):
            return None
        errors = self.validator.errors(response.json(), media.get("schema", True))
        return str(errors[0]) if errors else None


def client_of(application: Starlette) -> httpx.AsyncClient:
    """Return a client of an application, without a socket."""
    transport = httpx.ASGITransport(app=application, raise_app_exceptions=True)
    return httpx.AsyncClient(transport=transport, base_url="http://mock")


def _form_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def call(application: Starlette, method: str, *, path: str, **arguments: Any) -> httpx.Response:
    """Return the response to one request, without a socket."""

    async def send() -> httpx.Response:
        async with client_of(application) as client:
            return await client.request(method, path, **arguments)

    return anyio.run(send)


def events_of(response: httpx.Response) -> list[Any]:
    """Return the data of an event stream, decoded; the terminator stays a text."""
    data = [event.removeprefix("data: ") for event in response.text.split("\n\n") if event]
    return [one if one == "[DONE]" else json.loads(one) for one in data]
