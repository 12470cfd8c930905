"""Credentials: where they come from, how they travel, what is refused."""

from __future__ import annotations

import pickle

import pytest

from overrides.auth import Credential, Secrets, credential_headers, credential_query, resolve_credentials
from overrides.errors import ConfigurationError

KEY = Credential(argument="api_key", scheme="bearer", name="Authorization", env="ACME_KEY")
USER = Credential(argument="user_id", scheme="header", name="user-id", env="ACME_USER", required=False)
TOKEN = Credential(argument="token", scheme="query", name="t", required=False)


def resolve(environment: dict[str, str] | None = None, **arguments: str | None) -> Secrets:
    """Resolve all three credentials."""
    return resolve_credentials((KEY, USER, TOKEN), arguments, environment=environment or {})


def test_arguments_win_over_the_environment() -> None:
    """An argument is used, else the environment variable; an empty variable is as good as none."""
    secrets = resolve({"ACME_KEY": "from-env", "ACME_USER": ""}, api_key="given", user_id=None)

    assert (secrets.get("api_key"), secrets.get("user_id"), secrets.values()) == ("given", None, ("given",))
    assert resolve({"ACME_KEY": "from-env"}).get("api_key") == "from-env"


def test_credentials_travel_by_their_scheme() -> None:
    """Bearer and plain headers, and query members."""
    secrets = resolve(api_key="k", user_id="u", token="t&")

    assert credential_headers((KEY, USER, TOKEN), secrets) == {"Authorization": "Bearer k", "user-id": "u"}
    assert credential_query((KEY, USER, TOKEN), secrets) == [("t", "t&")]
    assert credential_headers((USER,), resolve(api_key="k")) == {}
    assert credential_query((TOKEN,), resolve(api_key="k")) == []


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, r"pass api_key= or set the environment variable ACME_KEY$"),
        ({"ACME_KEY": ""}, r"ACME_KEY \(it is set, but empty\)"),
    ],
)
def test_a_missing_credential_says_how_to_give_it(environment: dict[str, str], message: str) -> None:
    """The error names the argument and the environment variable."""
    with pytest.raises(ConfigurationError, match=message):
        resolve(environment)


def test_a_missing_credential_without_variable() -> None:
    """Where there is no environment variable, only the argument is named."""
    needed = Credential(argument="token", scheme="query", name="t")

    with pytest.raises(ConfigurationError, match=r"pass token=$"):
        resolve_credentials((needed,), {}, environment={})


@pytest.mark.parametrize("value", ["", "a\nb", "ab\n", " ab", "a\x00b", "a\x7fb", "schlüssel€", "ключ", "a\x85b"])
def test_what_cannot_be_sent_is_refused(value: str) -> None:
    """A value that no header can carry is refused, from either source, without being shown."""
    with pytest.raises(ConfigurationError, match="argument api_key") as from_argument:
        resolve(api_key=value)

    assert not value or value not in str(from_argument.value)
    if value:
        with pytest.raises(ConfigurationError, match="environment variable ACME_KEY"):
            resolve({"ACME_KEY": value})


def test_a_credential_of_another_type_is_refused() -> None:
    """Only text can be a credential."""
    with pytest.raises(ConfigurationError, match="of type bytes"):
        resolve(api_key=b"k")  # type: ignore[arg-type]  # that is the promise


def test_secrets_do_not_show() -> None:
    """Secrets are in no repr and in no pickle."""
    secrets = resolve(api_key="very-secret")

    assert "very-secret" not in repr(secrets)
    with pytest.raises(TypeError):
        pickle.dumps(secrets)


def test_identifiers_are_no_secrets() -> None:
    """A credential that is an identifier travels like others, and is not among what is masked."""
    user = Credential(argument="user_id", scheme="header", name="user-id", secret=False)

    secrets = resolve_credentials((KEY, user), {"api_key": "k", "user_id": "chat"}, environment={})

    assert (secrets.values(), secrets.get("user_id")) == (("k",), "chat")
