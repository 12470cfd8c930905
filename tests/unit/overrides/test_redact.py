"""Secrets stay out of what people and logs read."""

from __future__ import annotations

import json

import httpx
import pytest

from overrides.error_body import ErrorDetail
from overrides.redact import Redactor, secrets_by_name

SECRET = "sk-a/b c"


def test_secrets_are_masked_in_every_spelling() -> None:
    """A secret is masked plain and percent-encoded, in text and bytes."""
    redactor = Redactor((SECRET, "other-secret"))

    assert redactor.text(f"<{SECRET}> <sk-a%2Fb%20c> <sk-a%2Fb+c> other-secret") == "<***> <***> <***> ***"
    assert redactor.content(b"\xff" + SECRET.encode()) == b"\xff***"


def test_values_are_masked_at_every_level() -> None:
    """Names and texts of a plain value are masked wherever they are; other values stay."""
    redactor = Redactor((SECRET,))

    assert redactor.value({SECRET: [1, None, f"x{SECRET}"]}) == {"***": [1, None, "x***"]}
    assert redactor.detail(ErrorDetail(message=SECRET, code=5, param=SECRET)) == ErrorDetail(
        message="***", code=5, param="***"
    )


def test_headers_are_masked_by_name_and_value() -> None:
    """Headers that carry secrets by name are masked whole, others where a secret occurs."""
    redactor = Redactor((SECRET,))

    headers = redactor.headers({"Authorization": "Bearer x", "Set-Cookie": "a", "X-Echo": f"got {SECRET}", "A": "b"})

    assert headers == {"Authorization": "***", "Set-Cookie": "***", "X-Echo": "got ***", "A": "b"}


def test_a_redactor_does_not_show_what_it_hides() -> None:
    """The secrets are not in its repr; words too short to be secret are left alone."""
    assert SECRET not in repr(Redactor((SECRET,)))
    assert Redactor(("a", "")).text("a banana") == "a banana"


def test_secrets_are_masked_as_json_and_python_write_them() -> None:
    """Quotes and backslashes of a secret are escaped in a body and in a repr, and masked there."""
    secret = 'ab"cd\\1234'

    assert Redactor((secret,)).text(f"{json.dumps(secret)} {[secret]!r} {secret}") == "\"***\" ['***'] ***"


@pytest.mark.parametrize(
    "name",
    [
        "x-goog-api-key",
        "OpenAI-Api-Key",
        "x-access-token",
        "authentication",
        "X-Amz-Security-Token",
        "x-secret",
        "Token",
    ],
)
def test_headers_are_secret_by_their_names(name: str) -> None:
    """A header that is called a key, a token or a secret is masked whatever its value."""
    assert Redactor().headers({name: "x"}) == {name: "***"}


@pytest.mark.parametrize("name", ["idempotency-key", "x-ratelimit-remaining-tokens", "www-authenticate", "user-id"])
def test_harmless_headers_are_shown(name: str) -> None:
    """What only looks like a secret, and identifies or counts, is shown."""
    assert Redactor().headers({name: "17"}) == {name: "17"}


def test_bodies_are_masked_by_the_names_of_their_members() -> None:
    """Keys, secrets, tokens and what the document marks are masked at every depth; the rest is as it was sent."""
    body = b'{"a": [{"openai_api_key": "k", "clientSecret": ["s"], "pin": "1234", "max_tokens": 5}], "n": 1}'
    harmless = b'{"tokens": 1,  "logprobs": [{"token": "Hi", "logprob": -1}], "prompt_cache_key": "k"}'

    redactor = Redactor((), frozenset({"pin"}))

    assert json.loads(redactor.body(body)) == {
        "a": [{"openai_api_key": "***", "clientSecret": ["***"], "pin": "***", "max_tokens": 5}],
        "n": 1,
    }
    assert redactor.body(harmless) == harmless.decode()
    assert redactor.body(b"token=\xff") == "token=\ufffd"


def test_secrets_are_found_by_name() -> None:
    """Values of secret headers, query members and members of bodies are masked elsewhere too, words excepted."""
    found = [*secrets_by_name([("Authorization", "Bearer sk-per-call"), ("x-key", "word"), ("x-token", None)])]

    redactor = Redactor(("mine",)).knowing(
        [*found, *Redactor().secrets_of(b'{"api_key": "sk-in-body", "token": "ab"}')]
    )

    assert found == ["sk-per-call"]
    assert redactor.text("mine sk-per-call sk-in-body word ab") == "*** *** *** word ab"
    assert redactor.knowing(["mine"]) is redactor
    assert Redactor().secrets_of(b"no JSON") == []


def test_an_answer_is_scrubbed_before_an_error_carries_it() -> None:
    """Headers that repeat a secret, and headers and URL of the request, are masked; the request that was sent is not."""
    sent = httpx.Request("GET", "https://acme.test/?key=secret-value", headers={"token": "secret-value"})
    phrase = {"reason_phrase": b"no secret-value"}
    answer = httpx.Response(400, headers={"x-request-id": "r-secret-value"}, request=sent, extensions=phrase)
    by_hand = httpx.Response(400)

    Redactor(("secret-value",)).scrub(answer)
    Redactor(("secret-value",)).scrub(by_hand)

    assert (answer.headers["x-request-id"], answer.reason_phrase) == ("r-***", "no ***")
    assert (answer.request.headers["token"], str(answer.request.url)) == ("***", "https://acme.test/?key=***")
    assert sent.headers["token"] == "secret-value"
