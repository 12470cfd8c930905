"""One normal document to the files of one client, unformatted; nothing is dropped without being named."""

from __future__ import annotations

import attrs

from specfold.normal import NormalDocument
from specfold.render.client_files import ClientFiles
from specfold.render.model_files import ModelFiles
from specfold.render.models import parse_models
from specfold.render.plan import ClientPlan
from specfold.render.project_files import ProjectFiles
from specfold.render.reach import answered_schemas, requested_schemas
from specfold.render.resource_files import ResourceFiles
from specfold.render.resource_tree import build_resources
from specfold.tree import FileTree


@attrs.frozen(kw_only=True)
class RenderedClient:
    """
    The files of a client and what of the document reached them.

    Attributes:
        files: paths below `generated/<vendor>/`.
        operations: how many operations the document has and the client offers.
        schemas: the same of schemas.
        dropped: what did not reach the client, by name, with the renderer's words.
    """

    files: FileTree
    operations: int
    schemas: int
    dropped: tuple[str, ...]


def render_client(document: NormalDocument, plan: ClientPlan) -> RenderedClient:
    """
    Render every file of a client.

    Raises:
        SpecfoldError: two operations want one place in the client, or parameters did not come out typed.
    """
    parsed = parse_models(document)
    reached = {*parsed.models, *parsed.aliases}
    dropped = [f"schema {name} ({document.origins[name].fragment})" for name in document.schemas if name not in reached]
    offered = set(parsed.responses)
    dropped += [
        f"operation {item.http_method} {item.path} ({item.pointer.fragment})"
        for item in document.operations
        if item.identifier not in offered
    ]
    if dropped or parsed.failures:
        return RenderedClient(
            files=FileTree({}), operations=len(offered), schemas=len(reached), dropped=(*dropped, *parsed.failures)
        )
    requested = requested_schemas(document)
    resources = build_resources(document.operations)
    client = ClientFiles(document, parsed, plan, resources, requested)
    package = [
        *client.render_package(),
        *ModelFiles(document, parsed, plan, requested, answered_schemas(document)).render(),
        *ResourceFiles(document, parsed, plan, resources).render(),
    ]
    files = (
        {f"{plan.package}/{path}": source for path, source in package}
        | dict(client.render_project())
        | dict(ProjectFiles(document, parsed, plan).render())
    )
    return RenderedClient(
        files=FileTree({path: source.encode() for path, source in files.items()}),
        operations=len(offered),
        schemas=len(reached),
        dropped=(),
    )
