"""`specfold mock`: a server that behaves as a merged document says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from specfold.cli.console import FamilyOption, print_text
from specfold.cli.selection import load_as_generated
from specfold.errors import InputError

if TYPE_CHECKING:
    from specfold.document import Document


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(mock)


def mock(
    name: Annotated[str, typer.Argument(metavar="VENDOR", help="A vendor, VENDOR:VERSION or a file.")],
    *,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)] = 0,
    seed: Annotated[int, typer.Option(help="Another seed gives other answers; the same gives the same.")] = 0,
    api_key: Annotated[str | None, typer.Option(help="Accept this key only; any non-empty key when left out.")] = None,
    family: FamilyOption = None,
) -> None:
    """
    Serve the merged document until interrupted.

    The first line printed is the base URL, with the path prefix of the document's server. Requests are validated
    and refused in the vendor's own error shape; answers are valid by their schemas; streams are server-sent
    events. The first declared function tool is called, unless tool_choice is none or the last message is a tool
    result.
    """
    serve_document(load_as_generated(name, family), host, port=port, seed=seed, api_key=api_key)


def serve_document(document: Document, host: str, *, port: int, seed: int, api_key: str | None) -> None:
    """
    Serve one document and print the base URL when requests are answered.

    Raises:
        InputError: the server's extra is not installed, or the address is taken.
    """
    try:
        from specfold.mock.application import create_application
        from specfold.mock.server import serve
        from specfold.mock.service import server_prefix
    except ModuleNotFoundError as error:
        raise InputError(
            f"the mock needs {error.name}, which is not installed", hint="pip install 'specfold[mock]'"
        ) from None
    application = create_application(document.value, seed=seed, api_key=api_key)
    serve(application, host, port=port, prefix=server_prefix(document.value), announce=print_text)
