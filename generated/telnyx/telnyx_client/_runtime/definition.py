"""What a generated client tells the runtime about its API, as data; knows no vendor itself."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from .auth import Credential
from .error_body import ErrorShape
from .validation import Validator

__all__ = ["ClientDefinition", "Credential", "ErrorShape"]


@frozen(kw_only=True)
class ClientDefinition:
    """
    Describe an API to the runtime.

    Attributes:
        title: the vendor's human name.
        base_url: the server, or None when the document names none.
        base_url_env: the environment variable that overrides it.
        credentials: in the order of the constructor's arguments.
        error_shapes: where error bodies keep their parts, tried in order.
        user_agent: sent with every request.
        validator: the request schemas, or None to validate nothing.
        secret_members: names of the members of bodies that the document marks as secret.
        models: the models package; classes are looked up late, so that composed ones are found.

    .. versionadded:: 0.1.0
    """

    title: str
    base_url: str | None
    user_agent: str
    models: Any = field(repr=False)
    base_url_env: str | None = None
    credentials: tuple[Credential, ...] = ()
    error_shapes: tuple[ErrorShape, ...] = ()
    validator: Validator | None = field(default=None, repr=False)
    secret_members: frozenset[str] = frozenset()
