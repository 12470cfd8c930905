"""Rewrite a merged document into forms the renderers can render; every rewrite is recorded, nothing is dropped silently."""

from specfold.normalise.document import normalise_document

__all__ = ["normalise_document"]
