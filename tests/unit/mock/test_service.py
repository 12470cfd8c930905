"""Operations of a document and the paths that lead to them."""

from __future__ import annotations

from specfold.document import JsonObject
from specfold.mock.service import match_path, read_service, server_prefix


def test_the_prefix_is_the_path_of_the_first_server(talk: JsonObject, strict: JsonObject, shelf: JsonObject) -> None:
    """The prefix comes from the first server, variables at their defaults, relative URLs too."""
    assert [server_prefix(document) for document in (talk, strict, shelf)] == ["/v1", "/api", ""]


def test_literal_paths_win_over_templates() -> None:
    """A path that is written out is found before a template that fits it too."""
    document: JsonObject = {"paths": {"/a/{x}": {"get": {}}, "/a/b": {"get": {}}, "/a/{x}:run": {"get": {}}}}
    service = read_service(document)

    found = [match_path(service, path, method="GET").operation for path in ("/a/b", "/a/c", "/a/c:run")]

    assert [one.template for one in found if one is not None] == ["/a/b", "/a/{x}", "/a/{x}:run"]


def test_values_are_decoded_and_never_span_a_slash(shelf: JsonObject) -> None:
    """A path value is decoded after matching, so an encoded slash stays inside it."""
    service = read_service(shelf)

    assert match_path(service, "/files/a%2Fb", method="GET").values == {"file_id": "a/b"}
    assert match_path(service, "/files/a/b", method="GET").operation is None


def test_other_methods_are_told(shelf: JsonObject) -> None:
    """A path without the method tells the methods it has."""
    match = match_path(read_service(shelf), "/files", method="PUT")

    assert match.operation is None
    assert match.methods == ("GET", "POST")


def test_an_operation_may_have_a_server_of_its_own(shelf: JsonObject) -> None:
    """The server of an operation wins over that of the document."""
    assert match_path(read_service(shelf), "/beta/models/m:run", method="POST").values == {"name": "m"}


def test_a_document_without_paths_has_no_operations() -> None:
    """A document without paths is served, and answers nothing."""
    assert read_service({"openapi": "3.1.0", "servers": [], "components": None}).operations == ()
    assert read_service({"paths": {"/a": {"get": {"parameters": [{"$ref": "x.yaml"}]}}}}).operations[0].success == (
        200,
        {},
    )
