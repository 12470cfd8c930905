"""Which names of a document are safe to become file and class names; makes no names itself."""

from __future__ import annotations

import re
from typing import Final

_COMPONENT: Final = re.compile(r"[A-Za-z0-9._-]+\Z")


def is_component_name(name: str) -> bool:
    """Tell whether a name may stand in a section of `components` (OpenAPI 3.1, Components Object)."""
    return bool(_COMPONENT.match(name)) and name not in {".", ".."}
