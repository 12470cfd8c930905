"""The whole of normalising as one function: merged document in, normal document out. Knows no renderer."""

from __future__ import annotations

from specfold.document import JsonObject
from specfold.naming import field_names
from specfold.normal import NormalDocument, is_model
from specfold.normalise.operations import OperationReader
from specfold.normalise.simplify import simplify_schemas
from specfold.normalise.structure import Structurer
from specfold.pointer import JsonPointer
from specfold.schema.walk import iter_operations


def normalise_document(root: JsonObject, *, credential_headers: frozenset[str] = frozenset()) -> NormalDocument:
    """
    Normalise one merged OpenAPI 3.1 document.

    Args:
        root: the document; not changed.
        credential_headers: header parameters, lower case, that the client sends by itself and does not offer.

    Raises:
        SpecfoldError: a schema is nested too deeply.
    """
    shapes = Structurer(root)
    shapes.add_components((root.get("components") or {}).get("schemas") or {})
    reader = OperationReader(root, shapes, credential_headers)
    operations = tuple(reader.read(operation) for operation in iter_operations(root))
    for name in root.get("webhooks") or {}:
        shapes.record(JsonPointer(("webhooks", name)), "webhook-skipped", detail=name)
    renderable = simplify_schemas(shapes.schemas)
    return NormalDocument(
        title=str(root["info"]["title"]),
        version=str(root["info"]["version"]),
        schemas=shapes.schemas,
        renderable=renderable,
        fields={name: field_names(schema["properties"]) for name, schema in renderable.items() if is_model(schema)},
        operations=operations,
        rewrites=tuple(shapes.rewrites),
        origins=shapes.origins,
    )
