"""One overlay changes a draft, action by action, by the letter of the standard; what an action need not say is found."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from specfold.document import Json, Origin
from specfold.errors import SpecfoldError
from specfold.findings import Finding, Severity
from specfold.merge.draft import Draft, Effect, IncompatibleError, describe_kind
from specfold.merge.jsonpath import QueryError, select
from specfold.merge.overlay import Action, Overlay, check_queries
from specfold.pointer import JsonPointer
from specfold.schema.edit import copy_json

Tokens = tuple[str, ...]


def apply_to_draft(draft: Draft, overlay: Overlay, *, undecided: Collection[Tokens] = ()) -> list[Finding]:
    """
    Apply one overlay to a draft and return its findings.

    Args:
        draft: changed in place.
        overlay: what to apply.
        undecided: nodes whose inputs disagree, so that repeating one of them decides something.

    Raises:
        SpecfoldError: an action cannot be applied by the standard: kinds that do not merge, a copy of not exactly one
            node, the removal of the root.
    """
    check_queries(overlay)
    return [finding for action in overlay.actions for finding in _Step(draft, overlay, action, undecided).run()]


@attrs.frozen
class _Step:
    """One action, about to change the draft."""

    draft: Draft
    overlay: Overlay
    action: Action
    undecided: Collection[Tokens]

    def run(self) -> list[Finding]:
        """Change the draft and return what the action need not have said."""
        expect, target = self.action.expect, self.action.target
        selected = self._select(target)
        if expect is not None and expect != len(selected):
            what = f"expected {expect} nodes (x-expect), the target selects {len(selected)}: {target}"
            return [
                self._finding("overlay-expect", what, hint="correct the target or the number"),
                *self._change(selected),
            ]
        if selected or expect == 0:
            return self._change(selected)
        hint = "correct the target; if the document has moved on, remove the action"
        return [self._finding("overlay-unmatched", f"the target selects nothing: {target}", hint=hint)]

    def _change(self, selected: list[Tokens]) -> list[Finding]:
        if not selected:
            return []
        action = self.action
        if action.remove:
            self._remove(selected)
            return []
        if action.updates == (action.copy is not None):  # by the standard, each has no impact beside the other
            what = (
                "the action has both update and copy, so neither counts"
                if action.updates
                else "the action changes nothing"
            )
            return [self._finding("overlay-no-op", what, hint="give it one of update, copy and remove")]
        self._expect_one_kind(selected)
        return self._restated(
            self._merge(selected, self._source_of_copy() if action.copy is not None else action.update)
        )

    def _merge(self, selected: list[Tokens], new: Json) -> list[Effect]:
        effects: list[Effect] = []
        try:
            for tokens in selected:
                effects += self.draft.merge(
                    tokens, new, origin_of=lambda inside: self.overlay.origin_of(self.action, inside)
                )
        except IncompatibleError as error:
            hint = f"the node is {JsonPointer(error.tokens).fragment}; remove it first, in an action before this one"
            raise self._error(str(error), hint=hint, inside=self._inside(error.inside)) from error
        for effect in effects:
            if effect.previous is not None and effect.tokens in self.undecided:
                self.draft.claim(effect.tokens, self.overlay.origin_of(self.action, effect.inside))
        return effects

    def _restated(self, effects: list[Effect]) -> list[Finding]:
        useful = {effect.inside for effect in effects if effect.previous is None or effect.tokens in self.undecided}
        idle = {effect.inside: effect for effect in reversed(effects) if effect.inside not in useful}
        if idle and not useful:
            first = effects[0]
            deed = "is redundant now" if _is_own(first.previous) else "changes nothing"
            what = f"the action {deed}: {JsonPointer(first.tokens).fragment} is already so ({_where(first.previous)})"
            return [self._finding("overlay-no-op", what, hint="remove the action")]
        found = []
        for inside, effect in sorted(idle.items()):
            node = f"{_layer(effect.previous)} node {JsonPointer(effect.tokens).fragment} ({_where(effect.previous)})"
            place, hint = self._inside(inside), "leave it out of the update"
            found.append(self._finding("overlay-restates", f"the update restates {node}", hint=hint, inside=place))
        return found

    def _inside(self, tokens: Tokens) -> Tokens:
        return ("update", *tokens) if self.action.updates else ("copy",)

    def _remove(self, selected: list[Tokens]) -> None:
        if () in selected:
            raise self._error("the root of a document cannot be removed", hint="select a node below $")
        # deepest first and last item first, so that no removal moves a node that is still to go
        for tokens in sorted(
            selected, key=lambda one: (len(one), int(one[-1]) if one[-1].isdecimal() else 0), reverse=True
        ):
            self.draft.remove(tokens, by=self.overlay.origin_of(self.action))

    def _expect_one_kind(self, selected: list[Tokens]) -> None:
        kinds = {describe_kind(self.draft.find(tokens)) for tokens in selected}
        if len(kinds) > 1:
            what = f"the target selects nodes of more than one kind ({', '.join(sorted(kinds))}): {self.action.target}"
            raise self._error(what, hint="split the action")

    def _source_of_copy(self) -> Json:
        found = self._select(self.action.copy or "")
        if len(found) != 1:
            what = f"expected one node to copy, the query selects {len(found)}: {self.action.copy}"
            raise self._error(what, hint="correct the query", inside=("copy",))
        return copy_json(self.draft.find(found[0]))  # the target may lie inside it

    def _select(self, query: str) -> list[Tokens]:
        try:
            return select(query, self.draft.value)
        except QueryError as error:
            raise self._error(f"the query cannot be run: {query}: {error}", hint=error.hint) from error

    def _error(self, what: str, *, hint: str, inside: Tokens = ()) -> SpecfoldError:
        pointer = self.action.pointer.join(inside)
        return SpecfoldError(
            what, source=self.overlay.document.source, line=self._line(pointer), pointer=pointer, hint=hint
        )

    def _finding(self, rule: str, what: str, *, hint: str, inside: Tokens = ()) -> Finding:
        pointer = self.action.pointer.join(inside)
        return Finding(
            rule=rule,
            severity=Severity.ERROR,
            message=what,
            source=self.overlay.document.source,
            line=self._line(pointer),
            pointer=pointer,
            hint=hint,
        )

    def _line(self, pointer: JsonPointer) -> int | None:
        origin = self.overlay.document.origin_of(pointer)
        return origin.line if origin else None


def _where(origin: Origin | None) -> str:
    return f"{origin.source}:{origin.line}" if origin else "unknown"


def _layer(origin: Origin | None) -> str:
    names = {"base": "base", "document": "the document's", "overlay": "the overlay's"}
    return names.get(origin.layer, origin.layer) if origin else "a"


def _is_own(origin: Origin | None) -> bool:
    """Tell whether a node comes from the document itself, which may have moved on, and not from a base."""
    return origin is not None and origin.layer == "document"
