"""All rules by name, in the order they run; the checks are in the modules beside this one."""

from __future__ import annotations

from typing import Final

from specfold.findings import Severity
from specfold.lint.access import check_scopes, check_security, check_server_variables, check_servers
from specfold.lint.bounds import (
    check_all_of,
    check_bounds,
    check_enums,
    check_required_forbidden,
    check_wide_bounds,
)
from specfold.lint.discriminators import check_discriminators, check_optional_discriminators
from specfold.lint.error_shapes import check_error_pointers
from specfold.lint.examples import check_examples, check_examples_once, check_schema_examples, check_stream_examples
from specfold.lint.names import check_component_names, check_name_clashes
from specfold.lint.operations import check_client_methods, check_links, check_operation_ids, check_responses
from specfold.lint.parameters import (
    check_parameters_distinct,
    check_path_parameters,
    check_paths,
    check_reserved_headers,
)
from specfold.lint.patterns import check_dialects, check_patterns
from specfold.lint.references import check_circular, check_dangling, check_foreign, check_kinds, check_unused
from specfold.lint.rule import Rule
from specfold.lint.schema_form import check_leftovers, check_schema_form
from specfold.lint.schemas import check_defaults, check_required
from specfold.lint.specification import check_form
from specfold.lint.streams import check_streams, check_undeclared_streams

_FORM: Final = (
    Rule(
        id="openapi-form",
        severity=Severity.ERROR,
        what="The document does not fit the JSON Schema of its version of OpenAPI.",
        hint="see the object in the OpenAPI specification",
        check=check_form,
        essential=True,
    ),
    Rule(
        id="schema-form",
        severity=Severity.ERROR,
        what="A keyword of a schema has a value that JSON Schema 2020-12 does not allow.",
        hint="see the keyword in JSON Schema 2020-12",
        check=check_schema_form,
        essential=True,
    ),
    Rule(
        id="leftover-keyword",
        severity=Severity.WARNING,
        what="A 3.1 schema has a keyword of OpenAPI 3.0 or older JSON Schema (`nullable`, `definitions`, …) that says nothing there.",
        hint="write what 3.1 has in its place",
        check=check_leftovers,
    ),
    Rule(
        id="component-name",
        severity=Severity.ERROR,
        what="The name of a component is no safe name for a file and a class.",
        hint="use letters, digits, `.`, `-` and `_` only",
        check=check_component_names,
        essential=True,
    ),
)
_REFERENCES: Final = (
    Rule(
        id="dangling-reference",
        severity=Severity.ERROR,
        what="A reference points to nothing.",
        hint="define the target, or correct the reference; a near name is suggested",
        check=check_dangling,
        essential=True,
    ),
    Rule(
        id="circular-reference",
        severity=Severity.ERROR,
        what="References lead in a circle and to nothing else.",
        hint="let one of them be an object",
        check=check_circular,
        essential=True,
    ),
    Rule(
        id="reference-kind",
        severity=Severity.ERROR,
        what="A reference points to another kind of object than the one expected, a response in place of a schema for example.",
        hint="refer to an object of that kind",
        check=check_kinds,
        essential=True,
    ),
    Rule(
        id="foreign-reference",
        severity=Severity.ERROR,
        what="A reference leaves the document.",
        hint="merge brings files of the family in; or make it local",
        check=check_foreign,
        essential=True,
    ),
    Rule(
        id="unused-component",
        severity=Severity.WARNING,
        what="No operation reaches a component.",
        hint="remove it, or refer to it",
        check=check_unused,
    ),
)
_OPERATIONS: Final = (
    Rule(
        id="operation-id",
        severity=Severity.ERROR,
        what="Two operations have the same operationId.",
        hint="give each operation its own id",
        check=check_operation_ids,
    ),
    Rule(
        id="client-method",
        severity=Severity.ERROR,
        what="Two operations have the same place in the client, one is a method and also holds another, or the place is no name.",
        hint="write another x-client-method",
        check=check_client_methods,
        essential=True,
    ),
    Rule(
        id="name-clash",
        severity=Severity.WARNING,
        what="Two schemas, members of a schema or parameters get the same Python name, letter case aside.",
        hint="rename one of the two where the API allows it",
        check=check_name_clashes,
    ),
    Rule(
        id="path-template",
        severity=Severity.ERROR,
        what="A path names a parameter twice, has a lone brace, or matches the same requests as another path.",
        hint="correct the path, or describe both under one",
        check=check_paths,
    ),
    Rule(
        id="path-parameter",
        severity=Severity.ERROR,
        what="The parameters in a path and the declared path parameters differ.",
        hint="declare the parameter, or correct its name",
        check=check_path_parameters,
        essential=True,
    ),
    Rule(
        id="parameter-twice",
        severity=Severity.ERROR,
        what="One list declares a parameter twice; names of headers are compared without case.",
        hint="remove one of the two",
        check=check_parameters_distinct,
    ),
    Rule(
        id="reserved-header",
        severity=Severity.WARNING,
        what="A header parameter is one that OpenAPI tells tools to ignore: Accept, Content-Type, Authorization.",
        hint="describe it by a media type or a security scheme",
        check=check_reserved_headers,
    ),
    Rule(
        id="response-missing",
        severity=Severity.WARNING,
        what="An operation declares no response, or none for success.",
        hint="add the response of a call that succeeds",
        check=check_responses,
    ),
    Rule(
        id="link-target",
        severity=Severity.ERROR,
        what="A link names an operationId that no operation has.",
        hint="correct the name, or use operationRef",
        check=check_links,
    ),
)
_ACCESS: Final = (
    Rule(
        id="security-scheme",
        severity=Severity.ERROR,
        what="A security requirement names a scheme that is not declared.",
        hint="declare the scheme, or correct the name",
        check=check_security,
        essential=True,
    ),
    Rule(
        id="security-scope",
        severity=Severity.WARNING,
        what="A security requirement asks for a scope that no flow of its scheme declares.",
        hint="declare the scope, or correct its name",
        check=check_scopes,
    ),
    Rule(
        id="server-missing",
        severity=Severity.NOTE,
        what="The document has operations and declares no server.",
        hint="add servers; clients ask for a base URL otherwise",
        check=check_servers,
    ),
    Rule(
        id="server-variable",
        severity=Severity.ERROR,
        what="A variable of a server's address is not declared, not used, or defaults to a value it does not allow.",
        hint="declare it with a default that its enum lists",
        check=check_server_variables,
    ),
)
_SCHEMAS: Final = (
    Rule(
        id="bounds-unmet",
        severity=Severity.ERROR,
        what="Bounds of one schema exclude every value: minimum above maximum, an empty enum, and the like.",
        hint="exchange or correct the two",
        check=check_bounds,
    ),
    Rule(
        id="all-of-unmet",
        severity=Severity.ERROR,
        what="The parts of an allOf exclude every value together.",
        hint="correct one of the parts, or use anyOf",
        check=check_all_of,
        needs_form=True,
    ),
    Rule(
        id="required-forbidden",
        severity=Severity.ERROR,
        what="A member is required, and forbidden by additionalProperties or by its own schema.",
        hint="describe it in properties, or allow it",
        check=check_required_forbidden,
    ),
    Rule(
        id="enum-value",
        severity=Severity.WARNING,
        what="A value of enum or const is refused by the type or a bound beside it, or is listed twice.",
        hint="correct the value, or the keyword that refuses it",
        check=check_enums,
        needs_form=True,
    ),
    Rule(
        id="bounds-wide",
        severity=Severity.NOTE,
        what="A bound lies outside signed 64-bit integers.",
        hint="readers that hold numbers in 64 bits cannot hold it",
        check=check_wide_bounds,
    ),
    Rule(
        id="pattern",
        severity=Severity.ERROR,
        what="A pattern is no regular expression, neither of ECMA-262 nor of Python.",
        hint="correct the pattern",
        check=check_patterns,
    ),
    Rule(
        id="pattern-dialect",
        severity=Severity.NOTE,
        what="A pattern uses what only one of ECMA-262, the dialect of JSON Schema, and Python has.",
        hint="write it with what both have",
        check=check_dialects,
    ),
    Rule(
        id="default",
        severity=Severity.WARNING,
        what="The default of a schema does not fit the schema.",
        hint="correct the default or the schema",
        check=check_defaults,
        needs_form=True,
    ),
    Rule(
        id="required-member",
        severity=Severity.WARNING,
        what="A member is required and described nowhere.",
        hint="add it to properties",
        check=check_required,
    ),
    Rule(
        id="discriminator",
        severity=Severity.ERROR,
        what="A branch does not describe the member of the discriminator, or the mapping names what is no branch.",
        hint="add the member to the branch, the schema to the union",
        check=check_discriminators,
    ),
    Rule(
        id="discriminator-optional",
        severity=Severity.WARNING,
        what="A branch does not require the member of the discriminator.",
        hint="add it to the required members of the branch",
        check=check_optional_discriminators,
    ),
)
_EXAMPLES: Final = (
    Rule(
        id="example",
        severity=Severity.ERROR,
        what="An example of a media type, parameter or header does not fit its schema.",
        hint="correct the example or the schema",
        check=check_examples,
        needs_form=True,
    ),
    Rule(
        id="example-twice",
        severity=Severity.ERROR,
        what="A media type, parameter or header has both `example` and `examples`.",
        hint="move the example into examples",
        check=check_examples_once,
    ),
    Rule(
        id="schema-example",
        severity=Severity.ERROR,
        what="An example inside a schema does not fit the schema.",
        hint="correct the example or the schema",
        check=check_schema_examples,
        needs_form=True,
    ),
)
_EXTENSIONS: Final = (
    Rule(
        id="stream",
        severity=Severity.ERROR,
        what="x-stream has no item schema, one without a name, or a member that means nothing.",
        hint="add itemSchema with a $ref, and terminator and usage of the right kind",
        check=check_streams,
        essential=True,
    ),
    Rule(
        id="stream-undeclared",
        severity=Severity.WARNING,
        what="A response is an event stream, and nothing says what its events hold.",
        hint="add x-stream with itemSchema",
        check=check_undeclared_streams,
    ),
    Rule(
        id="stream-example",
        severity=Severity.ERROR,
        what="The example of an event stream is none, does not end as declared, or holds an event that does not fit.",
        hint='write "data: {…}\\n\\n" for each event, the terminator last',
        check=check_stream_examples,
        needs_form=True,
    ),
    Rule(
        id="error-pointer",
        severity=Severity.ERROR,
        what="A pointer of x-error leads to nothing in the schema beside it.",
        hint="write where the fact stands in the body",
        check=check_error_pointers,
    ),
)

RULES: Final = (*_FORM, *_REFERENCES, *_OPERATIONS, *_ACCESS, *_SCHEMAS, *_EXAMPLES, *_EXTENSIONS)
