"""The application: every command registered, every error turned into words and an exit code."""

from __future__ import annotations

import sys

import typer

from specfold import __version__
from specfold.cli import changelog, check, diff, explain, generate, lint, matrix, merge, mock, new, overlay, port, watch
from specfold.cli.console import print_error
from specfold.errors import SpecfoldError

HELP = """
One family of OpenAPI documents, one typed Python client per vendor, every difference named.

A family is a directory with openapi/family.toml. Start with:

\b
  specfold generate            merge every vendor's documents and write its client
  specfold check               is everything under generated/ what the inputs make of it?
  specfold watch               the first again, whenever a document changes
  specfold explain VENDOR NAME where a node came from, who changed it, what it became in Python
  specfold matrix              how the vendors differ, in one table
  specfold diff OLD NEW        what changed between two documents: vendors, files, FILE@GITREV
  specfold changelog VENDOR OLD
                               the same as release notes, with the version step of the client
  specfold port REQUEST --from A --to B
                               will a request written for A do at B, and how
  specfold mock VENDOR         a server that behaves as the vendor's document says
  specfold new VENDOR --base DOC [--from SPEC]
                               begin a vendor, or derive it from the document it published
  specfold overlay from A B    the smallest overlay that turns A into B; apply puts overlays on

Exit codes: 0 fine; 1 the input was read and the answer is no; 2 wrong use, or input that cannot be
found or parsed; 3 undecided under --strict.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 100},
)

for module in (merge, generate, check, watch, lint, explain, diff, matrix, mock, overlay, new, port, changelog):
    module.register(app)


@app.callback(invoke_without_command=True)
def root(
    version: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True),
) -> None:
    """Hold what stands before a command."""
    if version:
        typer.echo(f"specfold {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line of this process and exit with its code."""
    try:
        app(prog_name="specfold")
    except SpecfoldError as error:
        print_error(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away, which is its right
        sys.exit(0)
