"""The page around a report: styles and scripts inlined, a policy that lets nothing else run. Knows no report."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from specfold.report.layout import show_controls

_PACKAGE = "specfold.report.html"


def fill_page(template: str, values: Mapping[str, Any], *, rules: str = "") -> str:
    """
    Return a whole page that asks nothing of the network.

    Args:
        template: name of a template that extends `page.html.jinja`.
        values: what the template says; texts are escaped by it.
        rules: style rules that depend on the report, beside those of the package.
    """
    style = f"{_read_asset('page.css')}{rules}"
    script = _read_asset("page.js")
    environment = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_show,
    )
    shell = {
        "policy": _write_policy(style=style, script=script),
        "style": Markup(style),  # noqa: S704 - our own file, and rules whose texts are CSS strings
        "script": Markup(script),  # noqa: S704 - our own file
    }
    return environment.get_template(template).render(**shell, **values)


def _show(value: object) -> object:
    """Show control characters of every text a template prints; what is markup already is ours."""
    return show_controls(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _read_asset(name: str) -> str:
    """Return a file of the package."""
    return files(_PACKAGE).joinpath("assets", name).read_text("utf-8").replace("\r\n", "\n")


def _write_policy(*, style: str, script: str) -> str:
    """Return the content security policy: this style, this script, nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    """Return the digest by which a browser knows an inline text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
