"""Documents in several files: references to neighbours are followed, on disk and at a revision, and never out of the tree."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CommandLine = Callable[..., tuple[int, str, str]]

OPERATION = """
openapi: 3.1.0
info: {{title: T, version: '1'}}
paths:
  /a: {{$ref: 'parts/paths.yaml#/a'}}
  /b:
    post:
      requestBody: {{content: {{application/json: {{schema: {{$ref: '{reference}'}}}}}}}}
      responses: {{'200': {{description: ok}}}}
components: {{schemas: {{Thing: {{type: string}}}}}}
"""
PATHS = """
limit: {name: limit, in: query, schema: {type: TYPE}}
a:
  get:
    parameters: [{$ref: '#/limit'}]
    responses: {'200': {description: ok}}
"""


def write(folder: Path, type_: str, *, reference: str = "things.json#/Thing") -> None:
    """Write a document in three files, which refer to each other."""
    (folder / "parts").mkdir(parents=True, exist_ok=True)
    (folder / "api.yaml").write_text(OPERATION.format(reference=reference))
    (folder / "parts" / "paths.yaml").write_text(PATHS.replace("TYPE", type_))
    thing = {"properties": {"x": {"type": type_}, "up": {"$ref": "api.yaml#/components/schemas/Thing"}}}
    (folder / "things.json").write_text(json.dumps({"Thing": thing, "other": {"type": "null"}}))


def test_neighbours_are_followed(tmp_path: Path, command_line: CommandLine) -> None:
    """What other files say is compared, under free names, with the file and line where it is written."""
    write(tmp_path / "old", "string")
    write(tmp_path / "new", "integer")

    code, output, _ = command_line("diff", "old/api.yaml", "new/api.yaml", "--format", "github", directory=tmp_path)

    assert code == 1
    first, second = output.splitlines()[:2]
    assert first.startswith("::error file=new/parts/paths.yaml,line=2,")
    assert first.endswith("::query parameter limit: type changed from string to integer (GET /a)")
    assert second.startswith("::error file=new/things.json,line=1,")
    assert second.endswith("::Thing-2.x: type changed from string to integer (POST /b)")
    assert command_line("diff", "old/api.yaml", "old/api.yaml", directory=tmp_path)[0] == 0


def test_anchors_of_neighbours_are_followed(tmp_path: Path, command_line: CommandLine) -> None:
    """A reference to an anchor in another file leads there, and on from there."""
    for name, type_ in (("old", "string"), ("new", "integer")):
        write(tmp_path / name, "string", reference="things.json#thing")
        things = {"A": {"$anchor": "thing", "items": {"$ref": "#element"}}, "B": {"$anchor": "element", "type": type_}}
        (tmp_path / name / "things.json").write_text(json.dumps(things))

    code, output, _ = command_line("diff", "old/api.yaml", "new/api.yaml", directory=tmp_path)

    assert code == 1
    assert "B: type changed from string to integer" in output


def test_neighbours_are_read_at_the_same_revision(tmp_path: Path, command_line: CommandLine) -> None:
    """A document at a revision is compared with its neighbours at that revision, also those that are gone by now."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    write(tmp_path / "api", "string")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"],
    ):
        subprocess.run([git, *arguments], cwd=tmp_path, check=True)
    write(tmp_path / "api", "integer")
    shutil.move(tmp_path / "api", tmp_path / "moved")

    code, output, _ = command_line("diff", "api/api.yaml@HEAD", "moved/api.yaml", directory=tmp_path)

    assert code == 1
    assert output.splitlines()[-1] == "api/api.yaml@HEAD → moved/api.yaml: 2 changes: 2 breaking."


@pytest.mark.parametrize(
    ("reference", "fault"),
    [
        ("../outside.json", "leaves the directory inside"),
        ("%2e%2e/outside.json", "leaves the directory inside"),
        ("/etc/hostname", "leaves the directory inside"),
        ("link.json", "a link to a file outside the directory inside"),
        ("a%00b.json", "names no file"),
        ("a" * 5000, "the file cannot be read"),
        ("gone.json", "gone.json: the file does not exist"),
        ("things.json#/Gone", "points to nothing"),
        ("things.json#anchor", "has no JSON pointer after '#', nor an anchor"),
    ],
)
def test_references_do_not_leave_the_directory(
    tmp_path: Path, command_line: CommandLine, reference: str, fault: str
) -> None:
    """A reference out of the document's directory, also through a link, or to nothing, is refused with exit code 2."""
    (tmp_path / "outside.json").write_text("{}")
    write(tmp_path / "inside", "string", reference=reference)
    (tmp_path / "inside" / "link.json").symlink_to(tmp_path / "outside.json")

    code, output, error = command_line("diff", "inside/api.yaml", "inside/api.yaml", directory=tmp_path)

    assert (code, output) == (2, "")
    assert fault in error
    assert "hint:" in error


def test_files_that_lead_on_without_end_are_refused(tmp_path: Path, command_line: CommandLine) -> None:
    """A chain of references longer than anybody writes is an error, not a crash."""
    write(tmp_path, "string", reference="things.json#/0")
    (tmp_path / "things.json").write_text(
        json.dumps({str(number): {"$ref": f"#/{number + 1}"} for number in range(5000)} | {"5000": {}})
    )

    code, _, error = command_line("diff", "api.yaml", "api.yaml", directory=tmp_path)

    assert code == 2
    assert "from file to file without end" in error


def test_nothing_is_fetched(tmp_path: Path, command_line: CommandLine) -> None:
    """A reference into the network stays undecided."""
    write(tmp_path, "string", reference="https://example.com/thing.json")

    code, output, _ = command_line("diff", "api.yaml", "api.yaml", "--strict", directory=tmp_path)

    assert code == 3
    assert '"https://example.com/thing.json" is not followed' in output
