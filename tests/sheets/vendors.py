"""
A vendor as the tests of the sheets see it: its merged document, and its client on a transport that keeps what it is sent.

Knows how to find the schema of a request, an answer or a chunk by its operation; knows no sheet.
"""

from __future__ import annotations

import functools
import importlib
import operator
from pathlib import Path
from typing import Any

import attrs
import httpx
import yaml
from jsonschema import Draft202012Validator

from tests.quality.repository import ROOT, members

_METHODS = ("get", "post", "patch", "delete")


@attrs.frozen
class Vendor:
    """A merged document and the package generated from it."""

    name: str
    document: dict[str, Any]

    def operation(self, name: str) -> tuple[str, str, dict[str, Any]]:
        """Return method, path and operation object of a client method."""
        for path, item in self.document["paths"].items():
            for method in _METHODS:
                if item.get(method, {}).get("x-client-method") == name:
                    return method.upper(), path, item[method]
        raise LookupError(name)

    def schema(self, name: str, part: str) -> dict[str, Any]:
        """Return the schema of an operation's `request`, of its `chunk` or of the answer with a status."""
        _, _, operation = self.operation(name)
        status = "200" if part == "chunk" else part
        body = operation["requestBody"] if part == "request" else operation["responses"][status]
        content: dict[str, Any] = self.settle(body)["content"]
        if part == "chunk":
            chunk: dict[str, Any] = content["text/event-stream"]["x-stream"]["itemSchema"]
            return chunk
        schema: dict[str, Any] = next(iter(content.values()))["schema"]
        return schema

    def settle(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return what a reference points to, or the node itself."""
        while "$ref" in node:
            node = functools.reduce(operator.getitem, node["$ref"].removeprefix("#/").split("/"), self.document)
        return node

    def faults(self, value: object, schema: dict[str, Any]) -> list[str]:
        """Say what is wrong with a value, by a validator that is not ours."""
        validator = Draft202012Validator({**schema, "components": self.document["components"]})
        return [error.message for error in validator.iter_errors(value)]

    @property
    def package(self) -> Any:
        """The generated package."""
        return importlib.import_module(members()[self.name].get("package", f"{self.name}_client"))

    def recode(self, value: Any, schema: dict[str, Any]) -> Any:
        """Decode a value with the model of its schema and encode it again; an array item by item."""
        if schema.get("type") == "array":
            return [self.recode(item, schema["items"]) for item in value]
        return getattr(self.package.models, schema["$ref"].rpartition("/")[2]).from_dict(value).to_dict()

    def call(
        self, method: str, arguments: dict[str, Any], *, answer: httpx.Response
    ) -> tuple[Any, list[httpx.Request]]:
        """Call an operation of the client; return its result and the requests that were sent."""
        sent: list[httpx.Request] = []

        def keep(request: httpx.Request) -> httpx.Response:
            request.read()
            sent.append(request)
            return answer

        member = members()[self.name]
        credentials = {credential["argument"]: "key-1" for credential in member["credentials"]}
        with httpx.Client(transport=httpx.MockTransport(keep)) as transport:
            client = getattr(self.package, member["class"])(http_client=transport, **credentials)
            result = operator.attrgetter(method)(client)(**arguments)
            if arguments.get("stream"):
                with result:
                    return (list(result), result.final()), sent
        return result, sent


@functools.cache
def load_vendor(name: str, root: Path = ROOT) -> Vendor:
    """Read the merged document of a vendor."""
    return Vendor(name, yaml.safe_load((root / "generated" / name / "openapi.yaml").read_text("utf-8")))
