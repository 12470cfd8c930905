"""Trees are swapped in whole, files are found or missed with a word of help."""

from __future__ import annotations

from pathlib import Path

import pytest

from specfold.errors import InputError
from specfold.tree import FileTree, TreeChange
from specfold.world import disk


def test_a_tree_replaces_what_was_there(tmp_path: Path) -> None:
    """Files that are gone from the tree are gone from disk; a second swap changes nothing."""
    root = tmp_path / "out"
    disk.swap_tree(root, FileTree({"a/old": b"1", "keep": b"2"}))

    changed = disk.swap_tree(root, FileTree({"a/new": b"3", "keep": b"2"}))

    assert changed
    assert disk.read_tree(root).files == {"a/new": b"3", "keep": b"2"}
    assert not disk.swap_tree(root, FileTree({"a/new": b"3", "keep": b"2"}))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_swap_that_fails_leaves_the_old_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is half-written when the disk gives up in the middle."""
    root = tmp_path / "out"
    disk.swap_tree(root, FileTree({"a": b"old"}))

    def full(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(OSError, match="No space"):
        disk.swap_tree(root, FileTree({"a": b"new"}))

    assert (root / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_one_file_is_written_whole_or_left(tmp_path: Path) -> None:
    """Writing the same content again is no change."""
    path = tmp_path / "deep" / "file"

    assert disk.write_file(path, b"x")
    assert not disk.write_file(path, b"x")
    assert path.read_bytes() == b"x"


def test_caches_of_the_interpreter_are_no_part_of_a_tree(tmp_path: Path) -> None:
    """`__pycache__` is passed over, other hidden folders are not."""
    for name in ("__pycache__/a.pyc", ".mypy_cache/b", "c"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")

    assert set(disk.read_tree(tmp_path).files) == {".mypy_cache/b", "c"}


def test_a_family_is_found_upward(tmp_path: Path) -> None:
    """Any directory below a family belongs to it; elsewhere the error says how to name one."""
    family = tmp_path / "family"
    (family / "openapi").mkdir(parents=True)
    (family / "openapi" / "family.toml").write_text("")
    below = family / "a" / "b"
    below.mkdir(parents=True)

    assert disk.find_family(below, None) == family
    assert disk.find_family(tmp_path, family) == family
    with pytest.raises(InputError, match=r"no openapi/family\.toml") as caught:
        disk.find_family(tmp_path, None)
    assert "--family" in str(caught.value.hint)


def test_a_missing_file_is_named_as_the_user_named_it(tmp_path: Path) -> None:
    """The message has the name given, not the one resolved."""
    with pytest.raises(InputError, match="does not exist") as caught:
        disk.read_file(tmp_path / "x.yaml", "x.yaml")

    assert caught.value.source == "x.yaml"


def test_trees_are_compared_in_both_directions() -> None:
    """Changed, missing and superfluous files are all found, in order."""
    wanted = FileTree({"a": b"1", "b": b"2"})

    assert list(wanted.compare_with(FileTree({"b": b"3", "c": b"4"}))) == [
        TreeChange("a", "missing"),
        TreeChange("b", "changed"),
        TreeChange("c", "superfluous"),
    ]
