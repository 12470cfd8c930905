"""Many documents become one: united, overlaid, bundled, filtered, with the origin of every node; opens no file."""

from __future__ import annotations

from specfold.merge.adopt import Adoption, adopt_published, select_published
from specfold.merge.credentials import derive_credentials
from specfold.merge.derive import derive_overlay
from specfold.merge.emit_yaml import to_yaml
from specfold.merge.member import Counts, MergeResult, merge_member
from specfold.merge.overlay import Action, Overlay, parse_overlay
from specfold.merge.overlay_apply import Applied, apply_overlays
from specfold.merge.refusal import raise_findings

__all__ = [
    "Action",
    "Adoption",
    "Applied",
    "Counts",
    "MergeResult",
    "Overlay",
    "adopt_published",
    "apply_overlays",
    "derive_credentials",
    "derive_overlay",
    "merge_member",
    "parse_overlay",
    "raise_findings",
    "select_published",
    "to_yaml",
]
