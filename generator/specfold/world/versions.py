"""What specfold itself is made of: the renderers' versions and a digest of its own sources."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from specfold.world.disk import read_tree

_PACKAGE = Path(__file__).parent.parent
RENDERERS = ("datamodel-code-generator", "openapi-python-client", "ruff")


def renderer_versions() -> dict[str, str]:
    """Return the installed version of each renderer, by distribution."""
    from importlib.metadata import PackageNotFoundError, version  # 11 ms that most commands do without

    found = {}
    for name in RENDERERS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "absent"
    return found


def generator_digest() -> str:
    """Return one digest of the sources and templates that decide what is generated."""
    digest = sha256()
    for path, content in read_tree(_PACKAGE).files.items():
        if not path.startswith(("cli/", "report/", "mock/", "_shipped_overrides/")) and path.endswith(
            (".py", ".jinja")
        ):
            digest.update(path.encode() + b"\0" + sha256(content).digest())
    return digest.hexdigest()


def shipped_overrides() -> Path:
    """Return the runtime that comes with specfold, for families without one of their own."""
    installed = _PACKAGE / "_shipped_overrides"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "overrides"
