"""The client of the hostile document is imported and called: nothing in it is code, and everything in it works."""

from __future__ import annotations

import importlib
import json
import pkgutil
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import httpx
import pytest

TRACE = "specfold-was-here"


@pytest.fixture
def evil(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Give the package of the expected tree, completed with the runtime, and forget it afterwards."""
    shutil.copytree(root / "tests/cases/hostile-document/expected/evil", tmp_path / "evil")
    shutil.copytree(root / "overrides", tmp_path / "evil/evil_client/_runtime")
    monkeypatch.syspath_prepend(str(tmp_path / "evil"))
    monkeypatch.chdir(tmp_path)
    yield importlib.import_module("evil_client")
    for name in [name for name in sys.modules if name.partition(".")[0] == "evil_client"]:
        del sys.modules[name]


def test_importing_everything_runs_nothing_of_the_document(evil: ModuleType, tmp_path: Path) -> None:
    """Every module is imported and every class built, and no command of the document has run."""
    for module in pkgutil.walk_packages(evil.__path__, "evil_client."):
        importlib.import_module(module.name)
    classes = [getattr(evil.models, name) for name in evil.models.__all__]

    assert len(classes) == len(evil.models.__all__) > 15
    assert not (tmp_path / TRACE).exists()


def test_hostile_names_travel_as_they_are(evil: ModuleType) -> None:
    """Path, query, header and body go out with the names of the document, values escaped for their place."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=[{"child": {"m": {"k": {}}}, "new": 1}])

    with httpx.Client(transport=httpx.MockTransport(answer)) as transport:
        client = evil.Evil("k", base_url="http://evil.test", http_client=transport)
        result = client.t.x_import_os(
            "a/b", self_="s", a_b="x", class_="c", timeout_=1.5, class__=["p", "q"], kind="c\nd"
        )

    (request,) = seen
    assert request.url.raw_path.startswith(b"/things/a%2Fb/'x?")
    assert request.url.params.multi_items() == [('k"ey', "k"), ("timeout", "1.5"), ("class", "p"), ("class", "q")]
    assert json.loads(request.content) == {"self": "s", "a b": "x", "__class__": "c", "kind": "c\nd"}
    assert result[0].child.m["k"].to_dict() == {}
    assert result[0].to_dict() == {"child": {"m": {"k": {}}}, "new": 1}


def test_hostile_enums_are_enforced(evil: ModuleType) -> None:
    """A value outside an enum of quotes and line breaks is refused by name."""
    client = evil.Evil("k", base_url="http://evil.test")

    with pytest.raises(evil.RequestValidationError, match="kind"):
        client.t.x_import_os("a", self_="s", a_b="x", kind="other")
