"""What a client was told: credentials, server, policy, hooks, as one value; knows no call and does no I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from .auth import Secrets, resolve_credentials
from .checks import (
    checked_headers,
    checked_hook,
    checked_retries,
    checked_seconds,
    checked_timeout,
    split_base_url,
)
from .definition import ClientDefinition
from .errors import ConfigurationError
from .model import EMPTY, UNSET, Unset
from .operation import RequestContext
from .redact import Redactor, secrets_by_name
from .retry import RetryPolicy

if TYPE_CHECKING:
    from .http import URL, Timeout, TimeoutTypes
    from .observe import ClientEvent


@frozen(kw_only=True)
class Settings:
    """
    Hold everything a client was told; a value, so that copies of a client cost nothing.

    Attributes:
        contexts: what is added to the requests of each operation, remembered: it follows from the rest.
    """

    definition: ClientDefinition
    context: RequestContext
    secrets: Secrets
    redactor: Redactor
    policy: RetryPolicy = field(factory=RetryPolicy)
    timeout: Timeout | Unset = UNSET
    idle_timeout_s: float | Unset | None = UNSET
    deadline_s: float | None = None
    on_event: Callable[[ClientEvent], None] | None = None
    headers: Mapping[str, str | None] = field(default=EMPTY, repr=False)
    contexts: dict[tuple[str, str], RequestContext] = field(factory=dict, init=False, eq=False, repr=False)

    def changed(
        self,
        *,
        base_url: str | URL | Unset = UNSET,
        timeout: TimeoutTypes | Unset = UNSET,
        idle_timeout: float | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        max_retries: int | Unset = UNSET,
        validate_requests: bool | Unset = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        on_event: Callable[[ClientEvent], None] | Unset | None = UNSET,
    ) -> Self:
        """
        Return settings with some replaced.

        Raises:
            ConfigurationError: an option cannot be used.
        """
        changes: dict[str, Any] = {}
        context, redactor = self.context, self.redactor
        if not isinstance(base_url, Unset):
            prefix, query = split_base_url(base_url)
            context = evolve(context, base_url=prefix, query=query)
            redactor = redactor.knowing(secrets_by_name(query))
        if not isinstance(timeout, Unset):
            changes["timeout"] = checked_timeout(timeout)
        if not isinstance(idle_timeout, Unset):
            changes["idle_timeout_s"] = checked_seconds(idle_timeout, "idle timeout")
        if not isinstance(deadline, Unset):
            changes["deadline_s"] = checked_seconds(deadline, "deadline")
        if not isinstance(max_retries, Unset):
            changes["policy"] = RetryPolicy(max_retries=checked_retries(max_retries))
        if not isinstance(validate_requests, Unset):
            context = evolve(context, validator=self.definition.validator if validate_requests else None)
        if not isinstance(on_event, Unset):
            changes["on_event"] = checked_hook(on_event)
        if extra_headers is not None:
            changes["headers"] = {**self.headers, **checked_headers(extra_headers)}
            redactor = redactor.knowing(secrets_by_name(extra_headers.items()))
        return evolve(self, context=context, redactor=redactor, **changes)


def configure(
    definition: ClientDefinition,
    credentials: Mapping[str, str | None],
    *,
    environment: Mapping[str, str],
    base_url: str | URL | None,
) -> Settings:
    """
    Read a client's credentials and server from its arguments, else from the environment.

    Raises:
        ConfigurationError: a credential or the base URL is missing or unusable.
    """
    secrets = resolve_credentials(definition.credentials, credentials, environment=environment)
    validator = definition.validator
    return Settings(
        definition=definition,
        context=RequestContext(
            base_url="",
            headers={"user-agent": definition.user_agent},
            validator=validator,
            document=None if validator is None else validator.document,
        ),
        secrets=secrets,
        redactor=Redactor(secrets.values(), definition.secret_members),
    ).changed(base_url=_choose_base_url(definition, base_url, environment=environment))


def _choose_base_url(
    definition: ClientDefinition, given: str | URL | None, *, environment: Mapping[str, str]
) -> str | URL:
    variable = definition.base_url_env
    chosen = given or (environment.get(variable) if variable else None) or definition.base_url
    if not chosen:
        raise ConfigurationError("missing base URL: pass base_url=" + (f" or set {variable}" if variable else ""))
    return chosen
