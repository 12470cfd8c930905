"""What a client was told: credentials, server, policy, hooks, as one value; knows no call and does no I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl, urlsplit

from attrs import evolve, field, frozen

from .auth import Secrets, resolve_credentials
from .definition import ClientDefinition
from .errors import ConfigurationError
from .model import EMPTY, UNSET, Unset
from .operation import RequestContext
from .redact import Redactor
from .retry import RetryPolicy

if TYPE_CHECKING:
    from .http import TimeoutTypes
    from .observe import ClientEvent


@frozen(kw_only=True)
class Settings:
    """Hold everything a client was told; a value, so that copies of a client cost nothing."""

    definition: ClientDefinition
    context: RequestContext
    secrets: Secrets
    redactor: Redactor
    policy: RetryPolicy = field(factory=RetryPolicy)
    timeout: TimeoutTypes | Unset = UNSET
    idle_timeout_s: float | Unset | None = UNSET
    deadline_s: float | None = None
    on_event: Callable[[ClientEvent], None] | None = None
    headers: Mapping[str, str | None] = field(default=EMPTY, repr=False)

    def changed(
        self,
        *,
        timeout: TimeoutTypes | Unset = UNSET,
        idle_timeout: float | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        on_event: Callable[[ClientEvent], None] | Unset | None = UNSET,
    ) -> Self:
        """
        Return settings with some replaced.

        Raises:
            ConfigurationError: the deadline or the idle timeout is no time.
        """
        changes: dict[str, Any] = {}
        if not isinstance(timeout, Unset):
            changes["timeout"] = timeout
        if not isinstance(idle_timeout, Unset):
            changes["idle_timeout_s"] = checked_seconds(idle_timeout, "idle timeout")
        if not isinstance(deadline, Unset):
            changes["deadline_s"] = checked_seconds(deadline, "deadline")
        if not isinstance(max_retries, Unset):
            changes["policy"] = RetryPolicy(max_retries=max_retries)
        if not isinstance(on_event, Unset):
            changes["on_event"] = on_event
        if extra_headers:
            changes["headers"] = {**self.headers, **extra_headers}
        return evolve(self, **changes)

    def without_validation(self) -> Self:
        """Return settings that check no argument."""
        return evolve(self, context=evolve(self.context, validator=None))


def checked_seconds(seconds: float | None, what: str) -> float | None:
    """
    Return a limit that can be kept.

    Raises:
        ConfigurationError: it is no positive number of seconds.
    """
    if seconds is not None and not seconds > 0:
        raise ConfigurationError(f"the {what} must be a positive number of seconds or None, got {seconds!r}")
    return seconds


def configure(
    definition: ClientDefinition,
    credentials: Mapping[str, str | None],
    *,
    environment: Mapping[str, str],
    base_url: str | None,
    default_headers: Mapping[str, str] | None,
) -> Settings:
    """
    Read a client's arguments and environment.

    Raises:
        ConfigurationError: a credential or the base URL is missing or unusable.
    """
    secrets = resolve_credentials(definition.credentials, credentials, environment=environment)
    prefix, query = _split_base_url(_choose_base_url(definition, base_url, environment=environment))
    return Settings(
        definition=definition,
        context=RequestContext(
            base_url=prefix,
            headers={"user-agent": definition.user_agent},
            query=query,
            validator=definition.validator,
        ),
        secrets=secrets,
        redactor=Redactor(secrets.values()),
        headers=dict(default_headers or EMPTY),
    )


def _choose_base_url(definition: ClientDefinition, given: str | None, *, environment: Mapping[str, str]) -> str:
    variable = definition.base_url_env
    chosen = given or (environment.get(variable) if variable else None) or definition.base_url
    if not chosen:
        raise ConfigurationError("missing base URL: pass base_url=" + (f" or set {variable}" if variable else ""))
    return chosen


def _split_base_url(url: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Check a base URL and split its query off; what may be secret in it is not repeated in messages."""
    parts = urlsplit("")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or url != url.strip() or not url.isprintable() or " " in url:
        raise ConfigurationError("the base URL must be absolute, such as https://host/path")
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError("the base URL must not hold a user name or password; pass credentials as arguments")
    if parts.fragment:
        raise ConfigurationError("the base URL must not hold a fragment")
    prefix = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
    return prefix, tuple(parse_qsl(parts.query, keep_blank_values=True))
