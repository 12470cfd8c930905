"""Which parts of two documents are the same to the letter, all they refer to included; such parts need no comparing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import attrs

from specfold.document import Json, JsonObject
from specfold.schema.anchors import UNFOLLOWED

Tokens = tuple[str, ...]
_REFERENCE = re.compile(r'"#/((?:[^"\\]|\\.)*)"')
_UNFOLLOWED = re.compile(rf'"(?:{"|".join(map(re.escape, UNFOLLOWED))})": "(?!#/)')
_AROUND = ("security", "servers")


@attrs.frozen(eq=False)
class Unchanged:
    """
    What did not change between two documents.

    Attributes:
        old: the old document.
        new: the new document.
        touched: the components that differ or lead to one that does, as section and name.
        is_same_around: whether what holds for all operations is the same.
    """

    old: JsonObject
    new: JsonObject
    touched: frozenset[Tokens]
    is_same_around: bool
    _known: dict[Tokens, bool] = attrs.field(factory=dict)

    @classmethod
    def of(cls, old: JsonObject, new: JsonObject) -> Unchanged:
        """Compare the components of two documents."""
        left, right = dict(_iter_components(old)), dict(_iter_components(new))
        touched = {
            key for key in {*left, *right} if key not in left or key not in right or not _equal(left[key], right[key])
        }
        users: dict[Tokens, set[Tokens]] = {}
        for key, component in left.items():
            if key not in touched:
                for target in _references(component):
                    users.setdefault(target, set()).add(key)
        pending = [*touched, *(target for target in users if target not in left)]
        while pending:
            for user in users.get(pending.pop(), ()):
                if user not in touched:
                    touched.add(user)
                    pending.append(user)
        schemes = [key for key in touched if key[0] == "securitySchemes"]
        same = not schemes and all(_equal(old.get(name), new.get(name)) for name in _AROUND)
        return cls(old, new, frozenset(touched), same)

    def holds(self, tokens: Tokens) -> bool:
        """Tell whether the node at one place of both documents is the same, all it refers to included."""
        if len(tokens) >= 3 and tokens[0] == "components":
            inside = (tokens[1], tokens[2])
            if inside not in self.touched:
                return True
        found = self._known.get(tokens)
        if found is None:
            found = self._known[tokens] = self._compare(tokens)
        return found

    def _compare(self, tokens: Tokens) -> bool:
        """Compare the node at one place."""
        try:
            old, new = _find(self.old, tokens), _find(self.new, tokens)
        except LookupError:
            return False
        if not _equal(old, new):
            return False
        return all(target[0] and target not in self.touched for target in _references(old))


def _iter_components(root: JsonObject) -> Iterator[tuple[Tokens, Json]]:
    """Yield each component with its section and name."""
    components = root.get("components")
    for section, named in components.items() if isinstance(components, dict) else ():
        for name, component in named.items() if isinstance(named, dict) else ():
            yield (section, str(name)), component


def _references(value: Json) -> Iterator[Tokens]:
    """Yield the component each reference in a value leads to; one that leads elsewhere has an empty section."""
    written = json.dumps(value, ensure_ascii=False)
    if _UNFOLLOWED.search(written):
        yield "", ""
    for text in set(_REFERENCE.findall(written)):
        parts = [part.replace("~1", "/").replace("~0", "~") for part in text.split("/")]
        yield (parts[1], parts[2]) if len(parts) >= 3 and parts[0] == "components" else ("", text)


def _equal(old: Json, new: Json) -> bool:
    """Tell whether two values are the same; to the language 1 and true are, to JSON they are not."""
    return bool(old == new) and json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)


def _find(root: Json, tokens: Tokens) -> Json:
    """Return the node at a place."""
    node = root
    for token in tokens:
        node = node[int(token)] if isinstance(node, list) else node[token]
    return node
