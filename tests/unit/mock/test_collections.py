"""Collections that remember what was created in them."""

from __future__ import annotations

from typing import Any

from starlette.applications import Starlette

from specfold.mock.application import create_application
from tests.unit.mock.calling import call


def upload(application: Starlette, **data: str) -> Any:
    """Return the response to an upload."""
    return call(application, "POST", path="/files", files={"file": ("plan.txt", b"hello")}, data=data)


def test_collections_remember(shelves: Starlette) -> None:
    """What is created can be listed, read, downloaded, changed and deleted; then it is gone."""
    made = upload(shelves, purpose="vision").json()
    path = f"/files/{made['id']}"

    listed = call(shelves, "GET", path="/files").json()
    filtered = call(shelves, "GET", path="/files?purpose=batch").json()
    read = call(shelves, "GET", path=path).json()
    data = call(shelves, "GET", path=f"{path}/content").content
    changed = call(shelves, "PATCH", path=path, json={"purpose": "batch"}).json()
    reread = call(shelves, "GET", path=path).json()
    deleted = call(shelves, "DELETE", path=path)
    gone = call(shelves, "GET", path=path)

    assert (made["filename"], made["size"], made["purpose"]) == ("plan.txt", 5, "vision")
    assert (listed["data"], filtered["data"], read) == ([made], [], made)
    assert data == b"hello"
    assert changed["purpose"] == reread["purpose"] == "batch"
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert (gone.status_code, gone.json()["title"]) == (404, f"{path} was deleted.")
    assert call(shelves, "GET", path="/files?limit=1").json()["data"] == []


def test_creations_differ(shelves: Starlette) -> None:
    """Two different creations have two ids, in the form of the document's example, and secrets of their own."""
    first, second = upload(shelves, purpose="vision").json(), upload(shelves, purpose="batch").json()

    assert first["id"] != second["id"]
    assert first["id"].startswith("file-")
    assert first.get("api_key") != "shown-once"


def test_what_was_never_created_is_made_up(shelves: Starlette) -> None:
    """A list is as long as its limit, and a member has the id it is asked by, though nothing was created."""
    listed = call(shelves, "GET", path="/files?limit=3&purpose=x").json()

    assert [one["purpose"] for one in listed["data"]] == ["x", "x", "x"]
    assert len({one["id"] for one in listed["data"]}) == 3
    assert call(shelves, "DELETE", path="/files/any").status_code == 204
    assert call(shelves, "GET", path="/files/any").json()["id"] == "any"
    assert len(call(shelves, "GET", path="/files/any/content").content) > 100


def test_bare_lists_remember_too(shelves: Starlette) -> None:
    """A collection that lists a bare array remembers as well; every parent has its own."""
    made = call(shelves, "POST", path="/shelves/a/keys", data={"size": "4"}).json()

    assert made["size"] == 4
    assert call(shelves, "GET", path="/shelves/a/keys").json() == [made]
    assert call(shelves, "GET", path="/shelves/b/keys").json() != [made]
    assert call(shelves, "DELETE", path=f"/shelves/a/keys/{made['id']}").status_code == 200
    assert call(shelves, "GET", path="/shelves/a/keys").json() == []


def test_a_collection_without_ids_is_not_remembered() -> None:
    """What has no id cannot be found again; a list that has no place for members is answered as it is declared."""
    nameless = {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"const": 1}}}}}}
    named = {"content": {"application/json": {"schema": {"type": "object", "properties": {"id": {"type": "string"}}}}}}
    paths = {
        "/a": {"post": {"responses": {"200": nameless}}, "get": {"responses": {"200": nameless}}},
        "/a/{x}": {"get": {"responses": {"200": named}}},
        "/b": {"post": {"responses": {"200": named}}, "get": {"responses": {"200": nameless}}},
        "/b/{x}": {"get": {"responses": {"200": named}}},
    }
    application = create_application({"openapi": "3.1.0", "paths": paths})

    for path in ("/a", "/b"):
        assert call(application, "POST", path=path).status_code == 200
        assert call(application, "GET", path=path).json() == {"a": 1}


def test_multipart_bodies_are_validated(shelves: Starlette) -> None:
    """The parts of a multipart body are checked like members."""
    response = upload(shelves, purpose="other", weight="12")

    assert response.status_code == 400
    assert "purpose" in response.json()["title"]
    assert "at most 9" in response.json()["title"]
