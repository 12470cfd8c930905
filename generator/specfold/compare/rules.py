"""The table of rules: what each change is called, how grave it is in each direction; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from specfold.compare.change import Axis, Severity

_LEVELS = {"b": Severity.BREAKING, "u": Severity.UNKNOWN, "w": Severity.WARNING, "i": Severity.INFO}


@attrs.frozen(kw_only=True)
class Rule:
    """
    One kind of change.

    Attributes:
        id: its name.
        mirror: the rule that reports the same edit when the sides are swapped.
        axis: the axis when it is always the same; None when it is the direction the schema travels.
        request: how grave it is in what is sent.
        response: how grave it is in what is received.
        explanation: one line for the documentation.
    """

    id: str
    mirror: str
    axis: Axis | None
    request: Severity
    response: Severity
    explanation: str

    def severity_in(self, direction: Axis) -> Severity:
        """Return how grave it is in one direction."""
        return self.response if direction is Axis.RESPONSE else self.request


# id, mirror ("=" is itself), axis ("*" is the direction), request and response severity, explanation
_TABLE = """
operation-added | operation-removed | request | ii | The new document has an operation the old one lacks.
operation-removed | operation-added | request | bb | Calls to this operation have nowhere to go.
operation-moved | = | request | bb | The same client method is now at another method or path.
path-slash-changed | = | request | ww | The path now ends in a slash, or no longer does.
operation-deprecated | operation-undeprecated | behaviour | ww | The operation is now marked as deprecated.
operation-undeprecated | operation-deprecated | behaviour | ii | The operation is no longer marked as deprecated.
operation-part-changed | = | request | uu | A part of the operation or its path that is not reasoned about (callbacks, methods of OpenAPI 3.2) differs.
webhook-added | webhook-removed | response | ii | One more webhook may be called.
webhook-removed | webhook-added | response | ww | A webhook is no longer called.
webhook-changed | = | response | uu | A webhook differs; webhooks are compared for equality only.
parameter-added | parameter-removed | request | ii | A parameter may now be sent.
parameter-removed | parameter-added | request | ww | A parameter is no longer declared; servers usually ignore it.
required-parameter-added | required-parameter-removed | request | bb | A parameter must now be sent.
required-parameter-removed | required-parameter-added | request | ww | A parameter that had to be sent is no longer declared.
parameter-moved | = | request | bb | A parameter travels in another place (query, header, path, cookie).
parameter-became-required | parameter-became-optional | request | bb | A parameter must now be sent.
parameter-became-optional | parameter-became-required | request | ii | A parameter need no longer be sent.
parameter-style-changed | = | request | bb | A parameter is written in another style on the wire.
parameter-encoding-changed | = | request | ww | Whether reserved characters of a parameter are sent as they are differs.
parameter-empty-value-added | parameter-empty-value-removed | request | ii | A parameter may now be sent without a value.
parameter-empty-value-removed | parameter-empty-value-added | request | bb | A parameter may no longer be sent without a value.
parameter-renamed | = | source | ii | A path parameter has another name; the wire is the same.
parameter-deprecated | parameter-undeprecated | behaviour | ww | The parameter is now marked as deprecated.
parameter-undeprecated | parameter-deprecated | behaviour | ii | The parameter is no longer marked as deprecated.
request-body-added | request-body-removed | request | ii | A body may now be sent.
request-body-removed | request-body-added | request | bb | A body is no longer accepted.
required-request-body-added | required-request-body-removed | request | bb | A body must now be sent.
required-request-body-removed | required-request-body-added | request | bb | A body that had to be sent is no longer accepted.
request-body-became-required | request-body-became-optional | request | bb | The body must now be sent.
request-body-became-optional | request-body-became-required | request | ii | The body need no longer be sent.
media-type-added | media-type-removed | * | ii | A content type is now declared.
media-type-removed | media-type-added | * | bb | A content type is no longer declared.
media-type-widened | media-type-narrowed | * | ib | A content type became a range that covers the old one.
media-type-narrowed | media-type-widened | * | bi | A range of content types became narrower.
media-type-parameters-changed | = | * | ii | A content type has other parameters; its essence is the same.
encoding-changed | = | * | uu | The encoding of a form body differs; it is not reasoned about.
response-added | response-removed | response | ww | A success status is now answered that old readers do not know.
response-removed | response-added | response | bb | A success status readers wait for is no longer answered.
error-response-added | error-response-removed | response | ii | An error status is now documented.
error-response-removed | error-response-added | response | ii | An error status is no longer documented.
header-added | header-removed | response | ii | An answer may now carry a header.
header-removed | header-added | response | ww | A header is no longer answered.
required-header-added | required-header-removed | response | ii | An answer now always carries a header.
required-header-removed | required-header-added | response | bb | A header readers could rely on is no longer answered.
header-became-required | header-became-optional | response | ii | A header is now always there.
header-became-optional | header-became-required | response | bb | A header readers could rely on may be missing.
header-style-changed | = | response | bb | A header is written in another style on the wire.
header-deprecated | header-undeprecated | behaviour | ww | The header is now marked as deprecated.
header-undeprecated | header-deprecated | behaviour | ii | The header is no longer marked as deprecated.
links-changed | = | behaviour | ii | What an answer says about operations that may follow differs.
dialect-changed | = | request | uu | Schemas are written in another dialect of JSON Schema (jsonSchemaDialect).
server-added | server-removed | request | ii | One more server is declared.
server-removed | server-added | request | ww | A server is no longer declared.
server-changed | = | request | ww | The server's URL is another.
server-value-added | server-value-removed | request | ii | A variable of a server may have one more value.
server-value-removed | server-value-added | request | ww | A variable of a server may no longer have a value.
security-added | security-removed | request | ii | One more way to authenticate is accepted.
security-removed | security-added | request | bb | A way to authenticate is no longer accepted.
security-changed | = | request | bb | Another way to authenticate is asked for.
security-url-changed | = | request | ww | Tokens are asked for, or the provider is described, at another URL.
stream-added | stream-removed | response | ii | The answer can now be a stream of events.
stream-removed | stream-added | response | bb | The answer can no longer be a stream of events.
stream-terminator-added | stream-terminator-removed | response | bb | Streams now end with a line old readers do not know.
stream-terminator-removed | stream-terminator-added | response | ww | Streams no longer end with the line readers wait for.
stream-terminator-changed | = | response | bb | Streams end with another line.
stream-usage-changed | = | behaviour | ww | Usage arrives in a stream under another condition.
type-narrowed | type-widened | * | bi | Fewer types are valid.
type-widened | type-narrowed | * | ib | More types are valid.
type-changed | = | * | bb | Other types are valid.
nullable-added | nullable-removed | * | ib | null is now valid.
nullable-removed | nullable-added | * | bi | null is no longer valid.
enum-value-added | enum-value-removed | * | iw | A value joined an enumeration; readers are expected to be open.
enum-value-removed | enum-value-added | * | bi | A value left an enumeration.
enum-added | enum-removed | * | bi | The values are now limited to a list.
enum-removed | enum-added | * | ib | The values are no longer limited to a list.
const-changed | = | * | bb | The only valid value is another.
minimum-added | minimum-removed | * | bi | A lower bound was set.
minimum-removed | minimum-added | * | ib | The lower bound was dropped.
minimum-raised | minimum-lowered | * | bi | The lower bound is higher.
minimum-lowered | minimum-raised | * | ib | The lower bound is lower.
maximum-added | maximum-removed | * | bi | An upper bound was set.
maximum-removed | maximum-added | * | ib | The upper bound was dropped.
maximum-raised | maximum-lowered | * | ib | The upper bound is higher.
maximum-lowered | maximum-raised | * | bi | The upper bound is lower.
multiple-of-added | multiple-of-removed | * | bi | Values must now be multiples.
multiple-of-removed | multiple-of-added | * | ib | Values need no longer be multiples.
multiple-of-narrowed | multiple-of-widened | * | bi | Values must be multiples of a coarser step.
multiple-of-widened | multiple-of-narrowed | * | ib | Values may be multiples of a finer step.
multiple-of-changed | = | * | bb | Values must be multiples of another step.
pattern-added | pattern-removed | * | bi | Strings must now match a pattern.
pattern-removed | pattern-added | * | ib | Strings need no longer match a pattern.
pattern-changed | = | * | uu | Strings must match another pattern.
format-added | format-removed | * | bi | Values must now have a format.
format-removed | format-added | * | ib | Values need no longer have a format.
format-narrowed | format-widened | * | bi | The number format holds fewer values.
format-widened | format-narrowed | * | ib | The number format holds more values.
format-changed | = | * | bb | Values must have another format.
unique-items-added | unique-items-removed | * | bi | The elements must now differ.
unique-items-removed | unique-items-added | * | ib | The elements may now repeat.
property-added | property-removed | * | ii | An object may now have this member.
property-removed | property-added | * | ww | The member is no longer declared.
required-property-added | required-property-removed | * | bi | An object must now have this member.
required-property-removed | required-property-added | * | wb | The member that had to be there is no longer declared.
property-became-required | property-became-optional | * | bi | The member must now be there.
property-became-optional | property-became-required | * | ib | The member may now be missing.
property-renamed | = | * | wb | One member was replaced by another of the same shape.
property-became-read-only | property-became-not-read-only | * | ii | The member is now answered only, not sent.
property-became-not-read-only | property-became-read-only | * | ii | The member may now be sent as well.
property-became-write-only | property-became-not-write-only | * | ii | The member is now sent only, not answered.
property-became-not-write-only | property-became-write-only | * | ii | The member may now be answered as well.
property-deprecated | property-undeprecated | behaviour | ww | The member is now marked as deprecated.
property-undeprecated | property-deprecated | behaviour | ii | The member is no longer marked as deprecated.
additional-properties-closed | additional-properties-opened | * | ii | Undeclared members are now refused; no declared one is lost by that.
additional-properties-opened | additional-properties-closed | * | ii | Undeclared members are now let through.
additional-properties-typed | additional-properties-untyped | * | ii | Undeclared members now have a schema.
additional-properties-untyped | additional-properties-typed | * | ii | Undeclared members no longer have a schema.
items-added | items-removed | * | bi | The elements now have a schema.
items-removed | items-added | * | ib | The elements no longer have a schema.
prefix-items-changed | = | * | uu | The number of positional elements differs.
union-member-added | union-member-removed | * | ib | One more alternative is valid.
union-member-removed | union-member-added | * | bi | An alternative is no longer valid.
union-rewritten | = | * | bb | Alternatives were replaced by others.
union-keyword-changed | = | * | ii | anyOf became oneOf or the reverse; alternatives are compared on their own.
discriminator-changed | = | * | ii | The discriminator differs; the alternatives are compared on their own.
schema-closed | schema-opened | * | bi | Nothing is valid any more.
schema-opened | schema-closed | * | ib | Something is valid again.
unsent-property-changed | = | * | ii | The schema of a member that does not travel this way differs.
extensible-value-added | extensible-value-removed | * | ii | A value joined an open enumeration (x-extensible-enum).
extensible-value-removed | extensible-value-added | * | bi | A value left an open enumeration; servers no longer know it.
reference-unfollowed | = | * | uu | What a reference leads to is not at hand, so a change there is not seen.
keyword-changed | = | * | uu | A keyword that is not reasoned about differs.
idle-keyword-changed | = | * | ii | A limit differs that says nothing about values of the type.
alternatives-refused | = | * | uu | Whether the alternatives that stand for others accept all that those allowed is tried with samples.
alternatives-overlap | = | * | ii | Alternatives of which exactly one may hold changed; what may be valid under two is tried with samples.
stability-changed | = | behaviour | ww | The stability level (x-stability-level) is another.
sunset-changed | = | behaviour | ww | The date of removal (x-sunset) is another.
default-changed | = | behaviour | ww | Leaving the member out means another value.
default-added | default-removed | behaviour | wi | Leaving the member out now means this value.
default-removed | default-added | behaviour | wi | Leaving the member out no longer means this value.
operation-id-added | operation-id-removed | source | ii | The operation has a name now.
operation-id-removed | operation-id-added | source | ii | The operation lost its name.
operation-id-changed | = | source | ii | The operation has another name.
client-method-changed | = | source | ww | The operation is at another place in the client.
all-of-changed | = | source | ii | A schema is composed of other parts that say the same together.
component-renamed | = | source | ii | A schema has another name; its meaning is compared on its own.
"""


def _sized(noun: str, meaning: str) -> Iterator[str]:
    """Write the eight lines of a pair of size limits."""
    for end, tighter, looser in (("min", "raised", "lowered"), ("max", "lowered", "raised")):
        base = f"{end}-{noun}"
        limit = "least" if end == "min" else "most"
        yield f"{base}-added | {base}-removed | * | bi | {meaning}: a {limit} number was set."
        yield f"{base}-removed | {base}-added | * | ib | {meaning}: the {limit} number was dropped."
        yield f"{base}-{tighter} | {base}-{looser} | * | bi | {meaning}: the {limit} number is stricter."
        yield f"{base}-{looser} | {base}-{tighter} | * | ib | {meaning}: the {limit} number is laxer."


def _read_table() -> Iterator[Rule]:
    """Read the lines of the table."""
    sizes = [
        ("length", "Characters of a string"),
        ("items", "Elements of an array"),
        ("properties", "Members of an object"),
    ]
    lines = [*_TABLE.strip().splitlines(), *(line for noun, meaning in sizes for line in _sized(noun, meaning))]
    for line in lines:
        name, mirror, axis, levels, explanation = (part.strip() for part in line.split("|"))
        yield Rule(
            id=name,
            mirror=name if mirror == "=" else mirror,
            axis=None if axis == "*" else Axis(axis),
            request=_LEVELS[levels[0]],
            response=_LEVELS[levels[1]],
            explanation=explanation,
        )


RULES: Mapping[str, Rule] = {rule.id: rule for rule in _read_table()}
"""Every rule by its id, in the order of the documentation."""
