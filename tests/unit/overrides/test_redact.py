"""Secrets stay out of what people and logs read."""

from __future__ import annotations

from overrides.error_body import ErrorDetail
from overrides.redact import Redactor

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
