"""All rules by name, in the order they run; the checks are in the modules beside this one."""

from __future__ import annotations

from typing import Final

from specfold.findings import Severity
from specfold.lint.examples import check_examples, check_schema_examples, check_stream_examples
from specfold.lint.operations import (
    check_client_methods,
    check_operation_ids,
    check_parameters_distinct,
    check_path_parameters,
    check_reserved_headers,
    check_security,
)
from specfold.lint.references import check_circular, check_component_names, check_dangling, check_foreign, check_unused
from specfold.lint.rule import Rule
from specfold.lint.schemas import (
    check_bounds,
    check_defaults,
    check_discriminators,
    check_nullable,
    check_required,
    check_schema_form,
    check_wide_bounds,
)
from specfold.lint.specification import check_form
from specfold.lint.streams import check_streams, check_undeclared_streams

RULES: Final = (
    Rule(id="openapi-form", severity=Severity.ERROR, check=check_form),
    Rule(id="schema-form", severity=Severity.ERROR, check=check_schema_form),
    Rule(id="component-name", severity=Severity.ERROR, check=check_component_names),
    Rule(id="dangling-reference", severity=Severity.ERROR, check=check_dangling),
    Rule(id="circular-reference", severity=Severity.ERROR, check=check_circular),
    Rule(id="foreign-reference", severity=Severity.ERROR, check=check_foreign),
    Rule(id="unused-component", severity=Severity.WARNING, check=check_unused),
    Rule(id="operation-id", severity=Severity.ERROR, check=check_operation_ids),
    Rule(id="client-method", severity=Severity.ERROR, check=check_client_methods),
    Rule(id="path-parameter", severity=Severity.ERROR, check=check_path_parameters),
    Rule(id="parameter-twice", severity=Severity.ERROR, check=check_parameters_distinct),
    Rule(id="reserved-header", severity=Severity.WARNING, check=check_reserved_headers),
    Rule(id="security-scheme", severity=Severity.ERROR, check=check_security),
    Rule(id="bounds-unmet", severity=Severity.ERROR, check=check_bounds),
    Rule(id="bounds-wide", severity=Severity.NOTE, check=check_wide_bounds),
    Rule(id="nullable", severity=Severity.ERROR, check=check_nullable),
    Rule(id="default", severity=Severity.ERROR, check=check_defaults, needs_form=True),
    Rule(id="required-member", severity=Severity.WARNING, check=check_required),
    Rule(id="discriminator", severity=Severity.ERROR, check=check_discriminators),
    Rule(id="example", severity=Severity.ERROR, check=check_examples, needs_form=True),
    Rule(id="schema-example", severity=Severity.ERROR, check=check_schema_examples, needs_form=True),
    Rule(id="stream", severity=Severity.ERROR, check=check_streams),
    Rule(id="stream-undeclared", severity=Severity.WARNING, check=check_undeclared_streams),
    Rule(id="stream-example", severity=Severity.ERROR, check=check_stream_examples, needs_form=True),
)
