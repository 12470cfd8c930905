"""Many documents become one: united, overlaid, bundled, filtered, with the origin of every node; opens no file."""

from __future__ import annotations

from specfold.merge.derive import derive_overlay
from specfold.merge.emit_yaml import to_yaml
from specfold.merge.member import Counts, MergeResult, merge_member
from specfold.merge.overlay import Action, Overlay, parse_overlay
from specfold.merge.overlay_apply import Applied, apply_overlays
from specfold.merge.refusal import raise_findings

__all__ = [
    "Action",
    "Applied",
    "Counts",
    "MergeResult",
    "Overlay",
    "apply_overlays",
    "derive_overlay",
    "merge_member",
    "parse_overlay",
    "raise_findings",
    "to_yaml",
]
