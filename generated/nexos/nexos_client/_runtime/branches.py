"""`anyOf` and `oneOf`: which branch a value was meant for, so that messages are about that one; knows no request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .errors import Violation
from .keywords import RULES, Rule, Site, identity, name_type, resolve, show, suggest

# A branch and what is wrong under it.
Outcome = tuple[Any, list[Violation]]


def _tags(site: Site, branch: Any) -> dict[str, list[Any]]:
    """Find the members whose value says that a branch is meant: those with a `const` or an `enum`."""
    schema = resolve(site.run.schemas, branch)
    properties = schema.get("properties", {}) if isinstance(schema, Mapping) else {}
    tags: dict[str, list[Any]] = {}
    for name, reference in properties.items():
        member = resolve(site.run.schemas, reference)
        if isinstance(member, Mapping) and "const" in member:
            tags[name] = [member["const"]]
        elif isinstance(member, Mapping) and len(member.get("enum", ())) == 1:
            tags[name] = list(member["enum"])
    return tags


def _mapped(site: Site, outcomes: list[Outcome]) -> list[Outcome]:
    """Choose by the discriminator's mapping, when there is one and it knows the value; else leave all."""
    discriminator = site.schema.get("discriminator")
    if not isinstance(discriminator, Mapping) or not isinstance(site.value, Mapping):
        return outcomes
    tag = site.value.get(discriminator.get("propertyName"))
    target = discriminator.get("mapping", {}).get(tag) if isinstance(tag, str) else None
    name = None if target is None else str(target).rpartition("/")[2]
    return [outcome for outcome in outcomes if _reference(outcome[0]) == name] or outcomes


def _reference(branch: Any) -> str:
    return str(branch.get("$ref", "")).rpartition("/")[2] if isinstance(branch, Mapping) else ""


def _fits_type(site: Site, violations: list[Violation]) -> bool:
    here = site.path or "body"
    return not any(
        found.argument == here and found.bound is not None and found.bound.startswith(("type ", "enum ", "const "))
        for found in violations
    )


def _report_tag(site: Site, tagged: list[dict[str, list[Any]]]) -> bool:
    """Report a tag that no branch has; say whether that was it."""
    value: Mapping[str, Any] = site.value
    for name in tagged[0]:
        if not all(name in tags for tags in tagged):
            continue
        known = [member for tags in tagged for member in tags[name]]
        if name not in value:
            site.report("is required", bound="required", member=name)
            return True
        if identity(value[name]) not in [identity(member) for member in known]:
            hint = (
                suggest(value[name], (m for m in known if isinstance(m, str))) if isinstance(value[name], str) else ""
            )
            shown = ", ".join(dict.fromkeys(show(member) for member in known))
            site.report(f"{show(value[name])} is not one of {shown}{hint}", bound=f"enum {shown}", member=name)
            return True
    return False


def _matches_tags(value: Mapping[str, Any], tags: dict[str, list[Any]]) -> bool:
    return all(name in value and identity(value[name]) in map(identity, known) for name, known in tags.items())


def _explain(site: Site, outcomes: list[Outcome]) -> None:
    """Report why no branch fits, about the branch that was meant."""
    outcomes = _mapped(site, outcomes)
    fitting = [outcome for outcome in outcomes if _fits_type(site, outcome[1])]
    if not fitting:
        _report_type(site, outcomes)
        return
    if isinstance(site.value, Mapping) and len(fitting) > 1:
        tagged = [_tags(site, branch) for branch, _ in fitting]
        meant = [
            outcome for outcome, tags in zip(fitting, tagged, strict=True) if tags and _matches_tags(site.value, tags)
        ]
        if not meant and all(tagged) and _report_tag(site, tagged):
            return
        fitting = meant or fitting
    best = min(fitting, key=lambda outcome: len(outcome[1]))
    site.run.violations.extend(best[1])


def _report_type(site: Site, outcomes: list[Outcome]) -> None:
    if len(outcomes) == 1:
        site.run.violations.extend(outcomes[0][1])
        return
    here = site.path or "body"
    bounds = [
        found.bound.removeprefix("type ").removeprefix("const ").removeprefix("enum one of ").removeprefix("enum ")
        for _, violations in outcomes
        for found in violations[:1]
        if found.argument == here and found.bound is not None
    ]
    expected = " or ".join(dict.fromkeys(bounds))
    value = name_type(site.value) if isinstance(site.value, (Mapping, list)) or site.value is None else show(site.value)
    site.report(f"expected {expected}, got {value}", bound=f"type {expected}")


def _any_of(site: Site, branches: list[Any]) -> None:
    outcomes: list[Outcome] = []
    for branch in branches:
        violations = site.trial(branch)
        if not violations:
            return
        outcomes.append((branch, violations))
    _explain(site, outcomes)


def _one_of(site: Site, branches: list[Any]) -> None:
    # Each branch is tried once: trying again to explain would double the work at every level of nesting.
    outcomes = [(branch, site.trial(branch)) for branch in branches]
    fitting = sum(not violations for _, violations in outcomes)
    if not fitting:
        _explain(site, outcomes)
    elif fitting > 1:
        site.report(f"fits {fitting} of {len(branches)} forms, exactly one is allowed", bound="oneOf")


ALL_RULES: Final[Mapping[str, Rule]] = {**RULES, "anyOf": _any_of, "oneOf": _one_of}
