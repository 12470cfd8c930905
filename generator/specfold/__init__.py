"""specfold: one family of OpenAPI documents, one typed client per vendor, every difference named."""

__version__ = "0.1.0"
